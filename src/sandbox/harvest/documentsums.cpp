#include "sandbox/harvest/documentsums.h"

#include "sandbox/harvest/call.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

Decimal sumOf(const Json& lines, QStringView flag)
{
    Decimal sum = Decimal::fromScaled(0, 2);
    for (const Json& line : lines.toArray()) {
        if (flag.isEmpty() || line[flag].toBool()) sum = plus(sum, line[u"amount"].toDecimal());
    }
    return sum;
}

Decimal taxOf(const Json& document, QStringView flag, const Json& percent)
{
    const Decimal base = sumOf(document[u"line_items"], flag);
    const Decimal off = times(times(base, document[u"discount"].toDecimal()), Decimal::fromScaled(1, 2));
    return percentOf(minus(base, off), percent.toDecimal());
}

} // namespace

void fillSums(Json& document)
{
    for (Json& line : document.member(u"line_items"_s).editArray()) {
        const Decimal amount = times(line[u"quantity"].toDecimal(), line[u"unit_price"].toDecimal());
        line.set(u"amount"_s, Json(amount.rounded(2)));
    }
    const Decimal whole = sumOf(document[u"line_items"], {});
    const Decimal off = percentOf(whole, document[u"discount"].toDecimal());
    const Decimal tax = taxOf(document, u"taxed", document[u"tax"]);
    const Decimal tax2 = taxOf(document, u"taxed2", document[u"tax2"]);
    document.set(u"discount_amount"_s, Json(off));
    document.set(u"tax_amount"_s, Json(tax));
    document.set(u"tax2_amount"_s, Json(tax2));
    document.set(u"amount"_s, Json(plus(plus(minus(whole, off), tax), tax2)));
}

} // namespace tieout::sandbox::harvest
