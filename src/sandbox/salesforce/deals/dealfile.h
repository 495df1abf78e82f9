#pragma once

#include "sandbox/salesforce/deals/dealintake.h"

namespace tieout::sandbox::salesforce {

struct DealFileReport {
    qint64 deals = 0;
    QStringList faults; ///< "deals.ndjson:17: …"; the first twenty
    bool readable = false;

    [[nodiscard]] bool good() const { return readable && faults.isEmpty(); }
};

/// Loads deals from NDJSON, one opportunity a line; blank lines are skipped. Reads on after a bad line, so
/// that all are named at once.
[[nodiscard]] DealFileReport loadDealFile(const QString& path, DealIntake& intake);

/// The same from memory: NDJSON or one JSON list.
[[nodiscard]] DealFileReport loadDeals(const QByteArray& body, DealIntake& intake, DealIntake::Stamps stamps);

} // namespace tieout::sandbox::salesforce
