#pragma once

#include "connectors/connector.h"
#include "model/mapping.h"

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
        /// Rows become groups: everything is read, whatever `since` and `dueIds` say, and given when it is
        /// whole.
        std::optional<model::Grouping> group;
        QString sourceKey; ///< of a group
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
    [[nodiscard]] Task<Answer> groups();
    [[nodiscard]] Task<Result<void>> collect();

    connectors::Connector& m_source;
    Plan m_plan;
    StopToken m_stop;
    QStringList m_wanted;                     ///< groups that are due
    std::optional<connectors::Page> m_groups; ///< once all is read
    qsizetype m_nextGroup = 0;
    qsizetype m_nextDue = 0;
    std::unique_ptr<connectors::PageStream> m_pages;
    std::optional<Task<Answer>> m_ahead;
};

} // namespace tieout::engine
