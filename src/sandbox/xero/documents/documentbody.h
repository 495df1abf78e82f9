#pragma once

#include "base/date.h"
#include "base/decimal.h"

#include <QUuid>

#include <array>
#include <vector>

namespace tieout::sandbox::xero {

enum class LineAmountTypes : quint8 { Exclusive, Inclusive, NoTax };

/// One tracking category of a line: positions in the tracking book.
struct TrackingMark {
    qint16 category = -1;
    qint16 option = -1;

    [[nodiscard]] bool isSet() const { return option >= 0; }
    bool operator==(const TrackingMark&) const = default;
};

struct DocumentLine {
    QUuid id;
    QString description;
    QString itemCode;
    Decimal quantity;
    Decimal unitAmount;
    Decimal lineAmount;
    Decimal taxAmount;
    Decimal discountRate;
    Decimal discountAmount;
    qint16 account = -1; ///< position in the chart
    qint16 taxRate = -1; ///< position in the chart
    int item = -1;       ///< position in the item book
    std::array<TrackingMark, 2> tracking;
    bool hasAmount = false; ///< false for a line that is only a description
    bool hasDiscountRate = false;
    bool hasDiscountAmount = false;
    bool taxOverridden = false;
};

/// What every document with lines has: invoices, credit notes, quotes, purchase orders, bank transactions,
/// pre- and overpayments.
struct DocumentBody {
    QUuid id;
    QString number;
    QString reference;
    QString url;
    QUuid brandingTheme;
    Date date;
    Date dueDate;
    Instant created{};
    Instant updated{};
    Decimal currencyRate;
    Decimal subTotal = Decimal::fromScaled(0, 2);
    Decimal totalTax = Decimal::fromScaled(0, 2);
    Decimal total = Decimal::fromScaled(0, 2);
    Decimal totalDiscount = Decimal::fromScaled(0, 2);
    std::vector<DocumentLine> lines;
    int contact = -1;     ///< position in the contact book
    qint16 currency = -1; ///< position in the chart
    LineAmountTypes amountTypes = LineAmountTypes::Exclusive;
    bool sentToContact = false;
    bool madeByApp = true; ///< false for what was in the books before
};

[[nodiscard]] std::string_view amountTypesName(LineAmountTypes types);
/// Nothing for a word the API does not know; compared without case.
[[nodiscard]] std::optional<LineAmountTypes> amountTypesFromName(QStringView name);

} // namespace tieout::sandbox::xero
