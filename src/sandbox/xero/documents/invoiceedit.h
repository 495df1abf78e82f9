#pragma once

#include "sandbox/xero/contacts/contactedit.h"

namespace tieout::sandbox::xero {

/// A line as a request states it.
struct LineEdit {
    QUuid id;
    std::optional<QString> description;
    std::optional<QString> itemCode;
    std::optional<QString> accountCode;
    std::optional<QString> taxType;
    std::optional<QUuid> accountId;
    std::optional<Decimal> quantity;
    std::optional<Decimal> unitAmount;
    std::optional<Decimal> lineAmount;
    std::optional<Decimal> taxAmount;
    std::optional<Decimal> discountRate;
    std::optional<Decimal> discountAmount;
    std::optional<std::vector<TrackingEdit>> tracking;
};

/// An invoice as a request states it; what is absent stays as it is. Totals are not here: the ledger computes
/// them whatever the client sends.
struct InvoiceEdit {
    QUuid id;
    std::optional<QString> type;
    std::optional<QString> number;
    std::optional<QString> reference;
    std::optional<QString> status;
    std::optional<QString> amountTypes;
    std::optional<QString> currency;
    std::optional<QString> url;
    std::optional<QUuid> brandingTheme;
    std::optional<Decimal> currencyRate;
    std::optional<Date> date;
    std::optional<Date> dueDate;
    std::optional<Date> expectedPaymentDate;
    std::optional<Date> plannedPaymentDate;
    std::optional<bool> sentToContact;
    std::optional<ContactEdit> contact;
    std::optional<std::vector<LineEdit>> lines;
};

[[nodiscard]] InvoiceEdit readInvoiceEdit(const Json& json, ValueReader& reader);
/// One member into the edit: for the other documents, which share most of the names. False when unknown.
bool readInvoiceMember(const Json::Member& member, InvoiceEdit& edit, ValueReader& reader);

} // namespace tieout::sandbox::xero
