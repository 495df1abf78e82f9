#pragma once

#include "base/json.h"
#include "mapping/compiledmapping.h"
#include "mapping/runcontext.h"

#include <QFile>

namespace tieout::mapping {

/// A source value from JSON as a connector would decode it: names that end in Date hold dates.
inline model::Value valueFrom(const Json& json, const QString& name = {})
{
    switch (json.kind()) {
    case Json::Kind::Null:
        return {};
    case Json::Kind::Bool:
        return model::Value(json.toBool());
    case Json::Kind::Number:
        return model::Value(json.toDecimal());
    case Json::Kind::Text:
        if (name.endsWith(QStringLiteral("Date"))) return model::Value(parseDate(json.toText()).value());
        return model::Value(json.toText());
    case Json::Kind::Array: {
        model::ValueList items;
        for (const Json& item : json.toArray())
            items.append(valueFrom(item));
        return model::Value(items);
    }
    case Json::Kind::Object:
        break;
    }
    if (json.contains(u"records")) return valueFrom(json[u"records"]);
    QStringList names;
    for (const auto& member : json.toObject())
        names.append(member.first);
    model::Record record(std::make_shared<const model::Shape>(names));
    for (int i = 0; i < int(names.size()); ++i)
        record.set(i, valueFrom(json.toObject()[i].second, names[i]));
    return model::Value(record);
}

/// JSON that is easy to read in a test: ' for the quotes, ` for those inside a text.
inline QByteArray quotes(QByteArray text)
{
    return text.replace('\'', '"').replace('`', "\\\"");
}

inline model::Record recordFrom(const QByteArray& json)
{
    return *valueFrom(Json::parse(quotes(json)).value()).record();
}

/// The record as one line of JSON, blanks left out: what a writer would send.
inline Json sent(const model::Value& value)
{
    if (const model::ValueList* items = value.list()) {
        Json list = Json::array();
        for (const model::Value& item : *items)
            list.append(sent(item));
        return list;
    }
    if (!value.record())
        return value.number()    ? Json(*value.number())
               : value.boolean() ? Json(*value.boolean())
                                 : Json(value.toPlainText());
    const model::Record& record = *value.record();
    Json object = Json::object();
    for (int i = 0; i < record.shape()->size(); ++i) {
        if (!record.at(i).isBlank()) object.set(record.shape()->names()[i], sent(record.at(i)));
    }
    return object;
}

inline QByteArray sent(const model::Record& record)
{
    return sent(model::Value(record)).toBytes();
}

inline model::MappingDocument documentFrom(const QByteArray& fields)
{
    return model::mappingFromJson(
               Json::parse("{\"from\":\"A\",\"to\":\"B\",\"fields\":[" + quotes(fields) + "]}").value())
        .value();
}

/// Tables, links and settings of a small organisation.
inline RunContext organisation()
{
    model::LookupTable regions;
    regions.name = QStringLiteral("Regions");
    regions.valueLabel = QStringLiteral("Tax rate");
    regions.rows = {{QStringLiteral("AU"), QStringLiteral("OUTPUT")},
                    {QStringLiteral("N*"), QStringLiteral("EXPORT")}};
    RunContext context;
    context.tables = std::make_shared<const LookupTables>(QList{regions});
    context.links = [](const QString& flow, const QString& key) {
        return flow == QStringLiteral("accounts-to-contacts") && key == QStringLiteral("001A")
                   ? std::optional(QStringLiteral("c-1"))
                   : std::nullopt;
    };
    context.settings.insert(QStringLiteral("BaseCurrency"), model::Value(QStringLiteral("AUD")));
    return context;
}

} // namespace tieout::mapping
