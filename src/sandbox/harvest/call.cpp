#include "sandbox/harvest/call.h"

#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

QDateTime localTime(Instant instant)
{
    static const QTimeZone kZone("Australia/Sydney");
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(instant), kZone.isValid() ? kZone : QTimeZone::utc());
}

Decimal exact(const Result<Decimal>& value)
{
    return value.value_or(Decimal());
}

} // namespace

Date localDate(Instant instant)
{
    return localTime(instant).date();
}

QString clockText(Instant instant, const Json& company)
{
    const QTime time = localTime(instant).time();
    return clockText(time.hour() * 60 + time.minute(), company);
}

QString clockText(int minutes, const Json& company)
{
    const int hour = minutes / 60 % 24;
    const QString minute = QString::number(minutes % 60).rightJustified(2, u'0');
    if (company[u"clock"].toText() == u"24h")
        return QString::number(hour).rightJustified(2, u'0') + u':' + minute;
    return QString::number(hour % 12 == 0 ? 12 : hour % 12) + u':' + minute + (hour < 12 ? u"am"_s : u"pm"_s);
}

std::optional<int> clockMinutes(const QString& text)
{
    static const QRegularExpression kForm(u"^(\\d{1,2}):(\\d{2})\\s*([ap]m)?$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = kForm.match(text.trimmed());
    if (!match.hasMatch()) return {};
    int hour = match.captured(1).toInt();
    const int minute = match.captured(2).toInt();
    const QString half = match.captured(3).toLower();
    if (minute > 59 || hour > (half.isEmpty() ? 23 : 12) || (!half.isEmpty() && hour == 0)) return {};
    if (half == u"am" && hour == 12) hour = 0;
    if (half == u"pm" && hour < 12) hour += 12;
    return hour * 60 + minute;
}

Decimal printed(const Decimal& value)
{
    if (value.scale() == 0) return value;
    const Decimal shortest = value.normalized();
    return shortest.scale() == 0 ? shortest.rounded(1) : shortest;
}

Decimal plus(const Decimal& a, const Decimal& b)
{
    return exact(a.plus(b));
}

Decimal minus(const Decimal& a, const Decimal& b)
{
    return exact(a.minus(b));
}

Decimal times(const Decimal& a, const Decimal& b)
{
    return exact(a.times(b));
}

Decimal percentOf(const Decimal& amount, const Decimal& percent)
{
    return times(times(amount, percent), Decimal::fromScaled(1, 2)).rounded(2);
}

} // namespace tieout::sandbox::harvest
