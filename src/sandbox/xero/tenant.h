#pragma once

#include "sandbox/xero/contactbook.h"
#include "sandbox/xero/invoicebook.h"
#include "sandbox/xero/organisation.h"

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
    QHash<QUuid, QList<HistoryNote>> notes; ///< by contact or invoice
};

/// The Australian and the New Zealand demo company with their charts and a few contacts.
[[nodiscard]] std::vector<Tenant> demoTenants(Instant now);

} // namespace tieout::sandbox::xero
