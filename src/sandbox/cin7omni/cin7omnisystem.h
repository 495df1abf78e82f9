#pragma once

#include "base/random.h"
#include "sandbox/business/business.h"
#include "sandbox/cin7omni/books.h"
#include "sandbox/practiceclock.h"
#include "sandbox/system.h"

namespace tieout::sandbox {

/// The practice Cin7 Omni, API version 1: one account and two connections to it, one of which may only read.
/// Its books are made up when the first call comes. Single-threaded; owned by the practice company or by a
/// simulation.
class Cin7OmniSystem final : public System
{
  public:
    /// `customers`: how many of the business's buy from stock.
    Cin7OmniSystem(const PracticeClock& clock, const business::Business& business, qint64 customers);
    ~Cin7OmniSystem() override;
    Q_DISABLE_COPY_MOVE(Cin7OmniSystem)

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response handle(const Request& request) override;
    /// A resource by its name in the address, "SalesOrders" or "salesorders".
    [[nodiscard]] Json state(QStringView object) const override;
    void snapshot() override;
    void reset() override;
    void setBaseUrl(const QByteArray& url) override;
    void setLimitsEnabled(bool enabled) override;
    /// The keys do not expire.
    void expireTokens() override {}
    /// Both keys are replaced; they work again after `reset`.
    void revokeSignIns() override;
    void setModes(const cin7omni::Modes& modes);
    [[nodiscard]] cin7omni::Modes modes() const;

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tieout::sandbox
