#pragma once

#include "sandbox/xero/changefeed.h"
#include "sandbox/xero/contacts/contactbook.h"
#include "sandbox/xero/documents/documentbook.h"
#include "sandbox/xero/documents/invoicebook.h"
#include "sandbox/xero/documents/itembook.h"
#include "sandbox/xero/documents/repeatinginvoice.h"
#include "sandbox/xero/expenses/expenseclaim.h"
#include "sandbox/xero/ledger/budget.h"
#include "sandbox/xero/ledger/generalledger.h"
#include "sandbox/xero/ledger/tracking.h"
#include "sandbox/xero/organisation/organisation.h"
#include "sandbox/xero/organisation/smallbooks.h"
#include "sandbox/xero/payroll/payroll.h"
#include "sandbox/xero/settlements/settlementbook.h"

namespace tieout::sandbox::xero {

struct HistoryNote {
    QString details;
    QString user;
    Instant written{};
};

/// Everything one organisation holds. A value: a copy is a snapshot.
struct Tenant {
    Organisation organisation;
    Chart chart;
    ContactBook contacts;
    InvoiceBook invoices;
    std::array<DocumentBook, size_t(DocumentKind::Count)> documentBooks;
    ItemBook items;
    TrackingBook tracking;
    SettlementBook settlements;
    RowBook<ManualJournal> journals;
    RowBook<BankTransfer> transfers;
    RowBook<LinkedTransaction> links;
    RowBook<ContactGroup> groups;
    RowBook<RepeatingInvoice> repeating;
    RowBook<Receipt> receipts;
    RowBook<ExpenseClaim> claims;
    RowBook<Budget> budgets;
    RowBook<PaymentService> paymentServices;
    GeneralLedger ledger; ///< as far as somebody looked
    QList<BrandingTheme> themes;
    RowBook<Employee> employees;
    QHash<QUuid, QList<HistoryNote>> notes;      ///< by document
    QHash<QUuid, QList<Attachment>> attachments; ///< by document
    QHash<int, QList<int>> groupsOf;             ///< contact → groups
    QHash<Date, int> emailsSent;                 ///< by the organisation's day
    ChangeFeed changes;

    [[nodiscard]] DocumentBook& documents(DocumentKind kind) { return documentBooks[size_t(kind)]; }
    [[nodiscard]] const DocumentBook& documents(DocumentKind kind) const
    {
        return documentBooks[size_t(kind)];
    }
    [[nodiscard]] bool hasAttachments(const QUuid& document) const
    {
        return !attachments.isEmpty() && attachments.contains(document);
    }
};

enum class Region : quint8 { Australia, NewZealand, UnitedKingdom, UnitedStates };

/// The Australian and the New Zealand demo company with their charts and a few contacts.
[[nodiscard]] std::vector<Tenant> demoTenants(Instant now);
[[nodiscard]] Tenant demoTenant(Region region, Instant now);
/// Ids of seeded rows are the same in every run, so that saved requests keep working.
[[nodiscard]] QUuid seededId(const Organisation& organisation, QStringView kind, QStringView key);

} // namespace tieout::sandbox::xero
