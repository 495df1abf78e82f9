#include "model/flow.h"
#include "model/objectreader.h"

using namespace Qt::StringLiterals;

namespace tieout::model {

namespace {

using WhenMissing = LookupTable::WhenMissing;

const QString kCode = u"lookup.syntax"_s;

constexpr Words<WhenMissing, 2> kWhenMissing{{
    {WhenMissing::Hold, u"hold"},
    {WhenMissing::Default, u"default"},
}};

Result<LookupTable::Row> rowFromJson(const Json& json, const QString& path)
{
    LookupTable::Row row;
    ObjectReader reader(json, kCode, path);
    reader.text(u"key"_s, row.key);
    reader.text(u"value"_s, row.value);
    reader.require(u"key"_s, row.key);
    reader.refuseRest();
    if (reader.error()) return fail(*reader.error());
    return row;
}

} // namespace

Result<LookupTable> lookupFromJson(const Json& json)
{
    LookupTable table;
    ObjectReader reader(json, kCode, {});
    reader.text(u"name"_s, table.name);
    reader.text(u"keyLabel"_s, table.keyLabel);
    reader.text(u"valueLabel"_s, table.valueLabel);
    reader.list(u"rows"_s, table.rows, rowFromJson);
    reader.word(u"whenMissing"_s, table.whenMissing, kWhenMissing);
    reader.text(u"defaultValue"_s, table.defaultValue);
    reader.require(u"name"_s, table.name);
    reader.refuseRest();
    if (reader.error()) return fail(*reader.error());
    return table;
}

Json toJson(const LookupTable& table)
{
    ObjectWriter writer;
    writer.put(u"name"_s, Json(table.name));
    writer.text(u"keyLabel"_s, table.keyLabel);
    writer.text(u"valueLabel"_s, table.valueLabel);
    Json::Array rows;
    for (const auto& row : table.rows) {
        rows.append(Json::object({{u"key"_s, Json(row.key)}, {u"value"_s, Json(row.value)}}));
    }
    writer.put(u"rows"_s, Json(std::move(rows)));
    writer.text(u"whenMissing"_s, wordFor(kWhenMissing, table.whenMissing), u"hold"_s);
    writer.text(u"defaultValue"_s, table.defaultValue);
    return writer.take();
}

} // namespace tieout::model
