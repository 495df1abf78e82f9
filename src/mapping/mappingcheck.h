#pragma once

#include "formula/check.h"
#include "mapping/lookuptables.h"
#include "model/mapping.h"

namespace tieout::mapping {

/// Which text of a rule a finding is about.
enum class RulePart : quint8 { Target, Formula, Each, Filter, Sort, Group };

struct RuleFinding {
    /// TargetKey of the rule: "LineItems.TaxType", "LineItems#2.TaxType"; of Group the name of an aggregate,
    /// empty for the keys.
    QString target;
    RulePart part = RulePart::Formula;
    formula::Finding finding;

    bool operator==(const RuleFinding&) const = default;
};

/// Checks a mapping against both schemas, without any record; `source` is that of the rows when it is
/// grouped. Besides the codes of formula::check and the parser: Errors: mapping.bad-target (target) ·
/// mapping.duplicate-target · mapping.too-deep (path) · target.unknown (name, nearest) ·
/// target.read-only (label) · target.wrong-kind (expected, found) · target.not-in-list (value) ·
/// target.too-long (length, limit) · target.decimals (value, kept) · target.required (label; a required field
/// without a rule) · lookup.no-table (name). Warnings: target.may-fail (label): some record of this schema
/// makes the formula fail · target.may-be-blank (label): a required field whose formula can be blank ·
/// target.may-be-too-long (longest, limit) · target.may-lose-decimals (places, kept) ·
/// target.may-not-be-in-list (value): a field of the source that the target may not take.
[[nodiscard]] QList<RuleFinding> checkMapping(const model::MappingDocument& document,
                                              const model::ObjectSchema& source,
                                              const model::ObjectSchema& target, const LookupTables& tables);
/// The same with what is known: null = that side is not looked at.
[[nodiscard]] QList<RuleFinding> checkMapping(const model::MappingDocument& document,
                                              const model::ObjectSchema* source,
                                              const model::ObjectSchema* target, const LookupTables& tables);

} // namespace tieout::mapping
