#pragma once

#include "base/date.h"
#include "base/decimal.h"

#include <QHash>
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
    QString description;
    bool archived = false;
    bool enablePayments = false;
};

struct TaxRate {
    QString taxType;
    QString name;
    QString reportTaxType;
    Decimal percent;
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
    QString version; ///< "AU", "NZ"
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
    QList<OrganisationUser> users;

    [[nodiscard]] Date today(Instant now) const;
};

/// Chart of accounts, tax rates and currencies of one organisation, found by code. Documents keep positions,
/// which never change. A value: copies are snapshots.
class Chart final
{
  public:
    void addAccount(Account account);
    void addTaxRate(TaxRate rate);
    void addCurrency(Currency currency);

    [[nodiscard]] const std::vector<Account>& accounts() const { return m_accounts; }
    [[nodiscard]] const std::vector<TaxRate>& taxRates() const { return m_taxRates; }
    [[nodiscard]] const std::vector<Currency>& currencies() const { return m_currencies; }
    // Positions; -1 when unknown.
    [[nodiscard]] int accountByCode(const QString& code) const { return m_accountCodes.value(code, -1); }
    [[nodiscard]] int accountById(const QUuid& id) const;
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
