#pragma once

#include "base/random.h"
#include "sandbox/outgoingcalls.h"
#include "sandbox/practiceclock.h"
#include "sandbox/system.h"

#include <memory>

namespace tieout::sandbox::business {
class Business;
}

namespace tieout::sandbox {

struct XeroTenantName {
    QString id; ///< lower-case GUID; the organisation's id as well
    QString name;
};

/// The practice Xero: identity server and accounting API of a few organisations, answering as the real one
/// does. Single-threaded; owned by the practice company or by a simulation.
class XeroSystem final : public System, public OutgoingCalls
{
  public:
    XeroSystem(const PracticeClock& clock, Random& random);
    ~XeroSystem() override;
    Q_DISABLE_COPY_MOVE(XeroSystem)

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response handle(const Request& request) override;
    /// "Connections", or an object of `tenantState`: the rows of every organisation, each with its TenantId.
    [[nodiscard]] Json state(QStringView object) const override;
    /// The same as JSON text without the tree: a tenth of the memory for a large book.
    [[nodiscard]] QByteArray stateBytes(QStringView object) const override;
    void snapshot() override;
    void reset() override;
    void setBaseUrl(const QByteArray& url) override;

    /// Minute, day and concurrency limits; the headers are sent either way.
    void setLimitsEnabled(bool enabled) override;
    /// Calls the server has open at this moment, the one passed to `handle` included. A pure caller leaves it
    /// at 1.
    void setCallsInProgress(int calls);
    [[nodiscard]] QList<XeroTenantName> tenants() const;
    /// Every access token issued so far is past its life.
    void expireTokens() override;
    /// The organisation disconnects every app.
    void revokeTenant(const QString& tenantId);
    /// Every organisation does.
    void revokeSignIns() override;
    /// Adds an active contact to an organisation; returns its ContactID. Empty when the tenant is unknown or
    /// the name is taken.
    QString seedContact(const QString& tenantId, const QString& name, const QString& contactNumber = {},
                        const QString& email = {});

    /// Two more organisations (UK, US), and in every one a year of invoices, bills, payments and credit notes
    /// of the business's own customers.
    void addPastBusiness(const business::Business& business);

    /// POSTs that are due to the configured webhook, each to be answered.
    [[nodiscard]] QList<OutgoingCall> dueCalls() override;
    void callAnswered(quint64 number, int status) override;

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tieout::sandbox
