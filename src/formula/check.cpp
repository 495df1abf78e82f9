#include "formula/check.h"

#include "formula/fieldpath.h"
#include "formula/functions.h"
#include "formula/nearest.h"
#include "formula/parser.h"

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

bool isAboutName(const Finding& finding)
{
    static const QStringList kCodes{u"formula.unknown-field"_s, u"formula.unknown-function"_s,
                                    u"formula.unknown-name"_s, u"formula.no-outer"_s, u"formula.no-parts"_s};
    return kCodes.contains(finding.code);
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

const Field* named(const QList<Field>& fields, const QString& name)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == name; });
    return found == fields.end() ? nullptr : &*found;
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
            return error(node.at, u"formula.unknown-name"_s,
                         {node.text, nearestName(node.text, functionNames())});
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
        bool list = false;
        bool blank = false;
        for (const QString& name : node.path.names) {
            if (found && fields->isEmpty()) {
                if (found->type == FieldType::Record || found->type == FieldType::List)
                    return {}; // its parts are not described
                return error(node.at, u"formula.no-parts"_s, {found->name});
            }
            found = named(*fields, name);
            if (!found)
                return error(node.at, u"formula.unknown-field"_s,
                             {name, nearestName(name, namesOf(*fields))});
            blank = blank || found->nullable;
            list = list || found->type == FieldType::List;
            fields = &found->fields;
        }
        const auto kinds = list ? quint16(StaticType::List) : kindsOf(found->type);
        return {kinds, blank, false};
    }

    StaticType binary(const Node& node)
    {
        const StaticType& left = child(node, 0);
        const StaticType& right = child(node, 1);
        const bool fails = left.mayFail || right.mayFail;
        if (node.op <= BinaryOp::Power) return arithmetic(node, node.op, left, right);
        const bool lists = left.kinds == StaticType::List || right.kinds == StaticType::List;
        const quint16 single = node.op == BinaryOp::Concat ? StaticType::Text : StaticType::Boolean;
        return {lists ? quint16(StaticType::List) : single, node.op == BinaryOp::Concat, fails};
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
        StaticType result{StaticType::Number, false, left.mayFail || right.mayFail};
        if (left.kinds == StaticType::List || right.kinds == StaticType::List)
            result.kinds = StaticType::List;
        else if (sum && (left.can(kMoments) || right.can(kMoments)))
            result.kinds = dateSum(op, left, right);
        result.mayFail = result.mayFail || !fits || op == BinaryOp::Divide || op == BinaryOp::Power ||
                         left.can(StaticType::Text) || right.can(StaticType::Text);
        return result;
    }

    static quint16 dateSum(BinaryOp op, const StaticType& left, const StaticType& right)
    {
        const bool certainLeft = !left.can(StaticType::Number) && left.can(kMoments);
        const bool certainRight = !right.can(StaticType::Number) && right.can(kMoments);
        const quint16 moments = (left.kinds | right.kinds) & kMoments;
        if (op == BinaryOp::Subtract && certainLeft && certainRight) return StaticType::Number;
        return certainLeft != certainRight ? moments : quint16(moments | StaticType::Number);
    }

    StaticType call(const Node& node)
    {
        const FunctionInfo* function = findFunction(node.text);
        if (!function)
            return error(node.nameAt, u"formula.unknown-function"_s,
                         {node.text, nearestName(node.text, functionNames())});
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
        bool lists = false;
        const bool sees = (function.traits & FunctionInfo::SeesErrors) != 0;
        for (size_t i = 0; i < node.children.size(); ++i) {
            const StaticType& type = child(node, i);
            const char letter = letterFor(function, i);
            fails = fails || (type.mayFail && !sees);
            lists = lists || type.kinds == StaticType::List;
            fails = argument(m_ast.node(node.children[i]), type, letter) || fails;
        }
        const quint16 kinds = kindsOfLetter(function.types[0]);
        const bool perItem = lists && (function.traits & FunctionInfo::PerItem);
        const bool asks =
            (function.traits & FunctionInfo::AsksContext) && kinds != kMoments && kinds != StaticType::Number;
        const bool blank = kinds == StaticType::Text || kinds == StaticType::Anything;
        return {perItem ? quint16(StaticType::List) : kinds, blank, fails || asks || mayRefuse(function)};
    }

    /// Functions that refuse some arguments of the right kind.
    static bool mayRefuse(const FunctionInfo& function)
    {
        static const QStringList kRefusing{u"FIND"_s,    u"SEARCH"_s,   u"VALUE"_s,  u"MATCH"_s,
                                           u"INDEX"_s,   u"ABN"_s,      u"MOD"_s,    u"NA"_s,
                                           u"AVERAGE"_s, u"QUOTIENT"_s, u"CHAR"_s,   u"SQRT"_s,
                                           u"POWER"_s,   u"DATEDIF"_s,  u"CHOOSE"_s, u"REGEXEXTRACT"_s};
        return kRefusing.contains(QString::fromUtf16(function.name));
    }

    /// True when the argument can make the call fail.
    bool argument(const Node& node, const StaticType& type, char letter)
    {
        if (node.kind == NodeKind::Missing) return false;
        if (!type.can(acceptedBy(letter))) {
            report(Finding::Severity::Error, node.at, u"formula.wrong-kind"_s,
                   {kindWords(kindsOfLetter(letter)), kindWords(type.kinds)});
            return true;
        }
        if (letter == 'd' && type.mayBeBlank && node.kind == NodeKind::Reference) {
            report(Finding::Severity::Warning, node.at, u"formula.may-be-blank"_s,
                   {fieldPathText(node.path)});
            return true;
        }
        const bool readsText =
            (letter == 'n' || letter == 'd' || letter == 'b') && type.can(StaticType::Text);
        return readsText;
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

    /// IF and its kin: one of several values.
    StaticType choice(const Node& node, Laziness laziness)
    {
        const size_t count = node.children.size();
        StaticType result{StaticType::Nothing, false, false};
        const auto merge = [&](size_t index) {
            const StaticType& type = child(node, index);
            result.kinds |= type.kinds;
            result.mayBeBlank = result.mayBeBlank || (type.mayBeBlank && !testedForBlank(node, index));
            result.mayFail = result.mayFail || type.mayFail;
        };
        if (laziness == Laziness::IfError || laziness == Laziness::IfNa) {
            merge(0);
            result.mayFail = laziness == Laziness::IfNa && result.mayFail;
            merge(1);
            return result;
        }
        result.mayFail = child(node, 0).mayFail || child(node, 0).can(StaticType::Text);
        const bool subject = laziness == Laziness::Switch;
        for (size_t i = 1; i < count; ++i) {
            const bool isValue =
                laziness == Laziness::If || (subject ? i % 2 == 0 || i + 1 == count : i % 2 == 1);
            if (isValue) merge(i);
        }
        if (laziness == Laziness::If && count == 2) result.kinds |= StaticType::Boolean;
        result.mayFail = result.mayFail || laziness == Laziness::Ifs || (subject && count % 2 == 1);
        return result;
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

const Field* findField(const QList<Field>& fields, const QStringList& names, bool* list)
{
    const QList<Field>* level = &fields;
    const Field* found = nullptr;
    bool crossed = false;
    for (const QString& name : names) {
        found = named(*level, name);
        if (!found) return nullptr;
        crossed = crossed || found->type == FieldType::List;
        level = &found->fields;
    }
    if (list) *list = crossed;
    return found;
}

quint16 kindsOf(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Enum:
    case FieldType::Id:
        return StaticType::Text;
    case FieldType::Number:
    case FieldType::Money:
        return StaticType::Number;
    case FieldType::Boolean:
        return StaticType::Boolean;
    case FieldType::Date:
        return StaticType::Date;
    case FieldType::Instant:
        return StaticType::Instant;
    case FieldType::Record:
        return StaticType::Record;
    case FieldType::List:
        return StaticType::List;
    }
    return StaticType::Anything;
}

CheckResult checkReading(const Reading& reading, const CheckScope& scope)
{
    CheckResult result = check(reading.ast, scope);
    if (reading.findings.isEmpty()) return result;
    QList<Finding> all = reading.findings;
    for (const Finding& finding : std::as_const(result.findings)) {
        const bool again = std::any_of(reading.findings.begin(), reading.findings.end(),
                                       [&](const auto& said) { return said.at.start == finding.at.start; });
        if (isAboutName(finding) && !again && all.size() < kMaxFindings) all.append(finding);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Finding& a, const Finding& b) { return a.at.start < b.at.start; });
    return {std::move(all), StaticType()};
}

QString kindWords(quint16 kinds)
{
    static constexpr std::pair<quint16, const char16_t*> kWords[] = {
        {StaticType::Number, u"number"}, {StaticType::Text, u"text"},       {StaticType::Boolean, u"boolean"},
        {StaticType::Date, u"date"},     {StaticType::Instant, u"instant"}, {StaticType::List, u"list"},
        {StaticType::Record, u"record"},
    };
    QStringList words;
    for (const auto& [kind, word] : kWords) {
        if (kinds & kind) words.append(QString::fromUtf16(word));
    }
    return words.join(u" or "_s);
}

} // namespace tieout::formula
