#pragma once

#include "base/date.h"
#include "base/decimal.h"

#include <QUuid>

#include <vector>

namespace tieout::sandbox::xero {

enum class InvoiceType : quint8 { Receivable, Payable };
enum class InvoiceStatus : quint8 { Draft, Submitted, Authorised, Paid, Voided, Deleted };
enum class LineAmountTypes : quint8 { Exclusive, Inclusive, NoTax };

struct InvoiceLine {
    QUuid id;
    QString description;
    QString itemCode;
    Decimal quantity;
    Decimal unitAmount;
    Decimal lineAmount;
    Decimal taxAmount;
    Decimal discountRate;
    Decimal discountAmount;
    qint16 account = -1;    ///< position in the chart
    qint16 taxRate = -1;    ///< position in the chart
    bool hasAmount = false; ///< false for a line that is only a description
    bool hasDiscountRate = false;
    bool hasDiscountAmount = false;
    bool taxOverridden = false;
};

struct Invoice {
    QUuid id;
    QString number;
    QString reference;
    QString url;
    QUuid brandingTheme;
    Date date;
    Date dueDate;
    Date expectedPaymentDate;
    Date plannedPaymentDate;
    Date fullyPaidOn;
    Instant created{};
    Instant updated{};
    Decimal currencyRate;
    Decimal subTotal = Decimal::fromScaled(0, 2);
    Decimal totalTax = Decimal::fromScaled(0, 2);
    Decimal total = Decimal::fromScaled(0, 2);
    Decimal totalDiscount = Decimal::fromScaled(0, 2);
    Decimal amountPaid = Decimal::fromScaled(0, 2);
    Decimal amountCredited = Decimal::fromScaled(0, 2);
    std::vector<InvoiceLine> lines;
    int contact = -1;     ///< position in the contact book
    qint16 currency = -1; ///< position in the chart
    InvoiceType type = InvoiceType::Receivable;
    InvoiceStatus status = InvoiceStatus::Draft;
    LineAmountTypes amountTypes = LineAmountTypes::Exclusive;
    bool sentToContact = false;

    [[nodiscard]] Decimal amountDue() const;
    [[nodiscard]] bool hasAllocation() const { return !amountPaid.isZero() || !amountCredited.isZero(); }
};

[[nodiscard]] std::string_view typeName(InvoiceType type);
[[nodiscard]] std::string_view statusName(InvoiceStatus status);
[[nodiscard]] std::string_view amountTypesName(LineAmountTypes types);
// Nothing for a word the API does not know. Status and type are upper case; LineAmountTypes without case.
[[nodiscard]] std::optional<InvoiceType> typeFromName(QStringView name);
[[nodiscard]] std::optional<InvoiceStatus> statusFromName(QStringView name);
[[nodiscard]] std::optional<LineAmountTypes> amountTypesFromName(QStringView name);

} // namespace tieout::sandbox::xero
