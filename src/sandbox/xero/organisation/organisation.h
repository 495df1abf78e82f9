#pragma once

#include "base/date.h"
#include "base/decimal.h"

#include <QHash>
#include <QSet>
#include <QTimeZone>
#include <QUuid>

#include <vector>

namespace tieout::sandbox::xero {

enum class AccountClass : quint8 { Asset, Equity, Expense, Liability, Revenue };

struct Account {
    QUuid id;
    QString code;
    QString name;
    QString type; ///< "REVENUE", "BANK" …
    AccountClass accountClass = AccountClass::Expense;
    QString taxType;
    QString systemAccount; ///< "DEBTORS", "GST" …; empty for ordinary ones
    QString bankAccountNumber;
    QString bankAccountType; ///< "BANK", "CREDITCARD", "PAYPAL"
    QString currency;        ///< of a bank account
    QString description;
    Instant created{};
    Instant updated{};
    bool archived = false;
    bool deleted = false;
    bool enablePayments = false;
    bool inExpenseClaims = false;
    bool onWatchlist = false;

    [[nodiscard]] bool isBank() const { return type == u"BANK"; }
};

[[nodiscard]] std::optional<AccountClass> classOfType(QStringView type); ///< nothing for an unknown type
[[nodiscard]] std::string_view className(AccountClass accountClass);

struct TaxComponent {
    QString name;
    Decimal rate;
    bool compound = false;
    bool nonRecoverable = false;
};

enum class TaxStatus : quint8 { Active, Deleted, Archived, Pending };

struct TaxRate {
    QString taxType;
    QString name;
    QString reportTaxType;
    Decimal percent;
    std::vector<TaxComponent> components;
    TaxStatus status = TaxStatus::Active;
    bool system = true; ///< not made through the API
    bool assets = false;
    bool equity = false;
    bool expenses = false;
    bool liabilities = false;
    bool revenue = false;

    [[nodiscard]] bool appliesTo(AccountClass accountClass) const;
};

struct Currency {
    QString code;
    QString description;
};

struct OrganisationUser {
    QUuid id;
    QString email;
    QString firstName;
    QString lastName;
    QString role;
};

/// Facts about one organisation that its documents are checked against.
struct Organisation {
    QUuid id;
    QString name;
    QString version; ///< "AU", "NZ", "UK", "US"
    QString countryCode;
    QString baseCurrency;
    QString timezone; ///< the API's word: "AUSEASTERNSTANDARDTIME"
    QString shortCode;
    QTimeZone zone;
    Date periodLock;
    Date yearEndLock;
    Instant created{};
    int yearEndDay = 30;
    int yearEndMonth = 6;
    int emailsPerDay = 0;       ///< a demo company sends none
    int unpagedLimit = 100'000; ///< rows that a list without `page` may go through
    bool isDemo = true;
    bool offline = false;         ///< 503 for every call
    QSet<QString> refusedActions; ///< of Organisation/Actions
    QList<OrganisationUser> users;

    [[nodiscard]] Date today(Instant now) const;
    [[nodiscard]] Instant startOfDay(Date day) const;
};

/// Chart of accounts, tax rates and currencies of one organisation, found by code. Documents keep positions,
/// which never change. A value: copies are snapshots.
class Chart final
{
  public:
    int addAccount(Account account);
    void replaceAccount(int position, Account account);
    int addTaxRate(TaxRate rate);
    void replaceTaxRate(int position, TaxRate rate);
    void addCurrency(Currency currency);

    [[nodiscard]] const std::vector<Account>& accounts() const { return m_accounts; }
    [[nodiscard]] const std::vector<TaxRate>& taxRates() const { return m_taxRates; }
    [[nodiscard]] const std::vector<Currency>& currencies() const { return m_currencies; }
    // Positions; -1 when unknown.
    [[nodiscard]] int accountByCode(const QString& code) const { return m_accountCodes.value(code, -1); }
    [[nodiscard]] int accountById(const QUuid& id) const;
    [[nodiscard]] int systemAccount(QStringView name) const;
    [[nodiscard]] const Account& account(int position) const { return m_accounts[size_t(position)]; }
    [[nodiscard]] int taxRate(const QString& taxType) const { return m_taxTypes.value(taxType, -1); }
    [[nodiscard]] int currency(const QString& code) const { return m_currencyCodes.value(code, -1); }

  private:
    std::vector<Account> m_accounts;
    std::vector<TaxRate> m_taxRates;
    std::vector<Currency> m_currencies;
    QHash<QString, int> m_accountCodes;
    QHash<QString, int> m_taxTypes;
    QHash<QString, int> m_currencyCodes;
};

/// Units of `code` for one unit of the base currency, six digits: the practice company's stand-in for the
/// published day rate. Nothing when either is not known.
[[nodiscard]] std::optional<Decimal> dayRate(const QString& base, const QString& code);

} // namespace tieout::sandbox::xero
