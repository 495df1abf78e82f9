#include "formula/functions.h"
#include "formula/graphemes.h"
#include "formula/limits.h"
#include "formula/regex.h"
#include "formula/wildcard.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;
using model::ValueList;

namespace {

Operand notFound(Call& call, const QString& wanted)
{
    return call.fail(FaultKind::Value, u"formula.text-not-found"_s, {wanted});
}

/// FIND and SEARCH: the arguments, and where the search starts. False: `call.failure()`.
bool searchArguments(Call& call, QString& wanted, QString& text, qsizetype& start)
{
    int first = 1;
    if (!call.text(0, wanted) || !call.text(1, text) || !call.integer(2, first, 1)) return false;
    const Graphemes characters(text);
    if (first < 1 || first > characters.count() + 1) {
        static_cast<void>(
            call.fail(FaultKind::Value, u"formula.out-of-range"_s, {QString::number(first)}, 2));
        return false;
    }
    start = characters.offset(first - 1);
    return true;
}

Operand callFind(Call& call)
{
    QString wanted;
    QString text;
    qsizetype start = 0;
    if (!searchArguments(call, wanted, text, start)) return call.failure();
    const qsizetype at = text.indexOf(wanted, start);
    return at < 0 ? notFound(call, wanted) : Operand(Decimal(Graphemes(text).indexAt(at) + 1));
}

Operand callSearch(Call& call)
{
    QString wanted;
    QString text;
    qsizetype start = 0;
    if (!searchArguments(call, wanted, text, start)) return call.failure();
    if (!hasWildcard(wanted) && !wanted.contains(u'~')) {
        const qsizetype at = text.indexOf(wanted, start, Qt::CaseInsensitive);
        return at < 0 ? notFound(call, wanted) : Operand(Decimal(Graphemes(text).indexAt(at) + 1));
    }
    if (text.size() > kMaxWildcardText)
        return call.fail(FaultKind::Value, u"formula.text-too-long"_s, {QString::number(kMaxWildcardText)},
                         1);
    const qsizetype at = wildcardIndex(text, wanted, start);
    return at < 0 ? notFound(call, wanted) : Operand(Decimal(Graphemes(text).indexAt(at) + 1));
}

Operand replaceNth(QString text, const QString& before, const QString& after, int nth)
{
    qsizetype at = -1;
    for (int seen = 0; seen < nth; ++seen) {
        at = text.indexOf(before, at < 0 ? 0 : at + before.size());
        if (at < 0) return Operand(std::move(text));
    }
    return Operand(text.replace(at, before.size(), after));
}

Operand callSubstitute(Call& call)
{
    QString text;
    QString before;
    QString after;
    int nth = 0;
    if (!call.text(0, text) || !call.text(1, before) || !call.text(2, after) || !call.integer(3, nth, 0))
        return call.failure();
    if (call.given(3) && nth < 1)
        return call.fail(FaultKind::Value, u"formula.out-of-range"_s, {QString::number(nth)}, 3);
    if (before.isEmpty()) return Operand(std::move(text));
    if (nth > 0) return replaceNth(std::move(text), before, after, nth);
    const qsizetype growth = text.count(before) * (after.size() - before.size());
    if (text.size() + growth > kMaxTextLength)
        return call.fail(FaultKind::Value, u"formula.text-too-long"_s, {QString::number(kMaxTextLength)});
    return Operand(text.replace(before, after));
}

Operand callReplace(Call& call)
{
    QString text;
    QString with;
    int first = 0;
    int count = 0;
    if (!call.text(0, text) || !call.integer(1, first) || !call.integer(2, count) || !call.text(3, with))
        return call.failure();
    if (first < 1 || count < 0) {
        const int wrong = first < 1 ? 1 : 2;
        return call.fail(FaultKind::Value, u"formula.out-of-range"_s,
                         {QString::number(wrong == 1 ? first : count)}, wrong);
    }
    const Graphemes characters(text);
    const qsizetype start = characters.offset(first - 1);
    const qsizetype end = characters.offset(qsizetype(first) - 1 + count);
    return call.bounded(text.replace(start, end - start, with));
}

Operand callSplit(Call& call)
{
    QString text;
    QString between;
    if (!call.text(0, text) || !call.text(1, between)) return call.failure();
    if (between.isEmpty()) return call.fail(FaultKind::Value, u"formula.empty-text"_s, {}, 1);
    ValueList parts;
    if (text.isEmpty()) return Operand(Value(parts));
    for (const QStringView part : QStringView(text).split(between))
        parts.append(Value(part.toString()));
    return Operand(Value(std::move(parts)));
}

/// The text and the pattern of the three REGEX functions. Null: `call.failure()`.
const QRegularExpression* regexOf(Call& call, QString& text)
{
    QString pattern;
    if (!call.text(0, text) || !call.text(1, pattern)) return nullptr;
    const QRegularExpression* regex = compiledRegex(pattern);
    if (!regex) static_cast<void>(call.fail(FaultKind::Value, u"formula.bad-pattern"_s, {pattern}, 1));
    return regex;
}

Operand callRegexMatch(Call& call)
{
    QString text;
    const QRegularExpression* regex = regexOf(call, text);
    return regex ? Operand(regex->match(text).hasMatch()) : call.failure();
}

/// The first group when the pattern has one, else the whole match.
Operand callRegexExtract(Call& call)
{
    QString text;
    const QRegularExpression* regex = regexOf(call, text);
    if (!regex) return call.failure();
    const auto match = regex->match(text);
    if (!match.hasMatch())
        return call.fail(FaultKind::NotAvailable, u"formula.text-not-found"_s, {regexText(*regex)});
    return Operand(match.captured(regex->captureCount() > 0 ? 1 : 0));
}

Operand callRegexReplace(Call& call)
{
    QString text;
    QString with;
    const QRegularExpression* regex = regexOf(call, text);
    if (!regex || !call.text(2, with)) return call.failure();
    auto replaced = replacedByRegex(text, *regex, with, kMaxTextLength);
    if (!replaced)
        return call.fail(FaultKind::Value, u"formula.text-too-long"_s, {QString::number(kMaxTextLength)});
    return Operand(std::move(*replaced));
}

constexpr quint8 kItem = FunctionInfo::PerItem;
constexpr quint8 kPattern = FunctionInfo::PerItem | FunctionInfo::Pattern;
constexpr auto kEager = Laziness::Eager;

constexpr FunctionInfo kFunctions[] = {
    {u"FIND", 2, 3, kItem, kEager, "nttn", u"FIND(wanted, text, [from])", callFind},
    {u"SEARCH", 2, 3, kPattern, kEager, "nttn", u"SEARCH(wanted, text, [from])", callSearch},
    {u"SUBSTITUTE", 3, 4, kItem, kEager, "ttttn", u"SUBSTITUTE(text, before, after, [which])",
     callSubstitute},
    {u"REPLACE", 4, 4, kItem, kEager, "ttnnt", u"REPLACE(text, first, count, with)", callReplace},
    {u"SPLIT", 2, 2, FunctionInfo::None, kEager, "ltt", u"SPLIT(text, between)", callSplit},
    {u"REGEXMATCH", 2, 2, kPattern, kEager, "btt", u"REGEXMATCH(text, pattern)", callRegexMatch},
    {u"REGEXEXTRACT", 2, 2, kPattern, kEager, "ttt", u"REGEXEXTRACT(text, pattern)", callRegexExtract},
    {u"REGEXREPLACE", 3, 3, kPattern, kEager, "tttt", u"REGEXREPLACE(text, pattern, with)", callRegexReplace},
};

} // namespace

std::span<const FunctionInfo> searchFunctions()
{
    return kFunctions;
}

} // namespace tieout::formula
