#pragma once

#include "base/error.h"
#include "model/flow.h"
#include "model/problem.h"
#include "store/repositories.h"

#include <optional>

namespace tieout::engine {

/// What the match rules found for one record without a link.
struct MatchResult {
    enum class Kind : quint8 { None, One, Ask };
    Kind kind = Kind::None;
    store::TargetIndexRow row; ///< of One
    /// Of Ask: Conflict "match.several" | "match.weak" | "match.taken" (facts: titles), with its candidates.
    Error why;
    bool byPerson = false; ///< somebody decided it
};

/// Decides from the index: the first rule that hits decides. One strong, free, usable hit links; several, a
/// weak one, or one that belongs to another source record asks a person. Never guesses. `owners` tells which
/// target ids already belong to another record of this flow: target id → source title or id.
[[nodiscard]] MatchResult decideMatch(const QStringList& keys, const QList<model::MatchRule>& rules,
                                      const QHash<QString, QList<store::TargetIndexRow>>& index,
                                      const QHash<QString, QString>& owners, const QString& sourceId);

} // namespace tieout::engine
