#pragma once

#include "base/json.h"
#include "base/random.h"
#include "sandbox/business/business.h"
#include "sandbox/xero/organisation/guids.h"
#include "sandbox/xero/organisation/tenant.h"

namespace tieout::sandbox::xero {

/// A year of a made-up business in one organisation's books, entered through the API like everything else:
/// invoices in several currencies, paid, part paid and overdue, bills, credit notes, a deposit, a quote, an
/// order, fees, a journal, a repeating invoice, receipts. Fixed in size; repeatable by the business's seed.
/// Lives while it fills.
class PastBusiness final
{
  public:
    PastBusiness(const business::Business& business, Tenant& tenant, GuidSource& guids, Instant now);
    void fill();

  private:
    [[nodiscard]] Json send(const QByteArray& method, const QString& path, const Json& body, Date day);
    /// The name it has in the ledger; one customer in twelve is there twice.
    [[nodiscard]] QString enterCustomer(qint64 number);
    void enterSale(qint64 number, const QString& contact, int index);
    void settle(const Json& invoice, const QString& contact, Date due);
    void pay(const Json& invoice, const Decimal& amount, Date day);
    void credit(const Json& invoice, const QString& contact, Date day);
    void enterBills();
    void enterDeposit(const QString& contact);
    void enterPaperwork(const QString& contact);
    void enterRepeating(const QString& contact);
    void enterReceipts();
    [[nodiscard]] Json lineOf(int product, qint64 quantity, const business::Customer& customer) const;
    [[nodiscard]] QString currencyOf(const business::Customer& customer) const;

    const business::Business& m_business;
    Tenant& m_tenant;
    GuidSource& m_guids;
    Instant m_now;
    Date m_today;
    SeededRandom m_random;
};

} // namespace tieout::sandbox::xero
