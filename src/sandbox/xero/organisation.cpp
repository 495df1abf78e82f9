#include "sandbox/xero/organisation.h"

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

void Chart::addAccount(Account account)
{
    if (!account.code.isEmpty()) m_accountCodes.insert(account.code, int(m_accounts.size()));
    m_accounts.push_back(std::move(account));
}

void Chart::addTaxRate(TaxRate rate)
{
    m_taxTypes.insert(rate.taxType, int(m_taxRates.size()));
    m_taxRates.push_back(std::move(rate));
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
