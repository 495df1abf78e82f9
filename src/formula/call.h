#pragma once

#include "formula/coerce.h"
#include "formula/context.h"
#include "formula/operand.h"

#include <span>

namespace tieout::formula {

/// A function's view of its own call: arguments with Excel's conversions, and the way to fail. A conversion
/// that fails keeps the reason; the function then returns `failure()`. Lives on the evaluator's stack.
class Call final
{
  public:
    /// `spans`: of the call, then of each argument.
    Call(std::span<Operand> arguments, const Span* spans, FaultLog& faults, const EvaluationContext& context)
        : m_arguments(arguments)
        , m_spans(spans)
        , m_faults(faults)
        , m_context(context)
    {
    }

    [[nodiscard]] int count() const { return int(m_arguments.size()); }
    [[nodiscard]] const Operand& operand(int index) const { return m_arguments[size_t(index)]; }
    [[nodiscard]] const model::Value& value(int index) const { return operand(index).value; }
    [[nodiscard]] model::Value take(int index) { return std::move(m_arguments[size_t(index)].value); }
    /// Present and neither blank nor left empty.
    [[nodiscard]] bool given(int index) const { return index < count() && !value(index).isBlank(); }
    /// Is one of the first `among` arguments empty and none of them a list? So it is in a record without
    /// lines, where [Lines.Code] = "a" is a single FALSE.
    [[nodiscard]] bool nothingListed(int among) const;
    [[nodiscard]] const EvaluationContext& context() const { return m_context; }
    [[nodiscard]] FaultLog& faults() { return m_faults; }
    [[nodiscard]] const Fault& faultOf(int index) const { return m_faults.at(operand(index).fault); }
    [[nodiscard]] const Span* spans() const { return m_spans; }
    /// The same call with other arguments; for functions applied item by item.
    [[nodiscard]] Call with(std::span<Operand> arguments) const
    {
        return {arguments, m_spans, m_faults, m_context};
    }

    // Conversions: false means `failure()` says why. The second form takes a fallback for a missing argument.
    [[nodiscard]] bool number(int index, Decimal& out);
    [[nodiscard]] bool number(int index, Decimal& out, const Decimal& fallback);
    /// Cut towards zero, as Excel does; bounded to ±10^9.
    [[nodiscard]] bool integer(int index, int& out);
    [[nodiscard]] bool integer(int index, int& out, int fallback);
    [[nodiscard]] bool text(int index, QString& out);
    [[nodiscard]] bool text(int index, QString& out, const QString& fallback);
    [[nodiscard]] bool boolean(int index, bool& out);
    [[nodiscard]] bool boolean(int index, bool& out, bool fallback);
    [[nodiscard]] bool date(int index, Date& out);
    /// A list as it is; blank = no items; anything else = one item.
    [[nodiscard]] model::ValueList list(int index) const;

    [[nodiscard]] Operand failure() { return m_failure; }
    /// Fails at an argument; -1 = at the whole call.
    [[nodiscard]] Operand fail(FaultKind kind, QString code, QStringList facts = {}, int argument = -1);
    /// Fails for a text that cannot be read as what `code` says; an empty one has a sentence of its own.
    [[nodiscard]] Operand unreadable(const model::Value& value, const QString& code, int argument);
    /// The number, or #DIV/0! or #NUM! for its error.
    [[nodiscard]] Operand settled(const Result<Decimal>& result, int divisor = -1);
    /// Refuses text longer than the language builds.
    [[nodiscard]] Operand bounded(QString text);

    /// Calls `take(value, argument)` for each value of the arguments from `first` on, lists opened; stops at
    /// false.
    template<class Take>
    bool eachValue(int first, Take take)
    {
        for (int i = first; i < count(); ++i) {
            const model::ValueList* items = value(i).list();
            if (!items && !take(value(i), i)) return false;
            if (!items) continue;
            for (const model::Value& item : *items) {
                if (!take(item, i)) return false;
            }
        }
        return true;
    }
    /// A number from a value of an argument; false as above.
    [[nodiscard]] bool numberOf(const model::Value& value, int index, Decimal& out);

  private:
    std::span<Operand> m_arguments;
    const Span* m_spans;
    FaultLog& m_faults;
    const EvaluationContext& m_context;
    Operand m_failure;
};

} // namespace tieout::formula
