#pragma once

#include "formula/fault.h"
#include "formula/limits.h"
#include "model/value.h"

#include <vector>

namespace tieout::formula {

/// One entry of the evaluator's stack: a value, or the number of a fault in the evaluation's list. Errors
/// cost nothing to pass on and keep the place they came from.
struct Operand {
    model::Value value;
    qint32 fault = -1;

    Operand() = default;
    Operand(model::Value v)
        : value(std::move(v))
    {
    }
    Operand(Decimal v)
        : value(v)
    {
    }
    Operand(bool v)
        : value(v)
    {
    }
    Operand(QString v)
        : value(std::move(v))
    {
    }
    Operand(Date v)
        : value(v)
    {
    }
    Operand(const char16_t*) = delete;
    [[nodiscard]] bool failed() const { return fault >= 0; }
    [[nodiscard]] static Operand faulted(qint32 number)
    {
        Operand operand;
        operand.fault = number;
        return operand;
    }
};

/// What one evaluation may still touch and build (limits.h).
class Allowance final
{
  public:
    /// False when the items or characters are used up.
    [[nodiscard]] bool spend(qint64 items, qint64 characters)
    {
        m_items -= items;
        m_characters -= characters;
        return m_items >= 0 && m_characters >= 0;
    }

  private:
    qint64 m_items = kMaxTouchedItems;
    qint64 m_characters = kMaxBuiltText;
};

/// The faults raised during one evaluation; operands point into it by number.
class FaultLog final
{
  public:
    [[nodiscard]] Operand raise(FaultKind kind, Span at, QString code, QStringList facts = {});
    [[nodiscard]] Operand raise(Fault fault);
    [[nodiscard]] const Fault& at(qint32 number) const { return m_faults[size_t(number)]; }
    void clear() { m_faults.clear(); }

  private:
    std::vector<Fault> m_faults;
};

} // namespace tieout::formula
