#pragma once

#include "sandbox/xero/call.h"
#include "sandbox/xero/replywriter.h"

namespace tieout::sandbox::xero {

// The organisation's own settings: read only, but for adding a currency. Stateless.
[[nodiscard]] Response answerOrganisation(const Call& call);
[[nodiscard]] Response answerAccounts(const Call& call);
[[nodiscard]] Response answerTaxRates(const Call& call);
[[nodiscard]] Response answerCurrencies(const Call& call);
[[nodiscard]] Response answerUsers(const Call& call);

// Members of one row into the open object.
void writeOrganisation(ReplyWriter& writer, const Organisation& organisation);
void writeAccount(ReplyWriter& writer, const Account& account, Instant updated);
void writeTaxRate(ReplyWriter& writer, const TaxRate& rate);

} // namespace tieout::sandbox::xero
