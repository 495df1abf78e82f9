#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/json.h"
#include "base/random.h"

#include <QFile>
#include <QMap>
#include <QTemporaryDir>

namespace tieout::support {

using namespace Qt::StringLiterals;

/// Deals as a file for the practice company, with what each invoice must be, worked out here by hand: sums of
/// lines rounded to the cent, tax for each line, terms of the account. Names are padded, long or in other
/// scripts; some accounts have no contact, some deals no lines.
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

    explicit DealFile(int deals, int accounts = 45)
        : m_random(20260301)
        , m_accounts(accounts)
    {
        for (int deal = 0; deal < deals; ++deal)
            add(deal);
    }

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    /// Kept in a file; its path.
    [[nodiscard]] QString saved(const QTemporaryDir& folder) const
    {
        const QString path = folder.filePath(u"deals.ndjson"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(m_bytes) != m_bytes.size()) qFatal("no deal file");
        return path;
    }
    /// Some won deals saved again with another date in October: their invoices are due for an update.
    [[nodiscard]] QByteArray moved(int count, int day) const
    {
        QByteArray lines;
        const auto ids = m_won.keys().mid(0, count);
        for (const auto& deal : ids)
            lines += "{\"Id\":\"" + deal.toUtf8() + "\",\"CloseDate\":\"2026-10-" + QByteArray::number(day) +
                     "\"}\n";
        return lines;
    }
    [[nodiscard]] const QMap<QString, Expected>& won() const { return m_won; } ///< by deal id
    [[nodiscard]] const QMap<QString, QString>& customers() const
    {
        return m_customers;
    } ///< account → name as it must be
    [[nodiscard]] QMap<QString, Decimal> totals() const
    {
        QMap<QString, Decimal> sums;
        for (const auto& invoice : m_won)
            sums[invoice.currency] = *sums[invoice.currency].plus(invoice.total);
        return sums;
    }

  private:
    static QString id(const QString& prefix, int number)
    {
        return prefix + QString::number(number).rightJustified(12, u'0') + u"AAA"_s;
    }
    template<class T>
    static T nth(std::initializer_list<T> list, int index)
    {
        return list.begin()[size_t(index) % list.size()];
    }
    static QString name(int account)
    {
        const QString given = nth<QString>({u"Łódź Tekstyl"_s, u"  Padded   Trading "_s, u"O'Brien & Sons"_s,
                                            u"株式会社サンプル"_s, u"Ελληνική ΑΕ"_s, u"شركة المثال"_s,
                                            u"Straße \"Süd\" GmbH"_s, u"Ærø Data ApS"_s},
                                           account);
        return given + u"  "_s + QString::number(account) + u" "_s;
    }
    static QString country(int account)
    {
        return nth<QString>({u"AU"_s, u"PL"_s, u"GB"_s, u"AU"_s, u"NZ"_s, u"SE"_s}, account);
    }
    static std::optional<int> terms(int account)
    {
        return nth<std::optional<int>>({std::nullopt, 7, 14, 60, 0}, account);
    }

    Json account(int number)
    {
        const auto days = terms(number);
        return Json::object({{u"Id"_s, id(u"001"_s, number)},
                             {u"Name"_s, name(number)},
                             {u"BillingStreet"_s, u"1 Quay St\nLevel 2"_s},
                             {u"BillingCity"_s, u"Łódź"_s},
                             {u"BillingCountryCode"_s, country(number)},
                             {u"BillingPostalCode"_s, QString::number(10'000 + number)},
                             {u"Phone"_s, number % 2 ? Json(u"+47 555 0101"_s) : Json()},
                             {u"Terms__c"_s, days ? Json(*days) : Json()}});
    }
    static Json contact(int account)
    {
        if (account % 5 == 0) return {};
        return Json::object({{u"FirstName"_s, u"Ann"_s},
                             {u"LastName"_s, u"Łukasiewicz %1"_s.arg(account)},
                             {u"Email"_s, u" Ann%1@Customer%1.EXAMPLE "_s.arg(account)}});
    }
    /// A line, and what it adds to the invoice: amount to the cent, then tax on it to the cent.
    Json line(int deal, int number, bool taxed, Decimal& total)
    {
        const auto quantity = Decimal::fromScaled(qint64(1 + m_random.below(80)), 1);
        const auto price = Decimal::fromScaled(qint64(m_random.below(90'000)), 2);
        const auto discount = nth<std::optional<Decimal>>(
            {std::nullopt, Decimal(16), std::nullopt, Decimal::fromScaled(125, 1)}, deal + number);
        Decimal amount = *quantity.times(price);
        if (discount)
            amount = *amount.times(*Decimal(100).minus(*discount)->times(Decimal::fromScaled(1, 2)));
        amount = amount.rounded(2);
        const Decimal tax = taxed ? amount.times(Decimal::fromScaled(10, 2))->rounded(2) : Decimal();
        total = *total.plus(*amount.plus(tax));
        const Json product = Json::object({{u"Name"_s, u"Widget, large"_s}});
        return Json::object(
            {{u"Id"_s, id(u"00k"_s, deal * 10 + number)},
             {u"PricebookEntry"_s, Json::object({{u"ProductCode"_s, u"WID-2"_s}, {u"Product2"_s, product}})},
             {u"Quantity"_s, quantity},
             {u"UnitPrice"_s, price},
             {u"Discount"_s, discount ? Json(*discount) : Json()},
             {u"Description"_s, number % 2 ? Json(u"  padded line  "_s) : Json()}});
    }
    void add(int deal)
    {
        const int customer = deal % m_accounts;
        const bool won = deal % 3 != 0;
        const bool taxed = country(customer) == u"AU"_s;
        Expected expected;
        expected.account = id(u"001"_s, customer);
        expected.currency = nth<QString>({u"AUD"_s, u"USD"_s, u"EUR"_s, u"GBP"_s, u"NZD"_s}, deal);
        expected.date = parseDate(u"2026-01-31")->addDays(deal);
        expected.due = expected.date.addDays(terms(customer).value_or(30));
        Json lines = Json::array();
        const int count = deal % 7 == 0 ? 0 : 1 + deal % 4;
        for (int number = 0; number < count; ++number)
            lines.append(line(deal, number, taxed, expected.total));
        const auto amount = Decimal::fromScaled(qint64(1 + m_random.below(9'000'000)), 2);
        if (count == 0) {
            const Decimal tax = taxed ? amount.times(Decimal::fromScaled(10, 2))->rounded(2) : Decimal();
            expected.total = *amount.plus(tax);
        }
        expected.lines = std::max(1, count);
        const QString dealId = id(u"006"_s, deal);
        Json json = Json::object({{u"Id"_s, dealId},
                                  {u"Name"_s, u"Deal – %1 "_s.arg(deal)},
                                  {u"StageName"_s, won ? u"Closed Won"_s : u"Negotiation"_s},
                                  {u"CloseDate"_s, formatDate(expected.date)},
                                  {u"CurrencyIsoCode"_s, expected.currency},
                                  {u"SystemModstamp"_s, u"2026-03-01T00:00:00.000+0000"_s},
                                  {u"Account"_s, account(customer)},
                                  {u"Contact"_s, contact(customer)},
                                  {u"Owner"_s, Json::object({{u"Name"_s, u"Rep 2"_s}})}});
        if (count == 0) json.set(u"Amount"_s, amount);
        json.set(u"OpportunityLineItems"_s,
                 Json::object({{u"totalSize"_s, count}, {u"done"_s, true}, {u"records"_s, lines}}));
        m_bytes += json.toBytes() + '\n';
        if (!won) return;
        m_won.insert(dealId, expected);
        m_customers.insert(expected.account, name(customer).simplified());
    }

    SeededRandom m_random;
    int m_accounts;
    QByteArray m_bytes;
    QMap<QString, Expected> m_won;
    QMap<QString, QString> m_customers;
};

} // namespace tieout::support
