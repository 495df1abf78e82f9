#include "gui/connections/entrytext.h"

#include "base/date.h"
#include "gui/widgets/amounts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

using model::FieldType;

const QString kMinutes = u"HH:mm"_s;
const QString kSeconds = u"HH:mm:ss"_s;

/// The day in a text that the reader typed.
std::optional<QDate> dayOf(const QString& text, const QLocale& locale)
{
    const QString full = dayPattern(locale);
    QString loose = full; // "3.4.2026" where "03.04.2026" is usual
    loose.replace(u"dd"_s, u"d"_s).replace(u"MM"_s, u"M"_s);
    for (const QString& pattern : {full, loose})
        if (const QDate day = locale.toDate(text, pattern); day.isValid() && day.year() > 99) return day;
    for (QString pattern : {full, loose}) {
        pattern.replace(u"yyyy"_s, u"yy"_s);
        const QDate day = locale.toDate(text, pattern);
        if (!day.isValid()) continue;
        const int year = day.year() % 100;
        return QDate(year < 80 ? 2000 + year : 1900 + year, day.month(), day.day());
    }
    return {};
}

std::optional<QTime> timeOf(const QString& text)
{
    for (const QString& pattern : {kMinutes, kSeconds, u"H:mm"_s})
        if (const QTime time = QTime::fromString(text, pattern); time.isValid()) return time;
    return {};
}

bool isNumeric(FieldType type)
{
    return type == FieldType::Money || type == FieldType::Number;
}

} // namespace

QString dayPattern(const QLocale& locale)
{
    QString pattern = locale.dateFormat(QLocale::ShortFormat);
    if (!pattern.contains(u"yyyy")) pattern.replace(u"yy"_s, u"yyyy"_s);
    return pattern;
}

QString shownEntry(FieldType type, const QString& kept, const QLocale& locale, const QTimeZone& zone)
{
    if (type == FieldType::Date) {
        const auto day = parseDate(kept);
        return day ? locale.toString(*day, dayPattern(locale)) : kept;
    }
    if (isNumeric(type)) {
        const auto number = Decimal::parse(QStringView(kept));
        return number ? formatNumber(*number, locale).remove(locale.groupSeparator()) : kept;
    }
    if (type != FieldType::Instant) return kept;
    const auto instant = parseInstant(kept);
    if (!instant) return kept;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*instant), zone);
    if (local.time().msec() != 0) return kept; // shown as exact as it is
    const QString& time = local.time().second() == 0 ? kMinutes : kSeconds;
    return locale.toString(local.date(), dayPattern(locale)) + u' ' + local.time().toString(time);
}

QString keptEntry(FieldType type, const QString& typed, const QLocale& locale, const QTimeZone& zone)
{
    const QString text = typed.trimmed();
    if (type == FieldType::Date) {
        if (parseDate(text)) return text;
        const auto day = dayOf(text, locale);
        return day ? day->toString(Qt::ISODate) : typed;
    }
    if (isNumeric(type)) {
        const auto number = readNumber(text, locale);
        return number ? number->toString() : typed;
    }
    if (type != FieldType::Instant || parseInstant(text)) return type == FieldType::Instant ? text : typed;
    const qsizetype gap = text.lastIndexOf(u' ');
    auto day = dayOf(gap > 0 ? text.left(gap).trimmed() : text, locale);
    if (!day && gap > 0)
        if (const auto iso = parseDate(text.left(gap).trimmed())) day = *iso;
    const auto time = gap > 0 ? timeOf(text.mid(gap + 1)) : std::nullopt;
    if (!day || !time) return typed;
    return formatInstantSeconds(instantFromMs(QDateTime(*day, *time, zone).toMSecsSinceEpoch()));
}

} // namespace tieout::gui
