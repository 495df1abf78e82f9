#include "sandbox/xero/organisation/organisation.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

struct PerDollar {
    const char16_t* code;
    qint64 millionths; ///< for one Australian dollar
};

constexpr PerDollar kRates[] = {
    {u"AUD", 1'000'000}, {u"USD", 652'300},   {u"EUR", 601'250},    {u"GBP", 512'480}, {u"NZD", 1'098'700},
    {u"NOK", 6'954'120}, {u"PLN", 2'581'330}, {u"JPY", 97'412'500}, {u"CAD", 894'610}, {u"SGD", 874'050},
};

std::optional<Decimal> perDollar(const QString& code)
{
    for (const PerDollar& rate : kRates) {
        if (code == QStringView(rate.code)) return Decimal::fromScaled(rate.millionths, 6);
    }
    return std::nullopt;
}

} // namespace

bool TaxRate::appliesTo(AccountClass accountClass) const
{
    switch (accountClass) {
    case AccountClass::Asset:
        return assets;
    case AccountClass::Equity:
        return equity;
    case AccountClass::Expense:
        return expenses;
    case AccountClass::Liability:
        return liabilities;
    case AccountClass::Revenue:
        return revenue;
    }
    return false;
}

Date Organisation::today(Instant now) const
{
    // A machine without time zone data falls back to UTC.
    return zone.isValid() ? QDateTime::fromMSecsSinceEpoch(msSinceEpoch(now), zone).date() : utcDate(now);
}

Instant Organisation::startOfDay(Date day) const
{
    const QDateTime start = zone.isValid() ? day.startOfDay(zone) : day.startOfDay(Qt::UTC);
    return instantFromMs(start.toMSecsSinceEpoch());
}

std::optional<AccountClass> classOfType(QStringView type)
{
    using enum AccountClass;
    static constexpr std::pair<QStringView, AccountClass> kTypes[] = {
        {u"BANK", Asset},          {u"CURRENT", Asset},      {u"FIXED", Asset},
        {u"INVENTORY", Asset},     {u"NONCURRENT", Asset},   {u"PREPAYMENT", Asset},
        {u"EQUITY", Equity},       {u"DEPRECIATN", Expense}, {u"DIRECTCOSTS", Expense},
        {u"EXPENSE", Expense},     {u"OVERHEADS", Expense},  {u"CURRLIAB", Liability},
        {u"LIABILITY", Liability}, {u"TERMLIAB", Liability}, {u"PAYG", Liability},
        {u"OTHERINCOME", Revenue}, {u"REVENUE", Revenue},    {u"SALES", Revenue},
    };
    for (const auto& [name, accountClass] : kTypes) {
        if (name == type) return accountClass;
    }
    return std::nullopt;
}

std::string_view className(AccountClass accountClass)
{
    constexpr std::string_view kNames[] = {"ASSET", "EQUITY", "EXPENSE", "LIABILITY", "REVENUE"};
    return kNames[size_t(accountClass)];
}

int Chart::addAccount(Account account)
{
    const int position = int(m_accounts.size());
    if (!account.code.isEmpty()) m_accountCodes.insert(account.code, position);
    m_accounts.push_back(std::move(account));
    return position;
}

// A deleted account keeps its position for the documents that used it, not its code.
void Chart::replaceAccount(int position, Account account)
{
    Account& stored = m_accounts[size_t(position)];
    if (m_accountCodes.value(stored.code, -1) == position) m_accountCodes.remove(stored.code);
    if (!account.code.isEmpty() && !account.deleted) m_accountCodes.insert(account.code, position);
    stored = std::move(account);
}

int Chart::addTaxRate(TaxRate rate)
{
    const int position = int(m_taxRates.size());
    m_taxTypes.insert(rate.taxType, position);
    m_taxRates.push_back(std::move(rate));
    return position;
}

void Chart::replaceTaxRate(int position, TaxRate rate)
{
    m_taxRates[size_t(position)] = std::move(rate);
}

int Chart::systemAccount(QStringView name) const
{
    for (size_t index = 0; index < m_accounts.size(); ++index) {
        if (m_accounts[index].systemAccount == name) return int(index);
    }
    return -1;
}

void Chart::addCurrency(Currency currency)
{
    if (m_currencyCodes.contains(currency.code)) return;
    m_currencyCodes.insert(currency.code, int(m_currencies.size()));
    m_currencies.push_back(std::move(currency));
}

int Chart::accountById(const QUuid& id) const
{
    for (size_t index = 0; index < m_accounts.size(); ++index) {
        if (m_accounts[index].id == id) return int(index);
    }
    return -1;
}

std::optional<Decimal> dayRate(const QString& base, const QString& code)
{
    if (base == code) return Decimal::fromScaled(1'000'000, 6);
    const std::optional<Decimal> from = perDollar(base);
    const std::optional<Decimal> to = perDollar(code);
    if (!from || !to) return std::nullopt;
    const Result<Decimal> rate = to->dividedBy(*from);
    if (!rate) return std::nullopt;
    return rate->rounded(6);
}

} // namespace tieout::sandbox::xero
