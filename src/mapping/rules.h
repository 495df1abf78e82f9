#pragma once

#include "formula/program.h"
#include "model/mapping.h"

#include <memory>
#include <vector>

namespace tieout::mapping {

struct Rule;

/// The rules of one object of the target: the record, a nested object, or the items of a list.
struct RuleGroup {
    model::ShapePtr shape;
    std::vector<Rule> rules;
};

/// One `each`: where items come from and what each becomes.
struct ListSource {
    formula::Program each;
    formula::Program filter; ///< empty = all
    formula::Program sort;   ///< empty = as they come
    model::WhenEmpty whenEmpty = model::WhenEmpty::Leave;
    RuleGroup item;
};

/// What fills one slot: a formula, the rules of a nested object, or lists laid end to end.
struct Rule {
    enum class Kind : quint8 { Formula, Object, List };
    Kind kind = Kind::Formula;
    int slot = 0;
    QString path; ///< from the object that the mapping or the list builds: "Contact.ContactID"
    formula::Program program;
    model::WhenEmpty whenEmpty = model::WhenEmpty::Leave;
    RuleGroup object;
    std::vector<ListSource> sources;
};

} // namespace tieout::mapping
