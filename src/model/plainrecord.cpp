#include "model/plainrecord.h"

namespace tieout::model {

using namespace Qt::StringLiterals;

namespace {

Json recordJson(const Record& record)
{
    Json object = Json::object();
    const int size = record.shape() ? record.shape()->size() : 0;
    for (int slot = 0; slot < size; ++slot) {
        if (!record.at(slot).isBlank())
            object.set(record.shape()->names().at(slot), plainJson(record.at(slot)));
    }
    return object;
}

tl::unexpected<Error> wrongType(const Field& field, const QString& given)
{
    const QString label = field.label.isEmpty() ? field.name : field.label;
    return fail(ErrorKind::RowRejected, u"record.field-type"_s, u"not a "_s + fieldTypeName(field.type),
                {label, given, fieldTypeName(field.type)});
}

Result<Value> listFromPlain(const Field& field, const Json& json);

Result<Value> valueFromPlain(const Field& field, const Json& json)
{
    switch (json.kind()) {
    case Json::Kind::Null:
        return Value();
    case Json::Kind::Bool:
        if (field.type != FieldType::Boolean) return wrongType(field, json.toBool() ? u"true"_s : u"false"_s);
        return Value(json.toBool());
    case Json::Kind::Number:
        if (field.type == FieldType::Number || field.type == FieldType::Money) return Value(json.toDecimal());
        return valueFromText(field, json.toDecimal().toString());
    case Json::Kind::Text:
        return valueFromText(field, json.toText());
    case Json::Kind::Array:
        return listFromPlain(field, json);
    case Json::Kind::Object: {
        if (field.type != FieldType::Record) return wrongType(field, u"{…}"_s);
        auto inner = recordFromPlain(field.fields, json);
        if (!inner) return tl::unexpected(inner.error());
        return Value(inner->record);
    }
    }
    return Value();
}

Result<Value> listFromPlain(const Field& field, const Json& json)
{
    if (field.type != FieldType::List) return wrongType(field, u"[…]"_s);
    ValueList list;
    for (const Json& item : json.toArray()) {
        if (field.fields.isEmpty()) { // a list of plain words
            list += item.isNumber() ? Value(item.toDecimal()) : Value(item.toText());
            continue;
        }
        auto inner = recordFromPlain(field.fields, item);
        if (!inner) return tl::unexpected(inner.error());
        list += Value(inner->record);
    }
    return Value(list);
}

} // namespace

void writePlain(JsonWriter& writer, const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Blank:
        return writer.null();
    case Value::Kind::Boolean:
        return writer.value(*value.boolean());
    case Value::Kind::Number:
        return writer.value(*value.number());
    case Value::Kind::Text:
        return writer.value(QStringView(*value.text()));
    case Value::Kind::Date:
        return writer.value(QStringView(formatDate(*value.date())));
    case Value::Kind::Instant:
        return writer.value(QStringView(formatInstant(*value.instant())));
    case Value::Kind::List:
        writer.beginArray();
        for (const Value& item : *value.list())
            writePlain(writer, item);
        return writer.endArray();
    case Value::Kind::Record: {
        const Record& record = *value.record();
        writer.beginObject();
        const int size = record.shape() ? record.shape()->size() : 0;
        for (int slot = 0; slot < size; ++slot) {
            if (record.at(slot).isBlank()) continue;
            writer.key(record.shape()->names().at(slot));
            writePlain(writer, record.at(slot));
        }
        return writer.endObject();
    }
    }
}

Json plainJson(const Value& value)
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
        return Json(formatDate(*value.date()));
    case Value::Kind::Instant:
        return Json(formatInstant(*value.instant()));
    case Value::Kind::List: {
        Json list = Json::array();
        for (const Value& item : *value.list())
            list.append(plainJson(item));
        return list;
    }
    case Value::Kind::Record:
        return recordJson(*value.record());
    }
    return {};
}

Result<PlainRecord> recordFromPlain(const QList<Field>& fields, const Json& json)
{
    if (!json.isObject()) return fail(ErrorKind::BadConfig, u"record.syntax"_s, u"a record is an object"_s);
    QStringList names;
    QList<Value> values;
    PlainRecord plain;
    for (const auto& [name, member] : json.toObject()) {
        const auto field = std::find_if(fields.cbegin(), fields.cend(),
                                        [&name](const Field& each) { return each.name == name; });
        if (field == fields.cend())
            return fail(ErrorKind::RowRejected, u"record.field-unknown"_s, u"no field "_s + name, {name});
        if (field->readOnly)
            return fail(ErrorKind::RowRejected, u"record.field-read-only"_s, name + u" cannot be set"_s,
                        {field->label.isEmpty() ? name : field->label});
        if (member.isNull()) {
            plain.clear += name;
            continue;
        }
        auto value = valueFromPlain(*field, member);
        if (!value) return tl::unexpected(value.error());
        names += name;
        values += *value;
    }
    plain.record = Record(std::make_shared<Shape>(names));
    for (int slot = 0; slot < names.size(); ++slot)
        plain.record.set(slot, values.at(slot));
    return plain;
}

Result<Value> valueFromText(const Field& field, const QString& text)
{
    if (text.isEmpty()) return Value();
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Enum:
    case FieldType::Id:
        return Value(text);
    case FieldType::Number:
    case FieldType::Money:
        if (const auto number = Decimal::parse(text)) return Value(*number);
        break;
    case FieldType::Boolean:
        if (text == "true"_L1) return Value(true);
        if (text == "false"_L1) return Value(false);
        break;
    case FieldType::Date:
        if (const auto date = parseDate(text)) return Value(*date);
        break;
    case FieldType::Instant:
        if (const auto instant = parseInstant(text)) return Value(*instant);
        break;
    case FieldType::Record:
    case FieldType::List:
        break;
    }
    return wrongType(field, text);
}

} // namespace tieout::model
