#pragma once

#include "sandbox/xero/ledger/ledgerentry.h"

#include <QHash>

namespace tieout::sandbox::xero {

struct GeneralJournal {
    QUuid id;
    int number = 0;
    LedgerEntry entry; ///< `changed` is when the journal was made
};

/// The general ledger of one organisation: journals are only ever added. A document that changed is reversed
/// and entered again. A value: copies are snapshots.
class GeneralLedger final
{
  public:
    /// Adds what came since the last time. `entries` holds every document that posts or once posted.
    void follow(std::vector<LedgerEntry> entries);
    [[nodiscard]] const std::vector<GeneralJournal>& journals() const { return m_journals; }

  private:
    void add(LedgerEntry entry);

    std::vector<GeneralJournal> m_journals;
    QHash<QUuid, size_t> m_standing; ///< source → the journal that holds it now
};

} // namespace tieout::sandbox::xero
