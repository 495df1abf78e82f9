#pragma once

#include "sandbox/xero/organisation/tenant.h"
#include "sandbox/xero/wire/replywriter.h"

namespace tieout::sandbox::xero {

enum class InvoiceDetail : quint8 {
    List,    ///< unpaged: empty LineItems
    Full,    ///< single, paged and written
    Summary, ///< summaryOnly=true
    Books,   ///< what is stored, without the empty members: for state dumps
};

/// Members of one invoice into the open object. `unitDecimals` is 2 or 4; `contact` may be null.
void writeInvoice(ReplyWriter& writer, const Tenant& tenant, const Invoice& invoice, const Contact* contact,
                  InvoiceDetail detail, int unitDecimals);

} // namespace tieout::sandbox::xero
