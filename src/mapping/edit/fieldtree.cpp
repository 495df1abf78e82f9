#include "mapping/edit/fieldtree.h"

#include "mapping/edit/rulefields.h"
#include "mapping/grouping.h"
#include "mapping/targetpath.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;
using model::MappingDocument;

namespace {

/// A node of a tree that grows: members under their parents, so that ghosts can come last in each group.
struct Growing {
    TreeNode node;
    std::vector<std::unique_ptr<Growing>> members;
};

/// A tree while it grows.
class Growth final
{
  public:
    [[nodiscard]] Growing* top() { return &m_top; }
    [[nodiscard]] Growing* find(const QString& key) const { return m_known.value(key); }

    Growing* add(Growing* group, TreeNode node)
    {
        group->members.push_back(std::make_unique<Growing>());
        Growing* made = group->members.back().get();
        made->node = std::move(node);
        m_known.insert(made->node.key, made);
        return made;
    }

    void pour(FieldTree& tree) { pour(m_top, tree, -1, 0); }

  private:
    static void pour(Growing& group, FieldTree& tree, int parent, int depth)
    {
        for (const auto& one : group.members) {
            one->node.parent = parent;
            one->node.depth = depth;
            one->node.members = int(one->members.size());
            tree.append(std::move(one->node));
            pour(*one, tree, int(tree.nodes().size()) - 1, depth + 1);
        }
    }

    Growing m_top;
    QHash<QString, Growing*> m_known;
};

TreeNode nodeOf(const Field& field, const QString& key)
{
    TreeNode node;
    node.key = key;
    node.name = field.name;
    node.label = field.label.isEmpty() ? field.name : field.label;
    node.type = field.type;
    node.required = field.requiredOnCreate && !field.readOnly;
    node.readOnly = field.readOnly;
    node.field = &field;
    return node;
}

void grow(Growth& tree, Growing* group, const QList<Field>& fields, const QString& prefix)
{
    for (const Field& field : fields) {
        const QString key = TargetKey::child(prefix, field.name);
        grow(tree, tree.add(group, nodeOf(field, key)), field.fields, key);
    }
}

/// How many rules fill each field, by its key without a number of its own: several lists laid end to end, or
/// by mistake two rules for one field.
QHash<QString, int> branchCounts(const MappingDocument& document)
{
    QHash<QString, int> counts;
    forEachRule(document, [&](const PlacedRule& placed) {
        const int branch = TargetKey::branch(placed.key);
        const QString first = branch == 0 ? placed.key : placed.key.left(placed.key.lastIndexOf(u'#'));
        int& count = counts[first];
        count = std::max(count, branch + 1);
    });
    return counts;
}

void growTarget(Growth& tree, Growing* group, const QList<Field>& fields, const QString& prefix,
                const QHash<QString, int>& branches)
{
    for (const Field& field : fields) {
        const QString key = TargetKey::child(prefix, field.name);
        const int count = std::max(1, branches.value(key));
        for (int i = 0; i < count; ++i) {
            const QString own = TargetKey::withBranch(key, i);
            growTarget(tree, tree.add(group, nodeOf(field, own)), field.fields, own, branches);
        }
    }
}

/// Makes what is missing of the way to a place; `type` is the last one's.
void addGhost(Growth& tree, const QString& key, FieldType type)
{
    if (tree.find(key)) return;
    Growing* at = tree.top();
    QString way;
    const QStringList parts = TargetKey::parts(key);
    for (const QString& part : parts) {
        way += (way.isEmpty() ? QString() : QString(u'.')) + part;
        Growing* next = tree.find(way);
        if (!next) {
            TreeNode ghost;
            ghost.key = way;
            ghost.name = ghost.label = targetNames(TargetKey::fieldPath(part)).first();
            ghost.type = way == key ? type : FieldType::Record;
            ghost.ghost = true;
            next = tree.add(at, std::move(ghost));
        }
        at = next;
    }
}

/// Keys of the group that the rows have lost, and what totals read.
void addGroupGhosts(Growth& tree, const model::Grouping& group)
{
    for (const QString& key : group.keys)
        addGhost(tree, TargetKey::child({}, key), FieldType::Text);
    for (const auto& total : group.aggregates)
        for (const QString& key : fieldsOf(total.formula, SourceScopes()))
            addGhost(tree, key, FieldType::Text);
}

} // namespace

const TreeNode* FieldTree::find(const QString& key) const
{
    const int at = indexOf(key);
    return at < 0 ? nullptr : &m_nodes[size_t(at)];
}

QString FieldTree::words(const QString& key) const
{
    QStringList labels;
    for (int at = indexOf(key); at >= 0; at = m_nodes[size_t(at)].parent)
        labels.prepend(m_nodes[size_t(at)].label);
    return labels.isEmpty() ? key : labels.join(u" › "_s);
}

QStringList FieldTree::lists() const
{
    QStringList keys;
    for (const TreeNode& node : m_nodes) {
        const QString key = TargetKey::fieldPath(node.key);
        if (node.isList() && !keys.contains(key)) keys.append(key);
    }
    return keys;
}

void FieldTree::append(TreeNode node)
{
    m_index.insert(node.key, int(m_nodes.size()));
    m_nodes.push_back(std::move(node));
}

FieldTree sourceTree(const model::ObjectSchema& schema, const MappingDocument& document)
{
    FieldTree tree;
    const QList<Field>* fields = &schema.fields;
    if (document.group) {
        auto grouped = std::make_shared<const model::ObjectSchema>(groupedSchema(schema, *document.group));
        fields = &grouped->fields;
        tree.own(std::move(grouped));
    }
    Growth growth;
    grow(growth, growth.top(), *fields, {});
    forEachRule(document, [&](const PlacedRule& placed) {
        for (const SourceField& field : fieldsRead(placed))
            addGhost(growth, field.key, field.isList ? FieldType::List : FieldType::Text);
    });
    if (document.group) addGroupGhosts(growth, *document.group);
    growth.pour(tree);
    return tree;
}

FieldTree targetTree(const model::ObjectSchema& schema, const MappingDocument& document)
{
    FieldTree tree;
    Growth growth;
    growTarget(growth, growth.top(), schema.fields, {}, branchCounts(document));
    forEachRule(document, [&](const PlacedRule& placed) {
        addGhost(growth, placed.key, placed.items ? FieldType::List : FieldType::Text);
    });
    growth.pour(tree);
    return tree;
}

} // namespace tieout::mapping
