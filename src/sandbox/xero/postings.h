#pragma once

#include "sandbox/xero/tenant.h"

namespace tieout::sandbox::xero {

/// One amount on one account on one day, in the base currency: debits are positive.
struct Posting {
    int account = -1;
    Date date;
    Decimal amount;
};

/// What the ledger's documents post, worked out afresh: every approved invoice, credit note, bank
/// transaction, payment, transfer and journal. Each document's postings sum to zero.
[[nodiscard]] std::vector<Posting> postingsOf(const Tenant& tenant);

} // namespace tieout::sandbox::xero
