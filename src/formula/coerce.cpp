#include "formula/coerce.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

/// "1,234,567.8": groups of three before the point, none behind it.
bool groupsAreWellFormed(QStringView text)
{
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.left(point);
    if (point >= 0 && text.mid(point).contains(u',')) return false;
    const qsizetype first = whole.indexOf(u',');
    if (first < 1 || first > 3) return false;
    for (qsizetype i = first; i < whole.size(); i += 4) {
        if (whole[i] != u',' || whole.size() - i < 4 || whole.mid(i + 1, 3).contains(u',')) return false;
    }
    return true;
}

/// "2026-11-21", also with slashes and without zeros: the year comes first, so there is one way to read it.
std::optional<Date> dayFromText(QStringView text)
{
    if (const auto date = parseDate(text)) return *date;
    const auto parts = text.split(text.contains(u'/') ? u'/' : u'-');
    if (parts.size() != 3 || parts[0].size() != 4) return std::nullopt;
    int numbers[3] = {};
    for (qsizetype i = 0; i < 3; ++i) {
        if (parts[i].isEmpty() || parts[i].size() > 4) return std::nullopt;
        for (const QChar c : parts[i]) {
            if (c < u'0' || c > u'9') return std::nullopt;
            numbers[i] = numbers[i] * 10 + (c.unicode() - u'0');
        }
    }
    const Date date(numbers[0], numbers[1], numbers[2]);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

/// A day, or a day with a time behind it: in UTC or at an offset it is the day in `zone`; without either the
/// day is the one that is written.
std::optional<Date> dateFromText(QStringView text, const QTimeZone& zone)
{
    qsizetype end = 0;
    while (end < text.size() && text[end] != u'T' && text[end] != u' ')
        ++end;
    const auto day = dayFromText(text.left(end));
    if (!day || end == text.size()) return day;
    const QString moment = formatDate(*day) + u"T"_s + text.mid(end + 1).toString();
    const auto instant = parseInstant(moment);
    if (!instant) return std::nullopt;
    const bool zoned = moment.endsWith(u'Z') || QStringView(moment).mid(11).contains(u'+') ||
                       QStringView(moment).mid(11).contains(u'-');
    return zoned ? dayOf(*instant, zone) : *day;
}

} // namespace

std::optional<Decimal> numberFromText(QStringView text)
{
    QStringView rest = text.trimmed();
    // As ledgers write what is owed: (5) and 5-.
    const bool brackets = rest.size() > 2 && rest.startsWith(u'(') && rest.endsWith(u')');
    if (brackets) rest = rest.mid(1, rest.size() - 2).trimmed();
    const bool behind = !brackets && rest.size() > 1 && rest.endsWith(u'-');
    if (behind) rest = rest.chopped(1).trimmed();
    if ((brackets || behind) && (rest.startsWith(u'-') || rest.startsWith(u'+'))) return std::nullopt;
    const bool percent = rest.endsWith(u'%');
    if (percent) rest = rest.chopped(1).trimmed();
    if (rest.isEmpty()) return std::nullopt;
    QString ungrouped;
    if (rest.contains(u',')) {
        const bool sign = rest.startsWith(u'-') || rest.startsWith(u'+');
        if (!groupsAreWellFormed(rest.mid(sign ? 1 : 0))) return std::nullopt;
        ungrouped = rest.toString().remove(u',');
        rest = ungrouped;
    }
    auto parsed = Decimal::parse(rest);
    if (parsed && percent) parsed = parsed->dividedBy(Decimal(100));
    if (!parsed) return std::nullopt;
    return brackets || behind ? parsed->negated() : *parsed;
}

std::optional<Decimal> toNumber(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Number:
        return *value.number();
    case Value::Kind::Blank:
        return Decimal();
    case Value::Kind::Boolean:
        return Decimal(*value.boolean() ? 1 : 0);
    case Value::Kind::Text:
        return numberFromText(*value.text());
    default:
        return std::nullopt;
    }
}

QString toText(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Text:
        return *value.text();
    case Value::Kind::Number:
        return value.number()->normalized().toString();
    case Value::Kind::Boolean:
        return *value.boolean() ? u"TRUE"_s : u"FALSE"_s;
    case Value::Kind::Date:
        return formatDate(*value.date());
    case Value::Kind::Instant:
        return formatInstant(*value.instant());
    default:
        return {};
    }
}

std::optional<bool> toBoolean(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Boolean:
        return *value.boolean();
    case Value::Kind::Blank:
        return false;
    case Value::Kind::Number:
        return !value.number()->isZero();
    case Value::Kind::Text:
        if (value.text()->compare("TRUE"_L1, Qt::CaseInsensitive) == 0) return true;
        if (value.text()->compare("FALSE"_L1, Qt::CaseInsensitive) == 0) return false;
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<Date> toDate(const Value& value, const QTimeZone& zone)
{
    if (const Date* date = value.date()) return *date;
    if (const Instant* instant = value.instant()) return dayOf(*instant, zone);
    const QString* text = value.text();
    return text ? dateFromText(QStringView(*text).trimmed(), zone) : std::nullopt;
}

Date dayOf(Instant instant, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(instant), zone).date();
}

Instant startOfDay(Date date, const QTimeZone& zone)
{
    return instantFromMs(date.startOfDay(zone).toMSecsSinceEpoch());
}

bool isEmptyValue(const Value& value)
{
    return value.isBlank() || (value.text() && value.text()->isEmpty());
}

} // namespace tieout::formula
