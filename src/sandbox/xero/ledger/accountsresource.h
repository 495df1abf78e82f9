#pragma once

#include "sandbox/xero/wire/call.h"
#include "sandbox/xero/wire/replywriter.h"

namespace tieout::sandbox::xero {

/// /Accounts: list, single, PUT, POST, DELETE; one account per request. Stateless.
[[nodiscard]] Response answerAccounts(const Call& call);
/// Members of one account into the open object.
void writeAccount(ReplyWriter& writer, const Tenant& tenant, const Account& account);

} // namespace tieout::sandbox::xero
