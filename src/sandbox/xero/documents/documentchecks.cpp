#include "sandbox/xero/documents/documentchecks.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr qsizetype kMaxNumber = 255;
constexpr int kRateDecimals = 6;

QString lockDateText(Date date)
{
    return QLocale::c().toString(date, u"dd-MMM-yyyy");
}

} // namespace

void applyCurrency(const Tenant& tenant, const InvoiceEdit& edit, bool isNew, DocumentBody& document,
                   QStringList& errors)
{
    const Chart& chart = tenant.chart;
    bool changed = isNew;
    if (edit.currency && !edit.currency->isEmpty()) {
        const int position = chart.currency(*edit.currency);
        if (position < 0) {
            errors << u"Organisation is not subscribed to currency %1"_s.arg(*edit.currency);
            return;
        }
        changed = changed || position != document.currency;
        document.currency = qint16(position);
    }
    const QString& code = chart.currencies()[size_t(document.currency)].code;
    const QString& base = tenant.organisation.baseCurrency;
    if (edit.currencyRate && code != base) {
        document.currencyRate = edit.currencyRate->rounded(kRateDecimals);
        if (document.currencyRate <= Decimal(0)) errors << u"Currency rate must be greater than zero."_s;
    } else if (changed) {
        document.currencyRate = dayRate(base, code).value_or(Decimal::fromScaled(1'000'000, kRateDecimals));
    }
}

void applyAmountTypes(const InvoiceEdit& edit, DocumentBody& document, QStringList& errors)
{
    if (!edit.amountTypes) return;
    const std::optional<LineAmountTypes> types = amountTypesFromName(*edit.amountTypes);
    if (types)
        document.amountTypes = *types;
    else
        errors << u"Line amount types must be valid."_s;
}

void checkNumber(const QString& number, QStringView title, QStringList& errors)
{
    const bool ascii = std::all_of(number.cbegin(), number.cend(), [](QChar letter) {
        return letter.unicode() >= 0x20 && letter.unicode() < 0x7f;
    });
    if (number.size() > kMaxNumber || !ascii)
        errors << u"%1 number must be at most 255 printable ASCII characters."_s.arg(title);
}

void checkUrl(const QString& url, QStringList& errors)
{
    const bool absolute = url.startsWith("http://"_L1, Qt::CaseInsensitive) ||
                          url.startsWith("https://"_L1, Qt::CaseInsensitive);
    const bool usable = absolute && !url.contains("xero"_L1, Qt::CaseInsensitive) && !url.contains(u' ');
    if (!url.isEmpty() && !usable) errors << u"Url must be a valid absolute URL."_s;
}

void checkLockDates(const Organisation& organisation, Date earliest, QStringList& errors)
{
    if (organisation.yearEndLock.isValid() && earliest <= organisation.yearEndLock)
        errors << u"The document date cannot be before the end of year lock date, currently set at "_s +
                      lockDateText(organisation.yearEndLock);
    else if (organisation.periodLock.isValid() && earliest <= organisation.periodLock)
        errors << u"The document date cannot be before the period lock date, currently set at "_s +
                      lockDateText(organisation.periodLock);
}

void moveStock(ItemBook& items, const DocumentBody& document, Goods goods)
{
    if (!items.keepsStock()) return;
    for (const DocumentLine& line : document.lines) {
        if (line.item < 0 || !items.at(line.item).isTracked()) continue;
        if (goods == Goods::Come)
            items.receive(line.item, line.quantity, inBaseCurrency(line.lineAmount, document.currencyRate));
        else
            items.issue(line.item, line.quantity);
    }
}

Decimal inBaseCurrency(const Decimal& amount, const Decimal& rate)
{
    return amount.dividedBy(rate).value_or(amount).rounded(2);
}

// Amounts are capped far below what a Decimal holds, so the fallbacks are never taken.
Decimal sumOf(const Decimal& left, const Decimal& right)
{
    return left.plus(right).value_or(left);
}

Decimal differenceOf(const Decimal& left, const Decimal& right)
{
    return left.minus(right).value_or(left);
}

} // namespace tieout::sandbox::xero
