#include "formula/context.h"

#include "formula/coerce.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDaysBack = 7; ///< the rate of Friday holds over a long weekend

std::optional<Decimal> positiveNumber(const LookupAnswer& answer)
{
    if (answer.state != LookupAnswer::State::Found) return std::nullopt;
    const auto number = toNumber(answer.value);
    return number && *number > Decimal(0) ? number : std::nullopt;
}

} // namespace

std::optional<Decimal> EvaluationContext::rate(const QString& from, const QString& to, Date day) const
{
    const QString table = QString::fromUtf16(kRateTable);
    for (int back = 0; back <= kDaysBack; ++back) {
        const QString on = u' ' + formatDate(day.addDays(-back));
        if (const auto direct = positiveNumber(lookup(table, from + u'/' + to + on, {}))) return direct;
        const auto inverse = positiveNumber(lookup(table, to + u'/' + from + on, {}));
        if (!inverse) continue;
        const auto turned = Decimal(1).dividedBy(*inverse);
        if (turned) return *turned;
    }
    return std::nullopt;
}

LookupAnswer EmptyContext::lookup(const QString&, const QString&, const QString&) const
{
    return {};
}

std::optional<QString> EmptyContext::linkedId(const QString&, const QString&) const
{
    return std::nullopt;
}

std::optional<model::Value> EmptyContext::setting(const QString&) const
{
    return std::nullopt;
}

Instant EmptyContext::runStart() const
{
    return Instant{};
}

const QTimeZone& EmptyContext::zone() const
{
    return m_zone;
}

} // namespace tieout::formula
