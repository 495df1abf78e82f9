#pragma once

#include "sandbox/xero/wire/call.h"
#include "sandbox/xero/wire/replywriter.h"

namespace tieout::sandbox::xero {

/// /TrackingCategories[/{id}[/Options[/{id}]]]: bare objects, two active categories at most. Stateless.
[[nodiscard]] Response answerTracking(const Call& call);
void writeTrackingCategory(ReplyWriter& writer, const TrackingCategory& category, RowDetail detail);

} // namespace tieout::sandbox::xero
