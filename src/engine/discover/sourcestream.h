#pragma once

#include "connectors/connector.h"

#include <deque>

namespace tieout::engine {

/// The source records of one run: first those that are due again (by id), then what changed since the cursor.
/// Reads one page ahead, never more. Engine thread.
class SourceStream final
{
  public:
    struct Plan {
        QString object;
        QStringList paths;
        QStringList optional;
        QString since;
        QStringList dueIds;
        bool onlyDue = false; ///< a retry of single records reads nothing else
    };
    struct Batch {
        connectors::Page page;
        bool byId = false; ///< the cursor does not move over it
    };

    SourceStream(connectors::Connector& source, Plan plan, StopToken stop);
    ~SourceStream();

    /// The next page, or nullopt at the end.
    [[nodiscard]] Task<Result<std::optional<Batch>>> next();
    /// Waits for the page that is being read ahead; must come before the end of this object.
    [[nodiscard]] Task<void> close();

  private:
    using Answer = Result<std::optional<Batch>>;
    [[nodiscard]] Task<Answer> fetch();

    connectors::Connector& m_source;
    Plan m_plan;
    StopToken m_stop;
    qsizetype m_nextDue = 0;
    std::unique_ptr<connectors::PageStream> m_pages;
    std::optional<Task<Answer>> m_ahead;
};

} // namespace tieout::engine
