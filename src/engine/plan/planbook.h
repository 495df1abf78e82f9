#pragma once

#include "base/clock.h"
#include "engine/plan/offplan.h"
#include "engine/runbook.h"
#include "model/flow.h"

#include <QSet>

namespace tieout::engine {

/// A run's dealings with plans: a preview keeps what it would write; a run that follows an approved preview
/// asks what was approved. Any other run has nothing to do with it. Engine thread; owned by the run.
class PlanBook final
{
  public:
    PlanBook(store::Store& store, Clock& clock, RunBook& book)
        : m_store(store)
        , m_clock(clock)
        , m_book(book)
    {
    }
    [[nodiscard]] bool keeps() const { return m_book.preview(); }
    [[nodiscard]] bool follows() const { return m_book.report().approvedPreview > 0; }

    /// Before anything is read. Errors: mayFollow's.
    [[nodiscard]] Task<Result<void>> begin(model::Flow flow);
    /// After everything was written: a preview is complete, a followed plan is used up; approved records that
    /// were not met are held ("plan.not-found").
    [[nodiscard]] Task<Result<void>> finish();

    using Rows = QHash<QString, std::shared_ptr<const store::PlanRow>>;
    /// What was approved for these records; empty unless this run follows a plan.
    [[nodiscard]] Task<Result<Rows>> rows(QString flow, QStringList sourceIds);
    /// Parents that were made as the plan said; it names them by kNotThereYet.
    void made(const QString& flow, const QList<Ending>& endings);
    /// Parent flow → keys.
    using Made = QHash<QString, QSet<QString>>;
    [[nodiscard]] const Made& made() const { return m_made; }
    /// A record was left for the next ordinary sync; the report says how many.
    void countLeft() { ++m_left; }
    /// Approved records that a rule leaves out now are held ("plan.left-out", facts: rule, title).
    [[nodiscard]] Task<Result<QList<Ending>>> judged(QList<Ending> endings);

  private:
    [[nodiscard]] Task<Result<void>> holdUnmet();

    store::Store& m_store;
    Clock& m_clock;
    RunBook& m_book;
    model::Flow m_flow;
    qint64 m_left = 0;
    Made m_made;
};

/// The ending of a record that is not as approved: not written, and its page stays open, so that the next
/// ordinary sync or preview reads it again.
[[nodiscard]] Ending offPlanEnding(Ending ending, const OffPlan& off);

} // namespace tieout::engine
