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
    /// Keeps the present state / returns to the kept one (POST /_practice/reset).
    virtual void snapshot() = 0;
    virtual void reset() = 0;
    /// The system's own base address, known once its port is bound; pages and tokens need it.
    virtual void setBaseUrl(const QByteArray& url) = 0;
};

} // namespace tieout::sandbox
