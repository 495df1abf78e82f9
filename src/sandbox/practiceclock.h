#pragma once

#include "base/date.h"

namespace tieout::sandbox {

/// The practice company's time: the machine's, shifted or held still by POST /_practice/clock, or driven by a
/// simulation. Token lives, rate windows, stamps and "today" follow it.
class PracticeClock
{
  public:
    virtual ~PracticeClock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

} // namespace tieout::sandbox
