#pragma once

#include "sandbox/practiceclock.h"

namespace tieout::sandbox {

/// The practice company's clock: the machine's, shifted, or standing still until it is moved. Owned by the
/// company.
class CompanyClock final : public PracticeClock
{
  public:
    CompanyClock() = default;
    /// Held at `at` when there is one.
    explicit CompanyClock(std::optional<Instant> at)
        : m_held(at)
    {
    }
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] bool isHeld() const { return m_held.has_value(); }

    void hold(Instant at) { m_held = at; }
    /// Moves a held clock, or shifts a running one.
    void advance(std::chrono::milliseconds by);
    /// A running clock goes on from there; a held one stands there.
    void set(Instant at);
    void useReal();

  private:
    std::optional<Instant> m_held;
    std::chrono::milliseconds m_shift{0};
};

} // namespace tieout::sandbox
