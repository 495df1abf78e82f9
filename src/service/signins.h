#pragma once

#include "base/clock.h"
#include "model/connection.h"

#include <functional>

namespace tieout::service {

/// Until when a sign-in lasts that was used now; nothing when it lasts until it is revoked (`days` 0).
[[nodiscard]] std::optional<Instant> renewedUntil(int days, Instant now);
/// Days until a person must sign in again, from a week before the end; 0 on the last day and after. Nothing
/// when there is time, when no end is known, or when the sign-in has ended already.
[[nodiscard]] std::optional<int> daysToSignIn(const model::Connection& connection, Instant now);

/// Says once a day which sign-ins end soon. Main thread; driven by the clock.
class SignInWatch final
{
  public:
    using Lister = std::function<QList<model::Connection>()>;
    using Reminder = std::function<void(const QString& connection, int days)>;

    SignInWatch(Clock& clock, Lister connections, Reminder remind);
    ~SignInWatch();
    Q_DISABLE_COPY_MOVE(SignInWatch)

    /// Looks at once and from then on.
    void start();
    void stop();

  private:
    void look();

    Clock& m_clock;
    Lister m_connections;
    Reminder m_remind;
    QHash<QString, Instant> m_told;
    Clock::TimerId m_timer = 0;
};

} // namespace tieout::service
