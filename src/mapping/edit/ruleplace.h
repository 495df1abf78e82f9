#pragma once

#include "mapping/edit/sourcescopes.h"
#include "model/mapping.h"

#include <functional>
#include <optional>
#include <vector>

namespace tieout::mapping {

/// The lists of both sides by key, without numbers.
struct ListPlaces {
    QStringList source;
    QStringList target;
};

/// A rule with its TargetKey and where its own formula stands.
struct PlacedRule {
    const model::MappedField& rule;
    QString key;
    const SourceScopes& scopes; ///< of `formula` and `each`
    const SourceScopes* items;  ///< of a list: where its fields, filter and sort stand
};

/// Every rule of a document in its order, lists before their fields.
void forEachRule(const model::MappingDocument& document, const std::function<void(const PlacedRule&)>& visit);

/// The way to a rule: its place in `fields`, one number for each level. Nothing when there is no rule.
[[nodiscard]] std::optional<std::vector<int>> wayTo(const model::MappingDocument& document,
                                                    const QString& targetKey);
[[nodiscard]] const model::MappedField* ruleAt(const model::MappingDocument& document,
                                               const QString& targetKey);

/// A rule's `to` as keys write it: a "#" by hand is part of a name there.
[[nodiscard]] QString targetKeyOf(const QString& to);
/// Place of the rule number `branch` for `to` among its siblings; -1 = none.
[[nodiscard]] int branchAt(const QList<model::MappedField>& fields, const QString& to, int branch);

} // namespace tieout::mapping
