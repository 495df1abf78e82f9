#include "mapping/edit/joining.h"

namespace tieout::mapping {

Joining combining(const TreeNode& source, const TreeNode& target)
{
    const auto isNumber = [](const TreeNode& node) {
        return node.type == model::FieldType::Number || node.type == model::FieldType::Money;
    };
    return isNumber(source) && isNumber(target) ? Joining::Numbers : Joining::Text;
}

} // namespace tieout::mapping
