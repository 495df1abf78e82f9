#pragma once

#include "base/random.h"
#include "sandbox/business/business.h"
#include "sandbox/cin7core/books.h"
#include "sandbox/outgoingcalls.h"
#include "sandbox/practiceclock.h"
#include "sandbox/system.h"

namespace tieout::sandbox {

/// The practice Cin7 Core, API version 2: one account with two applications. Its books are made up when the
/// first call comes. Single-threaded; owned by the practice company or by a simulation.
class Cin7CoreSystem final : public System, public OutgoingCalls
{
  public:
    /// `customers`: how many of the business's buy from stock.
    Cin7CoreSystem(const PracticeClock& clock, const business::Business& business, qint64 customers);
    ~Cin7CoreSystem() override;
    Q_DISABLE_COPY_MOVE(Cin7CoreSystem)

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response handle(const Request& request) override;
    /// "customer", "ref/tax" with a dash for the stroke ("ref-tax"), "sale", "purchase", or "events": what
    /// happened, whether a webhook asks for it or not.
    [[nodiscard]] Json state(QStringView object) const override;
    void snapshot() override;
    void reset() override;
    void setBaseUrl(const QByteArray& url) override;
    void setLimitsEnabled(bool enabled) override;
    /// The keys do not expire.
    void expireTokens() override {}
    /// Both application keys are taken back; they work again after `reset`.
    void revokeSignIns() override;
    void setModes(const cin7core::Modes& modes);
    [[nodiscard]] cin7core::Modes modes() const;
    /// Nothing dated on or before it may be written.
    void setLockDate(Date day);
    [[nodiscard]] QList<OutgoingCall> dueCalls() override;
    void callAnswered(quint64 number, int status) override;
    [[nodiscard]] static QByteArray accountId();
    [[nodiscard]] static QByteArray applicationKey();

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tieout::sandbox
