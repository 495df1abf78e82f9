#include "formula/check.h"

#include "formula/fieldpath.h"
#include "formula/functionmeant.h"
#include "formula/functions.h"
#include "formula/nearest.h"
#include "formula/refusals.h"
#include "formula/regex.h"
#include "formula/textformat.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;

namespace {

constexpr quint16 kMoments = StaticType::Date | StaticType::Instant;

quint16 kindsOfLetter(char letter)
{
    switch (letter) {
    case 'n':
        return StaticType::Number;
    case 't':
        return StaticType::Text;
    case 'b':
        return StaticType::Boolean;
    case 'd':
        return kMoments;
    case 'l':
        return StaticType::List;
    default:
        return StaticType::Anything;
    }
}

/// What a parameter takes without an error for certain; text may always read as a number or a date.
quint16 acceptedBy(char letter)
{
    switch (letter) {
    case 'n':
    case 'b':
        return StaticType::Number | StaticType::Text | StaticType::Boolean | StaticType::List;
    case 't':
        return StaticType::Anything & ~quint16(StaticType::Record);
    case 'd':
        return kMoments | StaticType::Text | StaticType::List;
    default:
        return StaticType::Anything;
    }
}

QStringList namesOf(const QList<Field>& fields)
{
    QStringList names;
    for (const Field& field : fields)
        names.append(field.name);
    return names;
}

/// Walks the nodes bottom-up and gives each its type.
class Checker final
{
  public:
    Checker(const Ast& ast, const CheckScope& scope)
        : m_ast(ast)
        , m_scope(scope)
        , m_types(ast.nodes().size())
    {
    }

    CheckResult run()
    {
        for (size_t i = 0; i < m_types.size(); ++i)
            m_types[i] = typeOf(m_ast.nodes()[i]);
        std::stable_sort(m_result.findings.begin(), m_result.findings.end(),
                         [](const Finding& a, const Finding& b) { return a.at.start < b.at.start; });
        m_result.type = m_types.back();
        return std::move(m_result);
    }

  private:
    void report(Finding::Severity severity, Span at, QString code, QStringList facts = {})
    {
        m_result.findings.append({severity, at, std::move(code), std::move(facts)});
    }

    StaticType error(Span at, QString code, QStringList facts = {})
    {
        report(Finding::Severity::Error, at, std::move(code), std::move(facts));
        return {};
    }

    const StaticType& child(const Node& node, size_t index) const
    {
        return m_types[size_t(node.children[index])];
    }

    StaticType typeOf(const Node& node)
    {
        switch (node.kind) {
        case NodeKind::Number:
            return {StaticType::Number, false, false};
        case NodeKind::Text:
            return {StaticType::Text, node.text.isEmpty(), false};
        case NodeKind::Boolean:
            return {StaticType::Boolean, false, false};
        case NodeKind::Missing:
            return {StaticType::Anything, true, false};
        case NodeKind::ErrorLiteral:
            return {StaticType::Anything, false, true};
        case NodeKind::Name:
            return error(node.at, u"formula.unknown-name"_s, {node.text, meantBy(node.text)});
        case NodeKind::Reference:
            return reference(node);
        case NodeKind::Plus:
            return child(node, 0);
        case NodeKind::Negate:
        case NodeKind::Percent:
            return arithmetic(node, BinaryOp::Multiply, child(node, 0), {StaticType::Number, false, false});
        case NodeKind::Binary:
            return binary(node);
        case NodeKind::Call:
            return call(node);
        }
        return {};
    }

    /// A field written without its brackets, or a function without its parentheses.
    QString meantBy(const QString& name) const
    {
        for (const QString& field : m_scope.fields ? namesOf(*m_scope.fields) : QStringList()) {
            if (field.compare(name, Qt::CaseInsensitive) == 0) return u'[' + field + u']';
        }
        return functionMeant(name);
    }

    StaticType reference(const Node& node)
    {
        const CheckScope* scope = &m_scope;
        for (int i = 0; i < node.path.up && scope; ++i)
            scope = scope->outer;
        if (!scope) return error(node.at, u"formula.no-outer"_s);
        if (node.path.what == FieldPath::What::LineNumber) return {StaticType::Number, false, false};
        if (node.path.what == FieldPath::What::Self) return {StaticType::Record, false, false};
        return scope->fields ? field(node, *scope->fields) : StaticType{};
    }

    StaticType field(const Node& node, const QList<Field>& start)
    {
        const QList<Field>* fields = &start;
        const Field* found = nullptr;
        bool blank = false;
        qsizetype listEnds = 0; // names up to the last list on the way
        for (qsizetype i = 0; i < node.path.names.size(); ++i) {
            const QString& name = node.path.names[i];
            if (found && fields->isEmpty()) {
                if (found->type == FieldType::Record || found->type == FieldType::List)
                    return {}; // its parts are not described
                return error(node.at, u"formula.no-parts"_s, {found->name});
            }
            found = findField(*fields, {name});
            if (!found)
                return error(node.at, u"formula.unknown-field"_s,
                             {name, nearestName(name, namesOf(*fields))});
            blank = blank || found->nullable;
            if (found->type == FieldType::List) listEnds = i + 1;
            fields = &found->fields;
        }
        if (!found) return {}; // a path without names
        if (listEnds == 0) return {kindsOf(found->type), blank, false};
        const bool itself = listEnds == node.path.names.size();
        return {StaticType::List, blank, false, itself ? quint16(StaticType::Anything) : kindsOf(found->type),
                QString::number(node.path.up) + u'.' + node.path.names.first(listEnds).join(u'.')};
    }

    StaticType binary(const Node& node)
    {
        const StaticType& left = child(node, 0);
        const StaticType& right = child(node, 1);
        const bool fails = left.mayFail || right.mayFail;
        if (node.op <= BinaryOp::Power) return arithmetic(node, node.op, left, right);
        const quint16 single = node.op == BinaryOp::Concat ? StaticType::Text : StaticType::Boolean;
        const bool refuses = node.op == BinaryOp::Concat
                                 ? itemKinds(left, right) & StaticType::Record
                                 : node.op > BinaryOp::NotEqual && hasNoOrder(node, left, right);
        return sideBySide(left, right, {single, node.op == BinaryOp::Concat, fails || refuses});
    }

    static quint16 itemKinds(const StaticType& left, const StaticType& right)
    {
        return left.single() | right.single();
    }

    /// An operator's result, or the list of its results.
    static StaticType sideBySide(const StaticType& left, const StaticType& right, StaticType single)
    {
        if (!left.can(StaticType::List) && !right.can(StaticType::List)) return single;
        const bool two = left.can(StaticType::List) && right.can(StaticType::List);
        const bool same = !two || (left.list == right.list && !left.list.isEmpty());
        const bool certain = left.isList() || right.isList();
        const StaticType& list = left.can(StaticType::List) ? left : right;
        const quint16 kinds = StaticType::List | (certain ? quint16(StaticType::Nothing) : single.kinds);
        return {kinds, list.mayBeBlank, single.mayFail || !same, single.kinds, same ? list.list : QString()};
    }

    /// Is one side a date where the other is a number?
    bool hasNoOrder(const Node& node, const StaticType& left, const StaticType& right)
    {
        const quint16 a = left.single();
        const quint16 b = right.single();
        const bool always = ((a & ~kMoments) == 0 && b == StaticType::Number) ||
                            ((b & ~kMoments) == 0 && a == StaticType::Number);
        if (always) report(Finding::Severity::Error, node.at, u"formula.no-order"_s);
        const auto mixes = [](quint16 one, quint16 other) {
            return (one & kMoments) != 0 && (other & StaticType::Number) != 0;
        };
        return mixes(a, b) || mixes(b, a) || ((a | b) & (StaticType::Record | StaticType::List)) != 0;
    }

    bool numeric(const Node& operand, const StaticType& type, bool datesToo)
    {
        const quint16 fit = StaticType::Number | StaticType::Text | StaticType::Boolean | StaticType::List |
                            (datesToo ? kMoments : quint16(0));
        if (type.can(fit)) return true;
        report(Finding::Severity::Error, operand.at, u"formula.wrong-kind"_s,
               {kindWords(StaticType::Number), kindWords(type.kinds)});
        return false;
    }

    StaticType arithmetic(const Node& node, BinaryOp op, const StaticType& left, const StaticType& right)
    {
        const bool sum = op == BinaryOp::Add || op == BinaryOp::Subtract;
        bool fits = numeric(m_ast.node(node.children.front()), left, sum);
        fits = numeric(m_ast.node(node.children.back()), right, sum) && fits;
        const quint16 kinds = itemKinds(left, right);
        StaticType result{StaticType::Number, false, left.mayFail || right.mayFail || !fits};
        if (sum && (kinds & kMoments)) {
            result.kinds = dateSum(op, left.single(), right.single());
            fits = datesFit(node, op, left, right) && fits;
        }
        constexpr quint16 kReadable = StaticType::Number | StaticType::Boolean;
        const quint16 expected = sum ? kReadable | kMoments : kReadable;
        result.mayFail = result.mayFail || !fits || (kinds & ~expected) != 0 || op == BinaryOp::Power ||
                         (op == BinaryOp::Divide && node.kind == NodeKind::Binary && !dividesSafely(node));
        return sideBySide(left, right, result);
    }

    /// Is the divisor written out and not 0?
    bool dividesSafely(const Node& node) const
    {
        const auto divisor = constantNumber(m_ast, m_ast.node(node.children[1]));
        return divisor && !divisor->isZero();
    }

    /// A date must be there, must not be added to a date, and must not be taken from a number.
    bool datesFit(const Node& node, BinaryOp op, const StaticType& left, const StaticType& right)
    {
        const Node& second = m_ast.node(node.children.back());
        const auto certain = [](quint16 kinds) { return kinds != 0 && (kinds & ~kMoments) == 0; };
        const quint16 a = left.single();
        const quint16 b = right.single();
        const bool impossible =
            certain(b) && (op == BinaryOp::Add ? certain(a) : (a & (kMoments | StaticType::Text)) == 0);
        if (impossible)
            report(Finding::Severity::Error, second.at, u"formula.wrong-kind"_s,
                   {kindWords(StaticType::Number), kindWords(b)});
        if (impossible) return false;
        const bool leftThere = !certain(a) || present(m_ast.node(node.children.front()), left);
        const bool rightThere = !certain(b) || present(second, right);
        const bool both = (a & kMoments) != 0 && (b & kMoments) != 0;
        const bool mixed = op == BinaryOp::Add ? both : (b & kMoments) != 0 && !certain(a);
        return leftThere && rightThere && !mixed;
    }

    /// An empty date would count as 0; says so where a field is the reason.
    bool present(const Node& node, const StaticType& type)
    {
        if (!type.mayBeBlank) return true;
        if (node.kind == NodeKind::Reference && !type.isList())
            report(Finding::Severity::Warning, node.at, u"formula.may-be-blank"_s,
                   {fieldPathText(node.path)});
        return false;
    }

    static quint16 dateSum(BinaryOp op, quint16 left, quint16 right)
    {
        const bool certainLeft = !(left & StaticType::Number) && (left & kMoments);
        const bool certainRight = !(right & StaticType::Number) && (right & kMoments);
        const quint16 moments = (left | right) & kMoments;
        if (op == BinaryOp::Subtract && certainLeft && certainRight) return StaticType::Number;
        return certainLeft != certainRight ? moments : quint16(moments | StaticType::Number);
    }

    StaticType call(const Node& node)
    {
        const FunctionInfo* function = findFunction(node.text);
        if (!function)
            return error(node.nameAt, u"formula.unknown-function"_s, {node.text, functionMeant(node.text)});
        const int count = int(node.children.size());
        if (!acceptsCount(*function, count))
            return error(node.at, u"formula.argument-count"_s,
                         {node.text, QString::number(count), QString::fromUtf16(function->signature)});
        if (function->laziness != Laziness::Eager) return choice(node, function->laziness);
        return checkedCall(node, *function);
    }

    static char letterFor(const FunctionInfo& function, size_t index)
    {
        const std::string_view letters(function.types);
        return letters.size() < 2 ? 'a' : letters[std::min(index + 1, letters.size() - 1)];
    }

    StaticType checkedCall(const Node& node, const FunctionInfo& function)
    {
        bool fails = false;
        const bool sees = (function.traits & FunctionInfo::SeesErrors) != 0;
        const bool perItem = (function.traits & FunctionInfo::PerItem) != 0;
        std::vector<StaticType> arguments;
        const StaticType* list = nullptr;
        for (size_t i = 0; i < node.children.size(); ++i) {
            arguments.push_back(child(node, i));
            const char letter = letterFor(function, i);
            fails = fails || (arguments[i].mayFail && !sees);
            fails = argument(m_ast.node(node.children[i]), arguments[i], letter, perItem) || fails;
        }
        for (const StaticType& type : arguments)
            list = type.isList() && !list ? &type : list;
        constantsFit(node);
        const quint16 kinds = kindsOfLetter(function.types[0]);
        fails = fails || mayRefuse(m_ast, node, function, arguments);
        const bool blank = kinds == StaticType::Text || kinds == StaticType::Anything;
        if (perItem && list) return {StaticType::List, list->mayBeBlank, fails, kinds, list->list};
        if (kinds == StaticType::List) return listOf(node, arguments, fails);
        return {kinds, blank, fails};
    }

    /// FILTER, SORT and their kin keep the items of the first list; SORT all of them.
    static StaticType listOf(const Node& node, const std::vector<StaticType>& arguments, bool fails)
    {
        const bool sorts = node.text == "SORT"_L1 || node.text == "SORTBY"_L1;
        const bool keeps = sorts || node.text == "FILTER"_L1 || node.text == "UNIQUE"_L1 ||
                           node.text == "TAKE"_L1 || node.text == "DROP"_L1;
        StaticType made{StaticType::List, false, fails};
        if (!keeps) return made;
        made.items = arguments[0].single();
        if (sorts) made.list = arguments[0].list;
        if (node.text == "FILTER"_L1 && arguments.size() > 2) {
            made.items |= arguments[2].single();
            made.kinds |= arguments[2].kinds;
        }
        return made;
    }

    /// Pictures and patterns that are written out and cannot be right.
    void constantsFit(const Node& node)
    {
        if (node.children.size() < 2) return;
        const Node& constant = m_ast.node(node.children[1]);
        if (constant.kind != NodeKind::Text) return;
        if (node.text.startsWith("REGEX"_L1) && !compiledRegex(constant.text))
            report(Finding::Severity::Error, constant.at, u"formula.bad-pattern"_s, {constant.text});
        if (node.text != "TEXT"_L1) return;
        const quint16 kinds = child(node, 0).single();
        const bool moment = kinds != 0 && (kinds & ~kMoments) == 0;
        if (!moment && kinds != StaticType::Number) return;
        const model::Value sample = moment ? model::Value(Date(2026, 1, 1)) : model::Value(Decimal(1));
        if (!formatValue(sample, constant.text, QTimeZone::utc()))
            report(Finding::Severity::Error, constant.at, u"formula.bad-format"_s, {constant.text});
        else if (moment)
            static_cast<void>(present(m_ast.node(node.children[0]), child(node, 0)));
    }

    /// True when the argument can make the call fail.
    bool argument(const Node& node, const StaticType& type, char letter, bool perItem)
    {
        if (node.kind == NodeKind::Missing) return false;
        const bool items = perItem && type.isList();
        if (!type.can(acceptedBy(letter)) || (items && !(type.items & acceptedBy(letter)))) {
            report(Finding::Severity::Error, node.at, u"formula.wrong-kind"_s,
                   {kindWords(kindsOfLetter(letter)), kindWords(type.single())});
            return true;
        }
        if (letter == 'd' && !present(node, type)) return true;
        const bool single = letter == 'n' || letter == 'd' || letter == 'b' || letter == 't';
        if (single && type.can(StaticType::List) && !perItem) return true;
        const quint16 kinds = perItem ? type.single() : type.kinds;
        const bool readsText = letter != 't' && single && (kinds & StaticType::Text) != 0;
        return readsText || (single && (kinds & ~acceptedBy(letter)) != 0);
    }

    /// IF(ISBLANK([x]), …, [x]): the last [x] is not blank.
    bool testedForBlank(const Node& node, size_t index) const
    {
        const Node& test = m_ast.node(node.children[0]);
        const Node& value = m_ast.node(node.children[index]);
        if (node.text != "IF"_L1 || index != 2 || test.kind != NodeKind::Call || test.text != "ISBLANK"_L1 ||
            value.kind != NodeKind::Reference || test.children.size() != 1)
            return false;
        const Node& tested = m_ast.node(test.children[0]);
        return tested.kind == NodeKind::Reference && tested.path == value.path;
    }

    /// LOOKUP("t", [k]) and its kin, when their arguments cannot fail.
    bool failsWithNotAvailable(const Node& node) const
    {
        if (!m_types[size_t(&node - m_ast.nodes().data())].mayFail) return true;
        const auto plain = [this](int index) {
            const StaticType& type = m_types[size_t(index)];
            return !type.mayFail && !type.can(StaticType::List | StaticType::Record);
        };
        return node.kind == NodeKind::Call && refusesWithNotAvailable(m_ast, node) &&
               std::all_of(node.children.begin(), node.children.end(), plain);
    }

    /// IF and its kin: one of several values.
    StaticType choice(const Node& node, Laziness laziness)
    {
        const size_t count = node.children.size();
        StaticType result{StaticType::Nothing, false, false, StaticType::Nothing};
        const auto merge = [&](size_t index) {
            const StaticType& type = child(node, index);
            result.kinds |= type.kinds;
            result.items |= type.can(StaticType::List) ? type.items : quint16(StaticType::Nothing);
            result.mayBeBlank = result.mayBeBlank || (type.mayBeBlank && !testedForBlank(node, index));
            result.mayFail = result.mayFail || type.mayFail;
        };
        if (laziness == Laziness::IfError || laziness == Laziness::IfNa) {
            merge(0);
            result.mayFail =
                laziness == Laziness::IfNa && !failsWithNotAvailable(m_ast.node(node.children[0]));
            const bool two = result.can(StaticType::List) && child(node, 1).can(StaticType::List);
            const bool same = child(node, 0).list == child(node, 1).list && !child(node, 0).list.isEmpty();
            merge(1);
            result.mayFail = result.mayFail || (two && !same);
            return result;
        }
        const bool subject = laziness == Laziness::Switch;
        bool list = false;
        for (size_t i = 0; i < count; ++i) {
            const bool isValue = laziness == Laziness::If ? i > 0
                                 : subject                ? i > 0 && (i % 2 == 0 || i + 1 == count)
                                                          : i % 2 == 1;
            if (isValue) {
                merge(i);
                continue;
            }
            list = list || child(node, i).isList();
            result.mayFail = result.mayFail || child(node, i).mayFail ||
                             (!subject && !isTruth(m_ast.node(node.children[i]), child(node, i)));
        }
        if (laziness == Laziness::If && count == 2) result.kinds |= StaticType::Boolean;
        const Node& lastTest = m_ast.node(node.children[count - 2]);
        const bool open = laziness == Laziness::Ifs ? !(lastTest.kind == NodeKind::Boolean && lastTest.truth)
                                                    : subject && count % 2 == 1;
        result.mayFail = result.mayFail || open;
        return list ? StaticType{StaticType::List, false, true, result.single()} : result;
    }

    /// Is it TRUE or FALSE for certain? Says so when it never is.
    bool isTruth(const Node& node, const StaticType& type)
    {
        constexpr quint16 kTruths = StaticType::Number | StaticType::Boolean;
        const quint16 kinds = type.single();
        if (!(kinds & (kTruths | StaticType::Text)))
            report(Finding::Severity::Error, node.at, u"formula.wrong-kind"_s,
                   {kindWords(StaticType::Boolean), kindWords(kinds)});
        return (kinds & ~kTruths) == 0;
    }

    const Ast& m_ast;
    const CheckScope& m_scope;
    std::vector<StaticType> m_types;
    CheckResult m_result;
};

} // namespace

bool CheckResult::hasErrors() const
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Finding::Severity::Error; });
}

CheckResult check(const Ast& ast, const CheckScope& scope)
{
    return Checker(ast, scope).run();
}

} // namespace tieout::formula
