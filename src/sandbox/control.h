#pragma once

#include "sandbox/practice.h"

namespace tieout::sandbox {

/// The endpoints under /_practice: faults, reset, clock, calls, state, limits, deals, health. Owned by the
/// company.
class PracticeCompany::Control final
{
  public:
    explicit Control(PracticeCompany& company)
        : m_company(company)
    {
    }
    [[nodiscard]] Response handle(const Request& request);

  private:
    [[nodiscard]] Response post(const QString& what, const Request& request);
    [[nodiscard]] Response faults(const Json& body);
    [[nodiscard]] Response clock(const Json& body);
    [[nodiscard]] Response limits(const Json& body);
    void harvestModes(const Json& wish);
    void trayModes(const Json& wish);
    void omniModes(const Json& wish);
    void coreModes(const Json& wish);
    [[nodiscard]] Response deals(const Request& request);
    [[nodiscard]] Response calls(const Request& request) const;
    [[nodiscard]] Response state(const QString& system, const QString& object);
    [[nodiscard]] Response tray(const Json& body);
    /// What Tray would push: GET /_practice/pushed/<kind>/<execution or subscription>.
    [[nodiscard]] Response pushed(const QString& kind, const QString& subject) const;
    [[nodiscard]] Response health() const;

    PracticeCompany& m_company;
};

} // namespace tieout::sandbox
