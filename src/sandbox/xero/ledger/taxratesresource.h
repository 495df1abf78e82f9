#pragma once

#include "sandbox/xero/wire/call.h"
#include "sandbox/xero/wire/replywriter.h"

namespace tieout::sandbox::xero {

/// /TaxRates: list, single, PUT, POST; deleting is a POST of the status. Stateless.
[[nodiscard]] Response answerTaxRates(const Call& call);
/// Members of one rate into the open object.
void writeTaxRate(ReplyWriter& writer, const TaxRate& rate);

} // namespace tieout::sandbox::xero
