#include "model/schedule.h"

#include "model/objectreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tieout::model {

namespace {

using Kind = ScheduleRule::Kind;

constexpr Words<Kind, 6> kKinds{{
    {Kind::Manual, u"manual"},
    {Kind::Interval, u"interval"},
    {Kind::Daily, u"daily"},
    {Kind::Weekly, u"weekly"},
    {Kind::Monthly, u"monthly"},
    {Kind::MonthEnd, u"monthEnd"},
}};

/// "09:00", 24 hours.
std::optional<QTime> timeFromText(const QString& text)
{
    if (text.size() != 5 || text.at(2) != u':') return std::nullopt;
    for (const int i : {0, 1, 3, 4}) {
        if (text.at(i) < u'0' || text.at(i) > u'9') return std::nullopt;
    }
    const QTime time(text.left(2).toInt(), text.right(2).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

void readWeekdays(ObjectReader& reader, QList<int>& weekdays)
{
    const Json& items = reader.take(u"weekdays"_s);
    if (items.isNull()) return;
    bool right = items.isArray();
    for (const Json& item : items.toArray()) {
        const qint64 day = item.toInteger();
        right = right && day >= 1 && day <= 7 && !weekdays.contains(int(day));
        weekdays.append(int(day));
    }
    if (!right) reader.reject(u"weekdays"_s, u"must be different days from 1 (Monday) to 7"_s);
    std::sort(weekdays.begin(), weekdays.end());
}

} // namespace

Result<ScheduleRule> scheduleFromJson(const Json& json)
{
    ScheduleRule rule;
    ObjectReader reader(json, u"schedule.syntax"_s, {});
    reader.word(u"kind"_s, rule.kind, kKinds);
    reader.number(u"everyMinutes"_s, rule.everyMinutes, 5, 1440);
    QString at = rule.at.toString(u"HH:mm"_s);
    reader.text(u"at"_s, at);
    if (const auto time = timeFromText(at))
        rule.at = *time;
    else
        reader.reject(u"at"_s, u"must be a time like 09:00"_s);
    readWeekdays(reader, rule.weekdays);
    reader.number(u"dayOfMonth"_s, rule.dayOfMonth, 1, 31);
    reader.text(u"zone"_s, rule.zone);
    reader.flag(u"paused"_s, rule.paused);
    if (rule.kind == Kind::Weekly && rule.weekdays.isEmpty()) {
        reader.reject(u"weekdays"_s, u"needs at least one day"_s);
    }
    reader.refuseRest();
    if (reader.error()) return fail(*reader.error());
    return rule;
}

Json toJson(const ScheduleRule& rule)
{
    const ScheduleRule standard;
    ObjectWriter writer;
    writer.put(u"kind"_s, Json(wordFor(kKinds, rule.kind)));
    writer.number(u"everyMinutes"_s, rule.everyMinutes, standard.everyMinutes);
    if (rule.at != standard.at) writer.put(u"at"_s, Json(rule.at.toString(u"HH:mm"_s)));
    writer.list(u"weekdays"_s, rule.weekdays, [](int day) { return Json(day); });
    writer.number(u"dayOfMonth"_s, rule.dayOfMonth, standard.dayOfMonth);
    writer.text(u"zone"_s, rule.zone);
    writer.flag(u"paused"_s, rule.paused, standard.paused);
    return writer.take();
}

} // namespace tieout::model
