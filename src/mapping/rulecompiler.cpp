#include "mapping/rulecompiler.h"

#include "formula/check.h"
#include "formula/parser.h"
#include "mapping/targetpath.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using formula::Ast;
using formula::Program;
using model::MappedField;

namespace {

void addOnce(QStringList& known, const QStringList& more)
{
    for (const QString& one : more) {
        if (!known.contains(one)) known.append(one);
    }
}

QStringList firstNames(const QList<MappedField>& fields)
{
    QStringList names;
    for (const MappedField& field : fields)
        addOnce(names, {targetNames(field.to).first()});
    return names;
}

} // namespace

RuleGroup RuleCompiler::run(const model::MappingDocument& document)
{
    return group(pending(document.fields), firstNames(document.fields), {});
}

QString RuleCompiler::fullPath(const QString& path) const
{
    return (m_lists + QStringList{path}).join(u'.');
}

/// Rules without a formula and without a list are only notes on the canvas.
RuleCompiler::PendingList RuleCompiler::pending(const QList<MappedField>& fields)
{
    PendingList rules;
    for (const MappedField& field : fields) {
        if (field.formula.isEmpty() && field.each.isEmpty()) continue;
        const QStringList names = targetNames(field.to);
        if (names.contains(QString()) || names.size() > kMaxTargetDepth)
            m_faults.append(refusal(u"mapping.bad-target"_s, fullPath(field.to), u"not a target field"_s));
        else
            rules.append({&field, names});
    }
    return rules;
}

/// `names` are the members in order; more than `rules` has when lists of different rules share a shape.
RuleGroup RuleCompiler::group(const PendingList& rules, const QStringList& names, const QString& path)
{
    RuleGroup group;
    group.shape = std::make_shared<const model::Shape>(names);
    for (int slot = 0; slot < int(names.size()); ++slot) {
        PendingList same;
        for (const Pending& pending : rules) {
            if (pending.names.first() == names[slot]) same.append(pending);
        }
        if (same.isEmpty()) continue;
        Rule made = rule(same, path.isEmpty() ? names[slot] : path + u'.' + names[slot]);
        made.slot = slot;
        group.rules.push_back(std::move(made));
    }
    return group;
}

Rule RuleCompiler::rule(const PendingList& rules, const QString& path)
{
    const auto ends = [](const Pending& pending) { return pending.names.size() == 1; };
    const auto isList = [&](const Pending& pending) {
        return ends(pending) && !pending.field->each.isEmpty();
    };
    if (std::all_of(rules.begin(), rules.end(), isList)) return list(rules, path);
    const MappedField& first = *rules.first().field;
    Rule made;
    made.path = path;
    if (rules.size() == 1 && ends(rules.first())) {
        made.program = program(first.formula, path);
        made.whenEmpty = first.whenEmpty;
        return made;
    }
    if (std::any_of(rules.begin(), rules.end(), ends)) {
        m_faults.append(
            refusal(u"mapping.duplicate-target"_s, fullPath(path), u"more than one rule for this field"_s));
        return made;
    }
    PendingList inner;
    QStringList names;
    for (const Pending& pending : rules) {
        inner.append({pending.field, pending.names.mid(1)});
        addOnce(names, {pending.names[1]});
    }
    made.kind = Rule::Kind::Object;
    made.object = group(inner, names, path);
    return made;
}

Rule RuleCompiler::list(const PendingList& rules, const QString& path)
{
    Rule made;
    made.kind = Rule::Kind::List;
    made.path = path;
    if (m_lists.size() >= kMaxListDepth) {
        m_faults.append(refusal(u"mapping.too-deep"_s, fullPath(path), u"lists are nested too deep"_s));
        return made;
    }
    QStringList names;
    for (const Pending& pending : rules)
        addOnce(names, firstNames(pending.field->fields));
    m_lists.append(path);
    for (const Pending& pending : rules)
        made.sources.push_back(source(*pending.field, names));
    m_lists.removeLast();
    return made;
}

ListSource RuleCompiler::source(const MappedField& field, const QStringList& names)
{
    ListSource made;
    made.whenEmpty = field.whenEmpty;
    const auto each = parsed(field.each, {});
    if (each) made.each = noted(*each);
    m_scopes.append(each ? itemPaths(*each, m_scopes) : QStringList());
    if (!field.filter.isEmpty()) made.filter = program(field.filter, {});
    if (!field.sort.isEmpty()) made.sort = program(field.sort, {});
    made.item = group(pending(field.fields), names, {});
    m_scopes.removeLast();
    return made;
}

std::optional<Ast> RuleCompiler::parsed(const QString& source, const QString& to)
{
    const auto refused = [&](const formula::Finding& finding) {
        QString path = fullPath(to);
        if (path.endsWith(u'.')) path.chop(1);
        m_faults.append(formulaRefusal(finding, source, path));
        return std::nullopt;
    };
    auto ast = formula::parse(source);
    if (!ast) return refused(ast.error());
    // Without schemas: unknown functions, numbers of arguments, scopes that are not there.
    std::vector<formula::CheckScope> scopes(size_t(m_scopes.size()));
    for (size_t i = 1; i < scopes.size(); ++i)
        scopes[i].outer = &scopes[i - 1];
    const formula::CheckResult result = formula::check(*ast, scopes.back());
    for (const formula::Finding& finding : result.findings) {
        if (finding.severity == formula::Finding::Severity::Error) return refused(finding);
    }
    return std::move(*ast);
}

Program RuleCompiler::program(const QString& source, const QString& to)
{
    const auto ast = parsed(source, to);
    return ast ? noted(*ast) : Program();
}

/// Compiles, and remembers what the formula reads.
Program RuleCompiler::noted(const Ast& ast)
{
    addOnce(m_paths, mapping::sourcePaths(ast, m_scopes));
    addOnce(m_tables, ast.firstArguments(u"LOOKUP"));
    addOnce(m_flows, ast.firstArguments(u"LINKED"));
    return formula::compile(ast, m_tracing);
}

} // namespace tieout::mapping
