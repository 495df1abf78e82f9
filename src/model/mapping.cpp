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

Result<Grouping::Aggregate> aggregateFromJson(const Json& json, const QString& path)
{
    Grouping::Aggregate aggregate;
    ObjectReader reader(json, kCode, path);
    reader.text(u"name"_s, aggregate.name);
    reader.text(u"formula"_s, aggregate.formula);
    reader.require(u"name"_s, aggregate.name);
    reader.require(u"formula"_s, aggregate.formula);
    checkFormula(reader, u"formula"_s, aggregate.formula);
    aggregate.extra = reader.rest();
    if (reader.error()) return fail(*reader.error());
    return aggregate;
}

Json aggregateToJson(const Grouping::Aggregate& aggregate)
{
    ObjectWriter writer;
    writer.put(u"name"_s, Json(aggregate.name));
    writer.put(u"formula"_s, Json(aggregate.formula));
    writer.members(aggregate.extra);
    return writer.take();
}

/// Keys, aggregates and the rows share one record: no two may have one name.
void checkNames(ObjectReader& reader, const Grouping& grouping)
{
    QSet<QString> names{grouping.rows};
    for (const QString& key : grouping.keys) {
        if (names.contains(key)) reader.reject(u"keys"_s, u"\"%1\" stands twice"_s.arg(key));
        names.insert(key);
    }
    for (const Grouping::Aggregate& aggregate : grouping.aggregates) {
        if (names.contains(aggregate.name))
            reader.reject(u"aggregates"_s, u"\"%1\" stands twice"_s.arg(aggregate.name));
        names.insert(aggregate.name);
    }
}

Result<Grouping> groupingFromJson(const Json& json, const QString& path)
{
    Grouping grouping;
    ObjectReader reader(json, kCode, path);
    reader.texts(u"keys"_s, grouping.keys);
    reader.text(u"rows"_s, grouping.rows);
    reader.list(u"aggregates"_s, grouping.aggregates, aggregateFromJson);
    if (grouping.keys.isEmpty()) reader.reject(u"keys"_s, u"is missing"_s);
    if (grouping.keys.contains(QString())) reader.reject(u"keys"_s, u"must not be empty"_s);
    reader.require(u"rows"_s, grouping.rows);
    checkNames(reader, grouping);
    grouping.extra = reader.rest();
    if (reader.error()) return fail(*reader.error());
    return grouping;
}

Json groupingToJson(const Grouping& grouping)
{
    ObjectWriter writer;
    writer.texts(u"keys"_s, grouping.keys);
    writer.put(u"rows"_s, Json(grouping.rows));
    writer.list(u"aggregates"_s, grouping.aggregates, aggregateToJson);
    writer.members(grouping.extra);
    return writer.take();
}

std::optional<Error> refuseNewer(const Json& json)
{
    const qint64 format = json[u"format"].toInteger(kMappingFormat);
    if (format <= kMappingFormat) return std::nullopt;
    return errorOf(ErrorKind::BadConfig, u"mapping.newer"_s, u"written by a newer program"_s,
                   {QString::number(format), QString::number(kMappingFormat)});
}

QList<MappedField> readableFields(const Json& items, const QString& path, QList<Error>& faults, int depth)
{
    QList<MappedField> fields;
    for (qsizetype i = 0; i < items.size() && items.isArray(); ++i) {
        const QString here = u"%1[%2]"_s.arg(path).arg(i);
        auto whole = fieldFromJson(items.at(i), here);
        if (whole) {
            fields.append(std::move(*whole));
            continue;
        }
        const Json& json = items.at(i);
        MappedField field;
        field.to = json[u"to"].toText(here);
        field.formula = json[u"formula"].toText();
        field.each = json[u"each"].toText();
        field.filter = json[u"filter"].toText();
        field.sort = json[u"sort"].toText();
        field.note = json[u"note"].toText();
        // What is wrong further in is told there, where it stands.
        const qsizetype before = faults.size();
        constexpr int kDeepest = 64;
        if (depth < kDeepest)
            field.fields = readableFields(json[u"fields"], here + u".fields"_s, faults, depth + 1);
        if (faults.size() == before) faults.append(std::move(whole.error()));
        fields.append(std::move(field));
    }
    return fields;
}

} // namespace

bool MappedField::operator==(const MappedField&) const = default;

Result<MappingDocument> mappingFromJson(const Json& json)
{
    if (auto newer = refuseNewer(json)) return fail(std::move(*newer));
    MappingDocument document;
    ObjectReader reader(json, kCode, {});
    reader.text(u"from"_s, document.from);
    reader.text(u"to"_s, document.to);
    reader.number(u"version"_s, document.version, 0, std::numeric_limits<int>::max());
    reader.object(u"group"_s, document.group, groupingFromJson);
    if (json[u"fields"].isNull()) reader.reject(u"fields"_s, u"is missing"_s);
    reader.list(u"fields"_s, document.fields, fieldFromJson);
    document.extra = reader.rest();
    if (reader.error()) return fail(*reader.error());
    return document;
}

BrokenMapping mappingAsFarAsReadable(const Json& json)
{
    BrokenMapping read;
    if (auto whole = mappingFromJson(json)) {
        read.document = std::move(*whole);
        return read;
    }
    if (auto newer = refuseNewer(json)) read.faults.append(std::move(*newer));
    ObjectReader reader(json, kCode, {});
    if (!json.isObject()) {
        read.faults.append(*reader.error());
        return read;
    }
    reader.text(u"from"_s, read.document.from);
    reader.text(u"to"_s, read.document.to);
    reader.number(u"version"_s, read.document.version, 0, std::numeric_limits<int>::max());
    if (reader.error()) read.faults.append(*reader.error());
    ObjectReader grouped(json, kCode, {});
    grouped.object(u"group"_s, read.document.group, groupingFromJson);
    if (grouped.error()) read.faults.append(*grouped.error());
    ObjectReader listed(json, kCode, {});
    if (json[u"fields"].isNull())
        listed.reject(u"fields"_s, u"is missing"_s);
    else if (!json[u"fields"].isArray())
        listed.reject(u"fields"_s, u"must be a list"_s);
    if (listed.error()) read.faults.append(*listed.error());
    read.document.fields = readableFields(json[u"fields"], u"fields"_s, read.faults, 0);
    return read;
}

Json toJson(const MappingDocument& document)
{
    ObjectWriter writer;
    writer.put(u"from"_s, Json(document.from));
    writer.put(u"to"_s, Json(document.to));
    writer.put(u"version"_s, Json(document.version));
    if (document.group) writer.put(u"group"_s, groupingToJson(*document.group));
    Json::Array fields;
    for (const MappedField& field : document.fields)
        fields.append(fieldToJson(field));
    writer.put(u"fields"_s, Json(std::move(fields)));
    writer.members(document.extra);
    return writer.take();
}

} // namespace tieout::model
