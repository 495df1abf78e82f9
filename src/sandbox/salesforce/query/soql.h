#pragma once

#include "base/date.h"
#include "base/decimal.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace tieout::sandbox::salesforce {

enum class SoqlFunction : quint8 {
    None,
    Count,
    CountDistinct,
    Sum,
    Avg,
    Min,
    Max,
    ToLabel,
    Format,
    ConvertCurrency,
    Fields,
    CalendarYear,
    CalendarQuarter,
    CalendarMonth,
    FiscalYear,
    FiscalQuarter,
    FiscalMonth,
    DayInMonth,
    DayInWeek,
    DayInYear,
    DayOnly,
    HourInDay,
    WeekInMonth,
    WeekInYear,
};
/// By its name in a query, without case.
[[nodiscard]] std::optional<SoqlFunction> soqlFunction(const QString& name);
[[nodiscard]] constexpr bool isAggregate(SoqlFunction function)
{
    return function >= SoqlFunction::Count && function <= SoqlFunction::Max;
}
[[nodiscard]] constexpr bool isDatePart(SoqlFunction function)
{
    return function >= SoqlFunction::CalendarYear;
}

/// A dotted name and where it stands in the query, for messages.
struct SoqlPath {
    QStringList parts;
    qsizetype at = 0;
};

struct SoqlLiteral {
    enum class Kind : quint8 { Null, Bool, Number, Text, Date, Instant, Period };

    Kind kind = Kind::Null;
    bool flag = false;
    Decimal number;
    QString text;
    qint64 from = 0; ///< Date and Period: days since 1970; Instant: milliseconds
    qint64 to = 0;   ///< first one after
    qsizetype at = 0;
};

enum class SoqlOperator : quint8 {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Like,
    In,
    NotIn,
    Includes,
    Excludes
};

struct SoqlQuery;

struct SoqlCondition {
    enum class Kind : quint8 { And, Or, Not, Compare };

    Kind kind = Kind::Compare;
    std::vector<SoqlCondition> parts;
    SoqlPath path;
    SoqlFunction function = SoqlFunction::None; ///< of the path
    SoqlOperator op = SoqlOperator::Equal;
    std::vector<SoqlLiteral> values;
    std::shared_ptr<SoqlQuery> semiJoin; ///< IN (SELECT …)
};

/// TYPEOF path WHEN object THEN fields … ELSE fields END
struct SoqlTypeOf {
    struct Case {
        QString object; ///< empty: ELSE
        std::vector<SoqlPath> fields;
    };
    std::vector<Case> cases;
};

struct SoqlItem {
    SoqlPath path; ///< empty in COUNT()
    SoqlFunction function = SoqlFunction::None;
    QString alias;
    std::shared_ptr<SoqlQuery> children;
    std::shared_ptr<SoqlTypeOf> typeOf;
};

struct SoqlGroup {
    SoqlPath path;
    SoqlFunction function = SoqlFunction::None;
};

struct SoqlOrder {
    SoqlPath path;
    SoqlFunction function = SoqlFunction::None;
    bool descending = false;
    std::optional<bool> nullsLast;
};

struct SoqlQuery {
    QString text; ///< the whole query, for messages
    std::vector<SoqlItem> items;
    SoqlPath from;
    QString alias;
    std::optional<SoqlCondition> where;
    std::vector<SoqlGroup> groups;
    std::optional<SoqlCondition> having;
    std::vector<SoqlOrder> orders;
    int limit = -1;
    int offset = 0;
    bool allRows = false;

    /// Rows are grouped or summed up; COUNT() alone is not.
    [[nodiscard]] bool aggregates() const;
};

/// What is wrong with a query, in the service's words.
struct SoqlFault {
    QString code; ///< "MALFORMED_QUERY", "INVALID_FIELD", "INVALID_TYPE" …
    QString message;

    /// With the excerpt and caret that the service puts before its sentence.
    [[nodiscard]] static SoqlFault at(const QString& code, const QString& query, qsizetype position,
                                      const QString& sentence);
};

template<class T>
using SoqlResult = tl::expected<T, SoqlFault>;

/// `today` is the day that TODAY and its family mean.
[[nodiscard]] SoqlResult<SoqlQuery> parseSoql(const QString& text, Date today);

/// "TODAY", "LAST_N_DAYS:30" …: [first day, first day after); nothing for another word.
[[nodiscard]] std::optional<std::pair<Date, Date>> soqlPeriod(const QString& word, int n, Date today);

} // namespace tieout::sandbox::salesforce
