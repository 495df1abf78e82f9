#include "model/value.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tieout::model {

namespace {

constexpr auto kDateTag = QStringView(u"$date");
constexpr auto kInstantTag = QStringView(u"$instant");
constexpr auto kRecordTag = QStringView(u"$record");

Json tagged(QStringView tag, Json content)
{
    return Json::object({{tag.toString(), std::move(content)}});
}

Json recordToJson(const Record& record)
{
    Json::Object members;
    const int size = record.shape() ? record.shape()->size() : 0;
    members.reserve(size);
    for (int i = 0; i < size; ++i)
        members.append({record.shape()->names().at(i), toJson(record.at(i))});
    // A record with a field of that name must not come back as a date.
    const bool ambiguous = size == 1 && members.first().first.startsWith(u'$');
    Json json(std::move(members));
    return ambiguous ? tagged(kRecordTag, std::move(json)) : json;
}

/// Rebuilds values; sibling records with the same fields share one shape.
class ValueReader final
{
  public:
    [[nodiscard]] Value value(const Json& json)
    {
        switch (json.kind()) {
        case Json::Kind::Null:
            return {};
        case Json::Kind::Bool:
            return Value(json.toBool());
        case Json::Kind::Number:
            return Value(json.toDecimal());
        case Json::Kind::Text:
            return Value(json.toText());
        case Json::Kind::Array: {
            ValueList items;
            items.reserve(json.size());
            for (const Json& item : json.toArray())
                items.append(value(item));
            return Value(std::move(items));
        }
        case Json::Kind::Object:
            return object(json);
        }
        return {};
    }

  private:
    Value object(const Json& json)
    {
        if (json.size() == 1) {
            const auto& [tag, content] = json.toObject().first();
            if (tag == kRecordTag && content.isObject()) return record(content);
            if (tag == kDateTag) {
                if (const auto date = parseDate(content.toText())) return Value(*date);
            }
            if (tag == kInstantTag) {
                if (const auto instant = parseInstant(content.toText())) return Value(*instant);
            }
        }
        return record(json);
    }

    Value record(const Json& json)
    {
        const Json::Object& members = json.toObject();
        Record result(shapeOf(members));
        for (int i = 0; i < members.size(); ++i)
            result.set(i, value(members.at(i).second));
        return Value(std::move(result));
    }

    ShapePtr shapeOf(const Json::Object& members)
    {
        const auto fits = [&](const ShapePtr& shape) {
            return std::equal(
                members.begin(), members.end(), shape->names().begin(), shape->names().end(),
                [](const Json::Member& member, const QString& name) { return member.first == name; });
        };
        const auto known = std::find_if(m_shapes.begin(), m_shapes.end(), fits);
        if (known != m_shapes.end()) return *known;
        QStringList names;
        names.reserve(members.size());
        for (const auto& [name, content] : members)
            names.append(name);
        auto shape = std::make_shared<const Shape>(std::move(names));
        if (m_shapes.size() < kMostShapes) m_shapes.append(shape);
        return shape;
    }

    static constexpr int kMostShapes = 16;
    QList<ShapePtr> m_shapes;
};

} // namespace

Json toJson(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Blank:
        return {};
    case Value::Kind::Boolean:
        return Json(*value.boolean());
    case Value::Kind::Number:
        return Json(*value.number());
    case Value::Kind::Text:
        return Json(*value.text());
    case Value::Kind::Date:
        return tagged(kDateTag, Json(formatDate(*value.date())));
    case Value::Kind::Instant:
        return tagged(kInstantTag, Json(formatInstant(*value.instant())));
    case Value::Kind::List: {
        Json::Array items;
        items.reserve(value.list()->size());
        for (const Value& item : *value.list())
            items.append(toJson(item));
        return Json(std::move(items));
    }
    case Value::Kind::Record:
        return recordToJson(*value.record());
    }
    return {};
}

Value fromJson(const Json& json)
{
    return ValueReader().value(json);
}

} // namespace tieout::model
