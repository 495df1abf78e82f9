#pragma once

#include "base/date.h"
#include "base/json.h"
#include "base/random.h"
#include "sandbox/business/business.h"

namespace tieout::sandbox::salesforce {

/// Makes up the deals of the business's customers. The same seed, size and day give the same deals. About one
/// deal in a hundred is messy in a way that cannot be invoiced as it stands: no customer name, a name that is
/// too long, a currency the ledger does not have.
class DealGenerator final
{
  public:
    struct LedgerCustomer {
        QString name;
        QString email;
    };

    DealGenerator(quint64 seed, qint64 deals, Instant now);

    [[nodiscard]] bool atEnd() const { return m_next >= m_deals; }
    /// In the shape of a REST query with nested account, contact, owner and lines.
    [[nodiscard]] Json next();
    /// Customers that the ledger knows already, some written differently there.
    [[nodiscard]] QList<LedgerCustomer> ledgerCustomers() const;

  private:
    [[nodiscard]] Json accountJson(const business::Customer& customer) const;
    [[nodiscard]] Json contactJson(const business::Customer& customer, SeededRandom& random) const;
    [[nodiscard]] Json linesJson(qint64 deal, const business::Customer& customer, SeededRandom& random,
                                 Decimal& total) const;
    [[nodiscard]] Json lineJson(const business::Customer& customer, SeededRandom& random,
                                Decimal& total) const;

    business::Business m_business;
    quint64 m_seed;
    qint64 m_deals;
    qint64 m_accounts;
    Instant m_now;
    qint64 m_next = 0;
};

} // namespace tieout::sandbox::salesforce
