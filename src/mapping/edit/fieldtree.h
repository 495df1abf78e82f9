#pragma once

#include "mapping/edit/targetkey.h"
#include "model/mapping.h"
#include "model/schema.h"

#include <QHash>

#include <memory>
#include <vector>

namespace tieout::mapping {

/// One line of a tree of the canvas.
struct TreeNode {
    QString key; ///< source: path from the record, "Products.Quantity", as between [ and ]; target: TargetKey
    QString name;  ///< API name, for the tooltip
    QString label; ///< "Billing country"
    model::FieldType type = model::FieldType::Text;
    int depth = 0;
    int parent = -1; ///< index in the tree; parents come before their members
    int members = 0; ///< direct members
    bool required = false;
    bool readOnly = false;
    bool ghost = false;                  ///< a rule names it, the schema does not know it any more
    const model::Field* field = nullptr; ///< null for ghosts; lives as long as the schema

    [[nodiscard]] bool isGroup() const
    {
        return members > 0 || type == model::FieldType::List || type == model::FieldType::Record;
    }
    [[nodiscard]] bool isList() const { return type == model::FieldType::List; }
};

/// The fields of one side in reading order, ghosts of lost fields at the end of their group.
class FieldTree final
{
  public:
    [[nodiscard]] const std::vector<TreeNode>& nodes() const { return m_nodes; }
    [[nodiscard]] int indexOf(const QString& key) const { return m_index.value(key, -1); }
    [[nodiscard]] const TreeNode* find(const QString& key) const;
    /// Labels from the top: "Account › Billing country".
    [[nodiscard]] QString words(const QString& key) const;
    /// Keys of the lists, without numbers; for MappingDraft::setLists.
    [[nodiscard]] QStringList lists() const;

    void append(TreeNode node);
    /// Keeps a schema that was made for this tree alive: that of a grouped source.
    void own(std::shared_ptr<const model::ObjectSchema> schema) { m_schema = std::move(schema); }

  private:
    std::vector<TreeNode> m_nodes;
    QHash<QString, int> m_index;
    std::shared_ptr<const model::ObjectSchema> m_schema;
};

/// The source side; paths that the document's formulas name and the schema lacks become ghosts.
[[nodiscard]] FieldTree sourceTree(const model::ObjectSchema& schema, const model::MappingDocument& document);
/// The target side. What several rules fill appears once for each ("LineItems", "LineItems#2").
[[nodiscard]] FieldTree targetTree(const model::ObjectSchema& schema, const model::MappingDocument& document);

} // namespace tieout::mapping
