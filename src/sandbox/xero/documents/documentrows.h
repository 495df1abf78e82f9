#pragma once

#include "sandbox/xero/organisation/tenant.h"
#include "sandbox/xero/wire/replywriter.h"

namespace tieout::sandbox::xero {

enum class DocumentDetail : quint8 {
    List,  ///< unpaged: empty LineItems
    Full,  ///< single, paged and written
    Books, ///< what is stored: for state dumps
};

/// Members of one document into the open object. `position` is where it is stored, -1 for an echo; `contact`
/// may be null.
void writeDocument(ReplyWriter& writer, const Tenant& tenant, const Document& document, int position,
                   const Contact* contact, DocumentDetail detail, int unitDecimals);

} // namespace tieout::sandbox::xero
