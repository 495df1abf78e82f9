#pragma once

#include <QStringList>

namespace tieout::gui {

/// The cells of a text from the clipboard as a spreadsheet program writes it: tabs between cells, a line a
/// row, cells with tabs, line ends or quotes in quotes. A text without tabs is one column. Empty rows at the
/// end are left out; at most `mostRows`.
[[nodiscard]] QList<QStringList> pastedRows(const QString& text, qsizetype mostRows);
/// The way back, for copying.
[[nodiscard]] QString copiedRows(const QList<QStringList>& rows);

} // namespace tieout::gui
