#pragma once

#include "sandbox/business/business.h"

#include <QList>

#include <span>

namespace tieout::sandbox::cin7 {

struct Supplier {
    const char16_t* name;
    const char16_t* email;
    const char16_t* currency;
    const char16_t* country;
    const char16_t* city;
    const char16_t* firstName;
    const char16_t* lastName;
};

[[nodiscard]] std::span<const Supplier> suppliers();

struct TradeLine {
    int product = 0; ///< place in the business's list
    Decimal quantity;
    Decimal price;    ///< each, in the currency of the other side
    Decimal discount; ///< off the whole line
};

/// How far a sale or a purchase has come; each step includes the ones before.
enum class Progress : quint8 { Draft, Ordered, Shipped, Invoiced, PartPaid, Paid, Credited, Voided };

struct TradeDeal {
    qint64 number = 0;
    qint64 daysAgo = 0;
    qint64 partner = 0; ///< number of the customer, or place of the supplier
    Progress progress = Progress::Draft;
    QList<TradeLine> lines;
};

/// What the business sold from stock and bought for it, the same in both stock systems. Each is a function of
/// the seed and its number. A value; any thread.
class Trade final
{
  public:
    Trade(const business::Business& business, qint64 customers)
        : m_business(business)
        , m_customers(customers)
    {
    }
    [[nodiscard]] qint64 saleCount() const { return std::max<qint64>(8, m_customers * 2); }
    [[nodiscard]] qint64 purchaseCount() const { return std::max<qint64>(8, m_customers / 2); }
    [[nodiscard]] TradeDeal sale(qint64 number) const;
    [[nodiscard]] TradeDeal purchase(qint64 number) const;
    [[nodiscard]] qint64 customers() const { return m_customers; }
    [[nodiscard]] const business::Business& business() const { return m_business; }

  private:
    business::Business m_business;
    qint64 m_customers;
};

/// Percent of sales tax of a product: goods and services tax, or none.
[[nodiscard]] Decimal taxPercentOf(int product);
/// List price in Australian dollars.
[[nodiscard]] Decimal listPriceOf(int product);
[[nodiscard]] Decimal costOf(int product);

} // namespace tieout::sandbox::cin7
