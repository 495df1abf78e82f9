#pragma once

#include "sandbox/harvest/call.h"

namespace tieout::sandbox::harvest {

/// Records as the service shows them to one caller: links as small objects, running timers counted up, rates
/// left out for those who may not see them. Borrowed call; lives for it.
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

    const Call& m_call;
};

/// Hours on the entry now, with a running timer's share.
[[nodiscard]] Decimal hoursOf(const Row& entry, Instant now);
/// Why an entry or expense cannot be changed; empty when it can.
[[nodiscard]] QString lockedReason(const Books& books, Kind kind, const Row& row);

} // namespace tieout::sandbox::harvest
