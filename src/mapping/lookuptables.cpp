#include "mapping/lookuptables.h"

#include "formula/wildcard.h"

namespace tieout::mapping {

using formula::LookupAnswer;
using model::LookupTable;

LookupTables::LookupTables(const QList<LookupTable>& tables)
{
    for (const LookupTable& table : tables)
        m_tables.push_back(indexed(table));
}

LookupTables::Table LookupTables::indexed(const LookupTable& source)
{
    Table table;
    table.source = source;
    for (int row = 0; row < int(source.rows.size()); ++row) {
        const QString key = source.rows[row].key.trimmed();
        table.values.emplace_back(source.rows[row].value);
        if (formula::hasWildcard(key)) {
            table.patterns.push_back({key, row});
            continue;
        }
        const QString folded = key.toCaseFolded();
        if (table.folded.contains(folded)) {
            table.duplicates.append(key);
            continue;
        }
        table.rows.insert(key, row);
        table.folded.insert(folded, row);
    }
    return table;
}

const LookupTables::Table* LookupTables::named(const QString& name) const
{
    for (const Table& table : m_tables) {
        if (table.source.name.compare(name, Qt::CaseInsensitive) == 0) return &table;
    }
    return nullptr;
}

int LookupTables::rowOf(const Table& table, const QString& key)
{
    if (const auto row = table.rows.constFind(key); row != table.rows.constEnd()) return *row;
    if (const auto row = table.folded.constFind(key.toCaseFolded()); row != table.folded.constEnd())
        return *row;
    if (key.isEmpty()) return -1;
    for (const Pattern& pattern : table.patterns) {
        if (formula::matchesWildcard(key, pattern.key)) return pattern.row;
    }
    return -1;
}

LookupAnswer LookupTables::find(const QString& name, const QString& key, const QString& column) const
{
    LookupAnswer answer;
    const Table* table = named(name);
    if (!table) return answer;
    if (!column.isEmpty() && column.compare(table->source.valueLabel, Qt::CaseInsensitive) != 0) {
        answer.state = LookupAnswer::State::NoColumn;
        return answer;
    }
    const QString trimmed = key.trimmed();
    answer.row = rowOf(*table, trimmed);
    if (answer.row >= 0) {
        answer.state = LookupAnswer::State::Found;
        answer.value = table->values[size_t(answer.row)];
    } else if (table->source.whenMissing == LookupTable::WhenMissing::Default) {
        answer.state = LookupAnswer::State::Default;
        answer.value = model::Value(table->source.defaultValue);
    } else {
        answer.state = trimmed.isEmpty() ? LookupAnswer::State::BlankKey : LookupAnswer::State::NoRow;
    }
    return answer;
}

bool LookupTables::contains(const QString& table) const
{
    return named(table) != nullptr;
}

QStringList LookupTables::names() const
{
    QStringList names;
    for (const Table& table : m_tables)
        names.append(table.source.name);
    return names;
}

QStringList LookupTables::duplicateKeys(const QString& table) const
{
    const Table* found = named(table);
    return found ? found->duplicates : QStringList();
}

} // namespace tieout::mapping
