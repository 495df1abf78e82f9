#include "gui/mapping/canvas/dropplan.h"

#include <QCoreApplication>

namespace tieout::gui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MappingCanvas)
};

DropPlan refuse(const QString& reason)
{
    DropPlan plan;
    plan.reason = reason;
    return plan;
}

/// The list that a source field is of; empty when it is of the record itself.
const mapping::TreeNode* listAround(const mapping::FieldTree& tree, const mapping::TreeNode& node)
{
    for (int i = node.parent; i >= 0; i = tree.nodes()[size_t(i)].parent) {
        if (tree.nodes()[size_t(i)].isList()) return &tree.nodes()[size_t(i)];
    }
    return nullptr;
}

DropPlan planEach(const CanvasScene& scene, const QString& source, const QString& target)
{
    DropPlan plan{DropPlan::Act::Each, source, target, {}};
    const QStringList now = scene.linkedTo({Side::Target, target});
    if (scene.hasRule(target) && !now.contains(source) && !now.isEmpty()) plan.act = DropPlan::Act::AskEach;
    return plan;
}

DropPlan ontoGroup(const CanvasScene& scene, const mapping::TreeNode& source, const mapping::TreeNode& target)
{
    if (source.isList() && target.isList()) return planEach(scene, source.key, target.key);
    if (source.isGroup() && !source.isList() && !target.isList())
        return {DropPlan::Act::Pair, source.key, target.key, {}};
    if (source.isList()) return refuse(Words::tr("“%1” takes one value, not a list").arg(target.label));
    const mapping::TreeNode* list = listAround(scene.content().source, source);
    if (target.isList() && list) return planEach(scene, list->key, target.key);
    if (target.isList())
        return refuse(Words::tr("“%1” takes a list; drop a single field on one inside it").arg(target.label));
    return refuse(Words::tr("Drop it on a field inside “%1”").arg(target.label));
}

DropPlan ontoField(const CanvasScene& scene, const mapping::TreeNode& source, const mapping::TreeNode& target,
                   DropOnto onto)
{
    if (source.isGroup()) return refuse(Words::tr("“%1” takes one field, not a group").arg(target.label));
    DropPlan plan{DropPlan::Act::Map, source.key, target.key, {}, mapping::combining(source, target)};
    if (!scene.hasRule(target.key)) return plan;
    for (const mapping::Wire& wire : scene.content().wiring.wires) {
        if (wire.target == target.key && wire.source == source.key && wire.kind == mapping::Wire::Kind::Copy)
            return refuse(Words::tr("“%1” comes from there already").arg(target.label));
    }
    plan.act = onto == DropOnto::Chip ? DropPlan::Act::Combine : DropPlan::Act::Ask;
    return plan;
}

} // namespace

DropPlan planDrop(const CanvasScene& scene, const Spot& first, const Spot& second, DropOnto onto)
{
    if (first.isNothing() || second.isNothing() || first.side == second.side) return {};
    const Spot& from = first.side == Side::Source ? first : second;
    const Spot& to = first.side == Side::Target ? first : second;
    if (scene.content().readOnly) return refuse(Words::tr("This mapping can only be looked at"));
    if (from.title && to.title) return {DropPlan::Act::Pair, {}, {}, {}};
    if (from.title || to.title) return refuse(Words::tr("Drop it on a field"));
    const mapping::TreeNode* source = scene.content().source.find(from.key);
    const mapping::TreeNode* target = scene.content().target.find(to.key);
    if (!source || !target) return {};
    if (source->ghost) return refuse(Words::tr("“%1” is no longer there").arg(source->label));
    if (target->ghost) return refuse(Words::tr("“%1” is no longer there").arg(target->label));
    if (target->readOnly) return refuse(Words::tr("“%1” is filled by the system itself").arg(target->label));
    return target->isGroup() ? ontoGroup(scene, *source, *target) : ontoField(scene, *source, *target, onto);
}

QString promise(const CanvasScene& scene, const DropPlan& plan)
{
    const CanvasContent& content = scene.content();
    const QString from = plan.source.isEmpty() ? content.sourceTitle : content.source.words(plan.source);
    const QString to = plan.target.isEmpty() ? content.targetTitle : content.target.words(plan.target);
    switch (plan.act) {
    case DropPlan::Act::Refuse:
        return {};
    case DropPlan::Act::Map:
        return Words::tr("Fills “%1” with “%2”").arg(to, from);
    case DropPlan::Act::Combine:
        return plan.combine == mapping::Joining::Numbers
                   ? Words::tr("Adds “%2” to what fills “%1”").arg(to, from)
                   : Words::tr("Joins “%2” to what fills “%1”").arg(to, from);
    case DropPlan::Act::Ask:
        return Words::tr("“%1” is filled already: you can replace or combine").arg(to);
    case DropPlan::Act::Each:
        return Words::tr("Makes one line of “%1” for each of “%2”").arg(to, from);
    case DropPlan::Act::AskEach:
        return Words::tr("“%1” has its lines already: you can replace them or add these").arg(to);
    case DropPlan::Act::Pair:
        return Words::tr("Pairs the fields of “%1” and “%2” that go together").arg(from, to);
    }
    return {};
}

QString movePromise(const CanvasScene& scene, const Spot& to)
{
    const QString name = scene.tree(to.side).words(to.key);
    return to.side == Side::Source ? Words::tr("Takes “%1” in its place").arg(name)
                                   : Words::tr("Moves the rule to “%1”").arg(name);
}

QString refusedMove(const CanvasScene& scene, const Spot& ghost, const Spot& to)
{
    const mapping::TreeNode* lost = scene.tree(ghost.side).find(ghost.key);
    const mapping::TreeNode* next = scene.tree(to.side).find(to.key);
    if (!lost || !next || ghost.side != to.side) return Words::tr("Choose a field");
    if (next->ghost) return Words::tr("“%1” is no longer there").arg(next->label);
    if (lost->isGroup() != next->isGroup())
        return lost->isGroup() ? Words::tr("“%1” is one field, not a group").arg(next->label)
                               : Words::tr("“%1” is a group, not one field").arg(next->label);
    if (lost->isList() && !next->isList())
        return Words::tr("“%1” takes one value, not a list").arg(next->label);
    if (ghost.side == Side::Source) return {};
    if (next->readOnly) return Words::tr("“%1” is filled by the system itself").arg(next->label);
    if (scene.hasRule(to.key)) return Words::tr("“%1” has a rule already: remove it first").arg(next->label);
    return {};
}

} // namespace tieout::gui
