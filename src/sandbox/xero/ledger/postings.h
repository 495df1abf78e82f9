#pragma once

#include "sandbox/xero/ledger/ledgerentry.h"
#include "sandbox/xero/organisation/tenant.h"

namespace tieout::sandbox::xero {

/// One amount on one account on one day, in the base currency: debits are positive.
struct Posting {
    int account = -1;
    Date date;
    Decimal amount;
};

/// What the ledger's documents post, worked out afresh: every invoice, credit note, bank transaction,
/// payment, transfer, expense claim and journal; those that are not approved, or no longer, without lines.
[[nodiscard]] std::vector<LedgerEntry> ledgerEntriesOf(const Tenant& tenant);
/// The lines of all entries. Each document's postings sum to zero.
[[nodiscard]] std::vector<Posting> postingsOf(const Tenant& tenant);
/// Balances by account over a range of days; `from` may be invalid: from the beginning.
[[nodiscard]] std::vector<Decimal> balancesOf(const std::vector<Posting>& postings, size_t accounts,
                                              Date from, Date to);

} // namespace tieout::sandbox::xero
