#pragma once

#include "sandbox/xero/wire/call.h"
#include "sandbox/xero/wire/replywriter.h"

namespace tieout::sandbox::xero {

// The organisation's own settings: read only, but for adding a currency. Stateless.
[[nodiscard]] Response answerOrganisation(const Call& call);
[[nodiscard]] Response answerInvoiceReminders(const Call& call);
[[nodiscard]] Response answerCurrencies(const Call& call);
[[nodiscard]] Response answerUsers(const Call& call);
[[nodiscard]] Response answerBrandingThemes(const Call& call);

// Members of one row into the open object.
void writeOrganisation(ReplyWriter& writer, const Organisation& organisation);

} // namespace tieout::sandbox::xero
