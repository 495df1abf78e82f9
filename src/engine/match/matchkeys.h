#pragma once

#include "model/flow.h"
#include "model/value.h"

namespace tieout::engine {

/// Text for comparing under a rule's normalisation: "exact" (trimmed), "text" (case and inner blanks do not
/// count), "email" (trimmed, lower case), "domain" (of an e-mail or web address), "digits". Empty when
/// nothing is left.
[[nodiscard]] QString normalised(const model::Value& value, const QString& how);

/// First non-blank value at a dotted path, looking through lists ("Addresses.PostalCode").
[[nodiscard]] model::Value firstValue(const model::Record& record, const QString& path);

/// Index key of a record under each rule, in rule order; empty where a field of the rule is blank. Equal keys
/// mean that the rule matches. Used for the target's own records and for the record we would write alike.
[[nodiscard]] QStringList matchKeys(const model::Record& record, const QList<model::MatchRule>& rules);

} // namespace tieout::engine
