#pragma once

#include "base/random.h"
#include "base/result.h"
#include "sandbox/practiceclock.h"
#include "sandbox/system.h"

#include <memory>

namespace tieout::sandbox {

namespace salesforce {
class Organisation;
}

/// The practice Salesforce: one multi-currency organisation with its REST API and sign-in, answering as the
/// real one does. Single-threaded; owned by the practice company or by a simulation.
class SalesforceSystem final : public System
{
  public:
    SalesforceSystem(const PracticeClock& clock, Random& random);
    ~SalesforceSystem() override;
    Q_DISABLE_COPY_MOVE(SalesforceSystem)

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response handle(const Request& request) override;
    /// "Opportunity", "Account" … : every row with every field, deleted ones included.
    [[nodiscard]] Json state(QStringView object) const override;
    /// Data and schema. Sign-ins stay.
    void snapshot() override;
    void reset() override;
    void setBaseUrl(const QByteArray& url) override;

    /// The data itself, for loading.
    [[nodiscard]] salesforce::Organisation& organisation();
    /// Calls a day; the Sforce-Limit-Info header is sent either way.
    void setLimitsEnabled(bool enabled) override;
    void setDailyCalls(int calls);
    /// Every refresh gives a new refresh token, and using an old one ends the sign-in.
    void setRotation(bool rotates);
    /// Child rows count towards the size of a page.
    void setEarlyPaging(bool early);
    void expireTokens() override;
    /// Carries out {"name": value, …} of the administrator: duplicateRules, validationRules, obstacles,
    /// features, hideFields, undelete, merge, instanceUrl and the like. Error: BadConfig
    /// "practice.salesforce" at the first that cannot be done.
    [[nodiscard]] Result<void> configure(const Json& wishes);
    /// The administrator revokes every sign-in.
    void revokeSignIns() override;

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tieout::sandbox
