#include "mapping/missingrow.h"

#include "formula/context.h"

using namespace Qt::StringLiterals;

namespace tieout::mapping {

using model::LookupTable;

std::optional<MissingRow> missingRow(const Error& error)
{
    const QStringList& facts = error.facts;
    if (error.code == "lookup.no-row"_L1 && facts.size() > 1) return MissingRow{facts[0], facts[1], false};
    if (error.code == "convert.no-rate"_L1 && facts.size() > 2)
        return MissingRow{QString::fromUtf16(formula::kRateTable),
                          facts[0] + u'/' + facts[1] + u' ' + facts[2], true};
    return std::nullopt;
}

const LookupTable* namedTable(const QList<LookupTable>& tables, const QString& name)
{
    const auto found = std::find_if(tables.begin(), tables.end(), [&name](const LookupTable& table) {
        return table.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == tables.end() ? nullptr : &*found;
}

LookupTable withRow(const QList<LookupTable>& tables, const MissingRow& missing, const QString& value,
                    const LookupTable& fresh)
{
    const LookupTable* known = namedTable(tables, missing.table);
    LookupTable table = known ? *known : fresh;
    for (LookupTable::Row& row : table.rows) {
        if (row.key.trimmed().compare(missing.key, Qt::CaseInsensitive) != 0) continue;
        row.value = value;
        return table;
    }
    table.rows.append({missing.key, value});
    return table;
}

} // namespace tieout::mapping
