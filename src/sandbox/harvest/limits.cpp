#include "sandbox/harvest/limits.h"

namespace tieout::sandbox::harvest {

namespace {

constexpr int kCalls = 100;
constexpr std::chrono::seconds kGeneral{15};
constexpr std::chrono::seconds kReports{15 * 60};

} // namespace

std::optional<int> Limits::admit(const QByteArray& key, Counter counter, Instant now)
{
    if (!m_enabled) return {};
    const std::chrono::seconds length = counter == Counter::Reports ? kReports : kGeneral;
    Window& window = m_windows[{key, int(counter)}];
    if (now < window.opened || now >= window.opened + length) window = {now, 0};
    if (window.calls >= kCalls) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(window.opened + length - now);
        return int(std::max<qint64>(1, left.count()));
    }
    ++window.calls;
    return {};
}

} // namespace tieout::sandbox::harvest
