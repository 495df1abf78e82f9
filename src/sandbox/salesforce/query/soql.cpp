#include "sandbox/salesforce/query/soqlparser.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr int kMaxLength = 100'000;

constexpr std::pair<QStringView, SoqlFunction> kFunctions[] = {
    {u"COUNT", SoqlFunction::Count},
    {u"COUNT_DISTINCT", SoqlFunction::CountDistinct},
    {u"SUM", SoqlFunction::Sum},
    {u"AVG", SoqlFunction::Avg},
    {u"MIN", SoqlFunction::Min},
    {u"MAX", SoqlFunction::Max},
    {u"TOLABEL", SoqlFunction::ToLabel},
    {u"FORMAT", SoqlFunction::Format},
    {u"CONVERTCURRENCY", SoqlFunction::ConvertCurrency},
    {u"FIELDS", SoqlFunction::Fields},
    {u"CALENDAR_YEAR", SoqlFunction::CalendarYear},
    {u"CALENDAR_QUARTER", SoqlFunction::CalendarQuarter},
    {u"CALENDAR_MONTH", SoqlFunction::CalendarMonth},
    {u"FISCAL_YEAR", SoqlFunction::FiscalYear},
    {u"FISCAL_QUARTER", SoqlFunction::FiscalQuarter},
    {u"FISCAL_MONTH", SoqlFunction::FiscalMonth},
    {u"DAY_IN_MONTH", SoqlFunction::DayInMonth},
    {u"DAY_IN_WEEK", SoqlFunction::DayInWeek},
    {u"DAY_IN_YEAR", SoqlFunction::DayInYear},
    {u"DAY_ONLY", SoqlFunction::DayOnly},
    {u"HOUR_IN_DAY", SoqlFunction::HourInDay},
    {u"WEEK_IN_MONTH", SoqlFunction::WeekInMonth},
    {u"WEEK_IN_YEAR", SoqlFunction::WeekInYear},
};

} // namespace

std::optional<SoqlFunction> soqlFunction(const QString& name)
{
    for (const auto& [word, function] : kFunctions) {
        if (name.compare(word, Qt::CaseInsensitive) == 0) return function;
    }
    return {};
}

bool SoqlQuery::aggregates() const
{
    if (!groups.empty()) return true;
    const bool countsOnly = items.size() == 1 && items.front().function == SoqlFunction::Count &&
                            items.front().path.parts.isEmpty();
    return !countsOnly && std::any_of(items.begin(), items.end(),
                                      [](const SoqlItem& item) { return isAggregate(item.function); });
}

SoqlFault SoqlFault::at(const QString& code, const QString& query, qsizetype position,
                        const QString& sentence)
{
    const qsizetype from = std::max<qsizetype>(0, position - 40);
    const QString excerpt = query.mid(from, 80).simplified().isEmpty() ? query : query.mid(from, 80);
    return {code, u"\n"_s + excerpt + u"\n"_s + QString(position - from, u' ') +
                      u"^\nERROR at Row:1:Column:"_s + QString::number(position + 1) + u"\n"_s + sentence};
}

SoqlResult<SoqlQuery> parseSoql(const QString& text, Date today)
{
    if (text.size() > kMaxLength)
        return tl::unexpected(
            SoqlFault{u"MALFORMED_QUERY"_s, u"SOQL statements cannot be longer than 100,000 characters."_s});
    return SoqlParser(text, today).run();
}

} // namespace tieout::sandbox::salesforce
