#pragma once

#include "base/random.h"
#include "sandbox/business/business.h"
#include "sandbox/harvest/call.h"
#include "sandbox/practiceclock.h"
#include "sandbox/system.h"

#include <memory>

namespace tieout::sandbox {

/// The practice Harvest: identity server and API version 2 of one account, answering as the real one does.
/// Its books are made up when the first call comes. Single-threaded; owned by the practice company or by a
/// simulation.
class HarvestSystem final : public System
{
  public:
    /// `customers`: how many of the business's there are projects for.
    HarvestSystem(const PracticeClock& clock, Random& random, const business::Business& business,
                  qint64 customers);
    ~HarvestSystem() override;
    Q_DISABLE_COPY_MOVE(HarvestSystem)

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response handle(const Request& request) override;
    /// The plural of any object ("clients", "time_entries", …), "company", or "outbox": the e-mails that
    /// would have gone out.
    [[nodiscard]] Json state(QStringView object) const override;
    void snapshot() override;
    void reset() override;
    void setBaseUrl(const QByteArray& url) override;

    void setLimitsEnabled(bool enabled) override;
    void expireTokens() override;
    /// Sign-ins and personal tokens; the tokens work again after `reset`.
    void revokeSignIns() override;
    void setModes(const harvest::Modes& modes);
    [[nodiscard]] harvest::Modes modes() const;
    /// Changes the company as an administrator would in the settings: "clock", "expense_feature", …
    void setCompany(const QString& member, const Json& value);
    /// Marks time entries and expenses up to a day as approved.
    void approveUntil(Date day);
    [[nodiscard]] static qint64 accountId();

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tieout::sandbox
