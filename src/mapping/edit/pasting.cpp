#include "mapping/edit/pasting.h"

#include "base/json.h"
#include "mapping/edit/mappingdraft.h"

#include <algorithm>

namespace tieout::mapping {

using model::MappedField;
using model::MappingDocument;

namespace {

/// Key of the list that a node is in; empty at the top.
QString listAround(const FieldTree& tree, const TreeNode& node)
{
    for (int i = node.parent; i >= 0; i = tree.nodes()[size_t(i)].parent)
        if (tree.nodes()[size_t(i)].isList()) return tree.nodes()[size_t(i)].key;
    return {};
}

/// Empty when the text holds no rules; why not is told by the draft.
MappingDocument rulesIn(const QString& text)
{
    const auto json = Json::parse(text.toUtf8());
    if (!json) return {};
    auto rules = model::mappingFromJson(*json);
    return rules ? std::move(*rules) : MappingDocument();
}

} // namespace

Result<void> pasteAt(MappingDraft& draft, const QString& text, const FieldTree& target, const QString& at)
{
    const TreeNode* node = target.find(at);
    if (!node) return draft.paste(text, {});
    MappingDocument rules = rulesIn(text);
    const bool anyList = std::any_of(rules.fields.begin(), rules.fields.end(),
                                     [](const MappedField& rule) { return !rule.each.isEmpty(); });
    if (node->isList() && !anyList) return draft.paste(text, node->key);
    const QString list = listAround(target, *node);
    if (node->isGroup() || anyList || rules.fields.size() != 1) return draft.paste(text, list);
    rules.fields.first().to = list.isEmpty() ? node->key : node->key.sliced(list.size() + 1);
    return draft.paste(QString::fromUtf8(model::toJson(rules).toPrettyBytes()), list);
}

} // namespace tieout::mapping
