#pragma once

#include "sandbox/xero/documents/documentbody.h"

namespace tieout::sandbox::xero {

enum class DocumentKind : quint8 {
    CreditNote,
    PurchaseOrder,
    Quote,
    BankTransaction,
    Prepayment,
    Overpayment,
    Count
};

enum class DocumentStatus : quint8 {
    Draft,
    Submitted,
    Authorised,
    Paid,
    Voided,
    Deleted,
    Sent,
    Accepted,
    Declined,
    Invoiced,
    Billed,
};

/// The texts that only some kinds have.
enum class DocumentText : quint8 {
    Title,
    Summary,
    Terms,
    DeliveryAddress,
    AttentionTo,
    Telephone,
    DeliveryInstructions,
    Count
};

/// A document with lines that is not an invoice. `dueDate` is a quote's expiry and an order's delivery date.
struct Document : DocumentBody {
    QString type; ///< "ACCRECCREDIT", "SPEND", "RECEIVE-PREPAYMENT" …; empty for quotes and orders
    std::array<QString, size_t(DocumentText::Count)> texts;
    Date arrival; ///< of a purchase order
    Date fullyPaidOn;
    QUuid twin; ///< a bank transaction's pre- or overpayment or transfer, and the other way round
    Decimal applied = Decimal::fromScaled(0, 2);  ///< allocated to invoices
    Decimal refunded = Decimal::fromScaled(0, 2); ///< paid back
    int bankAccount = -1;                         ///< position in the chart
    DocumentKind kind = DocumentKind::CreditNote;
    DocumentStatus status = DocumentStatus::Draft;
    bool reconciled = false;

    [[nodiscard]] const QString& text(DocumentText which) const { return texts[size_t(which)]; }
    [[nodiscard]] QString& text(DocumentText which) { return texts[size_t(which)]; }
    [[nodiscard]] Decimal remaining() const;
    /// Money that came in from, or a claim on, a customer; the other side is a supplier's.
    [[nodiscard]] bool isReceivable() const;
    [[nodiscard]] bool isSettled() const { return !applied.isZero() || !refunded.isZero(); }
};

[[nodiscard]] std::string_view statusName(DocumentStatus status);
[[nodiscard]] std::optional<DocumentStatus> documentStatusFromName(QStringView name);

/// What the kinds differ in. One table, read-only.
struct DocumentRules {
    DocumentKind kind;
    std::string_view arrayKey; ///< "CreditNotes"
    std::string_view idKey;    ///< "CreditNoteID"
    std::string_view numberKey;
    QStringView array;
    QStringView element;
    QStringView idName;
    QStringView numberName; ///< empty: the kind has no number
    QStringView title;      ///< in messages: "Credit Note"
    QStringView prefix;
    DocumentStatus first; ///< when none is stated
    bool alwaysPaged;

    [[nodiscard]] bool mayStart(DocumentStatus status) const;
    [[nodiscard]] bool mayBecome(DocumentStatus from, DocumentStatus to) const;
    [[nodiscard]] bool mayEdit(DocumentStatus status) const;
    [[nodiscard]] bool allowsType(QStringView type) const;
};

[[nodiscard]] const DocumentRules& rulesOf(DocumentKind kind);

} // namespace tieout::sandbox::xero
