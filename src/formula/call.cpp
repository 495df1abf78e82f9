#include "formula/call.h"

#include "formula/limits.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;

Operand Call::fail(FaultKind kind, QString code, QStringList facts, int argument)
{
    m_failure = m_faults.raise(kind, m_spans[argument + 1], std::move(code), std::move(facts));
    return m_failure;
}

bool Call::numberOf(const Value& value, int index, Decimal& out)
{
    if (const Decimal* number = value.number()) {
        out = *number;
        return true;
    }
    if (const auto number = toNumber(value)) {
        out = *number;
        return true;
    }
    if (value.date() || value.instant())
        m_failure = fail(FaultKind::Value, u"formula.date-where-number"_s, {toText(value)}, index);
    else if (value.list() || value.record())
        m_failure = fail(FaultKind::Value, u"formula.record-where-value"_s, {}, index);
    else
        static_cast<void>(unreadable(value, u"formula.not-a-number"_s, index));
    return false;
}

bool Call::number(int index, Decimal& out)
{
    return numberOf(value(index), index, out);
}

bool Call::number(int index, Decimal& out, const Decimal& fallback)
{
    out = fallback;
    return !given(index) || number(index, out);
}

bool Call::integer(int index, int& out)
{
    constexpr qint64 kLargest = 1'000'000'000;
    Decimal number;
    if (!this->number(index, number)) return false;
    const auto whole = number.rounded(0, Rounding::Down).toInteger();
    if (!whole || *whole > kLargest || *whole < -kLargest) {
        static_cast<void>(fail(FaultKind::Number, u"formula.too-large"_s, {}, index));
        return false;
    }
    out = int(*whole);
    return true;
}

bool Call::integer(int index, int& out, int fallback)
{
    out = fallback;
    return !given(index) || integer(index, out);
}

bool Call::text(int index, QString& out)
{
    const Value& value = this->value(index);
    if (value.list() || value.record()) {
        static_cast<void>(fail(FaultKind::Value, u"formula.record-where-value"_s, {}, index));
        return false;
    }
    out = toText(value);
    return true;
}

bool Call::text(int index, QString& out, const QString& fallback)
{
    out = fallback;
    return !given(index) || text(index, out);
}

bool Call::boolean(int index, bool& out)
{
    const auto truth = toBoolean(value(index));
    if (truth) {
        out = *truth;
        return true;
    }
    static_cast<void>(unreadable(value(index), u"formula.not-a-boolean"_s, index));
    return false;
}

bool Call::boolean(int index, bool& out, bool fallback)
{
    out = fallback;
    return !given(index) || boolean(index, out);
}

bool Call::date(int index, Date& out)
{
    if (const auto date = toDate(value(index), m_context.zone())) {
        out = *date;
        return true;
    }
    if (isEmptyValue(value(index)))
        static_cast<void>(fail(FaultKind::Value, u"formula.blank-date"_s, {}, index));
    else
        static_cast<void>(unreadable(value(index), u"formula.not-a-date"_s, index));
    return false;
}

bool Call::nothingListed(int among) const
{
    const auto arguments = m_arguments.first(size_t(std::min(among, count())));
    return std::any_of(arguments.begin(), arguments.end(),
                       [](const Operand& o) { return o.value.isBlank(); }) &&
           std::none_of(arguments.begin(), arguments.end(), [](const Operand& o) { return o.value.list(); });
}

model::ValueList Call::list(int index) const
{
    const Value& value = this->value(index);
    if (const model::ValueList* items = value.list()) return *items;
    return value.isBlank() ? model::ValueList() : model::ValueList{value};
}

Operand Call::unreadable(const Value& value, const QString& code, int argument)
{
    if (value.list() || value.record())
        return fail(FaultKind::Value, u"formula.record-where-value"_s, {}, argument);
    const bool empty = value.text() && value.text()->trimmed().isEmpty();
    return fail(FaultKind::Value, empty ? u"formula.empty-text"_s : code,
                empty ? QStringList() : QStringList(toText(value)), argument);
}

Operand Call::settled(const Result<Decimal>& result, int divisor)
{
    if (result) return Operand(*result);
    const QString& code = result.error().code;
    if (code == "decimal.division-by-zero"_L1)
        return fail(FaultKind::DivisionByZero, u"formula.division-by-zero"_s, {}, divisor);
    return fail(FaultKind::Number, code == "formula.power"_L1 ? code : u"formula.too-large"_s);
}

Operand Call::bounded(QString text)
{
    if (text.size() > kMaxTextLength)
        return fail(FaultKind::Value, u"formula.text-too-long"_s, {QString::number(kMaxTextLength)});
    return Operand(std::move(text));
}

} // namespace tieout::formula
