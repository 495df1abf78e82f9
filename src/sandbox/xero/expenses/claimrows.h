#pragma once

#include "sandbox/xero/organisation/tenant.h"
#include "sandbox/xero/wire/replywriter.h"

namespace tieout::sandbox::xero {

/// The person of the organisation; null when there is none with that id.
[[nodiscard]] const OrganisationUser* userOf(const Tenant& tenant, const QUuid& id);
/// Members of one user into the open object.
void writeUser(ReplyWriter& writer, const Tenant& tenant, const OrganisationUser& user);
/// Members of one receipt into the open object; `contact` may be null.
void writeReceipt(ReplyWriter& writer, const Tenant& tenant, const Receipt& row, const Contact* contact,
                  RowDetail detail, int unitDecimals);
void writeClaim(ReplyWriter& writer, const Tenant& tenant, const ExpenseClaim& row, RowDetail detail);
[[nodiscard]] std::string_view statusName(ReceiptStatus status);
[[nodiscard]] std::string_view statusName(ClaimStatus status);

} // namespace tieout::sandbox::xero
