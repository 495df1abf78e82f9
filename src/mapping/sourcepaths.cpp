#include "mapping/sourcepaths.h"

#include "formula/parser.h"
#include "mapping/compiledmapping.h"
#include "mapping/linkcycle.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using formula::Ast;
using formula::FieldPath;
using formula::Node;
using formula::NodeKind;

namespace {

QString joined(const QString& start, const QString& rest)
{
    if (start.isEmpty() || rest.isEmpty()) return start + rest;
    return start + u'.' + rest;
}

void addOnce(QStringList& paths, const QString& path)
{
    if (!path.isEmpty() && !paths.contains(path)) paths.append(path);
}

/// The starts of the scope that a reference means.
QStringList startsOf(const FieldPath& path, const PathScopes& scopes)
{
    const qsizetype at = scopes.size() - 1 - path.up;
    return at < 0 ? QStringList() : scopes[at];
}

void collectHandedOn(const Ast& ast, int index, QList<int>& found)
{
    static const QStringList kFirstArgument{u"FILTER"_s, u"SORT"_s, u"SORTBY"_s, u"UNIQUE"_s,
                                            u"FIRST"_s,  u"LAST"_s, u"INDEX"_s};
    const Node& node = ast.node(index);
    if (node.kind == NodeKind::Reference) {
        found.append(index);
    } else if (node.kind == NodeKind::Call) {
        const bool first = kFirstArgument.contains(node.text);
        const bool choice = node.text == "IF"_L1;
        for (size_t i = 0; i < node.children.size(); ++i) {
            if (first ? i == 0 : !choice || i > 0) collectHandedOn(ast, node.children[i], found);
        }
    }
}

/// "Lines[].Tax.Rate" → {"Lines[]", "Tax", "Rate"}; without the signs → the plain way "Lines.Tax".
QString plainWay(const QStringList& steps, qsizetype count)
{
    return QStringList(steps.first(count)).join(u'.').remove(u"[]"_s);
}

/// All ways that lead to a list.
QStringList listWays(const QList<QStringList>& lists)
{
    QStringList ways;
    for (const QStringList& paths : lists) {
        for (const QString& path : paths) {
            const QStringList steps = path.split(u'.');
            for (qsizetype i = 0; i < steps.size(); ++i) {
                if (steps[i].endsWith("[]"_L1)) addOnce(ways, plainWay(steps, i + 1));
            }
        }
    }
    return ways;
}

QString withLists(const QString& path, const QStringList& ways, const model::ObjectSchema* schema)
{
    QStringList steps = path.split(u'.');
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps[i].endsWith("[]"_L1)) continue;
        const QString way = plainWay(steps, i + 1);
        const model::Field* field = schema ? schema->find(way) : nullptr;
        if (ways.contains(way) || (field && field->type == model::FieldType::List)) steps[i] += u"[]"_s;
    }
    return steps.join(u'.');
}

/// Adds what a formula of the flow reads. Empty formulas read nothing.
Result<void> addFormula(const QString& source, QList<QStringList>& lists)
{
    if (source.isEmpty()) return {};
    const auto ast = formula::parse(source);
    if (!ast) return fail(formula::toError(ast.error(), source));
    lists.append(sourcePaths(*ast));
    return {};
}

Result<void> addFlow(const model::Flow& flow, QList<QStringList>& lists)
{
    lists.append(QStringList{flow.sourceKey, flow.sourceVersion});
    lists.last().removeAll(QString());
    auto added = addFormula(flow.sourceTitle, lists);
    if (added && !flow.sourceParty.isEmpty()) added = addFormula(flow.sourceParty, lists);
    for (const model::SkipRule& rule : flow.skip) {
        if (added) added = addFormula(rule.formula, lists);
    }
    if (!added) return added;
    // What stands beside a grouped mapping reads groups too: keys, rows, aggregates.
    if (flow.mapping.group) {
        for (QStringList& paths : lists)
            paths = rowPaths(paths, *flow.mapping.group);
    }
    const auto mapping = CompiledMapping::compile(flow.mapping);
    if (!mapping) return fail(mapping.error());
    lists.append(mapping->requiredSourcePaths());
    for (const model::Flow& parent : flow.parents) {
        added = addFlow(parent, lists);
        if (!added) return added;
    }
    return {};
}

} // namespace

QStringList sourcePaths(const Ast& ast, const PathScopes& scopes)
{
    QStringList paths;
    for (const FieldPath& path : ast.references()) {
        if (path.what == FieldPath::What::LineNumber) continue;
        const QStringList starts = startsOf(path, scopes);
        for (const QString& start : starts)
            addOnce(paths, joined(start, path.dotted()));
    }
    return paths;
}

QList<int> handedOn(const Ast& each)
{
    QList<int> nodes;
    collectHandedOn(each, each.root(), nodes);
    return nodes;
}

QStringList itemPaths(const Ast& each, const PathScopes& scopes)
{
    const QList<int> nodes = handedOn(each);
    QStringList starts;
    for (const int index : nodes) {
        const FieldPath& path = each.node(index).path;
        for (const QString& start : startsOf(path, scopes)) {
            const bool self = path.what == FieldPath::What::Self;
            const QString item = self ? start : joined(start, path.dotted()) + u"[]"_s;
            if (!starts.contains(item)) starts.append(item);
        }
    }
    return starts;
}

QStringList mergedPaths(const QList<QStringList>& lists, const model::ObjectSchema* schema)
{
    const QStringList ways = listWays(lists);
    QStringList all;
    for (const QStringList& paths : lists) {
        for (const QString& path : paths)
            addOnce(all, withLists(path, ways, schema));
    }
    QStringList kept;
    for (const QString& path : std::as_const(all)) {
        const QString way = path + u'.';
        const bool leadsOn = std::any_of(all.cbegin(), all.cend(),
                                         [&](const QString& other) { return other.startsWith(way); });
        if (!leadsOn) kept.append(path);
    }
    return kept;
}

Result<QStringList> flowSourcePaths(const model::Flow& flow, const model::ObjectSchema* schema)
{
    if (const auto acyclic = refuseLinkCycles({flow}); !acyclic) return fail(acyclic.error());
    if (const auto& group = flow.mapping.group; group && !group->keys.contains(flow.sourceKey))
        return fail(ErrorKind::BadConfig, u"group.source-key"_s, u"the source key is no key of the group"_s,
                    {flow.sourceKey});
    QList<QStringList> lists;
    const auto added = addFlow(flow, lists);
    if (!added) return fail(added.error());
    return mergedPaths(lists, schema);
}

} // namespace tieout::mapping
