#pragma once

#include "sandbox/xero/documents/document.h"
#include "sandbox/xero/documents/invoiceedit.h"

namespace tieout::sandbox::xero {

// The ledger's arithmetic: half away from zero, tax to the cent on each line, totals as sums of rounded
// lines.

/// Fills quantity, unit amount, discount and line amount of `line` from what the request states;
/// `unitDecimals` is 2 or 4. Adds the API's messages for amounts that contradict each other or are out of
/// range.
void computeLineAmount(DocumentLine& line, const LineEdit& edit, int unitDecimals, QStringList& errors);
/// The tax on a line amount at `percent`.
[[nodiscard]] Decimal lineTax(const Decimal& lineAmount, const Decimal& percent, LineAmountTypes types);
/// SubTotal, TotalTax, Total and TotalDiscount from the lines.
void computeTotals(DocumentBody& document);

} // namespace tieout::sandbox::xero
