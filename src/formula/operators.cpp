#include "formula/operators.h"

#include "formula/arithmetic.h"
#include "formula/coerce.h"
#include "formula/itemresults.h"
#include "formula/limits.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;
using model::ValueList;

namespace {

constexpr qint64 kMsPerDay = 86'400'000;

Operand raise(const OperatorSite& site, int span, FaultKind kind, QString code, QStringList facts = {})
{
    return site.faults.raise(kind, site.spans[span], std::move(code), std::move(facts));
}

Operand raise(const OperatorSite& site, const Error& error)
{
    const bool zero = error.code == "decimal.division-by-zero"_L1;
    const bool power = error.code == "formula.power"_L1;
    const FaultKind kind = zero ? FaultKind::DivisionByZero : FaultKind::Number;
    return raise(site, zero ? 2 : 0, kind,
                 zero    ? u"formula.division-by-zero"_s
                 : power ? error.code
                         : u"formula.too-large"_s);
}

Operand settled(const OperatorSite& site, const Result<Decimal>& result)
{
    return result ? Operand(*result) : raise(site, result.error());
}

Operand notANumber(const OperatorSite& site, int span, const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Date:
    case Value::Kind::Instant:
        return raise(site, span, FaultKind::Value, u"formula.date-in-arithmetic"_s, {toText(value)});
    case Value::Kind::Record:
        return raise(site, span, FaultKind::Value, u"formula.record-where-value"_s);
    default:
        if (toText(value).trimmed().isEmpty())
            return raise(site, span, FaultKind::Value, u"formula.empty-text"_s);
        return raise(site, span, FaultKind::Value, u"formula.not-a-number"_s, {toText(value)});
    }
}

Result<Decimal> calculated(BinaryOp op, const Decimal& left, const Decimal& right)
{
    switch (op) {
    case BinaryOp::Add:
        return left.plus(right);
    case BinaryOp::Subtract:
        return left.minus(right);
    case BinaryOp::Multiply:
        return left.times(right);
    case BinaryOp::Divide:
        return left.dividedBy(right);
    default:
        return power(left, right);
    }
}

/// A moment on the time line: ISO text counts as what it reads as.
bool isDateLike(const Value& value)
{
    return value.date() || value.instant();
}

/// "2026-11-21" in text takes part in date arithmetic, but only where it is not a number.
Value dateFromText(const Value& value)
{
    const QString* text = value.text();
    if (!text || text->size() < 10 || !text->contains(u'-')) return value;
    if (const auto date = parseDate(QStringView(*text).trimmed())) return Value(*date);
    return value;
}

Operand shifted(const OperatorSite& site, const Value& moment, const Decimal& days)
{
    if (const Date* date = moment.date()) {
        const auto whole = days.rounded(0, Rounding::Floor).toInteger();
        const Date result = whole ? date->addDays(*whole) : Date();
        if (!result.isValid() || result.year() < 1 || result.year() > 9999)
            return raise(site, 0, FaultKind::Number, u"formula.date-out-of-range"_s);
        return Operand(result);
    }
    const auto ms = days.times(Decimal(kMsPerDay));
    const auto whole = ms ? ms->rounded(0).toInteger() : std::nullopt;
    constexpr qint64 kFarthest = 400'000 * 365 * (kMsPerDay / 1000);
    if (!whole || *whole > kFarthest || *whole < -kFarthest)
        return raise(site, 0, FaultKind::Number, u"formula.date-out-of-range"_s);
    return Operand(Value(instantFromMs(msSinceEpoch(*moment.instant()) + *whole)));
}

Operand daysBetween(const OperatorSite& site, const Value& left, const Value& right)
{
    if (left.date() && right.date()) return Operand(Decimal(right.date()->daysTo(*left.date())));
    const Instant a = left.instant() ? *left.instant() : startOfDay(*left.date(), site.zone);
    const Instant b = right.instant() ? *right.instant() : startOfDay(*right.date(), site.zone);
    return settled(site, Decimal(msSinceEpoch(a) - msSinceEpoch(b)).dividedBy(Decimal(kMsPerDay)));
}

/// Sums and differences in which a date or an instant takes part.
Operand dateArithmetic(BinaryOp op, const Value& left, const Value& right, const OperatorSite& site)
{
    if (op == BinaryOp::Subtract && isDateLike(left) && isDateLike(right))
        return daysBetween(site, left, right);
    const bool dateFirst = isDateLike(left);
    const bool possible =
        op == BinaryOp::Add ? isDateLike(left) != isDateLike(right) : op == BinaryOp::Subtract && dateFirst;
    if (!possible) return notANumber(site, isDateLike(right) ? 2 : 1, isDateLike(right) ? right : left);
    const Value& other = dateFirst ? right : left;
    const auto days = toNumber(other);
    if (!days) return notANumber(site, dateFirst ? 2 : 1, other);
    return shifted(site, dateFirst ? left : right, op == BinaryOp::Subtract ? days->negated() : *days);
}

Operand arithmetic(BinaryOp op, const Value& left, const Value& right, const OperatorSite& site)
{
    if (left.number() && right.number())
        return settled(site, calculated(op, *left.number(), *right.number()));
    if (isDateLike(left) || isDateLike(right))
        return dateArithmetic(op, dateFromText(left), dateFromText(right), site);
    const auto a = toNumber(left);
    const auto b = toNumber(right);
    if (a && b) return settled(site, calculated(op, *a, *b));
    const Value leftDate = a ? left : dateFromText(left);
    const Value rightDate = b ? right : dateFromText(right);
    if (isDateLike(leftDate) || isDateLike(rightDate)) return dateArithmetic(op, leftDate, rightDate, site);
    return notANumber(site, a ? 2 : 1, a ? right : left);
}

Operand concatenated(const Value& left, const Value& right, const OperatorSite& site)
{
    for (int side = 0; side < 2; ++side) {
        const Value& value = side == 0 ? left : right;
        if (value.kind() == Value::Kind::Record)
            return raise(site, 1 + side, FaultKind::Value, u"formula.record-where-value"_s);
    }
    const QString a = toText(left);
    const QString b = toText(right);
    if (a.size() + b.size() > kMaxTextLength || !site.allowance.spend(0, a.size() + b.size()))
        return raise(site, 0, FaultKind::Value, u"formula.text-too-long"_s,
                     {QString::number(kMaxTextLength)});
    return Operand(b.isEmpty() ? a : a + b);
}

Operand compared(BinaryOp op, const Value& left, const Value& right, const OperatorSite& site)
{
    if (op == BinaryOp::Equal || op == BinaryOp::NotEqual)
        return Operand(equalValues(left, right, site.zone) == (op == BinaryOp::Equal));
    const auto order = compareValues(left, right, site.zone);
    if (!order) return raise(site, 0, FaultKind::Value, u"formula.no-order"_s);
    switch (op) {
    case BinaryOp::Less:
        return Operand(*order < 0);
    case BinaryOp::LessEqual:
        return Operand(*order <= 0);
    case BinaryOp::Greater:
        return Operand(*order > 0);
    default:
        return Operand(*order >= 0);
    }
}

Operand applied(BinaryOp op, const Value& left, const Value& right, const OperatorSite& site)
{
    if (op <= BinaryOp::Power) return arithmetic(op, left, right, site);
    if (op == BinaryOp::Concat) return concatenated(left, right, site);
    return compared(op, left, right, site);
}

/// Item by item; the shorter list, if it is not a single value, must be as long as the other.
Operand overLists(BinaryOp op, const Operand& left, const Operand& right, const OperatorSite& site)
{
    const ValueList* a = left.value.list();
    const ValueList* b = right.value.list();
    if (a && b && a->size() != b->size())
        return raise(site, 0, FaultKind::Value, u"formula.lists-differ"_s,
                     {QString::number(a->size()), QString::number(b->size())});
    const qsizetype size = a ? a->size() : b->size();
    if (!site.allowance.spend(size, 0)) return raise(site, 0, FaultKind::Value, u"formula.too-much-work"_s);
    ItemResults results(site.faults, size);
    for (qsizetype i = 0; i < size; ++i) {
        const qint32 leftFault = site.faults.faultOf(left, i);
        const qint32 fault = leftFault < 0 ? site.faults.faultOf(right, i) : leftFault;
        Operand item = fault < 0 ? applied(op, a ? a->at(i) : left.value, b ? b->at(i) : right.value, site)
                                 : Operand::faulted(fault);
        if (site.allowance.spent()) return item;
        results.add(std::move(item));
    }
    return results.take();
}

} // namespace

Operand applyBinary(BinaryOp op, const Operand& left, const Operand& right, OperatorSite site)
{
    if (left.failed()) return left;
    if (right.failed()) return right;
    if (left.value.list() || right.value.list()) return overLists(op, left, right, site);
    return applied(op, left.value, right.value, site);
}

Operand applyNegate(const Operand& operand, OperatorSite site)
{
    if (operand.failed()) return operand;
    if (const Decimal* number = operand.value.number()) return Operand(number->negated());
    return applyBinary(BinaryOp::Multiply, operand, Operand(Decimal(-1)), site);
}

Operand applyPercent(const Operand& operand, OperatorSite site)
{
    return applyBinary(BinaryOp::Divide, operand, Operand(Decimal(100)), site);
}

namespace {

int sign(qint64 difference)
{
    return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

int rank(Value::Kind kind)
{
    switch (kind) {
    case Value::Kind::Number:
    case Value::Kind::Date:
    case Value::Kind::Instant:
        return 0;
    case Value::Kind::Text:
        return 1;
    default:
        return 2;
    }
}

/// A blank beside something: as that kind's empty value.
int compareWithBlank(const Value& other)
{
    switch (other.kind()) {
    case Value::Kind::Number:
        return other.number()->isZero() ? 0 : other.number()->isNegative() ? 1 : -1;
    case Value::Kind::Text:
        return other.text()->isEmpty() ? 0 : -1;
    case Value::Kind::Boolean:
        return *other.boolean() ? -1 : 0;
    default:
        return -1;
    }
}

std::optional<int> compareMoments(const Value& left, const Value& right, const QTimeZone& zone)
{
    if (!isDateLike(left) || !isDateLike(right)) return std::nullopt;
    if (left.date() && right.date()) return sign(right.date()->daysTo(*left.date()));
    const Instant a = left.instant() ? *left.instant() : startOfDay(*left.date(), zone);
    const Instant b = right.instant() ? *right.instant() : startOfDay(*right.date(), zone);
    return sign(msSinceEpoch(a) - msSinceEpoch(b));
}

/// Without accents, so that "ä" stands between "a" and "z" everywhere.
QString plainLetters(const QString& text)
{
    QString plain = text.normalized(QString::NormalizationForm_D);
    plain.removeIf([](QChar c) { return c.isMark(); });
    return plain.toCaseFolded();
}

int compareTexts(const QString& left, const QString& right)
{
    const int order = sign(left.compare(right, Qt::CaseInsensitive));
    const auto accented = [](const QString& text) {
        return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x80; });
    };
    if (order == 0 || (!accented(left) && !accented(right))) return order;
    const int plain = sign(plainLetters(left).compare(plainLetters(right)));
    return plain != 0 ? plain : order;
}

} // namespace

std::optional<int> compareValues(const Value& left, const Value& right, const QTimeZone& zone)
{
    if (left.list() || right.list() || left.record() || right.record()) return std::nullopt;
    if (left.isBlank()) return right.isBlank() ? 0 : compareWithBlank(right);
    if (right.isBlank()) return -compareWithBlank(left);
    if (left.number() && right.number()) {
        const auto order = *left.number() <=> *right.number();
        return std::is_lt(order) ? -1 : std::is_gt(order) ? 1 : 0;
    }
    if (left.text() && right.text()) return compareTexts(*left.text(), *right.text());
    if (isDateLike(left) || isDateLike(right)) {
        const auto moments = compareMoments(dateFromText(left), dateFromText(right), zone);
        if (moments || rank(left.kind()) == rank(right.kind())) return moments;
    }
    if (left.boolean() && right.boolean()) return int(*left.boolean()) - int(*right.boolean());
    return sign(rank(left.kind()) - rank(right.kind()));
}

bool equalValues(const Value& left, const Value& right, const QTimeZone& zone)
{
    if (left.text() && right.text())
        return left.text()->size() == right.text()->size()
                   ? left.text()->compare(*right.text(), Qt::CaseInsensitive) == 0
                   : compareValues(left, right, zone) == 0;
    if (left.list() || right.list() || left.record() || right.record()) return left == right;
    return compareValues(left, right, zone) == 0;
}

} // namespace tieout::formula
