#include "mapping/edit/misfits.h"

#include "mapping/fieldfit.h"

namespace tieout::mapping {

using namespace Qt::StringLiterals;

namespace {

bool keepsNumbers(model::FieldType type)
{
    return type == model::FieldType::Number || type == model::FieldType::Money;
}

} // namespace

void markMisfits(LiveValues& live, const FieldTree& target)
{
    for (auto value = live.target.begin(); value != live.target.end(); ++value) {
        const TreeNode* node = value->fault || value->lines >= 0 ? nullptr : target.find(value.key());
        if (!node || fieldFit(value->value, node->type).fits) continue;
        const QString code = keepsNumbers(node->type) ? u"formula.not-a-number"_s : u"formula.not-a-date"_s;
        value->fault =
            formula::Fault{formula::FaultKind::Value, {}, code, {value->value.toPlainText().trimmed()}};
    }
}

} // namespace tieout::mapping
