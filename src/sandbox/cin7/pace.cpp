#include "sandbox/cin7/pace.h"

namespace tieout::sandbox::cin7 {

std::optional<int> Pace::admit(const QByteArray& key, std::span<const PaceRule> rules, Instant now)
{
    if (!m_enabled) return {};
    std::optional<int> wait;
    for (size_t i = 0; i < rules.size(); ++i) {
        Window& window = m_windows[{key, int(i)}];
        if (now < window.opened || now >= window.ends) {
            const Instant ends =
                rules[i].byDay ? Instant(std::chrono::floor<std::chrono::days>(now) + std::chrono::days(1))
                               : now + rules[i].length;
            window = {now, ends, 0};
        }
        if (window.calls < rules[i].calls) continue;
        const auto left = std::chrono::ceil<std::chrono::seconds>(window.ends - now).count();
        wait = std::max(wait.value_or(1), int(left));
    }
    if (wait) return wait;
    for (size_t i = 0; i < rules.size(); ++i)
        ++m_windows[{key, int(i)}].calls;
    return {};
}

} // namespace tieout::sandbox::cin7
