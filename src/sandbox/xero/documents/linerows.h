#pragma once

#include "sandbox/xero/organisation/tenant.h"
#include "sandbox/xero/wire/replywriter.h"

namespace tieout::sandbox::xero {

enum class LineDetail : quint8 {
    Full,
    Books, ///< what is stored, without the empty members: for state dumps
};

/// The array "LineItems". `unitDecimals` is 2 or 4.
void writeLines(ReplyWriter& writer, const Tenant& tenant, const std::vector<DocumentLine>& lines,
                LineDetail detail, int unitDecimals);
/// The array "Tracking" of a line; journals spell it alike.
/// `member`: documents say "Tracking", the general ledger spells it out.
void writeTracking(ReplyWriter& writer, const TrackingBook& book, const std::array<TrackingMark, 2>& marks,
                   const char* member = "Tracking");

} // namespace tieout::sandbox::xero
