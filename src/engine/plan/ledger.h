#pragma once

#include "base/result.h"
#include "connectors/connector.h"
#include "model/value.h"

namespace tieout::engine {

/// A document's money as the ledger will compute it.
struct LedgerTotals {
    Decimal subTotal;
    Decimal totalTax;
    Decimal total;
};

/// Xero's own arithmetic (systems facts 6.5): each line is quantity × unit amount (4 places) less its
/// discount, rounded to the cent; tax is rounded per line; totals are sums of lines. Lines without an amount
/// count nothing. Error RowRejected "decimal.overflow" when a figure does not fit; "ledger.tax-rate" (facts:
/// code) for a tax rate that the organisation does not have.
[[nodiscard]] Result<LedgerTotals> ledgerTotals(const model::Record& document,
                                                const QList<connectors::ReferenceData::TaxRate>& rates);

} // namespace tieout::engine
