#pragma once

#include "formula/operand.h"

#include <array>

namespace tieout::formula {

/// Builds a list item by item, failed items too. Of each kind of error only the first is kept: a million
/// failed items must not need a million sentences. Lives on the evaluator's stack.
class ItemResults final
{
  public:
    ItemResults(FaultLog& faults, qsizetype size);
    Q_DISABLE_COPY_MOVE(ItemResults)

    void add(Operand item);
    [[nodiscard]] Operand take();

  private:
    [[nodiscard]] qint32 firstOfItsKind(qint32 fault);

    FaultLog& m_faults;
    model::ValueList m_items;
    std::vector<qint32> m_failed;  ///< empty as long as no item failed
    std::array<qint32, 7> m_known; ///< by kind
    size_t m_mark;                 ///< faults that were there before the next item
};

} // namespace tieout::formula
