#include "model/mapping.h"

#include "model/objectreader.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace tieout::model {

namespace {

const QString kCode = u"mapping.syntax"_s;

constexpr Words<WhenEmpty, 3> kWhenEmpty{{
    {WhenEmpty::Leave, u"leave"},
    {WhenEmpty::Clear, u"clear"},
    {WhenEmpty::Hold, u"hold"},
}};

void checkFormula(ObjectReader& reader, const QString& name, const QString& formula)
{
    if (!formula.isEmpty() && !formula.startsWith(u'=')) reader.reject(name, u"must start with \"=\""_s);
}

Result<MappedField> fieldFromJson(const Json& json, const QString& path)
{
    MappedField field;
    ObjectReader reader(json, kCode, path);
    reader.text(u"to"_s, field.to);
    reader.text(u"formula"_s, field.formula);
    reader.text(u"each"_s, field.each);
    reader.list(u"fields"_s, field.fields, fieldFromJson);
    reader.text(u"filter"_s, field.filter);
    reader.text(u"sort"_s, field.sort);
    reader.word(u"whenEmpty"_s, field.whenEmpty, kWhenEmpty);
    reader.text(u"note"_s, field.note);
    reader.require(u"to"_s, field.to);
    checkFormula(reader, u"formula"_s, field.formula);
    if (field.each.isEmpty() && reader.has(u"fields"_s)) reader.reject(u"fields"_s, u"needs \"each\""_s);
    if (!field.each.isEmpty() && !field.formula.isEmpty()) {
        reader.reject(u"formula"_s, u"cannot stand beside \"each\""_s);
    }
    field.extra = reader.rest();
    if (reader.error()) return fail(*reader.error());
    return field;
}

Json fieldToJson(const MappedField& field)
{
    ObjectWriter writer;
    writer.put(u"to"_s, Json(field.to));
    writer.text(u"formula"_s, field.formula);
    writer.text(u"each"_s, field.each);
    writer.list(u"fields"_s, field.fields, fieldToJson);
    writer.text(u"filter"_s, field.filter);
    writer.text(u"sort"_s, field.sort);
    writer.text(u"whenEmpty"_s, wordFor(kWhenEmpty, field.whenEmpty), u"leave"_s);
    writer.text(u"note"_s, field.note);
    writer.members(field.extra);
    return writer.take();
}

} // namespace

bool MappedField::operator==(const MappedField&) const = default;

Result<MappingDocument> mappingFromJson(const Json& json)
{
    MappingDocument document;
    ObjectReader reader(json, kCode, {});
    reader.text(u"from"_s, document.from);
    reader.text(u"to"_s, document.to);
    reader.number(u"version"_s, document.version, 0, std::numeric_limits<int>::max());
    if (!reader.has(u"fields"_s)) reader.reject(u"fields"_s, u"is missing"_s);
    reader.list(u"fields"_s, document.fields, fieldFromJson);
    document.extra = reader.rest();
    if (reader.error()) return fail(*reader.error());
    return document;
}

Json toJson(const MappingDocument& document)
{
    ObjectWriter writer;
    writer.put(u"from"_s, Json(document.from));
    writer.put(u"to"_s, Json(document.to));
    writer.put(u"version"_s, Json(document.version));
    Json::Array fields;
    for (const MappedField& field : document.fields)
        fields.append(fieldToJson(field));
    writer.put(u"fields"_s, Json(std::move(fields)));
    writer.members(document.extra);
    return writer.take();
}

} // namespace tieout::model
