#pragma once

#include "base/clock.h"
#include "engine/run.h"
#include "engine/runentry.h"
#include "store/store.h"

#include <deque>

namespace tieout::engine {

/// Where the records of a run lie: the cursor is kept for the source; links open records in the systems' own
/// sites.
struct RunPlaces {
    QString sourceConnection;
    QString sourceObject;
    QString targetConnection;
    std::function<QString(const QString& id)> sourceLink;
    std::function<QString(const QString& object, const QString& id)> targetLink;
    RecordListener ended; ///< may be empty
};

/// The run's book: every ending goes through here, is remembered in one transaction (outcomes, links,
/// problems, journal, cursor) and only then counted. The cursor moves last, over pages of which nothing is
/// open. Engine thread.
class RunBook final
{
  public:
    RunBook(store::Store& store, Clock& clock, model::RunReport report, RunPlaces places,
            std::function<void(const model::RunProgress&)> progress);

    /// Writes the run's row; must come first.
    [[nodiscard]] Task<Result<void>> open();
    /// A page was read; `records` of it are open until they end.
    [[nodiscard]] PagePtr beginPage(QString cursor, qint64 records);
    /// Takes a record of the main flow in. A read can show a record twice: as due and as changed, or because
    /// it changed while the pages were walked. Repeated ones are left; a Newer version waits for the next
    /// run.
    enum class Entry : quint8 { New, Repeated, Newer };
    [[nodiscard]] Entry enter(const QString& sourceId, const QString& sourceVersion);
    /// A repeated record of a page: it has no end of its own.
    void forget(const PagePtr& page);
    /// Remembers endings (and a batch's verdicts) durably.
    [[nodiscard]] Task<Result<void>> record(QList<Ending> endings, std::optional<Settlement> settlement);
    [[nodiscard]] Task<Result<void>> close(model::RunState state, std::optional<Error> fault);

    void setPhase(const QString& phase) { m_phase = phase; }
    void setExpected(std::optional<qint64> records) { m_expected = records; }
    void countCalls(qint64 read, qint64 write);
    void warn(Error warning);
    void reportProgress();
    [[nodiscard]] const model::RunReport& report() const { return m_report; }
    [[nodiscard]] bool preview() const { return m_report.mode == model::RunMode::Preview; }

  private:
    [[nodiscard]] RunEntry entryOf(const QList<Ending>& endings);
    [[nodiscard]] store::RunRecord recordOf(const Ending& ending);
    void count(const Ending& ending);
    [[nodiscard]] QString passedCursor();
    [[nodiscard]] model::Problem problemOf(const Ending& ending) const;

    store::Store& m_store;
    Clock& m_clock;
    model::RunReport m_report;
    RunPlaces m_places;
    std::function<void(const model::RunProgress&)> m_progress;
    std::deque<PagePtr> m_pages;
    QHash<QString, QString> m_underWay;  ///< source id → version, until it ends
    QHash<QString, QString> m_endedById; ///< records that were read as due: they come again as changed
    QString m_cursor;                    ///< reached, not yet kept
    QString m_phase;
    std::optional<qint64> m_expected;
    std::chrono::milliseconds m_startedSteady{0};
    std::chrono::milliseconds m_lastProgress{-1000};
    qint64 m_sequence = 0;
};

/// Which problems are one cause: the code and the facts that are not about the single record.
[[nodiscard]] QString causeKeyOf(const Error& error);

} // namespace tieout::engine
