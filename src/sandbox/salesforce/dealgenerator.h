#pragma once

#include "base/date.h"
#include "base/json.h"
#include "base/random.h"

namespace tieout::sandbox::salesforce {

/// Makes up the business: customers in ten countries, each with one currency, their people and their deals.
/// The same seed, size and day give the same business. About one deal in a hundred is messy in a way that
/// cannot be invoiced as it stands: no customer name, a name that is too long, a currency the ledger does not
/// have.
class DealGenerator final
{
  public:
    struct Customer {
        QString name;
        QString email;
    };

    DealGenerator(quint64 seed, qint64 deals, Instant now);

    [[nodiscard]] bool atEnd() const { return m_next >= m_deals; }
    /// In the shape of a REST query with nested account, contact, owner and lines.
    [[nodiscard]] Json next();
    /// Customers that the ledger knows already, some written differently there.
    [[nodiscard]] QList<Customer> ledgerCustomers() const;

  private:
    struct Account;

    [[nodiscard]] Account account(qint64 number) const;
    [[nodiscard]] QString accountName(qint64 number, int country) const;
    [[nodiscard]] Json accountJson(const Account& account) const;
    [[nodiscard]] Json contactJson(const Account& account, SeededRandom& random) const;
    [[nodiscard]] Json linesJson(qint64 deal, const Account& account, SeededRandom& random,
                                 Decimal& total) const;
    [[nodiscard]] Json lineJson(const Account& account, SeededRandom& random, Decimal& total) const;

    quint64 m_seed;
    qint64 m_deals;
    qint64 m_accounts;
    Instant m_now;
    qint64 m_next = 0;
};

} // namespace tieout::sandbox::salesforce
