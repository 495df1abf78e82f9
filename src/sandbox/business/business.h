#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/random.h"

#include <QString>

#include <optional>

namespace tieout::sandbox::business {

struct Product;

/// A company that the practice business sells to, the same one in every system.
struct Customer {
    qint64 number = 0;
    int country = 0;
    QString name; ///< as the sales people wrote it; null: missing
    QString currency;
    quint64 dice = 0; ///< this customer's own chance, 0…999
};

struct Premises {
    QString street; ///< may hold two lines
    QString city;
    QString countryCode;
    QString postal;
    QString phone; ///< null: unknown
    std::optional<int> termsDays;
};

struct Person {
    QString first;
    QString last;
    QString email; ///< one in twelve is written badly
};

struct Employee {
    qint64 number = 0;
    QString first;
    QString last;
    QString email;
    Decimal rate; ///< per hour, Australian dollars
    Decimal cost;
    bool contractor = false;
};

enum class Billing : quint8 { Hours, FixedFee, Unbilled };

struct Project {
    qint64 number = 0;
    qint64 customer = 0;
    QString name;
    QString code;
    Billing billing = Billing::Hours;
    bool active = true;
    qint64 startDay = 0; ///< days before the business's today
    Decimal budgetHours;
};

/// How a system's users write the same customer's name.
enum class Book : quint8 { Ledger, Time, Stock };

/// The made-up business behind every system of the practice company: customers in ten countries, their
/// people, staff, prices and projects, each a function of the seed and its number. Nothing is kept, so a
/// hundred thousand customers cost nothing until one is asked for. About one customer in a hundred is messy
/// in a way that cannot be invoiced as it stands. A value; any thread.
class Business final
{
  public:
    enum class Contact : quint8 { First, Second };

    explicit Business(quint64 seed)
        : m_seed(seed)
    {
    }
    [[nodiscard]] quint64 seed() const { return m_seed; }
    [[nodiscard]] Customer customer(qint64 number) const;
    /// The name without the mess, also of a customer whose name the sales people left out.
    [[nodiscard]] QString commonName(const Customer& customer) const;
    /// Recognisably the same customer: two in three as `commonName`, the others with the legal form, "and"
    /// for
    /// "&", plain letters, another apostrophe or capitals.
    [[nodiscard]] QString nameIn(Book book, const Customer& customer) const;
    /// One customer in twelve is in the book twice.
    [[nodiscard]] bool isTwiceIn(Book book, const Customer& customer) const;
    [[nodiscard]] Premises premises(const Customer& customer) const;
    [[nodiscard]] Person person(const Customer& customer, Contact which) const;
    /// ABN, GST, VAT or EIN of the customer's country, with right check digits where the country has them.
    [[nodiscard]] QString taxNumber(const Customer& customer) const;

    [[nodiscard]] Employee employee(qint64 number) const;
    /// `customers`: how many there are to work for.
    [[nodiscard]] Project project(qint64 number, qint64 customers) const;

    /// In hundredths of the customer's currency.
    [[nodiscard]] static qint64 listCents(const Product& product, const Customer& customer);
    /// The Australian dollar amount in the customer's currency, at the business's own steady rate.
    [[nodiscard]] static Decimal inCurrency(const Decimal& australian, const Customer& customer);

  private:
    quint64 m_seed;
};

/// "small" (50), "medium" (500) or a number of customers from 1 to 100,000.
[[nodiscard]] std::optional<qint64> companySize(QStringView text);
inline constexpr qint64 kSmallCompany = 50;

/// The seed of one customer's chance.
[[nodiscard]] quint64 customerSeed(quint64 seed, qint64 number);
[[nodiscard]] QString text(const char16_t* words);

} // namespace tieout::sandbox::business
