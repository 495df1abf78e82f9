#include "sandbox/xero/documents/lineamounts.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr int kCents = 2;
constexpr int kQuantityDecimals = 4;

const Decimal& hundred()
{
    static const Decimal kHundred(100);
    return kHundred;
}

const Decimal& largestLine()
{
    static const Decimal kLargest = Decimal::fromScaled(999'999'999'999, kCents);
    return kLargest;
}

// Line amounts are capped, so sums of them cannot overflow.
Decimal sum(const Decimal& left, const Decimal& right)
{
    return left.plus(right).value_or(left);
}

Decimal difference(const Decimal& left, const Decimal& right)
{
    return left.minus(right).value_or(left);
}

Result<Decimal> grossOf(const DocumentLine& line)
{
    return line.quantity.times(line.unitAmount);
}

Result<Decimal> netOf(const DocumentLine& line)
{
    Result<Decimal> gross = grossOf(line);
    if (!gross) return gross;
    if (line.hasDiscountRate) {
        const Decimal left = difference(hundred(), line.discountRate);
        const Result<Decimal> hundredfold = gross->times(left);
        if (!hundredfold) return hundredfold;
        return hundredfold->times(Decimal::fromScaled(1, 2)).map([](const Decimal& net) {
            return net.rounded(kCents);
        });
    }
    if (line.hasDiscountAmount) return difference(gross->rounded(kCents), line.discountAmount);
    return gross->rounded(kCents);
}

void readDiscount(DocumentLine& line, const LineEdit& edit, QStringList& errors)
{
    if (edit.discountRate) {
        line.discountRate = edit.discountRate->rounded(kQuantityDecimals).normalized();
        line.hasDiscountRate = !line.discountRate.isZero();
    }
    if (edit.discountAmount) {
        line.discountAmount = edit.discountAmount->rounded(kCents);
        line.hasDiscountAmount = !line.discountAmount.isZero() && !line.hasDiscountRate;
    }
    if (line.hasDiscountRate && (line.discountRate > hundred() || line.discountRate.isNegative()))
        errors << u"The discount rate '%1' is invalid. Discount must not be greater than the line total."_s
                      .arg(line.discountRate.toString());
}

// What is missing of quantity, price and amount follows from the two others.
void deriveMissing(DocumentLine& line, const LineEdit& edit, bool knownQuantity, bool knownUnit,
                   int unitDecimals)
{
    if (!knownQuantity && !knownUnit) {
        line.quantity = Decimal(1).rounded(kQuantityDecimals);
        line.unitAmount = edit.lineAmount->rounded(unitDecimals);
    } else if (!knownUnit && !line.quantity.isZero()) {
        line.unitAmount = edit.lineAmount->dividedBy(line.quantity).value_or(Decimal()).rounded(unitDecimals);
    } else if (!knownQuantity && !line.unitAmount.isZero()) {
        line.quantity =
            edit.lineAmount->dividedBy(line.unitAmount).value_or(Decimal()).rounded(kQuantityDecimals);
    }
}

} // namespace

void computeLineAmount(DocumentLine& line, const LineEdit& edit, int unitDecimals, QStringList& errors)
{
    readDiscount(line, edit, errors);
    const bool knownQuantity = edit.quantity || line.hasAmount;
    const bool knownUnit = edit.unitAmount || line.hasAmount;
    if (!knownQuantity && !knownUnit && !edit.lineAmount) return;
    if (edit.quantity) line.quantity = edit.quantity->rounded(kQuantityDecimals);
    if (edit.unitAmount) line.unitAmount = edit.unitAmount->rounded(unitDecimals);
    line.hasAmount = true;
    const bool derived = edit.lineAmount && !(knownQuantity && knownUnit);
    if (derived) {
        deriveMissing(line, edit, knownQuantity, knownUnit, unitDecimals);
        line.lineAmount = edit.lineAmount->rounded(kCents);
    } else {
        if (!knownQuantity) line.quantity = Decimal(1).rounded(kQuantityDecimals);
        const Result<Decimal> net = netOf(line);
        line.lineAmount = net ? *net : sum(largestLine(), Decimal(1));
        if (edit.lineAmount && edit.lineAmount->rounded(kCents) != line.lineAmount)
            errors << u"The line total %1 does not match the expected line total %2"_s.arg(
                edit.lineAmount->toString(), line.lineAmount.toString());
    }
    if (line.lineAmount.abs() > largestLine())
        errors << u"The line amount must not exceed 9,999,999,999.99."_s;
    if (line.hasDiscountAmount && line.lineAmount.isNegative() && !line.unitAmount.isNegative())
        errors << u"The discount rate '%1' is invalid. Discount must not be greater than the line total."_s
                      .arg(line.discountAmount.toString());
}

Decimal lineTax(const Decimal& lineAmount, const Decimal& percent, LineAmountTypes types)
{
    if (types == LineAmountTypes::NoTax || percent.isZero()) return Decimal::fromScaled(0, kCents);
    const Decimal product = lineAmount.times(percent).value_or(Decimal());
    if (types == LineAmountTypes::Exclusive)
        return product.times(Decimal::fromScaled(1, 2)).value_or(Decimal()).rounded(kCents);
    return product.dividedBy(sum(hundred(), percent)).value_or(Decimal()).rounded(kCents);
}

void computeTotals(DocumentBody& document)
{
    Decimal lines = Decimal::fromScaled(0, kCents);
    Decimal tax = lines;
    Decimal discount = lines;
    for (const DocumentLine& line : document.lines) {
        lines = sum(lines, line.lineAmount);
        tax = sum(tax, line.taxAmount);
        if (line.hasDiscountRate || line.hasDiscountAmount)
            discount =
                sum(discount, difference(grossOf(line).value_or(Decimal()).rounded(kCents), line.lineAmount));
    }
    const bool inclusive = document.amountTypes == LineAmountTypes::Inclusive;
    document.totalTax = tax;
    document.subTotal = inclusive ? difference(lines, tax) : lines;
    document.total = inclusive ? lines : sum(lines, tax);
    document.totalDiscount = discount;
}

} // namespace tieout::sandbox::xero
