#include "gui/lookups/pastedrows.h"

using namespace Qt::StringLiterals;

namespace tieout::gui {

namespace {

/// One cell from `at` on; leaves `at` behind it, on the tab, the line end or the end.
QString cellAt(const QString& text, qsizetype& at)
{
    const auto ends = [&text](qsizetype i) {
        return i >= text.size() || text[i] == u'\t' || text[i] == u'\n' || text[i] == u'\r';
    };
    if (at < text.size() && text[at] == u'"') {
        // A quote that is never closed is an ordinary character.
        QString cell;
        for (qsizetype i = at + 1; i < text.size(); ++i) {
            if (text[i] != u'"') {
                cell += text[i];
            } else if (i + 1 < text.size() && text[i + 1] == u'"') {
                cell += text[i++];
            } else if (ends(i + 1)) {
                at = i + 1;
                return cell;
            } else {
                break;
            }
        }
    }
    const qsizetype start = at;
    while (!ends(at))
        ++at;
    return text.mid(start, at - start);
}

} // namespace

QList<QStringList> pastedRows(const QString& text, qsizetype mostRows)
{
    QList<QStringList> rows;
    QStringList row;
    qsizetype at = 0;
    while (at <= text.size() && rows.size() < mostRows) {
        row += cellAt(text, at);
        const bool sameRow = at < text.size() && text[at] == u'\t';
        if (!sameRow) rows += std::exchange(row, {});
        if (at + 1 < text.size() && text[at] == u'\r' && text[at + 1] == u'\n') ++at;
        ++at;
    }
    while (!rows.isEmpty() && rows.last().join(QString()).trimmed().isEmpty())
        rows.removeLast();
    return rows;
}

QString copiedRows(const QList<QStringList>& rows)
{
    QString text;
    for (const QStringList& row : rows) {
        QStringList cells;
        for (QString cell : row) {
            const bool quoted =
                cell.contains(u'\t') || cell.contains(u'\n') || cell.contains(u'\r') || cell.startsWith(u'"');
            if (quoted) cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
            cells += cell;
        }
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace tieout::gui
