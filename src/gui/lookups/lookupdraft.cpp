#include "gui/lookups/lookupdraft.h"

#include "formula/wildcard.h"

#include <QCollator>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace tieout::gui {

using model::LookupTable;

namespace {

constexpr qsizetype kMostSteps = 200;
/// Of all steps together: each keeps the table as it was.
constexpr qsizetype kMostKeptRows = 2'000'000;

QString folded(const QString& key)
{
    return key.trimmed().toCaseFolded();
}

} // namespace

LookupDraft::LookupDraft(LookupTable table, std::optional<LookupTable> saved, QObject* parent)
    : QObject(parent)
    , m_table(std::move(table))
    , m_saved(std::move(saved))
{
}

bool LookupDraft::isModified() const
{
    return !m_saved || cleaned() != *m_saved;
}

LookupTable LookupDraft::cleaned() const
{
    LookupTable table = m_table;
    table.rows.clear();
    for (const Row& row : m_table.rows) {
        const Row trimmed{row.key.trimmed(), row.value.trimmed()};
        if (!trimmed.key.isEmpty()) table.rows += trimmed;
    }
    return table;
}

void LookupDraft::markSaved(const LookupTable& saved)
{
    m_saved = saved;
    Q_EMIT changed();
}

void LookupDraft::commit(LookupTable table, Step step)
{
    if (table == m_table) return;
    m_before.append({std::exchange(m_table, std::move(table)), step});
    const qsizetype steps = std::clamp<qsizetype>(kMostKeptRows / (m_table.rows.size() + 1), 1, kMostSteps);
    while (m_before.size() > steps)
        m_before.removeFirst();
    m_after.clear();
    Q_EMIT changed();
}

void LookupDraft::setRows(QList<Row> rows, Step step)
{
    LookupTable table = m_table;
    table.rows = std::move(rows);
    commit(std::move(table), step);
}

void LookupDraft::setCell(qsizetype row, int column, const QString& text)
{
    QList<Row> rows = m_table.rows;
    const bool fresh = row >= rows.size();
    if (fresh && text.isEmpty()) return;
    if (fresh) {
        row = rows.size();
        rows.append(Row());
    }
    (column == 0 ? rows[row].key : rows[row].value) = text;
    setRows(std::move(rows), {fresh ? Step::Kind::Add : Step::Kind::Edit, 1});
}

void LookupDraft::setWhenMissing(LookupTable::WhenMissing rule, const QString& value)
{
    LookupTable table = m_table;
    table.whenMissing = rule;
    table.defaultValue = value;
    const bool typing = !m_before.isEmpty() && m_before.last().step.kind == Step::Kind::WhenMissing &&
                        m_before.last().table.whenMissing == rule && m_table.whenMissing == rule;
    if (!typing || table == m_table) return commit(std::move(table), {Step::Kind::WhenMissing, 1});
    m_table = std::move(table); // one step for one word
    m_after.clear();
    Q_EMIT changed();
}

void LookupDraft::paste(qsizetype row, int column, const QList<QStringList>& block)
{
    QList<Row> rows = m_table.rows;
    row = std::min(row, rows.size());
    for (const QStringList& cells : block) {
        if (row == rows.size()) rows.append(Row());
        Row& target = rows[row++];
        int at = column;
        for (const QString& cell : cells) {
            if (at == 0) target.key = cell;
            if (at == 1) target.value = cell;
            ++at;
        }
    }
    setRows(std::move(rows), {Step::Kind::Paste, block.size()});
}

void LookupDraft::sort(int column, Qt::SortOrder order)
{
    QList<Row> sorted, behind, patterns;
    QSet<QString> known;
    for (const Row& row : std::as_const(m_table.rows)) {
        const QString key = folded(row.key);
        (formula::hasWildcard(key) ? patterns : known.contains(key) ? behind : sorted) += row;
        known.insert(key);
    }
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(sorted.begin(), sorted.end(), [&](const Row& a, const Row& b) {
        const int sign = column == 0 ? collator.compare(a.key, b.key) : collator.compare(a.value, b.value);
        return order == Qt::AscendingOrder ? sign < 0 : sign > 0;
    });
    setRows(sorted + behind + patterns, {Step::Kind::Sort, 1});
}

void LookupDraft::merge(const QList<Row>& more)
{
    QList<Row> rows = m_table.rows;
    QHash<QString, qsizetype> places;
    QSet<QString> taken;
    for (qsizetype i = rows.size() - 1; i >= 0; --i)
        places.insert(folded(rows[i].key), i); // the first of equal keys counts
    for (const Row& row : more) {
        if (taken.contains(folded(row.key))) continue;
        taken.insert(folded(row.key));
        const auto known = places.constFind(folded(row.key));
        if (known != places.cend()) {
            rows[*known].value = row.value;
            continue;
        }
        places.insert(folded(row.key), rows.size());
        rows.append(row);
    }
    setRows(std::move(rows), {Step::Kind::Import, more.size()});
}

std::optional<LookupDraft::Step> LookupDraft::undoable() const
{
    return m_before.isEmpty() ? std::nullopt : std::optional(m_before.last().step);
}

std::optional<LookupDraft::Step> LookupDraft::redoable() const
{
    return m_after.isEmpty() ? std::nullopt : std::optional(m_after.last().step);
}

void LookupDraft::undo()
{
    if (m_before.isEmpty()) return;
    State state = m_before.takeLast();
    m_after.append({std::exchange(m_table, std::move(state.table)), state.step});
    Q_EMIT changed();
}

void LookupDraft::redo()
{
    if (m_after.isEmpty()) return;
    State state = m_after.takeLast();
    m_before.append({std::exchange(m_table, std::move(state.table)), state.step});
    Q_EMIT changed();
}

void LookupDraft::discard()
{
    if (m_saved) commit(*m_saved, {Step::Kind::Discard, 1});
}

} // namespace tieout::gui
