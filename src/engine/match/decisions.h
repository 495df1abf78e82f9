#pragma once

#include "engine/match/matcher.h"
#include "model/decision.h"

namespace tieout::engine {

/// Whether one target may stand for several source records: a contact that is only used may (two accounts of
/// one customer), a document that is written may not.
enum class Sharing : quint8 { Refused, Allowed };

/// What people decided about the matches of one flow, as a run found it. Engine thread; owned by the flow's
/// match index.
class Decisions final
{
  public:
    struct Known {
        QHash<QString, model::Decision> bySource;
        QHash<QString, store::TargetIndexRow> rows; ///< of the chosen targets, as the index has them
        QHash<QString, QString> owners;             ///< chosen target id → source it belongs to
    };

    explicit Decisions(Sharing sharing)
        : m_sharing(sharing)
    {
    }
    void adopt(Known known) { m_known = std::move(known); }

    /// The match with the person's word about this record. A candidate that is gone or meanwhile belongs to
    /// another record asks again (Conflict "decision.gone" | "decision.taken", facts: its title), and so does
    /// a further candidate that the person was not shown.
    [[nodiscard]] MatchResult applied(MatchResult found, const QString& sourceId) const;

  private:
    [[nodiscard]] MatchResult chosen(MatchResult found, const model::Decision& decision) const;

    Sharing m_sharing;
    Known m_known;
};

/// The decisions of a flow that no run has used yet, with what is known of their targets.
[[nodiscard]] Result<Decisions::Known> readDecisions(store::Database& database, const QString& flow,
                                                     const QString& connection, const QString& object);

/// What a person needs to tell a record of the index from others.
[[nodiscard]] model::Candidate candidateOf(const store::TargetIndexRow& row,
                                           const QList<model::MatchRule>& rules, const QString& takenBy);
/// How a candidate is remembered as shown.
[[nodiscard]] QString offerOf(const model::Candidate& candidate);

} // namespace tieout::engine
