#pragma once

#include "formula/ast.h"
#include "formula/operand.h"

#include <QTimeZone>

namespace tieout::formula {

/// What an operator needs besides its operands: where to report, and the places of itself, left and right.
struct OperatorSite {
    FaultLog& faults;
    Allowance& allowance;
    const QTimeZone& zone;
    const Span* spans;
};

/// An operator over values or, item by item, over lists. A faulted operand is passed on, the left one first.
[[nodiscard]] Operand applyBinary(BinaryOp op, const Operand& left, const Operand& right, OperatorSite site);
[[nodiscard]] Operand applyNegate(const Operand& operand, OperatorSite site);
[[nodiscard]] Operand applyPercent(const Operand& operand, OperatorSite site);

/// Order of two values as the comparison operators see it: text without case; number < text < boolean; a
/// blank equals 0, "" and FALSE; a date is compared with an instant as the start of its day. Nothing when the
/// two kinds have no order (a date and a number, a list, a record).
[[nodiscard]] std::optional<int> compareValues(const model::Value& left, const model::Value& right,
                                               const QTimeZone& zone);
[[nodiscard]] bool equalValues(const model::Value& left, const model::Value& right, const QTimeZone& zone);

} // namespace tieout::formula
