#include "formula/refusals.h"

#include "formula/regex.h"
#include "formula/textformat.h"

#include <algorithm>
#include <array>

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

constexpr quint16 kMoments = StaticType::Date | StaticType::Instant;

/// Functions that find nothing, or get what is no number, whatever the schema says.
constexpr std::array kAlways{
    u"FIND",    u"SEARCH",  u"VALUE",  u"NUMBERVALUE", u"MATCH",      u"INDEX",      u"ABN",
    u"NA",      u"AVERAGE", u"MEDIAN", u"LARGE",       u"SMALL",      u"RANK",       u"AVERAGEIF",
    u"CONVERT", u"SQRT",    u"POWER",  u"DATEDIF",     u"AVERAGEIFS", u"ERROR.TYPE", u"REGEXEXTRACT",
    u"CODE",    u"UNICODE", u"MROUND", u"CHOOSE",
};

/// A function that takes only these numbers for one argument; `zero`: 0 is taken too.
struct Bounds {
    const char16_t* function;
    size_t argument;
    qint64 least;
    qint64 most;
    bool zero = true;
    bool fractions = false; ///< a number below 1 is not cut to 0
};

constexpr qint64 kAny = 1'000'000'000;
constexpr Bounds kBounds[] = {
    {u"LEFT", 1, 0, kAny},
    {u"RIGHT", 1, 0, kAny},
    {u"MID", 1, 1, kAny, false},
    {u"MID", 2, 0, kAny},
    {u"REPLACE", 1, 1, kAny, false},
    {u"REPLACE", 2, 0, kAny},
    {u"REPT", 1, 0, 1'000},
    {u"SUBSTITUTE", 3, 1, kAny, false},
    {u"CHAR", 0, 1, 255, false},
    {u"UNICHAR", 0, 1, 0xD7FF, false},
    {u"MOD", 1, -kAny, kAny, false, true},
    {u"QUOTIENT", 1, -kAny, kAny, false, true},
    {u"CEILING", 1, 0, kAny},
    {u"FLOOR", 1, 0, kAny, false, true},
    {u"TAXEXCLUSIVE", 1, 0, kAny},
    {u"WEEKDAY", 1, 1, 17, false},
    {u"WEEKNUM", 1, 1, 21, false},
    {u"YEARFRAC", 2, 0, 4},
    {u"FIXED", 1, -30, 30},
    {u"SORT", 1, 1, 1, false},
    {u"SORT", 2, -1, 1, false},
    {u"SORTBY", 2, -1, 1, false},
    {u"WORKDAY.INTL", 2, 1, 17, false},
    {u"NETWORKDAYS.INTL", 2, 1, 17, false},
    {u"TEXTBEFORE", 2, -kAny, kAny, false},
    {u"TEXTAFTER", 2, -kAny, kAny, false},
};

/// Functions with lists that go side by side: the arguments from `first` on, every `step` th, up to `last`;
/// `ahead`: the first argument too.
struct SideBySide {
    const char16_t* function;
    size_t first;
    size_t step;
    size_t last = 254;
    bool ahead = true;
};
constexpr SideBySide kSideBySide[] = {
    {u"SUMPRODUCT", 1, 1}, {u"SUMIF", 2, 1, 2},  {u"SUMIFS", 1, 2},
    {u"COUNTIFS", 2, 2},   {u"MINIFS", 1, 2},    {u"MAXIFS", 1, 2},
    {u"FILTER", 1, 1, 1},  {u"SORTBY", 1, 1, 1}, {u"XLOOKUP", 1, 1, 2, false},
};

/// Functions that add or compare numbers: a text among them may be none.
constexpr std::array kTotals{u"SUM",    u"PRODUCT", u"MIN",    u"MAX",       u"SUMIF",
                             u"SUMIFS", u"MINIFS",  u"MAXIFS", u"SUMPRODUCT"};

constexpr std::array kJoins{u"CONCAT", u"CONCATENATE", u"TEXTJOIN"};

template<size_t size>
bool isOneOf(QStringView name, const std::array<const char16_t*, size>& names)
{
    return std::any_of(names.begin(), names.end(), [&](const char16_t* n) { return name == QStringView(n); });
}

bool inBounds(const Decimal& number, const Bounds& bounds)
{
    const Decimal taken = bounds.fractions ? number : number.rounded(0, Rounding::Down);
    return taken.isZero() ? bounds.zero
                          : !(number < Decimal(bounds.least)) && !(number > Decimal(bounds.most));
}

bool outOfBounds(const Ast& ast, const Node& call)
{
    return std::any_of(std::begin(kBounds), std::end(kBounds), [&](const Bounds& bounds) {
        if (call.text != QStringView(bounds.function) || call.children.size() <= bounds.argument)
            return false;
        const Node& argument = ast.node(call.children[bounds.argument]);
        if (argument.kind == NodeKind::Missing) return false;
        const auto number = constantNumber(ast, argument);
        return !number || !inBounds(*number, bounds);
    });
}

const QString* constantText(const Ast& ast, const Node& call, size_t index)
{
    if (call.children.size() <= index) return nullptr;
    const Node& node = ast.node(call.children[index]);
    return node.kind == NodeKind::Text ? &node.text : nullptr;
}

/// TEXT with a picture that fits whatever comes.
bool pictureMayNotFit(const Ast& ast, const Node& call, const StaticType& value)
{
    const QString* picture = constantText(ast, call, 1);
    if (!picture) return true;
    const bool moment = !value.can(StaticType::Anything & ~quint16(StaticType::Date | StaticType::Instant));
    if (!moment && value.kinds != StaticType::Number) return true;
    if (moment && value.mayBeBlank) return true;
    const Value sample = moment ? Value(Date(2026, 1, 1)) : Value(Decimal(1));
    return !formatValue(sample, *picture, QTimeZone::utc());
}

/// DATE of years that come from dates or are written out.
bool yearMayBeWrong(const Ast& ast, const Node& node)
{
    if (node.kind == NodeKind::Call && node.text == "YEAR"_L1) return false;
    if (node.kind == NodeKind::Binary && node.op <= BinaryOp::Subtract)
        return yearMayBeWrong(ast, ast.node(node.children[0])) ||
               !constantNumber(ast, ast.node(node.children[1]));
    const auto year = constantNumber(ast, node);
    return !year || *year < Decimal(100) || *year > Decimal(9998);
}

/// Values of single items that go side by side: may their lists be of different length?
bool lengthsMayDiffer(std::span<const StaticType> arguments)
{
    const QString* list = nullptr;
    for (const StaticType& argument : arguments) {
        if (!argument.can(StaticType::List)) continue;
        if (list && (argument.list.isEmpty() || *list != argument.list)) return true;
        list = &argument.list;
    }
    return false;
}

/// Lists that a function walks through together.
bool partnersMayDiffer(const Node& call, std::span<const StaticType> arguments)
{
    for (const SideBySide& lists : kSideBySide) {
        if (call.text != QStringView(lists.function)) continue;
        std::vector<StaticType> partners;
        if (lists.ahead) partners.push_back(arguments[0]);
        for (size_t i = lists.first; i < arguments.size() && i <= lists.last; i += lists.step)
            partners.push_back(arguments[i]);
        const bool all =
            std::all_of(partners.begin(), partners.end(), [](const auto& p) { return p.isList(); });
        return partners.size() > 1 && (!all || lengthsMayDiffer(partners));
    }
    return false;
}

/// Text, or a date, among what is added up or compared.
bool mayHoldOther(std::span<const StaticType> arguments)
{
    constexpr quint16 kCounted = StaticType::Number | StaticType::Boolean;
    return std::any_of(arguments.begin(), arguments.end(),
                       [](const StaticType& argument) { return (argument.single() & ~kCounted) != 0; });
}

/// What a total adds up: of SUMIF and its kin not the lists that are tested.
std::span<const StaticType> addedBy(const Node& call, std::span<const StaticType> arguments)
{
    if (call.text == "SUMIF"_L1) return arguments.subspan(arguments.size() > 2 ? 2 : 0, 1);
    return call.text.endsWith("IFS"_L1) ? arguments.first(1) : arguments;
}

/// Records, or dates among other values.
bool mayHaveNoOrder(quint16 kinds)
{
    return (kinds & (StaticType::Record | StaticType::List)) != 0 ||
           ((kinds & kMoments) && (kinds & ~kMoments));
}

bool patternMayBeWrong(const Ast& ast, const Node& call)
{
    const QString* pattern = constantText(ast, call, 1);
    return !pattern || !compiledRegex(*pattern);
}

} // namespace

std::optional<Decimal> constantNumber(const Ast& ast, const Node& node)
{
    if (node.kind == NodeKind::Number) return node.number;
    if (node.kind != NodeKind::Negate && node.kind != NodeKind::Plus && node.kind != NodeKind::Percent)
        return std::nullopt;
    const auto inner = constantNumber(ast, ast.node(node.children[0]));
    if (!inner || node.kind == NodeKind::Plus) return inner;
    if (node.kind == NodeKind::Negate) return inner->negated();
    const auto hundredth = inner->dividedBy(Decimal(100));
    return hundredth ? std::optional(*hundredth) : std::nullopt;
}

bool refusesWithNotAvailable(const Ast& ast, const Node& call)
{
    const bool table = call.text == "LOOKUP"_L1 && ast.node(call.children[0]).kind == NodeKind::Text;
    if (table) return call.children.size() < 3 || ast.node(call.children[2]).kind == NodeKind::Missing;
    return call.text == "LINKED"_L1 || call.text == "ORG"_L1 || call.text == "NA"_L1;
}

bool mayRefuse(const Ast& ast, const Node& call, const FunctionInfo& function,
               std::span<const StaticType> arguments)
{
    const QString& name = call.text;
    if (isOneOf(name, kAlways) || outOfBounds(ast, call)) return true;
    if (isOneOf(name, kTotals) && mayHoldOther(addedBy(call, arguments))) return true;
    const bool perItem = (function.traits & FunctionInfo::PerItem) != 0;
    if ((perItem && lengthsMayDiffer(arguments)) || partnersMayDiffer(call, arguments)) return true;
    if (call.text == "N"_L1) return (arguments[0].single() & (StaticType::Date | StaticType::Instant)) != 0;
    if (name == "FILTER"_L1) return mayHoldOther(arguments.subspan(1, 1));
    if (name == "SORT"_L1 || name == "SORTBY"_L1)
        return mayHaveNoOrder(arguments[name == "SORTBY"_L1 ? 1 : 0].single());
    if (isOneOf(name, kJoins))
        return std::any_of(arguments.begin(), arguments.end(),
                           [](const StaticType& type) { return (type.single() & StaticType::Record) != 0; });
    const size_t holidays = name.endsWith(".INTL"_L1) ? 3 : 2;
    if (name.contains("WORKDAY"_L1))
        return arguments.size() > holidays && (arguments[holidays].single() & ~kMoments) != 0;
    if (name == "TEXT"_L1) return pictureMayNotFit(ast, call, arguments[0]);
    if (name == "DATE"_L1) return yearMayBeWrong(ast, ast.node(call.children[0]));
    if (name == "SPLIT"_L1) return !constantText(ast, call, 1) || constantText(ast, call, 1)->isEmpty();
    if (name.startsWith("REGEX"_L1)) return patternMayBeWrong(ast, call);
    if (name == "XLOOKUP"_L1) return arguments.size() < 4;
    if (name == "LOOKUP"_L1)
        return arguments.size() < 4 || ast.node(call.children[2]).kind != NodeKind::Missing;
    if (name == "TEXTBEFORE"_L1 || name == "TEXTAFTER"_L1) return arguments.size() != 2 + 4;
    if (name == "AND"_L1 || name == "OR"_L1 || name == "XOR"_L1)
        return std::all_of(arguments.begin(), arguments.end(),
                           [](const StaticType& type) { return type.can(StaticType::List); });
    return (function.traits & FunctionInfo::AsksContext) &&
           (name == "LINKED"_L1 || name == "ORG"_L1 || name == "PHONE"_L1);
}

} // namespace tieout::formula
