#include "formula/check.h"
#include "formula/evaluator.h"
#include "formula/functionmeant.h"
#include "formula/limits.h"
#include "formula/parser.h"

namespace tieout::formula {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

/// A name that means nothing, and the one that it may have meant.
QStringList misspelt(const QString& name)
{
    return {name, functionMeant(name)};
}

} // namespace

/// Turns a syntax tree into a flat program. Left-leaning chains are walked in a loop, so that the recursion
/// is as deep as the parser allows and no deeper.
class Compiler final
{
  public:
    Compiler(const Ast& ast, Tracing tracing)
        : m_ast(ast)
        , m_tracing(tracing)
        , m_constant(ast.nodes().size())
    {
        m_program.m_source = ast.source();
        for (size_t i = 0; i < m_constant.size(); ++i)
            m_constant[i] = isConstant(ast.nodes()[i]);
    }

    Program run()
    {
        generate(m_ast.root());
        return std::move(m_program);
    }

  private:
    /// For folding: everything as written, nothing folded again.
    Compiler(const Ast& ast, std::vector<bool> constant)
        : m_ast(ast)
        , m_tracing(Tracing::On)
        , m_constant(std::move(constant))
    {
        m_program.m_source = ast.source();
    }

    bool isConstant(const Node& node) const
    {
        if (node.kind == NodeKind::Reference || node.kind == NodeKind::Name ||
            node.kind == NodeKind::ErrorLiteral)
            return false;
        if (node.kind == NodeKind::Call) {
            const FunctionInfo* function = findFunction(node.text);
            if (!function || (function->traits & FunctionInfo::AsksContext) ||
                !acceptsCount(*function, int(node.children.size())))
                return false;
        }
        return std::all_of(node.children.begin(), node.children.end(),
                           [this](int child) { return m_constant[size_t(child)]; });
    }

    void generate(int index)
    {
        // The left spine, outermost first: a + b + c … nests to the left as deep as the formula is long.
        std::vector<int> spine;
        bool folded = tryFold(index);
        while (!folded && isSpine(index)) {
            spine.push_back(index);
            index = m_ast.node(index).children[0];
            folded = tryFold(index);
        }
        if (!folded) generateOne(index);
        for (auto it = spine.rbegin(); it != spine.rend(); ++it) {
            const Node& node = m_ast.node(*it);
            if (node.kind == NodeKind::Percent) {
                emit(OpCode::Percent, node);
            } else {
                generate(node.children[1]);
                emit(OpCode::Binary, node, int(node.op));
                adjust(-1);
            }
        }
    }

    bool isSpine(int index) const
    {
        const NodeKind kind = m_ast.node(index).kind;
        return kind == NodeKind::Binary || kind == NodeKind::Percent;
    }

    /// Evaluates a constant sub-tree now. An error stays in the program, where it carries its place; the
    /// operations to its left are then not tried again.
    bool tryFold(int index)
    {
        const Node& node = m_ast.node(index);
        if (m_tracing == Tracing::On || !m_constant[size_t(index)] || node.children.empty()) return false;
        Compiler inner(m_ast, m_constant);
        inner.generate(index);
        const EmptyContext nothing;
        Evaluator evaluator(nothing);
        const Outcome outcome = evaluator.evaluate(inner.m_program, Scope{});
        const QString* text = outcome.value.text();
        const bool small = !outcome.value.list() && (!text || text->size() <= kMaxFoldedText);
        if (!outcome.fault && small) {
            push(outcome.value, node);
            return true;
        }
        for (int left = index; isSpine(left); left = m_ast.node(left).children[0])
            m_constant[size_t(left)] = false;
        return false;
    }

    void generateOne(int index)
    {
        const Node& node = m_ast.node(index);
        switch (node.kind) {
        case NodeKind::Number:
            return push(Value(node.number), node);
        case NodeKind::Text:
            return push(Value(node.text), node);
        case NodeKind::Boolean:
            return push(Value(node.truth), node);
        case NodeKind::Missing:
            return push(Value(), node);
        case NodeKind::ErrorLiteral:
            return raise({node.error, node.at, u"formula.error-literal"_s, {faultText(node.error)}}, node);
        case NodeKind::Name:
            return raise({FaultKind::Name, node.at, u"formula.unknown-name"_s, misspelt(node.text)}, node);
        case NodeKind::Reference:
            return load(node);
        case NodeKind::Negate:
            generate(node.children[0]);
            return emit(OpCode::Negate, node);
        case NodeKind::Plus:
            generate(node.children[0]);
            return mark(node);
        case NodeKind::Call:
            return call(node);
        case NodeKind::Binary:
        case NodeKind::Percent:
            return; // on the spine, never here
        }
    }

    qint32 spansOf(const Node& node)
    {
        const auto first = qint32(m_program.m_spans.size());
        m_program.m_spans.push_back(node.at);
        for (const int child : node.children)
            m_program.m_spans.push_back(m_ast.node(child).at);
        return first;
    }

    void adjust(int change)
    {
        m_depth += change;
        m_program.m_stackNeed = std::max(m_program.m_stackNeed, m_depth);
    }

    int here() const { return int(m_program.m_code.size()); }

    void emit(OpCode op, const Node& node, int index = 0)
    {
        m_program.m_code.push_back({op, quint16(node.children.size()), index, 0, spansOf(node)});
    }

    void mark(const Node& node)
    {
        if (m_tracing == Tracing::On) emit(OpCode::Mark, node);
    }

    void push(Value value, const Node& node)
    {
        m_program.m_constants.push_back(std::move(value));
        emit(OpCode::Push, node, int(m_program.m_constants.size()) - 1);
        adjust(1);
    }

    void raise(Fault fault, const Node& node)
    {
        m_program.m_faults.push_back(std::move(fault));
        emit(OpCode::Raise, node, int(m_program.m_faults.size()) - 1);
        adjust(1);
    }

    void load(const Node& node)
    {
        if (node.path.what != FieldPath::What::Field) {
            const bool line = node.path.what == FieldPath::What::LineNumber;
            emit(line ? OpCode::LineNumber : OpCode::Self, node, node.path.up);
        } else {
            LoadPath path;
            path.up = node.path.up;
            for (const QString& name : node.path.names)
                path.steps.emplace_back(name);
            m_program.m_paths.push_back(std::move(path));
            emit(OpCode::Load, node, int(m_program.m_paths.size()) - 1);
        }
        adjust(1);
    }

    void call(const Node& node)
    {
        const FunctionInfo* function = findFunction(node.text);
        if (!function)
            return raise({FaultKind::Name, node.nameAt, u"formula.unknown-function"_s, misspelt(node.text)},
                         node);
        if (!acceptsCount(*function, int(node.children.size())))
            return raise(
                {FaultKind::Value,
                 node.at,
                 u"formula.argument-count"_s,
                 {node.text, QString::number(node.children.size()), QString::fromUtf16(function->signature)}},
                node);
        switch (function->laziness) {
        case Laziness::If:
            return lazyIf(node);
        case Laziness::Ifs:
            return lazyIfs(node);
        case Laziness::Switch:
            return lazySwitch(node);
        case Laziness::IfError:
        case Laziness::IfNa:
            return lazyIfError(node, function->laziness);
        case Laziness::Eager:
            break;
        }
        for (const int child : node.children)
            generate(child);
        m_program.m_functions.push_back(function);
        emit(OpCode::Call, node, int(m_program.m_functions.size()) - 1);
        adjust(1 - int(node.children.size()));
    }

    /// An instruction whose target is filled in later; gives its number.
    int pending(OpCode op, const Node& node)
    {
        emit(op, node);
        return here() - 1;
    }

    /// The same for a test: its places are the call's and the test's.
    int pendingTest(OpCode op, const Node& node, const Node& test)
    {
        const auto spans = qint32(m_program.m_spans.size());
        m_program.m_spans.push_back(node.at);
        m_program.m_spans.push_back(test.at);
        m_program.m_code.push_back({op, 1, 0, 0, spans});
        return here() - 1;
    }

    void land(int instruction) { m_program.m_code[size_t(instruction)].index = here(); }
    void landOther(int instruction) { m_program.m_code[size_t(instruction)].other = here(); }

    void lazyIf(const Node& node)
    {
        generate(node.children[0]);
        const int test = pendingTest(OpCode::Branch, node, m_ast.node(node.children[0]));
        adjust(-1);
        generate(node.children[1]);
        const int done = pending(OpCode::Jump, node);
        adjust(-1);
        land(test);
        if (node.children.size() > 2)
            generate(node.children[2]);
        else
            push(Value(false), node);
        land(done);
        landOther(test);
        mark(node);
    }

    void lazyIfs(const Node& node)
    {
        std::vector<int> tests;
        std::vector<int> done;
        for (size_t i = 0; i + 1 < node.children.size(); i += 2) {
            generate(node.children[i]);
            tests.push_back(pendingTest(OpCode::Branch, node, m_ast.node(node.children[i])));
            adjust(-1);
            generate(node.children[i + 1]);
            done.push_back(pending(OpCode::Jump, node));
            adjust(-1);
            land(tests.back());
        }
        raise({FaultKind::NotAvailable, node.at, u"formula.no-case"_s, {}}, node);
        for (const int jump : done)
            land(jump);
        for (const int test : tests)
            landOther(test);
        mark(node);
    }

    void lazySwitch(const Node& node)
    {
        std::vector<int> cases;
        std::vector<int> done;
        generate(node.children[0]);
        size_t i = 1;
        for (; i + 1 < node.children.size(); i += 2) {
            generate(node.children[i]);
            cases.push_back(pending(OpCode::MatchCase, node));
            adjust(-1);
            generate(node.children[i + 1]);
            emit(OpCode::DropBelow, node);
            done.push_back(pending(OpCode::Jump, node));
            adjust(-1);
            land(cases.back());
        }
        emit(OpCode::Drop, node);
        adjust(-1);
        if (i < node.children.size())
            generate(node.children[i]);
        else
            raise({FaultKind::NotAvailable, node.at, u"formula.no-case"_s, {}}, node);
        for (const int jump : done)
            land(jump);
        for (const int test : cases)
            landOther(test);
        mark(node);
    }

    void lazyIfError(const Node& node, Laziness laziness)
    {
        generate(node.children[0]);
        const bool any = laziness == Laziness::IfError;
        const int keep = pending(any ? OpCode::KeepUnlessError : OpCode::KeepUnlessNotAvailable, node);
        adjust(-1);
        generate(node.children[1]);
        land(keep);
        mark(node);
    }

    const Ast& m_ast;
    Tracing m_tracing;
    std::vector<bool> m_constant;
    Program m_program;
    int m_depth = 0;
};

const Value* Program::constant() const
{
    return m_code.size() == 1 && m_code.front().op == OpCode::Push
               ? &m_constants[size_t(m_code.front().index)]
               : nullptr;
}

Program compile(const Ast& ast, Tracing tracing)
{
    return Compiler(ast, tracing).run();
}

Result<Program> compileText(const QString& source)
{
    const auto ast = parse(source);
    if (!ast) return fail(toError(ast.error(), source));
    const CheckResult result = check(*ast, CheckScope{});
    for (const Finding& finding : result.findings) {
        if (finding.severity == Finding::Severity::Error) return fail(toError(finding, source));
    }
    return compile(*ast);
}

} // namespace tieout::formula
