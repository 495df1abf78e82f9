#include "gui/lookups/lookuprows.h"

#include "formula/wildcard.h"
#include "gui/lookups/lookupdraft.h"
#include "gui/widgets/say.h"
#include "gui/widgets/tableview.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace tieout::gui {

LookupRows::LookupRows(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void LookupRows::setDraft(LookupDraft* draft)
{
    beginResetModel();
    m_draft = draft;
    m_rows = draft ? draft->rows() : QList<Row>();
    judge();
    endResetModel();
    Q_EMIT judged();
}

void LookupRows::refresh()
{
    const QList<Row> rows = m_draft ? m_draft->rows() : QList<Row>();
    // What stands in front of the change and behind it stays where it is, and chosen.
    const qsizetype shorter = std::min(rows.size(), m_rows.size());
    qsizetype front = 0, back = 0;
    while (front < shorter && rows[front] == m_rows[front])
        ++front;
    while (back < shorter - front && rows[rows.size() - 1 - back] == m_rows[m_rows.size() - 1 - back])
        ++back;
    const int changedEnd = int(shorter - back);
    const int end = int(m_rows.size());
    for (qsizetype row = front; row < changedEnd; ++row)
        m_rows[row] = rows[row];
    if (rows.size() > end && changedEnd == end) {
        // The empty row becomes the first new one, where an editor may still be open; the others and another
        // empty one come behind it.
        m_rows.append(rows[end]);
        m_open = false;
    }
    judge();
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    const auto take = [&] {
        m_rows = rows;
        m_open = true;
        judge();
    };
    if (rows.size() > end) {
        const int from = m_open ? changedEnd : end + 1;
        beginInsertRows({}, from, from + int(rows.size()) - end - 1);
        take();
        endInsertRows();
    } else if (rows.size() < end) {
        beginRemoveRows({}, changedEnd, changedEnd + end - int(rows.size()) - 1);
        take();
        endRemoveRows();
    }
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    Q_EMIT judged();
}

/// As the engine finds rows: an exact one first, else the first pattern that fits.
void LookupRows::judge()
{
    m_notes.clear();
    m_faults = 0;
    QSet<QString> known;
    bool everything = false; ///< a row "*" has come
    for (const Row& row : std::as_const(m_rows)) {
        const QString key = row.key.trimmed().toCaseFolded();
        Note note = formula::hasWildcard(key) ? Note::Pattern : Note::None;
        if (key.isEmpty())
            note = row.value.trimmed().isEmpty() ? Note::None : Note::NoKey;
        else if (known.contains(key))
            note = Note::Twice;
        else if (note == Note::Pattern && everything)
            note = Note::Unreached;
        else if (row.value.trimmed().isEmpty())
            note = Note::NoValue;
        known.insert(key);
        everything |= key == "*"_L1;
        m_faults += note == Note::None || note == Note::Pattern ? 0 : 1;
        m_notes.push_back(note);
    }
}

LookupRows::Note LookupRows::note(int row) const
{
    return row >= 0 && row < int(m_notes.size()) ? m_notes[size_t(row)] : Note::None;
}

int LookupRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_draft ? 0 : int(m_rows.size()) + (m_open ? 1 : 0);
}

int LookupRows::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString LookupRows::remark(int row) const
{
    switch (note(row)) {
    case Note::Pattern:
        return tr("pattern");
    case Note::NoKey:
        return tr("nothing to match");
    case Note::NoValue:
        return tr("no value");
    case Note::Twice:
        return tr("twice");
    case Note::Unreached:
        return tr("never reached");
    case Note::None:
        break;
    }
    return {};
}

QString LookupRows::explanation(int row) const
{
    switch (note(row)) {
    case Note::Pattern:
        return tr("* stands for any text and ? for one character. A row that fits exactly comes first, then "
                  "the first pattern that fits.");
    case Note::NoKey:
        return tr("The first column is empty: this row is left out when the table is saved.");
    case Note::NoValue:
        return tr("The second column is empty: a record that matches this row gets an empty value.");
    case Note::Twice:
        return tr("A row above has the same value in the first column. Only that one counts.");
    case Note::Unreached:
        return tr("The pattern * above fits everything, so this pattern is never reached.");
    case Note::None:
        break;
    }
    return {};
}

QVariant LookupRows::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_draft || index.row() >= rowCount()) return {};
    const bool fresh = index.row() >= m_rows.size();
    if (index.column() == Remark) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) return remark(index.row());
        if (role == Qt::ToolTipRole) return explanation(index.row());
        if (role != ToneRole || fresh || note(index.row()) == Note::None) return {};
        return int(note(index.row()) == Note::Pattern ? Tone::Muted : Tone::Warn);
    }
    if (fresh) {
        if (role == Qt::DisplayRole && index.column() == Key) return tr("New row…");
        if (role == QuietRole) return true;
        return {};
    }
    const Row& row = m_rows[index.row()];
    if (role == Qt::DisplayRole || role == Qt::EditRole) return index.column() == Key ? row.key : row.value;
    if (role == Qt::ToolTipRole) return index.column() == Key ? row.key : row.value;
    return {};
}

QVariant LookupRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || !m_draft) return {};
    const model::LookupTable& table = m_draft->table();
    if (section == Key) return table.keyLabel.isEmpty() ? tr("When it is") : translatedLabel(table.keyLabel);
    if (section == Value) return table.valueLabel.isEmpty() ? tr("Use") : translatedLabel(table.valueLabel);
    return tr("Remark");
}

Qt::ItemFlags LookupRows::flags(const QModelIndex& index) const
{
    if (!index.isValid()) return Qt::NoItemFlags;
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Remark ? flags : flags | Qt::ItemIsEditable;
}

bool LookupRows::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !m_draft || index.column() == Remark) return false;
    m_draft->setCell(index.row(), index.column(), value.toString());
    return true;
}

} // namespace tieout::gui
