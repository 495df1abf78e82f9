#pragma once

#include <QColor>
#include <QIcon>

class QPainter;
class QRect;

namespace tieout::gui {

/// Makes the icons known to the program; safe to call more than once. A static library needs the call.
void registerIcons();
/// One of resources/icons drawn in `colour` at whatever size and scale it is asked for.
[[nodiscard]] QIcon tintedIcon(const QString& name, const QColor& colour);
void paintIcon(QPainter& painter, const QRect& rect, const QString& name, const QColor& colour);
/// The icon of a system, the general one when it has none of its own.
[[nodiscard]] QString systemIconName(const QString& system);

} // namespace tieout::gui
