#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/records/recordwriter.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

using Checked = tl::expected<std::string, RowError>;

QString jsonTypeName(FieldType type)
{
    switch (type) {
    case FieldType::Currency:
        return u"currency"_s;
    case FieldType::Percent:
        return u"percent"_s;
    case FieldType::Integer:
        return u"int"_s;
    case FieldType::Boolean:
        return u"boolean"_s;
    case FieldType::Date:
        return u"date"_s;
    case FieldType::DateTime:
        return u"datetime"_s;
    case FieldType::Number:
        return u"double"_s;
    default:
        return u"string"_s;
    }
}

tl::unexpected<RowError> notReadable(const Field& field, const Json& value)
{
    QString token = u"VALUE_STRING"_s;
    if (value.isObject())
        token = u"START_OBJECT"_s;
    else if (value.isArray())
        token = u"START_ARRAY"_s;
    else if (value.isNumber())
        token = u"VALUE_NUMBER_FLOAT"_s;
    else if (value.isBool())
        token = value.toBool() ? u"VALUE_TRUE"_s : u"VALUE_FALSE"_s;
    const QString shown = value.isText() ? u" value "_s + value.toText() : QString();
    return tl::unexpected(RowError{u"JSON_PARSER_ERROR"_s,
                                   u"Cannot deserialize instance of "_s + jsonTypeName(field.type) +
                                       u" from "_s + token + shown +
                                       u" or request may be missing a required field at [line:1, column:1]"_s,
                                   {}});
}

bool isEmail(const QString& text)
{
    const qsizetype at = text.indexOf(u'@');
    return at > 0 && text.indexOf(u'@', at + 1) < 0 && text.indexOf(u'.', at) > at + 1 &&
           !text.endsWith(u'.') && !text.contains(u' ');
}

Checked checkedText(const Field& field, const Json& value)
{
    QString text;
    if (value.isText())
        text = value.toText().trimmed();
    else if (value.isNumber() || value.isBool())
        text = QString::fromUtf8(value.toBytes());
    else
        return notReadable(field, value);
    text.remove(QChar(0));
    if (text.isEmpty()) return std::string();
    if (field.length > 0 && text.size() > field.length) {
        return tl::unexpected(RowError{u"STRING_TOO_LONG"_s,
                                       field.label + u": data value too large: "_s + text +
                                           u" (max length="_s + QString::number(field.length) + u")"_s,
                                       {field.name}});
    }
    if (field.type == FieldType::Email && !isEmail(text)) {
        return tl::unexpected(RowError{
            u"INVALID_EMAIL_ADDRESS"_s, field.label + u": invalid email address: "_s + text, {field.name}});
    }
    if (field.restricted && !field.picklist.contains(text)) {
        return tl::unexpected(RowError{u"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"_s,
                                       field.label + u": bad value for restricted picklist field: "_s + text,
                                       {field.name}});
    }
    return textFragment(text);
}

Checked checkedNumber(const Field& field, const Json& value)
{
    Decimal number = value.toDecimal();
    if (value.isText()) {
        if (value.toText().isEmpty()) return std::string();
        const auto parsed = Decimal::parse(value.toText().trimmed());
        if (!parsed) return notReadable(field, value);
        number = *parsed;
    } else if (!value.isNumber()) {
        return notReadable(field, value);
    }
    if (number.scale() > field.scale) number = number.rounded(field.scale);
    const QString whole = number.abs().rounded(0, Rounding::Down).toString();
    const int wholeDigits = field.precision - field.scale;
    if (field.precision > 0 && whole.size() > std::max(1, wholeDigits)) {
        return tl::unexpected(
            RowError{u"NUMBER_OUTSIDE_VALID_RANGE"_s,
                     field.label + u": value outside of valid range on numeric field: "_s + number.toString(),
                     {field.name}});
    }
    return numberFragment(number);
}

Checked checkedMoment(const Field& field, const Json& value)
{
    const QString text = value.toText().trimmed();
    if (value.isText() && text.isEmpty()) return std::string();
    const auto instant = parseInstant(text);
    if (field.type == FieldType::Date) {
        const auto date = parseDate(text);
        if (!date && !instant) return notReadable(field, value);
        return dateFragment(date ? *date : utcDate(*instant));
    }
    if (!instant || !text.contains(u'T')) return notReadable(field, value);
    return stampFragment(msSinceEpoch(*instant));
}

} // namespace

Checked checkedCell(const Field& field, const Json& value)
{
    if (value.isNull()) return field.type == FieldType::Boolean ? boolFragment(false) : std::string();
    if (field.isNumeric()) return checkedNumber(field, value);
    switch (field.type) {
    case FieldType::Boolean:
        if (value.isBool()) return boolFragment(value.toBool());
        if (value.toText() == u"true" || value.toText() == u"false")
            return boolFragment(value.toText() == u"true");
        return notReadable(field, value);
    case FieldType::Date:
    case FieldType::DateTime:
        return checkedMoment(field, value);
    default:
        return checkedText(field, value);
    }
}

} // namespace tieout::sandbox::salesforce
