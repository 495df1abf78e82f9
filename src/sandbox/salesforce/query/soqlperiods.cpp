#include "sandbox/salesforce/query/soql.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

Date quarterStart(Date day)
{
    return Date(day.year(), (day.month() - 1) / 3 * 3 + 1, 1);
}

/// Start of the unit that holds `day`: weeks begin on Sunday in the practice organisation's locale.
Date unitStart(const QString& unit, Date day)
{
    if (unit == u"WEEK") return day.addDays(-(day.dayOfWeek() % 7));
    if (unit == u"MONTH") return Date(day.year(), day.month(), 1);
    if (unit == u"QUARTER") return quarterStart(day);
    return Date(day.year(), 1, 1);
}

Date addUnits(const QString& unit, Date day, int n)
{
    if (unit == u"DAY") return day.addDays(n);
    if (unit == u"WEEK") return day.addDays(7 * n);
    if (unit == u"MONTH") return day.addMonths(n);
    if (unit == u"QUARTER") return day.addMonths(3 * n);
    return day.addYears(n);
}

} // namespace

std::optional<std::pair<Date, Date>> soqlPeriod(const QString& word, int n, Date today)
{
    static const QStringList kUnits{u"WEEK"_s, u"MONTH"_s, u"QUARTER"_s, u"YEAR"_s};
    if (word == u"TODAY") return std::pair(today, today.addDays(1));
    if (word == u"YESTERDAY") return std::pair(today.addDays(-1), today);
    if (word == u"TOMORROW") return std::pair(today.addDays(1), today.addDays(2));
    if (word == u"LAST_90_DAYS") return std::pair(today.addDays(-90), today.addDays(1));
    if (word == u"NEXT_90_DAYS") return std::pair(today.addDays(1), today.addDays(91));
    if (word == u"LAST_N_DAYS") return std::pair(today.addDays(-n), today.addDays(1));
    if (word == u"NEXT_N_DAYS") return std::pair(today.addDays(1), today.addDays(n + 1));
    if (word.startsWith(u"N_") && word.endsWith(u"S_AGO")) {
        QString unit = word.mid(2).chopped(5);
        if (unit.startsWith(u"FISCAL_")) unit = unit.mid(7);
        if (unit == u"DAY") return std::pair(today.addDays(-n), today.addDays(1 - n));
        if (!kUnits.contains(unit)) return {};
        const Date from = addUnits(unit, unitStart(unit, today), -n);
        return std::pair(from, addUnits(unit, from, 1));
    }
    const qsizetype bar = word.indexOf(u'_');
    const QString which = word.left(bar);
    QString unit = word.mid(bar + 1);
    if (unit.startsWith(u"FISCAL_")) unit = unit.mid(7);
    const bool counted = unit.startsWith(u"N_") && unit.endsWith(u'S');
    if (counted) unit = unit.mid(2).chopped(1);
    if (bar < 0 || !kUnits.contains(unit)) return {};
    const Date start = unitStart(unit, today);
    const int steps = counted ? n : 1;
    if (which == u"THIS" && !counted) return std::pair(start, addUnits(unit, start, 1));
    if (which == u"LAST") return std::pair(addUnits(unit, start, -steps), start);
    if (which == u"NEXT") return std::pair(addUnits(unit, start, 1), addUnits(unit, start, 1 + steps));
    return {};
}

} // namespace tieout::sandbox::salesforce
