#include "gui/mapping/rulescope.h"

#include "formula/parser.h"
#include "mapping/grouping.h"

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

/// The members of the items, when the `each` is a plain reference.
const QList<model::Field>* itemFields(const QString& each, const formula::CheckScope& scope)
{
    const formula::Parsed ast = formula::parse(each);
    if (!ast) return nullptr;
    const formula::Node& root = ast->node(ast->root());
    if (root.kind != formula::NodeKind::Reference) return nullptr;
    const formula::CheckScope* meant = &scope;
    for (int i = 0; i < root.path.up && meant; ++i)
        meant = meant->outer;
    if (!meant || !meant->fields) return nullptr;
    if (root.path.what == formula::FieldPath::What::Self) return meant->fields;
    const model::Field* field = formula::findField(*meant->fields, root.path.names);
    return field && !field->fields.isEmpty() ? &field->fields : nullptr;
}

} // namespace

RuleScope::RuleScope(const mapping::MappingDraft& draft, const model::ObjectSchema& source,
                     const QString& target, mapping::RulePart part)
{
    QStringList around;
    const bool inside = part == mapping::RulePart::Filter || part == mapping::RulePart::Sort;
    for (QString key = inside ? target : mapping::TargetKey::parent(target); !key.isEmpty();
         key = mapping::TargetKey::parent(key))
        around.prepend(key);
    auto levels = std::make_shared<Levels>();
    const auto& group = draft.document().group;
    levels->fields = group ? mapping::groupedSchema(source, *group).fields : source.fields;
    levels->scopes.push_back({&levels->fields, nullptr});
    for (const QString& key : std::as_const(around)) {
        const model::MappedField* rule = draft.rule(key);
        if (!rule || rule->each.isEmpty()) continue;
        const formula::CheckScope& outer = levels->scopes.back();
        const QList<model::Field>* fields = itemFields(rule->each, outer);
        levels->scopes.push_back({fields, &outer});
    }
    m_levels = std::move(levels);
}

formula::CheckScope RuleScope::scope() const
{
    return m_levels ? m_levels->scopes.back() : formula::CheckScope{};
}

int RuleScope::depth() const
{
    return m_levels ? int(m_levels->scopes.size()) - 1 : 0;
}

} // namespace tieout::gui
