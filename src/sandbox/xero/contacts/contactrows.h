#pragma once

#include "sandbox/xero/organisation/tenant.h"
#include "sandbox/xero/wire/replywriter.h"

namespace tieout::sandbox::xero {

enum class ContactDetail : quint8 {
    List,    ///< unpaged: no persons, terms or balances
    Full,    ///< single, paged and written
    Summary, ///< summaryOnly=true
};

struct ContactBalance {
    Decimal receivable;
    Decimal receivableOverdue;
    Decimal payable;
    Decimal payableOverdue;
};

/// Open amounts of some contacts in base currency, by position; one pass over the invoices.
[[nodiscard]] QHash<int, ContactBalance> openBalances(const Tenant& tenant, const std::vector<int>& contacts,
                                                      Instant now);

/// Members of one contact into the open object.
void writeContact(ReplyWriter& writer, const Tenant& tenant, const Contact& contact, ContactDetail detail,
                  const ContactBalance* balance = nullptr);
/// The short form inside documents.
enum class StubDetail : quint8 { Full, Names };
void writeContactStub(ReplyWriter& writer, const Contact& contact, StubDetail detail = StubDetail::Full);

} // namespace tieout::sandbox::xero
