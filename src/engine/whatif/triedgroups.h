#pragma once

#include "engine/discover/grouppages.h"
#include "engine/whatif/twomappings.h"

namespace tieout::engine {

/// Collects the rows of a flat source into the documents of the saved and of the changed mapping, and pairs
/// these by name. Memory is bounded by mapping::GroupLimits. On the stack of a trial.
class TriedGroups final
{
  public:
    /// A side without a group takes each row alone.
    TriedGroups(const model::Flow& before, const model::Flow& after);
    /// Error: of the changed mapping's groups, as GroupPages::add.
    [[nodiscard]] Result<void> add(connectors::Page page);
    /// Those named in `wanted`, in the order of the changed mapping; empty = all. Error: as
    /// GroupPages::finish.
    [[nodiscard]] Result<QList<TwoMappings::Tried>> finish(const QStringList& wanted);
    /// Why the saved mapping's groups cannot be made, if so.
    [[nodiscard]] const std::optional<Error>& savedFault() const { return m_savedFault; }

  private:
    /// One mapping's way to its records.
    struct Side {
        QString sourceKey; ///< names a record of the sync
        std::optional<GroupPages> groups;
        connectors::Page rows; ///< without groups
    };
    [[nodiscard]] static Result<void> add(Side& side, connectors::Page page);
    [[nodiscard]] static Result<connectors::Page> finish(Side& side, const QStringList& wanted);

    bool m_alike; ///< both group in the same way: collected once
    Side m_before;
    Side m_after;
    std::optional<Error> m_savedFault;
};

} // namespace tieout::engine
