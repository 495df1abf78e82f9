#include "mapping/drift.h"

#include "formula/nearest.h"
#include "mapping/edit/businesswords.h"
#include "mapping/edit/fieldtree.h"
#include "mapping/edit/rulefields.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;

namespace {

/// The field of the same group whose name is near, or else any of that name or meaning.
QString nearestTo(const FieldTree& tree, const TreeNode& ghost)
{
    QHash<QString, QString> keys;
    QStringList names;
    const QString words = plainWords(ghost.name);
    QString alike;
    for (const TreeNode& node : tree.nodes()) {
        if (node.ghost || node.isGroup() != ghost.isGroup()) continue;
        if (node.parent == ghost.parent) {
            keys.insert(node.name, node.key);
            names.append(node.name);
        }
        const bool same = plainWords(node.name) == words || plainWords(node.label) == words;
        if (same && alike.isEmpty()) alike = node.key;
    }
    if (!alike.isEmpty()) return alike;
    const QString near = formula::nearestName(ghost.name, names);
    if (!near.isEmpty()) return keys.value(near);
    const int meaning = meaningOf(words);
    for (const TreeNode& node : tree.nodes()) {
        if (meaning < 0) break;
        if (!node.ghost && node.parent == ghost.parent && meaningOf(plainWords(node.label)) == meaning)
            return node.key;
    }
    return {};
}

/// One side: ghosts that rules name, and fields of another type than before.
QList<Drift> sideDrift(const FieldTree& tree, const FieldTree* before,
                       const QHash<QString, QStringList>& rules, Drift::Kind lost, Drift::Kind retyped)
{
    QList<Drift> found;
    for (const TreeNode& node : tree.nodes()) {
        const QStringList concerned = rules.value(node.key);
        if (concerned.isEmpty()) continue;
        const TreeNode* then = before ? before->find(node.key) : nullptr;
        if (node.ghost)
            found.append({lost, node.key, concerned, nearestTo(tree, node), {}, {}});
        else if (then && !then->ghost && then->type != node.type)
            found.append({retyped, node.key, concerned, {}, then->type, node.type});
    }
    return found;
}

} // namespace

QList<Drift> schemaDrift(const model::MappingDocument& document, const SchemaPair& today,
                         const SchemaPair& before)
{
    QHash<QString, QStringList> reads, fills;
    forEachRule(document, [&](const PlacedRule& placed) {
        if (placed.items || !placed.rule.formula.isEmpty()) fills[placed.key].append(placed.key);
        for (const SourceField& field : fieldsRead(placed))
            reads[field.key].append(placed.key);
    });
    QList<Drift> found;
    if (today.source) {
        const FieldTree tree = sourceTree(*today.source, document);
        const auto then = before.source ? std::optional(sourceTree(*before.source, document)) : std::nullopt;
        found += sideDrift(tree, then ? &*then : nullptr, reads, Drift::Kind::SourceLost,
                           Drift::Kind::SourceRetyped);
    }
    if (today.target) {
        const FieldTree tree = targetTree(*today.target, document);
        const auto then = before.target ? std::optional(targetTree(*before.target, document)) : std::nullopt;
        found += sideDrift(tree, then ? &*then : nullptr, fills, Drift::Kind::TargetLost,
                           Drift::Kind::TargetRetyped);
    }
    return found;
}

Result<void> refuseLostTargets(const model::MappingDocument& document, const model::ObjectSchema& target)
{
    const bool known = std::any_of(target.fields.begin(), target.fields.end(),
                                   [](const model::Field& field) { return !field.readOnly; });
    if (!known) return {}; // a file that this run writes first
    for (const Drift& drift : schemaDrift(document, {nullptr, &target})) {
        if (drift.kind != Drift::Kind::TargetLost) continue;
        const FieldTree tree = targetTree(target, document);
        const TreeNode* node = tree.find(drift.key);
        const TreeNode* parent = node && node->parent >= 0 ? &tree.nodes()[size_t(node->parent)] : nullptr;
        const bool open = parent && parent->field && parent->field->fields.isEmpty();
        if (open) continue;
        return fail(ErrorKind::BadConfig, u"mapping.target-lost"_s, u"no field "_s + drift.key,
                    {TargetKey::fieldPath(drift.key),
                     drift.nearest.isEmpty() ? QString() : tree.words(drift.nearest), target.label});
    }
    return {};
}

} // namespace tieout::mapping
