#pragma once

#include "base/json.h"
#include "sandbox/message.h"

#include <QString>

namespace tieout::sandbox {

/// One emulated system of the practice company: a pure function of its state, its clock and the request. No
/// sockets, no threads, no real time; the HTTP server and the simulations call the same `handle`.
class System
{
  public:
    virtual ~System() = default;
    [[nodiscard]] virtual QString name() const = 0; ///< "xero", "salesforce"
    [[nodiscard]] virtual Response handle(const Request& request) = 0;
    /// Rows of one kind as the system stores them, for GET /_practice/state/<system>/<object>; null = unknown
    /// object.
    [[nodiscard]] virtual Json state(QStringView object) const = 0;
    /// The same as JSON text; systems with large books write it without the tree.
    [[nodiscard]] virtual QByteArray stateBytes(QStringView object) const { return state(object).toBytes(); }
    /// Keeps the present state / returns to the kept one (POST /_practice/reset).
    virtual void snapshot() = 0;
    virtual void reset() = 0;
    /// Rate limits on or off.
    virtual void setLimitsEnabled(bool enabled) = 0;
    /// Every access token issued so far is past its life; systems whose keys do not expire do nothing.
    virtual void expireTokens() = 0;
    /// Whoever gave the access takes it back: every sign-in and key is refused until it is given anew.
    virtual void revokeSignIns() = 0;
    /// The system's own base address, known once its port is bound; pages and tokens need it.
    virtual void setBaseUrl(const QByteArray& url) = 0;
};

} // namespace tieout::sandbox
