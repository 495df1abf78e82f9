#pragma once

#include "formula/ast.h"
#include "model/flow.h"
#include "model/schema.h"

namespace tieout::mapping {

/// Where the paths of a formula start: the record (an empty path), or the items of a list ("Lines[]"). An
/// `each` that joins several lists has several starts. The last is the innermost scope.
using PathScopes = QList<QStringList>;

/// The source fields that a formula reads, from the outermost record: "Account.Name", "Lines[].UnitPrice".
[[nodiscard]] QStringList sourcePaths(const formula::Ast& ast, const PathScopes& scopes = {{QString()}});
/// The references whose items a list formula hands on, as nodes of it: FILTER([Lines], …) hands on [Lines].
[[nodiscard]] QList<int> handedOn(const formula::Ast& each);
/// The starts of the items that an `each` formula hands on.
[[nodiscard]] QStringList itemPaths(const formula::Ast& each, const PathScopes& scopes);

/// The union in order of first mention. A step known as a list anywhere ("Lines[]", or by the schema) is one
/// everywhere; a path that only names the way to others is left out: "Lines" beside "Lines[].Id".
[[nodiscard]] QStringList mergedPaths(const QList<QStringList>& lists,
                                      const model::ObjectSchema* schema = nullptr);

/// Everything that a flow reads from its source object, its parents included: keys, stamps, titles, skip
/// rules, mappings. Error: BadConfig with the faulty formula, or "linked.cycle" (see linkcycle.h).
[[nodiscard]] Result<QStringList> flowSourcePaths(const model::Flow& flow,
                                                  const model::ObjectSchema* schema = nullptr);

} // namespace tieout::mapping
