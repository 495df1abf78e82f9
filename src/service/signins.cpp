#include "service/signins.h"

namespace tieout::service {

namespace {

constexpr std::chrono::days kWarnAhead{7};
/// A machine that slept over a day's end is noticed within it.
constexpr std::chrono::hours kLookEvery{1};

} // namespace

std::optional<Instant> renewedUntil(int days, Instant now)
{
    if (days <= 0) return {};
    return now + std::chrono::days(days);
}

std::optional<int> daysToSignIn(const model::Connection& connection, Instant now)
{
    using State = model::ConnectionState;
    if (!connection.renewBy) return {};
    if (connection.state == State::NeedsSignIn || connection.state == State::SignedOut) return {};
    const auto left = *connection.renewBy - now;
    if (left >= kWarnAhead) return {};
    return std::max(0, int(std::chrono::floor<std::chrono::days>(left).count()));
}

SignInWatch::SignInWatch(Clock& clock, Lister connections, Reminder remind)
    : m_clock(clock)
    , m_connections(std::move(connections))
    , m_remind(std::move(remind))
{
}

SignInWatch::~SignInWatch()
{
    stop();
}

void SignInWatch::start()
{
    if (!m_timer) look();
}

void SignInWatch::stop()
{
    if (m_timer) m_clock.cancel(m_timer);
    m_timer = 0;
}

void SignInWatch::look()
{
    m_timer = m_clock.callAfter(kLookEvery, [this] { look(); });
    const Instant now = m_clock.now();
    for (const model::Connection& connection : m_connections()) {
        const auto days = daysToSignIn(connection, now);
        if (!days) {
            m_told.remove(connection.id);
            continue;
        }
        const auto told = m_told.constFind(connection.id);
        if (told != m_told.cend() && now - *told < std::chrono::days(1)) continue;
        m_told.insert(connection.id, now);
        m_remind(connection.id, *days);
    }
}

} // namespace tieout::service
