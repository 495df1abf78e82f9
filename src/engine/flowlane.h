#pragma once

#include "engine/linkedids.h"
#include "engine/match/matchindex.h"
#include "engine/plan/ceiling.h"
#include "engine/plan/drafting.h"
#include "engine/plan/planbook.h"
#include "engine/plan/present.h"
#include "engine/plan/recordcheck.h"
#include "engine/pool.h"
#include "engine/write/writelane.h"
#include "formula/evaluator.h"

namespace tieout::engine {

/// What all lanes of a run share. Borrowed; the run outlives its lanes.
struct RunParts {
    connectors::Connector& source;
    connectors::Connector& target;
    store::Store& store;
    Clock& clock;
    RunBook& book;
    PlanBook& plans;
    const mapping::RunContext& context;
    const LinkedIds& parents; ///< known to be there
    Computing computing = Computing::Pool;
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
    /// What one record of the target is called in running text: "invoice".
    [[nodiscard]] QString documentName() const { return m_check.schema().label.toLower(); }

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
        Drafted now;
        model::Record asPlanned; ///< naming parents as the followed plan does; null unless one is followed
        QStringList keys;        ///< for matching
        QString externalKey;
        std::shared_ptr<const store::PlanRow> approved; ///< of the followed plan
    };

    /// What the pool gives back for one record.
    struct Mapped {
        Drafted now;
        model::Record asPlanned;
    };
    [[nodiscard]] Task<QList<Mapped>> mapped(QList<model::Record> records) const;
    [[nodiscard]] RecordCheck::Periods periodsFor(const model::Record& document) const;
    [[nodiscard]] std::optional<Draft> draftOf(Subject subject, Mapped made, QList<Ending>& endings) const;
    [[nodiscard]] Ending refused(const Subject& subject, model::Outcome outcome, const Error& error,
                                 const DocumentMoney& money) const;
    [[nodiscard]] Task<Result<void>> decide(QList<Draft> drafts, QList<Ending> endings);
    [[nodiscard]] std::optional<PlannedWrite> placed(Draft draft, const MatchResult& match,
                                                     QList<Ending>& endings);
    [[nodiscard]] bool adopted(Draft& draft, const store::TargetIndexRow& found,
                               QList<Ending>& endings) const;
    [[nodiscard]] std::optional<PlannedWrite>
    plannedWrite(const Draft& draft, connectors::Operation operation, QList<Ending>& endings);
    [[nodiscard]] Task<Result<void>> compareUpdates();
    [[nodiscard]] std::optional<PlannedWrite> comparedWrite(const Draft& draft, const Present& present,
                                                            QList<Ending>& endings);
    [[nodiscard]] std::optional<Error> refusesUpdate(const Draft& draft,
                                                     const connectors::TargetRecord& now) const;
    /// False when the run follows a plan and the record came out differently: then it has ended.
    [[nodiscard]] bool isApproved(const Draft& draft, const PlannedWrite& write,
                                  QList<Ending>& endings) const;
    /// True when a parent that the followed plan makes new is there already: then it has ended.
    [[nodiscard]] bool appearedSince(const Draft& draft, const store::TargetIndexRow& found,
                                     QList<Ending>& endings) const;
    /// The ending of a write that a preview only plans.
    [[nodiscard]] Ending previewed(const Draft& draft, PlannedWrite write) const;
    [[nodiscard]] QString textOf(const std::optional<formula::Program>& program,
                                 const model::Record& record) const;

    model::Flow m_flow;
    Role m_role;
    RunParts m_parts;
    RecordCheck m_check;
    Listener m_listener;
    std::shared_ptr<const Drafting> m_drafting; ///< shared with the pool
    std::vector<formula::Program> m_skip;       ///< as m_flow.skip
    std::optional<formula::Program> m_title;
    std::optional<formula::Program> m_party;
    mutable formula::Evaluator m_evaluator; ///< scratch space, no state between evaluations
    MatchIndex m_index;
    Ceiling m_ceiling;
    WriteLane m_creates;
    WriteLane m_updates;
    QList<Draft> m_toCompare; ///< updates that wait for the target's present content
};

} // namespace tieout::engine
