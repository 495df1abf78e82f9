#include "engine/plan/ledger.h"

namespace tieout::engine {

namespace {

Decimal numberOr(const model::Value& value, Decimal fallback)
{
    const Decimal* number = value.number();
    return number ? *number : fallback;
}

/// quantity × unit × (100 − discount) / 100, to the cent.
Result<Decimal> lineAmount(const model::Record& line)
{
    const auto& given = line.value(u"LineAmount");
    if (line.value(u"UnitAmount").isBlank() && given.number()) return given.number()->rounded(2);
    const Decimal unit = numberOr(line.value(u"UnitAmount"), {}).rounded(4);
    auto amount = numberOr(line.value(u"Quantity"), Decimal(1)).times(unit);
    if (!amount) return amount;
    if (const Decimal* rate = line.value(u"DiscountRate").number()) {
        const auto kept = Decimal(100).minus(*rate);
        if (!kept) return kept;
        const auto share = kept->times(Decimal::fromScaled(1, 2));
        if (!share) return share;
        amount = amount->times(*share);
        if (!amount) return amount;
    }
    return amount->rounded(2);
}

Result<Decimal> lineTax(const Decimal& amount, const Decimal& percent, const QString& amountTypes)
{
    if (amountTypes == QLatin1String("NoTax") || percent.isZero()) return Decimal();
    const auto rate = percent.times(Decimal::fromScaled(1, 2));
    if (!rate) return rate;
    if (amountTypes == QLatin1String("Inclusive")) {
        const auto factor = Decimal(1).plus(*rate);
        if (!factor) return factor;
        const auto net = amount.dividedBy(*factor);
        if (!net) return net;
        const auto tax = amount.minus(*net);
        return tax ? Result<Decimal>(tax->rounded(2)) : tax;
    }
    const auto tax = amount.times(*rate);
    return tax ? Result<Decimal>(tax->rounded(2)) : tax;
}

} // namespace

Result<LedgerTotals> ledgerTotals(const model::Record& document,
                                  const QList<connectors::ReferenceData::TaxRate>& rates)
{
    LedgerTotals totals;
    const auto* lines = document.value(u"LineItems").list();
    if (!lines) return totals;
    const QString types = document.value(u"LineAmountTypes").toPlainText();
    Decimal lineSum;
    for (const auto& item : *lines) {
        const auto* line = item.record();
        if (!line) continue;
        const auto amount = lineAmount(*line);
        if (!amount) return tl::unexpected(amount.error());
        Decimal percent;
        const QString code = line->value(u"TaxType").toPlainText();
        if (!code.isEmpty()) {
            const auto rate =
                std::find_if(rates.begin(), rates.end(), [&](const auto& r) { return r.code == code; });
            if (rate == rates.end())
                return fail(ErrorKind::RowRejected, QStringLiteral("ledger.tax-rate"),
                            QStringLiteral("unknown tax rate ") + code, {code});
            percent = rate->percent;
        }
        const auto tax = lineTax(*amount, percent, types);
        if (!tax) return tl::unexpected(tax.error());
        const auto sum = lineSum.plus(*amount);
        const auto taxSum = totals.totalTax.plus(*tax);
        if (!sum) return tl::unexpected(sum.error());
        if (!taxSum) return tl::unexpected(taxSum.error());
        lineSum = *sum;
        totals.totalTax = *taxSum;
    }
    const bool inclusive = types == QLatin1String("Inclusive");
    const auto sub = inclusive ? lineSum.minus(totals.totalTax) : Result<Decimal>(lineSum);
    const auto total = inclusive ? Result<Decimal>(lineSum) : lineSum.plus(totals.totalTax);
    if (!sub) return tl::unexpected(sub.error());
    if (!total) return tl::unexpected(total.error());
    totals.subTotal = *sub;
    totals.total = *total;
    return totals;
}

} // namespace tieout::engine
