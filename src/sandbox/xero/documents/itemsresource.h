#pragma once

#include "sandbox/xero/wire/call.h"
#include "sandbox/xero/wire/replywriter.h"

namespace tieout::sandbox::xero {

/// /Items: list, single, PUT, POST, DELETE. Stateless.
[[nodiscard]] Response answerItems(const Call& call);
/// Members of one item into the open object.
void writeItem(ReplyWriter& writer, const Item& item, int unitDecimals);

} // namespace tieout::sandbox::xero
