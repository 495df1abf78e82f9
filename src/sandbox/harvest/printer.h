#pragma once

#include "sandbox/harvest/call.h"

#include <QHash>

namespace tieout::sandbox::harvest {

/// Records as the service shows them to one caller: links as small objects, running timers counted up, rates
/// left out for those who may not see them. What many records point to is put together once. Borrowed call;
/// lives for it, on one thread.
class Printer final
{
  public:
    explicit Printer(const Call& call)
        : m_call(call)
    {
    }
    [[nodiscard]] Json show(Kind kind, const Row& row) const;
    /// An assignment of a person with the project, its client and the tasks.
    [[nodiscard]] Json projectAssignment(const Row& assignment) const;

  private:
    [[nodiscard]] Json link(const Member& member, const Row& row) const;
    [[nodiscard]] Json lines(Kind kind, const Row& row) const;
    [[nodiscard]] Json clientOf(Kind kind, const Row& row) const;
    [[nodiscard]] Json assignment(Kind kind, const Row& row, QStringView other) const;
    [[nodiscard]] bool hides(Kind kind, QStringView member) const;
    [[nodiscard]] Json computed(Kind kind, const Row& row, QStringView member) const;

    [[nodiscard]] Json shownLink(const Member& member, const Row& target) const;

    const Call& m_call;
    mutable QHash<std::pair<const Member*, qint64>, Json> m_links; ///< by member and target
    mutable QHash<std::pair<int, qint64>, Json> m_assignments;     ///< by kind and id
    mutable QHash<std::pair<int, qint64>, Json> m_clients;         ///< by kind and project
};

/// Hours on the entry now, with a running timer's share.
[[nodiscard]] Decimal hoursOf(const Row& entry, Instant now);
/// Why an entry or expense cannot be changed; empty when it can.
[[nodiscard]] QString lockedReason(const Books& books, Kind kind, const Row& row);

} // namespace tieout::sandbox::harvest
