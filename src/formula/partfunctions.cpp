#include "formula/functions.h"
#include "formula/limits.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;

namespace {

/// Where the wanted occurrence of `between` begins: counted from the end when `nth` is negative; -1 =
/// nowhere.
qsizetype occurrence(const QString& text, const QString& between, int nth, Qt::CaseSensitivity sensitive)
{
    qsizetype at = nth > 0 ? -between.size() : text.size() + between.size();
    for (int seen = 0; seen < std::abs(nth); ++seen) {
        if (nth < 0 && at < between.size()) return -1;
        at = nth > 0 ? text.indexOf(between, at + between.size(), sensitive)
                     : text.lastIndexOf(between, at - between.size(), sensitive);
        if (at < 0) return -1;
    }
    return at;
}

/// TEXTBEFORE and TEXTAFTER(text, between, [which], [any_case], [to_end], [if_none]).
template<bool before>
Operand callPart(Call& call)
{
    QString text;
    QString between;
    int nth = 1;
    bool anyCase = false;
    bool toEnd = false;
    if (!call.text(0, text) || !call.text(1, between) || !call.integer(2, nth, 1) ||
        !call.boolean(3, anyCase, false) || !call.boolean(4, toEnd, false))
        return call.failure();
    if (nth == 0) return call.fail(FaultKind::Value, u"formula.out-of-range"_s, {u"0"_s}, 2);
    if (between.isEmpty()) return Operand(before == (nth > 0) ? QString() : text);
    const auto sensitive = anyCase ? Qt::CaseInsensitive : Qt::CaseSensitive;
    const qsizetype at = occurrence(text, between, nth, sensitive);
    if (at >= 0) return Operand(before ? text.left(at) : text.mid(at + between.size()));
    if (toEnd) return Operand(before == (nth > 0) ? text : QString());
    if (call.count() > 5) return call.operand(5);
    return call.fail(FaultKind::NotAvailable, u"formula.text-not-found"_s, {between}, 1);
}

/// FIXED(number, [places], [no_commas])
Operand callFixed(Call& call)
{
    Decimal value;
    int places = 2;
    bool plain = false;
    if (!call.number(0, value) || !call.integer(1, places, 2) || !call.boolean(2, plain, false))
        return call.failure();
    if (places > Decimal::kMaxScale || places < -Decimal::kMaxDigits)
        return call.fail(FaultKind::Value, u"formula.out-of-range"_s, {QString::number(places)}, 1);
    QString text = value.rounded(places).toString();
    const qsizetype point = text.indexOf(u'.');
    const qsizetype start = text.startsWith(u'-') ? 1 : 0;
    for (qsizetype at = (point < 0 ? text.size() : point) - 3; !plain && at > start; at -= 3)
        text.insert(at, u',');
    return Operand(std::move(text));
}

/// NUMBERVALUE("1.234,5", ",", "."): blanks count for nothing, each % divides by a hundred.
Operand callNumberValue(Call& call)
{
    QString text;
    QString point;
    QString group;
    if (!call.text(0, text) || !call.text(1, point, u"."_s) ||
        !call.text(2, group, point.left(1) == u","_s ? u"."_s : u","_s))
        return call.failure();
    const auto refused = [&] { return call.fail(FaultKind::Value, u"formula.not-a-number"_s, {text}, 0); };
    if (point.isEmpty() || group.left(1) == point.left(1)) return refused();
    QString plain = text;
    plain.removeIf([](QChar c) { return c.isSpace(); });
    qsizetype percents = 0;
    while (plain.endsWith(u'%')) {
        plain.chop(1);
        ++percents;
    }
    if (plain.isEmpty()) return percents > 0 ? refused() : Operand(Decimal());
    const qsizetype at = plain.indexOf(point[0]);
    QString whole = at < 0 ? plain : plain.left(at);
    if (!group.isEmpty()) whole.remove(group[0]);
    if (whole.contains(u'.')) return refused();
    const auto number = Decimal::parse(QStringView(at < 0 ? whole : whole + u'.' + plain.mid(at + 1)));
    if (!number || percents > Decimal::kMaxScale) return refused();
    Result<Decimal> value = *number;
    for (; percents > 0 && value; --percents)
        value = value->dividedBy(Decimal(100));
    return call.settled(value);
}

constexpr auto kItem = FunctionInfo::PerItem;
constexpr auto kEager = Laziness::Eager;

constexpr FunctionInfo kFunctions[] = {
    {u"TEXTBEFORE", 2, 6, kItem, kEager, "tttnbba",
     u"TEXTBEFORE(text, between, [which], [any_case], [to_end], [if_none])", callPart<true>},
    {u"TEXTAFTER", 2, 6, kItem, kEager, "tttnbba",
     u"TEXTAFTER(text, between, [which], [any_case], [to_end], [if_none])", callPart<false>},
    {u"FIXED", 1, 3, kItem, kEager, "tnnb", u"FIXED(number, [places], [no_commas])", callFixed},
    {u"NUMBERVALUE", 1, 3, kItem, kEager, "nttt", u"NUMBERVALUE(text, [point], [group])", callNumberValue},
};

} // namespace

std::span<const FunctionInfo> partFunctions()
{
    return kFunctions;
}

} // namespace tieout::formula
