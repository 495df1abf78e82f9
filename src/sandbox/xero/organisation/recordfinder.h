#pragma once

#include "sandbox/xero/organisation/tenant.h"

namespace tieout::sandbox::xero {

/// A record that carries history or attachments.
struct FoundRecord {
    QUuid id;
    QString label; ///< in its history: "Invoice INV-0001 for 11.00"
    Instant created{};
    Instant updated{};
    bool showsOnline = false; ///< its attachments may go to the customer
    bool ledger = false;      ///< accounts and journals take smaller files
};

/// The record of an endpoint ("Invoices") with that GUID. Numbers do not count here.
[[nodiscard]] std::optional<FoundRecord> findRecord(const Tenant& tenant, QStringView endpoint,
                                                    const QUuid& id);

} // namespace tieout::sandbox::xero
