#include "mapping/edit/joining.h"

namespace tieout::mapping {

Joining combining(const TreeNode& source, const TreeNode& target)
{
    const auto isNumber = [](const TreeNode& node) {
        return node.type == model::FieldType::Number || node.type == model::FieldType::Money;
    };
    const bool isDay = target.type == model::FieldType::Date; // and a number added to it: so many days later
    return isNumber(source) && (isNumber(target) || isDay) ? Joining::Numbers : Joining::Text;
}

} // namespace tieout::mapping
