#pragma once

#include <QString>

namespace tieout::connectors {

/// A label in English, marked for the window, which translates it ("tieout::connectors" is its context). The
/// extraction (cmake/UpdateTranslations.cmake) is told of the name.
[[nodiscard]] inline QString marked(const char* english)
{
    return QString::fromUtf8(english);
}

} // namespace tieout::connectors
