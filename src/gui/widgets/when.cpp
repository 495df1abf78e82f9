#include "gui/widgets/when.h"

#include "gui/widgets/say.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

QDateTime local(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(instant));
}

} // namespace

QString formatDay(Date day, const QLocale& locale)
{
    if (!day.isValid()) return {};
    QString format = locale.dateFormat(QLocale::ShortFormat);
    // Figures alone read differently on two sides of an ocean: name the month, show the whole year.
    if (locale.language() == QLocale::English)
        format = u"d MMM yyyy"_s;
    else if (!format.contains(u"yyyy"_s))
        format.replace(u"yy"_s, u"yyyy"_s);
    return locale.toString(day, format);
}

QString formatNear(Instant instant, Instant now, const QLocale& locale)
{
    const QDateTime when = local(instant);
    const qint64 days = local(now).date().daysTo(when.date());
    const QString time = locale.toString(when.time(), u"HH:mm"_s);
    if (days == 0) return time;
    //: %1 is a time of day
    if (days == 1) return say("Tomorrow %1").arg(time);
    //: %1 is a time of day
    if (days == -1) return say("Yesterday %1").arg(time);
    if (std::abs(days) < 300)
        return locale.toString(when.date(), say("d MMM", "a day of this year: d, MMM stay")) + u' ' + time;
    return formatDay(when.date(), locale);
}

QString formatFull(Instant instant, const QString& zone, const QLocale& locale)
{
    const QTimeZone place(zone.toLatin1());
    const QDateTime when = zone.isEmpty() || !place.isValid()
                               ? local(instant)
                               : QDateTime::fromMSecsSinceEpoch(msSinceEpoch(instant), place);
    return locale.toString(when.date(), u"ddd "_s) + formatDay(when.date(), locale) + u' ' +
           locale.toString(when.time(), u"HH:mm"_s);
}

QString formatDuration(std::chrono::milliseconds duration)
{
    using namespace std::chrono;
    const qint64 seconds = duration_cast<std::chrono::seconds>(duration).count();
    if (seconds < 1) return say("under 1 s");
    if (seconds < 90) return say("%1 s", "seconds").arg(seconds);
    const qint64 minutes = (seconds + 30) / 60;
    if (minutes < 90) return say("%1 min", "minutes").arg(minutes);
    return say("%1 h %2 min", "hours and minutes").arg(minutes / 60).arg(minutes % 60);
}

QString formatCountdown(int seconds)
{
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

} // namespace tieout::gui
