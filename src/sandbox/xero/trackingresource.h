#pragma once

#include "sandbox/xero/call.h"
#include "sandbox/xero/replywriter.h"

namespace tieout::sandbox::xero {

/// /TrackingCategories[/{id}[/Options[/{id}]]]: bare objects, two active categories at most. Stateless.
[[nodiscard]] Response answerTracking(const Call& call);
void writeTrackingCategory(ReplyWriter& writer, const TrackingCategory& category, bool withArchived);

} // namespace tieout::sandbox::xero
