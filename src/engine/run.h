#pragma once

#include "connectors/connector.h"
#include "engine/pool.h"
#include "model/connection.h"
#include "model/flow.h"
#include "model/run.h"
#include "store/store.h"

namespace tieout::engine {

/// Told of every record of the main flow once its end is durable.
using RecordListener =
    std::function<void(const QString& sourceId, model::Outcome outcome, const std::optional<Error>& reason)>;

/// What a run works with. Borrowed; all outlive the run.
struct RunEnvironment {
    connectors::Connector& source;
    connectors::Connector& target;
    store::Store& store;
    Clock& clock;
    Computing computing = Computing::Pool;
    RecordListener ended = {};
};

struct RunRequest {
    model::Flow flow;
    QList<model::LookupTable> lookups;
    model::RunMode mode = model::RunMode::Sync;
    model::RunTrigger trigger = model::RunTrigger::Manual;
    /// Retry of single records: only these source ids are read. Empty = what is due and what changed.
    QStringList onlySources;
    /// A preview whose plan a person approved: only what it shows is written. 0 = the run plans by itself.
    qint64 approvedPreview = 0;
};

/// One run of one flow: discover → match → map → check → plan → write → confirm, page by page in bounded
/// memory. The only entry to the engine, with one exit: the report. Engine thread; owned until it has ended.
class Run final
{
  public:
    Run(RunEnvironment environment, RunRequest request, StopToken stop,
        std::function<void(const model::RunProgress&)> progress);
    ~Run();
    Q_DISABLE_COPY_MOVE(Run)

    /// Never fails: a fault is in the report (state Faulted, fault).
    [[nodiscard]] Task<model::RunReport> execute();

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tieout::engine
