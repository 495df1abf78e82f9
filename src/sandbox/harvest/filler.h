#pragma once

#include "sandbox/business/business.h"
#include "sandbox/harvest/books.h"

namespace tieout::sandbox::harvest {

using business::Business;
using business::Customer;

/// Makes up one account's books, subject by subject. Lives for the filling.
class Filler final
{
  public:
    Filler(const Business& business, qint64 customers, Instant now)
        : m_business(business)
        , m_customers(customers)
        , m_now(std::chrono::floor<std::chrono::seconds>(now))
        , m_random(business::customerSeed(business.seed(), customers) ^ 0x4a7)
    {
    }

    [[nodiscard]] Books take();

  private:
    struct Work {
        qint64 id = 0;
        Customer customer;
        business::Project plan;
        QList<qint64> users;
        QList<qint64> tasks;
        QList<qint64> entries;
        QList<qint64> expenses;
    };

    [[nodiscard]] Instant daysAgo(qint64 days, int hour = 8) const
    {
        return std::chrono::floor<std::chrono::days>(m_now) - std::chrono::hours(24 * days) +
               std::chrono::hours(hour);
    }
    [[nodiscard]] QString dayAgo(qint64 days) const { return formatDate(utcDate(m_now).addDays(-days)); }
    [[nodiscard]] bool chance(quint64 in) { return m_random.below(in) == 0; }

    void addPeople();
    void addRates(qint64 user, const business::Employee& employee);
    void addLists();
    void addClient(const Customer& customer);
    void addContact(qint64 client, const Customer& customer, Business::Contact which);
    void addProject(const business::Project& plan);
    void assign(Work& work);
    void addTime(Work& work);
    void addEntry(Work& work, qint64 daysBack);
    void addExpenses(Work& work);
    void addInvoices(Work& work);
    void addEstimate(const Work& work);
    [[nodiscard]] Json productLines(const Customer& customer);
    [[nodiscard]] Json line(const QString& kind, const QString& words, const Json& quantity,
                            const Json& price, qint64 project, bool taxed);
    qint64 addInvoice(const Work& work, const Json& lines, qint64 issuedDaysAgo, const QString& state);
    void pay(qint64 invoice, const Decimal& amount, qint64 daysBack);
    void addRunningTimer();

    const Business& m_business;
    qint64 m_customers;
    Instant m_now;
    SeededRandom m_random;
    Books m_books;
    QList<qint64> m_users;
    QList<qint64> m_tasks;
    QList<qint64> m_categories;
    QHash<qint64, qint64> m_clients; // customer number → client
    qint64 m_lastNumber = 1000;
    qint64 m_lastEstimate = 1000;
};

/// An amount as a member.
[[nodiscard]] Json money(const Decimal& amount);
[[nodiscard]] Json money(qint64 hundredths);

} // namespace tieout::sandbox::harvest
