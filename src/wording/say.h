#pragma once

#include <QCoreApplication>

/// Marks a text of a table for translation; `say` translates it. The extraction
/// (cmake/UpdateTranslations.cmake) is told of both names, and files both under this library's namespace.
#define T(text) QT_TR_NOOP(text)

namespace tieout::wording {

/// A text of this library in the reader's language; an empty one stays empty.
[[nodiscard]] inline QString say(const char* text)
{
    return text && *text ? QCoreApplication::translate("tieout::wording", text) : QString();
}

} // namespace tieout::wording
