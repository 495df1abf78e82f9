#pragma once

#include "sandbox/xero/documents/documentbody.h"

namespace tieout::sandbox::xero {

enum class InvoiceType : quint8 { Receivable, Payable };
enum class InvoiceStatus : quint8 { Draft, Submitted, Authorised, Paid, Voided, Deleted };

struct Invoice : DocumentBody {
    Date expectedPaymentDate;
    Date plannedPaymentDate;
    Date fullyPaidOn;
    QUuid repeating; ///< the repeating invoice that made it; null for all others
    Decimal amountPaid = Decimal::fromScaled(0, 2);
    Decimal amountCredited = Decimal::fromScaled(0, 2);
    InvoiceType type = InvoiceType::Receivable;
    InvoiceStatus status = InvoiceStatus::Draft;

    [[nodiscard]] Decimal amountDue() const;
    [[nodiscard]] bool hasAllocation() const { return !amountPaid.isZero() || !amountCredited.isZero(); }
};

[[nodiscard]] std::string_view typeName(InvoiceType type);
[[nodiscard]] std::string_view statusName(InvoiceStatus status);
// Nothing for a word the API does not know; upper case only.
[[nodiscard]] std::optional<InvoiceType> typeFromName(QStringView name);
[[nodiscard]] std::optional<InvoiceStatus> statusFromName(QStringView name);

} // namespace tieout::sandbox::xero
