#pragma once

#include "sandbox/xero/wire/call.h"
#include "sandbox/xero/wire/replywriter.h"

namespace tieout::sandbox::xero {

/// /ManualJournals: list, single, PUT, POST. Stateless.
[[nodiscard]] Response answerManualJournals(const Call& call);
/// Members of one journal into the open object; lists without a page leave the lines out.
void writeManualJournal(ReplyWriter& writer, const Tenant& tenant, const ManualJournal& journal,
                        RowDetail detail);

} // namespace tieout::sandbox::xero
