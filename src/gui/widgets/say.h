#pragma once

#include <QCoreApplication>

namespace tieout::gui {

/// What functions outside classes say, in the reader's language; classes have their own tr(). The extraction
/// (cmake/UpdateTranslations.cmake) is told of the name; inside a class it is to be called gui::say. Texts of
/// tables are marked by QT_TR_NOOP.
[[nodiscard]] inline QString say(const char* text, const char* comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("tieout::gui", text, comment, n);
}

/// A label of a manifest, a connector's form or a template, which are written in English; what people wrote
/// comes back as it is.
[[nodiscard]] inline QString translatedLabel(const QString& english)
{
    return english.isEmpty()
               ? english
               : QCoreApplication::translate("tieout::connectors", english.toUtf8().constData());
}

} // namespace tieout::gui
