#pragma once

#include "connectors/connector.h"
#include "engine/ending.h"
#include "engine/match/decisions.h"
#include "store/store.h"

namespace tieout::engine {

/// What one flow of a run knows of its target's records: the workspace's index, read anew from the target
/// once when it is first needed, and what this run is creating and the index may not show yet. Engine thread;
/// owned by its lane.
class MatchIndex final
{
  public:
    MatchIndex(const model::Flow& flow, Sharing sharing, QString connection, connectors::Connector& target,
               store::Store& store, StopToken stop);

    /// What the index has under a group's match keys, and to whom the hits belong: target id → source id.
    struct Candidates {
        QHash<QString, QList<store::TargetIndexRow>> index;
        QHash<QString, QString> owners;
    };

    /// Brings the index up to date with the target, and takes in what people decided; once a run.
    [[nodiscard]] Task<Result<void>> refresh();
    [[nodiscard]] Task<Result<Candidates>> candidates(QStringList keys);
    [[nodiscard]] MatchResult match(const QStringList& keys, const QString& sourceId,
                                    const Candidates& candidates) const;

    /// A record with these keys is about to be created for this source.
    void claim(const QStringList& keys, const QString& sourceId);
    /// These creations are remembered: the index shows them to the next who asks.
    void remembered(const QList<Ending>& endings);
    /// The next run's refresh starts behind what this run wrote: the index has it already.
    [[nodiscard]] Task<Result<void>> keepPlace();

  private:
    [[nodiscard]] QList<store::TargetIndexRow> rowsOf(const QList<model::Record>& records) const;
    void dropIndexedClaims();
    [[nodiscard]] Task<Result<void>> readDecided();
    [[nodiscard]] MatchResult claimed(const QStringList& keys, const QString& sourceId) const;

    QString m_flow;
    QList<model::MatchRule> m_rules;
    QString m_connection;
    QString m_object;
    connectors::Connector& m_target;
    store::Store& m_store;
    StopToken m_stop;
    Decisions m_decisions;
    bool m_fresh = false;
    QHash<QString, QString> m_claims; ///< match key → source id
    QStringList m_indexedClaims;      ///< of these, what the index shows by now
    QString m_newestWritten;          ///< version of the newest record this run wrote
};

} // namespace tieout::engine
