#pragma once

#include "sandbox/xero/documents/documentbody.h"

namespace tieout::sandbox::xero {

/// One amount on one account, in the base currency: debits are positive.
struct LedgerLine {
    int account = -1;
    Decimal net;
    Decimal tax; ///< told beside the amount; posted by a line of its own
    QString description;
    int taxRate = -1;
    std::array<TrackingMark, 2> tracking;

    bool operator==(const LedgerLine&) const = default;
};

/// What one document posts as it stands now; no lines: nothing, or no longer anything. The lines sum to zero.
struct LedgerEntry {
    QUuid source;
    std::string_view sourceType; ///< "ACCREC", "MANJOURNAL" …
    QString reference;
    Date date;
    Instant changed{};
    std::vector<LedgerLine> lines;
};

} // namespace tieout::sandbox::xero
