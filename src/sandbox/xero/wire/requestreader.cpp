#include "sandbox/xero/wire/requestreader.h"

#include "sandbox/xero/organisation/guids.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

// Wide enough for every documented length, narrow enough that products of two still fit a Decimal.
constexpr int kMaxScale = 12;
const Decimal& largest()
{
    static const Decimal kLargest(1'000'000'000'000'000);
    return kLargest;
}

} // namespace

MemberNames::MemberNames(std::initializer_list<QStringView> names)
{
    for (const QStringView name : names)
        add(name);
}

void MemberNames::add(QStringView name)
{
    const size_t length = size_t(name.size());
    if (m_byLength.size() <= length) m_byLength.resize(length + 1);
    m_byLength[length].push_back({name, m_next++});
}

int MemberNames::find(QStringView name) const
{
    const size_t length = size_t(name.size());
    if (length >= m_byLength.size()) return -1;
    const std::vector<Entry>& entries = m_byLength[length];
    for (const Entry& entry : entries) {
        if (entry.name == name) return entry.number;
    }
    for (const Entry& entry : entries) {
        if (entry.name.compare(name, Qt::CaseInsensitive) == 0) return entry.number;
    }
    return -1;
}

const Json& memberOf(const Json& json, QStringView name)
{
    for (const Json::Member& member : json.toObject()) {
        if (QStringView(member.first).compare(name, Qt::CaseInsensitive) == 0) return member.second;
    }
    static const Json kNull;
    return kNull;
}

std::optional<QString> ValueReader::text(const Json& value)
{
    switch (value.kind()) {
    case Json::Kind::Null:
        return std::nullopt;
    case Json::Kind::Text:
        return value.toText();
    case Json::Kind::Number:
        return value.toDecimal().toString();
    case Json::Kind::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    default:
        refuse(u"Unexpected object or array where a text belongs"_s);
        return std::nullopt;
    }
}

std::optional<Decimal> ValueReader::number(const Json& value)
{
    Decimal number;
    if (value.isNumber()) {
        number = value.toDecimal();
    } else if (value.isText()) {
        const QString text = value.toText().trimmed();
        if (text.isEmpty()) return std::nullopt;
        const Result<Decimal> parsed = Decimal::parse(QStringView(text));
        if (!parsed) {
            refuse(u"Could not convert string to decimal: "_s + text.left(64));
            return std::nullopt;
        }
        number = *parsed;
    } else {
        if (!value.isNull()) refuse(u"Unexpected value where a number belongs"_s);
        return std::nullopt;
    }
    if (number.abs() > largest()) {
        refuse(u"Value was either too large or too small for a Decimal."_s);
        return std::nullopt;
    }
    return number.scale() > kMaxScale ? number.rounded(kMaxScale) : number;
}

std::optional<bool> ValueReader::flag(const Json& value)
{
    if (value.isBool()) return value.toBool();
    if (value.isText()) {
        const QString text = value.toText();
        if (text.compare("true"_L1, Qt::CaseInsensitive) == 0) return true;
        if (text.compare("false"_L1, Qt::CaseInsensitive) == 0) return false;
    }
    if (!value.isNull()) refuse(u"Could not convert value to boolean"_s);
    return std::nullopt;
}

std::optional<Date> ValueReader::day(const Json& value)
{
    if (value.isNull()) return std::nullopt;
    const QString text = value.toText().trimmed();
    if (text.isEmpty() && value.isText()) return std::nullopt;
    if (const Result<Date> date = parseDate(text)) return *date;
    if (const std::optional<Instant> instant = parseMicrosoftDate(text)) return utcDate(*instant);
    if (const Result<Instant> instant = parseInstant(text)) return utcDate(*instant);
    refuse(u"Could not convert string to DateTime: "_s + text.left(64));
    return std::nullopt;
}

std::optional<QUuid> ValueReader::guid(const Json& value)
{
    if (value.isNull()) return std::nullopt;
    const QString text = value.toText().trimmed();
    if (text.isEmpty() && value.isText()) return std::nullopt;
    const QUuid guid = parseGuid(text);
    if (!guid.isNull()) return guid;
    if (text != "00000000-0000-0000-0000-000000000000"_L1)
        refuse(u"Error converting value \"%1\" to type 'System.Guid'"_s.arg(text.left(64)));
    return std::nullopt;
}

void ValueReader::refuse(const QString& message)
{
    if (m_fault.isEmpty()) m_fault = message;
}

} // namespace tieout::sandbox::xero
