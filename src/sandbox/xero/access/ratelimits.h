#pragma once

#include "base/date.h"
#include "sandbox/message.h"

#include <QHash>
#include <QUuid>

namespace tieout::sandbox::xero {

/// Call limits of one app: per organisation 5 at once, 60 a minute, 5,000 a day, and 10,000 a minute over
/// all. Windows are fixed: each opens with the first call after the one before ended. Owned by the system.
class RateLimits final
{
  public:
    void setEnabled(bool enabled) { m_enabled = enabled; }
    void setCallsInProgress(int calls) { m_callsInProgress = calls; }
    /// 5,000, or 1,000 in the starter tier.
    void setDailyCalls(int calls) { m_dailyCalls = calls; }
    void clear();

    /// Counts a call. A response when it is refused (429); a refused call costs nothing.
    [[nodiscard]] std::optional<Response> admit(const QUuid& tenant, Instant now);
    /// What is left, for the headers of every answer; a null tenant means that none was named.
    void addHeaders(Headers& headers, const QUuid& tenant, Instant now) const;

  private:
    struct Window {
        Instant opened{};
        int calls = 0;
        [[nodiscard]] int callsAt(Instant now, std::chrono::seconds length) const;
        void count(Instant now, std::chrono::seconds length);
    };
    struct TenantWindows {
        Window minute;
        Window day;
    };

    QHash<QUuid, TenantWindows> m_tenants;
    Window m_appMinute;
    int m_callsInProgress = 1;
    int m_dailyCalls = 5'000;
    bool m_enabled = true;
};

} // namespace tieout::sandbox::xero
