#include "formula/functions.h"
#include "formula/graphemes.h"
#include "formula/limits.h"
#include "formula/textformat.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

Operand negativeCount(Call& call, int count, int argument)
{
    return call.fail(FaultKind::Value, u"formula.out-of-range"_s, {QString::number(count)}, argument);
}

Operand callLen(Call& call)
{
    QString text;
    return call.text(0, text) ? Operand(Decimal(Graphemes(text).count())) : call.failure();
}

Operand callLeft(Call& call)
{
    QString text;
    int count = 0;
    if (!call.text(0, text) || !call.integer(1, count, 1)) return call.failure();
    if (count < 0) return negativeCount(call, count, 1);
    return Operand(text.left(Graphemes(text).offset(count)));
}

Operand callRight(Call& call)
{
    QString text;
    int count = 0;
    if (!call.text(0, text) || !call.integer(1, count, 1)) return call.failure();
    if (count < 0) return negativeCount(call, count, 1);
    const Graphemes characters(text);
    return Operand(text.mid(characters.offset(std::max<qsizetype>(0, characters.count() - count))));
}

Operand callMid(Call& call)
{
    QString text;
    int first = 0;
    int count = 0;
    if (!call.text(0, text) || !call.integer(1, first) || !call.integer(2, count)) return call.failure();
    if (first < 1) return negativeCount(call, first, 1);
    if (count < 0) return negativeCount(call, count, 2);
    const Graphemes characters(text);
    const qsizetype start = characters.offset(first - 1);
    return Operand(text.mid(start, characters.offset(qsizetype(first) - 1 + count) - start));
}

/// Like Excel only the blank U+0020 counts: outer ones go, inner runs become one.
Operand callTrim(Call& call)
{
    QString text;
    if (!call.text(0, text)) return call.failure();
    const bool clean = !text.startsWith(u' ') && !text.endsWith(u' ') && !text.contains("  "_L1);
    if (clean) return Operand(std::move(text));
    QString trimmed;
    trimmed.reserve(text.size());
    for (QChar c : std::as_const(text)) {
        if (c != u' ' || (!trimmed.isEmpty() && trimmed.back() != u' ')) trimmed.append(c);
    }
    if (trimmed.endsWith(u' ')) trimmed.chop(1);
    return Operand(std::move(trimmed));
}

bool isControl(QChar c)
{
    return c.unicode() < 0x20;
}

Operand callClean(Call& call)
{
    QString text;
    if (!call.text(0, text)) return call.failure();
    if (std::any_of(text.cbegin(), text.cend(), isControl)) text.removeIf(isControl);
    return Operand(std::move(text));
}

Operand callUpper(Call& call)
{
    QString text;
    return call.text(0, text) ? Operand(text.toUpper()) : call.failure();
}

Operand callLower(Call& call)
{
    QString text;
    return call.text(0, text) ? Operand(text.toLower()) : call.failure();
}

Operand callProper(Call& call)
{
    QString text;
    if (!call.text(0, text)) return call.failure();
    QString proper;
    proper.reserve(text.size());
    bool inWord = false;
    for (QChar c : std::as_const(text)) {
        proper.append(inWord ? c.toLower() : c.toTitleCase());
        inWord = c.isLetter() || c.isMark();
    }
    return Operand(std::move(proper));
}

Operand callRept(Call& call)
{
    QString text;
    int times = 0;
    if (!call.text(0, text) || !call.integer(1, times)) return call.failure();
    if (times < 0) return negativeCount(call, times, 1);
    if (text.size() * times > kMaxTextLength)
        return call.fail(FaultKind::Value, u"formula.text-too-long"_s, {QString::number(kMaxTextLength)});
    return Operand(text.repeated(times));
}

Operand callExact(Call& call)
{
    QString left;
    QString right;
    return call.text(0, left) && call.text(1, right) ? Operand(left == right) : call.failure();
}

/// The texts of all arguments from `first` on, lists opened, joined; false when one has no text.
bool joinTexts(Call& call, int first, const QString& between, bool skipEmpty, QString& out)
{
    bool any = false;
    return call.eachValue(first, [&](const Value& value, int index) {
        if (value.record()) {
            static_cast<void>(call.fail(FaultKind::Value, u"formula.record-where-value"_s, {}, index));
            return false;
        }
        const QString text = toText(value);
        if (skipEmpty && text.isEmpty()) return true;
        if (any) out += between;
        out += text;
        any = true;
        if (out.size() <= kMaxTextLength) return true;
        static_cast<void>(
            call.fail(FaultKind::Value, u"formula.text-too-long"_s, {QString::number(kMaxTextLength)}));
        return false;
    });
}

Operand callConcat(Call& call)
{
    QString joined;
    return joinTexts(call, 0, {}, false, joined) ? Operand(std::move(joined)) : call.failure();
}

Operand callTextJoin(Call& call)
{
    QString between;
    QString joined;
    bool skipEmpty = true;
    if (!call.text(0, between) || !call.boolean(1, skipEmpty, true) ||
        !joinTexts(call, 2, between, skipEmpty, joined))
        return call.failure();
    return Operand(std::move(joined));
}

Operand callValue(Call& call)
{
    Decimal number;
    return call.number(0, number) ? Operand(number) : call.failure();
}

Operand callText(Call& call)
{
    QString format;
    if (!call.text(1, format)) return call.failure();
    const auto formatted = formatValue(call.value(0), format, call.context().zone());
    if (formatted) return call.bounded(*formatted);
    const Value& value = call.value(0);
    const bool wantsDate = isDatePicture(format);
    if (wantsDate && value.isBlank()) return call.fail(FaultKind::Value, u"formula.blank-date"_s, {}, 0);
    if (wantsDate && toNumber(value))
        return call.fail(FaultKind::Value, u"formula.not-a-date"_s, {toText(value)}, 0);
    if (!wantsDate && (value.date() || value.instant()))
        return call.fail(FaultKind::Value, u"formula.date-where-number"_s, {toText(value)}, 0);
    return call.fail(FaultKind::Value, u"formula.bad-format"_s, {format}, 1);
}

Operand callT(Call& call)
{
    return call.value(0).isText() ? Operand(*call.value(0).text()) : Operand(QString());
}

/// What Windows has at 128 … 159, where Unicode has control signs; 0 = nothing.
constexpr char16_t kWindows[] = u"€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";
constexpr int kFirstOfWindows = 128;
constexpr int kCountOfWindows = 32;

/// CHAR counts as Excel does on Windows, UNICHAR as Unicode does.
template<bool windows>
Operand callChar(Call& call)
{
    int code = 0;
    if (!call.integer(0, code)) return call.failure();
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < 1 || code > (windows ? 0xFF : 0x10FFFF) || surrogate)
        return call.fail(FaultKind::Value, u"formula.out-of-range"_s, {QString::number(code)}, 0);
    const bool own = windows && code >= kFirstOfWindows && code < kFirstOfWindows + kCountOfWindows;
    const char16_t meant = own ? kWindows[code - kFirstOfWindows] : u'\0';
    const char32_t character = meant != 0 ? char32_t(meant) : char32_t(code);
    return Operand(QString::fromUcs4(&character, 1));
}

template<bool windows>
Operand callCode(Call& call)
{
    QString text;
    if (!call.text(0, text)) return call.failure();
    if (text.isEmpty()) return call.fail(FaultKind::Value, u"formula.empty-text"_s, {}, 0);
    for (int i = 0; windows && i < kCountOfWindows; ++i) {
        if (kWindows[i] != 0 && text[0] == kWindows[i]) return Operand(Decimal(kFirstOfWindows + i));
    }
    return Operand(Decimal(qint64(text.left(2).toUcs4().constFirst())));
}

constexpr auto kItem = FunctionInfo::PerItem;
constexpr auto kEager = Laziness::Eager;

constexpr FunctionInfo kFunctions[] = {
    {u"LEN", 1, 1, kItem, kEager, "nt", u"LEN(text)", callLen},
    {u"LEFT", 1, 2, kItem, kEager, "ttn", u"LEFT(text, [count])", callLeft},
    {u"RIGHT", 1, 2, kItem, kEager, "ttn", u"RIGHT(text, [count])", callRight},
    {u"MID", 3, 3, kItem, kEager, "ttnn", u"MID(text, first, count)", callMid},
    {u"TRIM", 1, 1, kItem, kEager, "tt", u"TRIM(text)", callTrim},
    {u"CLEAN", 1, 1, kItem, kEager, "tt", u"CLEAN(text)", callClean},
    {u"UPPER", 1, 1, kItem, kEager, "tt", u"UPPER(text)", callUpper},
    {u"LOWER", 1, 1, kItem, kEager, "tt", u"LOWER(text)", callLower},
    {u"PROPER", 1, 1, kItem, kEager, "tt", u"PROPER(text)", callProper},
    {u"REPT", 2, 2, kItem, kEager, "ttn", u"REPT(text, times)", callRept},
    {u"EXACT", 2, 2, kItem, kEager, "btt", u"EXACT(first, second)", callExact},
    {u"CONCAT", 1, -1, FunctionInfo::None, kEager, "ta", u"CONCAT(text, …)", callConcat},
    {u"CONCATENATE", 1, -1, FunctionInfo::None, kEager, "ta", u"CONCATENATE(text, …)", callConcat},
    {u"TEXTJOIN", 3, -1, FunctionInfo::None, kEager, "ttba", u"TEXTJOIN(between, skip_empty, text, …)",
     callTextJoin},
    {u"VALUE", 1, 1, kItem, kEager, "nt", u"VALUE(text)", callValue},
    {u"TEXT", 2, 2, kItem, kEager, "tat", u"TEXT(value, format)", callText},
    {u"T", 1, 1, FunctionInfo::None, kEager, "ta", u"T(value)", callT},
    {u"CHAR", 1, 1, kItem, kEager, "tn", u"CHAR(number)", callChar<true>},
    {u"UNICHAR", 1, 1, kItem, kEager, "tn", u"UNICHAR(number)", callChar<false>},
    {u"CODE", 1, 1, kItem, kEager, "nt", u"CODE(text)", callCode<true>},
    {u"UNICODE", 1, 1, kItem, kEager, "nt", u"UNICODE(text)", callCode<false>},
};

} // namespace

std::span<const FunctionInfo> textFunctions()
{
    return kFunctions;
}

} // namespace tieout::formula
