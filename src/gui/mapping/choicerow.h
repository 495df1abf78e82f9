#pragma once

#include <QStyleOptionViewItem>

class QPainter;

namespace tieout::gui {

/// The ground of a row in a list of choices: the chosen one has a band at its left.
void paintChoiceGround(QPainter& painter, const QStyleOptionViewItem& option);

} // namespace tieout::gui
