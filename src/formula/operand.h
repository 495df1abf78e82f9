#pragma once

#include "formula/fault.h"
#include "formula/limits.h"
#include "model/value.h"

#include <vector>

namespace tieout::formula {

/// One entry of the evaluator's stack: a value, or the number of a fault in the evaluation's list. Errors
/// cost nothing to pass on and keep the place they came from. A list whose items failed in part has blanks
/// there and names the faults by `spoilt`.
struct Operand {
    model::Value value;
    qint32 fault = -1;
    qint32 spoilt = -1; ///< number of the faults of a list's items; -1 = no item failed

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
    [[nodiscard]] bool isSpoilt() const { return spoilt >= 0; }
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
        return !spent();
    }
    [[nodiscard]] bool spent() const { return m_items < 0 || m_characters < 0; }

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
    void clear()
    {
        m_faults.clear();
        m_spoilt.clear();
    }

    /// Keeps the faults of a list's items, -1 where an item has none, for `Operand::spoilt`.
    [[nodiscard]] qint32 keep(std::vector<qint32> faults);
    /// The fault of one item of a list; -1 = it has a value.
    [[nodiscard]] qint32 faultOf(const Operand& list, qsizetype item) const
    {
        return list.isSpoilt() ? m_spoilt[size_t(list.spoilt)][size_t(item)] : -1;
    }
    /// As one value: a list with a failed item is the first of these errors.
    [[nodiscard]] Operand whole(Operand operand) const;

  private:
    friend class ItemResults;

    std::vector<Fault> m_faults;
    std::vector<std::vector<qint32>> m_spoilt;
};

} // namespace tieout::formula
