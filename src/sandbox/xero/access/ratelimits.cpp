#include "sandbox/xero/access/ratelimits.h"

#include "sandbox/reply.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

using std::chrono::seconds;

constexpr int kConcurrent = 5;
constexpr int kPerMinute = 60;
constexpr int kAppPerMinute = 10'000;
constexpr seconds kMinute{60};
constexpr seconds kDay{86'400};

Response tooMany(const QByteArray& problem, std::optional<seconds> retryAfter)
{
    Response response = emptyReply(429);
    response.headers.append({"X-Rate-Limit-Problem"_ba, problem});
    if (retryAfter)
        response.headers.append({"Retry-After"_ba, QByteArray::number(qint64(retryAfter->count()))});
    return response;
}

seconds untilEnd(Instant opened, seconds length, Instant now)
{
    const auto left = std::chrono::ceil<seconds>(opened + length - now);
    return std::max(left, seconds{1});
}

} // namespace

int RateLimits::Window::callsAt(Instant now, seconds length) const
{
    return now < opened || now >= opened + length ? 0 : calls;
}

void RateLimits::Window::count(Instant now, seconds length)
{
    if (callsAt(now, length) == 0) {
        opened = now;
        calls = 0;
    }
    ++calls;
}

void RateLimits::clear()
{
    m_tenants.clear();
    m_appMinute = {};
}

std::optional<Response> RateLimits::admit(const QUuid& tenant, Instant now)
{
    if (!m_enabled) return std::nullopt;
    if (m_callsInProgress > kConcurrent) return tooMany("concurrent"_ba, std::nullopt);
    if (m_appMinute.callsAt(now, kMinute) >= kAppPerMinute)
        return tooMany("appminute"_ba, untilEnd(m_appMinute.opened, kMinute, now));
    TenantWindows& windows = m_tenants[tenant];
    if (windows.day.callsAt(now, kDay) >= m_dailyCalls)
        return tooMany("day"_ba, untilEnd(windows.day.opened, kDay, now));
    if (windows.minute.callsAt(now, kMinute) >= kPerMinute)
        return tooMany("minute"_ba, untilEnd(windows.minute.opened, kMinute, now));
    m_appMinute.count(now, kMinute);
    windows.minute.count(now, kMinute);
    windows.day.count(now, kDay);
    return std::nullopt;
}

void RateLimits::addHeaders(Headers& headers, const QUuid& tenant, Instant now) const
{
    const TenantWindows windows = m_tenants.value(tenant);
    const auto add = [&headers](const QByteArray& name, int left) {
        headers.append({name, QByteArray::number(std::max(left, 0))});
    };
    add("X-MinLimit-Remaining"_ba, kPerMinute - windows.minute.callsAt(now, kMinute));
    add("X-DayLimit-Remaining"_ba, m_dailyCalls - windows.day.callsAt(now, kDay));
    add("X-AppMinLimit-Remaining"_ba, kAppPerMinute - m_appMinute.callsAt(now, kMinute));
}

} // namespace tieout::sandbox::xero
