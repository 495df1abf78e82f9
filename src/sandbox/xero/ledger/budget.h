#pragma once

#include "sandbox/xero/documents/documentbody.h"

namespace tieout::sandbox::xero {

struct BudgetBalance {
    Date month; ///< its first day
    Decimal amount;
    QString notes;
};

struct BudgetLine {
    int account = -1; ///< position in the chart
    std::vector<BudgetBalance> balances;
};

/// What an organisation, or one part of it by tracking, means to earn and spend.
struct Budget {
    QUuid id;
    QString description;
    std::vector<TrackingMark> tracking; ///< empty: the overall budget
    std::vector<BudgetLine> lines;
    Instant updated{};
};

} // namespace tieout::sandbox::xero
