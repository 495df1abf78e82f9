#pragma once

#include "sandbox/xero/documents/documentbody.h"

namespace tieout::sandbox::xero {

enum class ReceiptStatus : quint8 { Draft, Submitted, Authorised, Declined, Voided };

/// What a person of the organisation spent out of pocket; `number` counts that person's receipts.
struct Receipt : DocumentBody {
    QUuid user;
    ReceiptStatus status = ReceiptStatus::Draft;
};

enum class ClaimStatus : quint8 { Submitted, Authorised, Paid, Voided, Deleted };

/// One person's receipts, claimed back together.
struct ExpenseClaim {
    QUuid id;
    QUuid user;
    std::vector<int> receipts; ///< positions
    Decimal total = Decimal::fromScaled(0, 2);
    Date reportingDate;
    Date paymentDueDate;
    Instant created{};
    Instant updated{};
    ClaimStatus status = ClaimStatus::Submitted;
};

} // namespace tieout::sandbox::xero
