#pragma once

#include "engine/linkedids.h"
#include "engine/match/matcher.h"
#include "engine/plan/recordcheck.h"
#include "engine/write/writelane.h"
#include "formula/evaluator.h"
#include "mapping/compiledmapping.h"
#include "mapping/runcontext.h"

namespace tieout::engine {

/// What all lanes of a run share. Borrowed; the run outlives its lanes.
struct RunParts {
    connectors::Connector& source;
    connectors::Connector& target;
    store::Store& store;
    Clock& clock;
    RunBook& book;
    const mapping::RunContext& context;
    StopToken stop;
    QString targetConnection;
};

/// One flow inside a run, the main one or a parent: match → map → check → plan → write for groups of its
/// records. Engine thread.
class FlowLane final
{
  public:
    enum class Role : quint8 { Main, Parent };
    using Listener = WriteLane::Listener;

    FlowLane(model::Flow flow, Role role, RunParts parts, model::ObjectSchema target,
             connectors::ReferenceData reference, Listener listener);

    /// Error BadConfig "mapping.formula" (facts: field, formula, what is wrong).
    [[nodiscard]] Result<void> compile();
    [[nodiscard]] const model::Flow& flow() const { return m_flow; }

    /// The rule that leaves this record out, if any.
    [[nodiscard]] const model::SkipRule* skippedBy(const model::Record& record) const;
    /// Maps, matches, checks and queues; records that end without a write are remembered before it resolves.
    [[nodiscard]] Task<Result<void>> plan(QList<Subject> subjects);
    /// Sends what is queued and waits for all of it.
    [[nodiscard]] Task<Result<void>> settle();
    [[nodiscard]] std::optional<Error> fault() const;

    /// An ending for a record of this flow that is not written.
    [[nodiscard]] Ending ending(const Subject& subject, model::Outcome outcome,
                                std::optional<Error> error) const;
    /// The same for a record that never got as far as a plan, with the money it is about as far as it can be
    /// told.
    [[nodiscard]] Ending refusal(const Subject& subject, model::Outcome outcome, const Error& error) const;

  private:
    /// A mapped record on its way to a decision.
    struct Draft {
        Subject subject;
        model::Record target;
        quint64 hash = 0;
        QStringList keys; ///< for matching
        QString externalKey;
    };

    [[nodiscard]] std::optional<Draft> draftOf(const Subject& subject, QList<Ending>& endings) const;
    /// What the index knows of a group's match keys, and to whom the hits belong: target id → source id.
    struct Candidates {
        QHash<QString, QList<store::TargetIndexRow>> index;
        QHash<QString, QString> owners;
    };
    using Present = QHash<QString, connectors::TargetRecord>; ///< by id

    [[nodiscard]] Task<Result<void>> readIndex();
    [[nodiscard]] QList<store::TargetIndexRow> indexRows(const QList<model::Record>& records) const;
    [[nodiscard]] Task<Result<Candidates>> readCandidates(QStringList keys);
    [[nodiscard]] MatchResult matchOf(const Draft& draft, const Candidates& candidates) const;
    [[nodiscard]] Task<Result<void>> decide(QList<Draft> drafts, QList<Ending> endings);
    [[nodiscard]] Task<Result<void>> place(Draft draft, MatchResult match, QList<Ending>& endings);
    [[nodiscard]] std::optional<PlannedWrite>
    plannedWrite(const Draft& draft, connectors::Operation operation, QList<Ending>& endings);
    [[nodiscard]] Task<Result<void>> compareUpdates();
    [[nodiscard]] Task<Result<Present>> readPresent(QStringList ids);
    [[nodiscard]] std::optional<PlannedWrite> comparedWrite(const Draft& draft, const Present& present,
                                                            QList<Ending>& endings);
    [[nodiscard]] std::optional<Error> refusesUpdate(const Draft& draft,
                                                     const connectors::TargetRecord& now) const;
    void fillMoney(Ending& ending, const model::Record& target) const;
    /// False when the run's ceiling (count, or money of a currency) is reached: then nothing more is written.
    [[nodiscard]] bool underCeiling(const Ending& ending);
    [[nodiscard]] QString textOf(const std::optional<formula::Program>& program,
                                 const model::Record& record) const;

    model::Flow m_flow;
    Role m_role;
    RunParts m_parts;
    RecordCheck m_check;
    Listener m_listener;
    std::optional<mapping::CompiledMapping> m_mapping;
    std::vector<formula::Program> m_skip; ///< as m_flow.skip
    std::optional<formula::Program> m_title;
    std::optional<formula::Program> m_party;
    mutable formula::Evaluator m_evaluator; ///< scratch space, no state between evaluations
    WriteLane m_creates;
    WriteLane m_updates;
    QList<Draft> m_toCompare;         ///< updates that wait for the target's present content
    QHash<QString, QString> m_claims; ///< match key → source id of creations that the index does not know yet
    QString m_newestWritten;          ///< version of the newest record this run wrote
    bool m_indexRead = false;
    qint64 m_plannedWrites = 0;
    QHash<QString, Decimal> m_plannedMoney;
    std::optional<Error> m_ceiling;
};

} // namespace tieout::engine
