#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/json.h"
#include "base/random.h"

#include <QMap>

namespace tieout::support {

/// Deals as a file for the practice company, with what each invoice must be, worked out here by hand: sums of lines
/// rounded to the cent, tax for each line, terms of the account. Names are padded, long or in other scripts; some
/// accounts have no contact, some deals no lines.
class DealFile final
{
  public:
    struct Expected {
        QString account;
        QString currency;
        Date date{};
        Date due{};
        Decimal total;
        qsizetype lines = 0;
    };

    explicit DealFile(int deals) : m_random(20260301)
    {
        for (int deal = 0; deal < deals; ++deal) add(deal);
    }

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    [[nodiscard]] const QMap<QString, Expected>& won() const { return m_won; } ///< by deal id
    [[nodiscard]] const QMap<QString, QString>& customers() const { return m_customers; } ///< account → name as it must be
    [[nodiscard]] QMap<QString, Decimal> totals() const
    {
        QMap<QString, Decimal> sums;
        for (const auto& invoice : m_won) sums[invoice.currency] = *sums[invoice.currency].plus(invoice.total);
        return sums;
    }

  private:
    static constexpr int kAccounts = 45;

    static QString id(const QString& prefix, int number)
    {
        return prefix + QString::number(number).rightJustified(12, u'0') + QStringLiteral("AAA");
    }
    template<class T>
    static T nth(std::initializer_list<T> list, int index)
    {
        return list.begin()[size_t(index) % list.size()];
    }
    static QString name(int account)
    {
        const QString given = nth<QString>({QStringLiteral("Łódź Tekstyl"), QStringLiteral("  Padded   Trading "),
                                            QStringLiteral("O'Brien & Sons"), QStringLiteral("株式会社サンプル"),
                                            QStringLiteral("Ελληνική ΑΕ"), QStringLiteral("شركة المثال"),
                                            QStringLiteral("Straße \"Süd\" GmbH"), QStringLiteral("Ærø Data ApS")},
                                           account);
        return given + QStringLiteral("  ") + QString::number(account) + QStringLiteral(" ");
    }
    static QString country(int account)
    {
        return nth<QString>({QStringLiteral("AU"), QStringLiteral("PL"), QStringLiteral("GB"), QStringLiteral("AU"),
                             QStringLiteral("NZ"), QStringLiteral("SE")},
                            account);
    }
    static std::optional<int> terms(int account)
    {
        return nth<std::optional<int>>({std::nullopt, 7, 14, 60, 0}, account);
    }

    Json account(int number)
    {
        const auto days = terms(number);
        return Json::object({{QStringLiteral("Id"), id(QStringLiteral("001"), number)},
                             {QStringLiteral("Name"), name(number)},
                             {QStringLiteral("BillingStreet"), QStringLiteral("1 Quay St\nLevel 2")},
                             {QStringLiteral("BillingCity"), QStringLiteral("Łódź")},
                             {QStringLiteral("BillingCountryCode"), country(number)},
                             {QStringLiteral("BillingPostalCode"), QString::number(10'000 + number)},
                             {QStringLiteral("Phone"), number % 2 ? Json(QStringLiteral("+47 555 0101")) : Json()},
                             {QStringLiteral("Terms__c"), days ? Json(*days) : Json()}});
    }
    static Json contact(int account)
    {
        if (account % 5 == 0) return {};
        return Json::object({{QStringLiteral("FirstName"), QStringLiteral("Ann")},
                             {QStringLiteral("LastName"), QStringLiteral("Łukasiewicz %1").arg(account)},
                             {QStringLiteral("Email"), QStringLiteral(" Ann%1@Customer%1.EXAMPLE ").arg(account)}});
    }
    /// A line, and what it adds to the invoice: amount to the cent, then tax on it to the cent.
    Json line(int deal, int number, bool taxed, Decimal& total)
    {
        const auto quantity = Decimal::fromScaled(qint64(1 + m_random.below(80)), 1);
        const auto price = Decimal::fromScaled(qint64(m_random.below(90'000)), 2);
        const auto discount = nth<std::optional<Decimal>>({std::nullopt, Decimal(16), std::nullopt, Decimal::fromScaled(125, 1)},
                                                          deal + number);
        Decimal amount = *quantity.times(price);
        if (discount) amount = *amount.times(*Decimal(100).minus(*discount)->times(Decimal::fromScaled(1, 2)));
        amount = amount.rounded(2);
        const Decimal tax = taxed ? amount.times(Decimal::fromScaled(10, 2))->rounded(2) : Decimal();
        total = *total.plus(*amount.plus(tax));
        const Json product = Json::object({{QStringLiteral("Name"), QStringLiteral("Widget, large")}});
        return Json::object(
            {{QStringLiteral("Id"), id(QStringLiteral("00k"), deal * 10 + number)},
             {QStringLiteral("PricebookEntry"), Json::object({{QStringLiteral("ProductCode"), QStringLiteral("WID-2")},
                                                              {QStringLiteral("Product2"), product}})},
             {QStringLiteral("Quantity"), quantity},
             {QStringLiteral("UnitPrice"), price},
             {QStringLiteral("Discount"), discount ? Json(*discount) : Json()},
             {QStringLiteral("Description"), number % 2 ? Json(QStringLiteral("  padded line  ")) : Json()}});
    }
    void add(int deal)
    {
        const int customer = deal % kAccounts;
        const bool won = deal % 3 != 0;
        const bool taxed = country(customer) == QStringLiteral("AU");
        Expected expected;
        expected.account = id(QStringLiteral("001"), customer);
        expected.currency = nth<QString>({QStringLiteral("AUD"), QStringLiteral("USD"), QStringLiteral("EUR"),
                                          QStringLiteral("GBP"), QStringLiteral("NZD")},
                                         deal);
        expected.date = addDays(*parseDate(u"2026-01-31"), deal);
        expected.due = addDays(expected.date, terms(customer).value_or(30));
        Json lines = Json::array();
        const int count = deal % 7 == 0 ? 0 : 1 + deal % 4;
        for (int number = 0; number < count; ++number) lines.append(line(deal, number, taxed, expected.total));
        const auto amount = Decimal::fromScaled(qint64(1 + m_random.below(9'000'000)), 2);
        if (count == 0) {
            const Decimal tax = taxed ? amount.times(Decimal::fromScaled(10, 2))->rounded(2) : Decimal();
            expected.total = *amount.plus(tax);
        }
        expected.lines = std::max(1, count);
        const QString dealId = id(QStringLiteral("006"), deal);
        Json json = Json::object({{QStringLiteral("Id"), dealId},
                                  {QStringLiteral("Name"), QStringLiteral("Deal – %1 ").arg(deal)},
                                  {QStringLiteral("StageName"), won ? QStringLiteral("Closed Won") : QStringLiteral("Negotiation")},
                                  {QStringLiteral("CloseDate"), formatDate(expected.date)},
                                  {QStringLiteral("CurrencyIsoCode"), expected.currency},
                                  {QStringLiteral("SystemModstamp"), QStringLiteral("2026-03-01T00:00:00.000+0000")},
                                  {QStringLiteral("Account"), account(customer)},
                                  {QStringLiteral("Contact"), contact(customer)},
                                  {QStringLiteral("Owner"), Json::object({{QStringLiteral("Name"), QStringLiteral("Rep 2")}})}});
        if (count == 0) json.set(QStringLiteral("Amount"), amount);
        json.set(QStringLiteral("OpportunityLineItems"),
                 Json::object({{QStringLiteral("totalSize"), count}, {QStringLiteral("done"), true}, {QStringLiteral("records"), lines}}));
        m_bytes += json.toBytes() + '\n';
        if (!won) return;
        m_won.insert(dealId, expected);
        m_customers.insert(expected.account, name(customer).simplified());
    }

    SeededRandom m_random;
    QByteArray m_bytes;
    QMap<QString, Expected> m_won;
    QMap<QString, QString> m_customers;
};

} // namespace tieout::support
