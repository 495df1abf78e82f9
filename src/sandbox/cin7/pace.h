#pragma once

#include "base/date.h"

#include <QHash>

#include <optional>
#include <span>

namespace tieout::sandbox::cin7 {

struct PaceRule {
    int calls = 0;
    std::chrono::seconds length{60};
    bool byDay = false; ///< ends at midnight, universal time
};

/// Counts calls against several windows at once. A window opens with the first call after the one before
/// ended. Owned by a system.
class Pace final
{
  public:
    void setEnabled(bool enabled) { m_enabled = enabled; }
    void clear() { m_windows.clear(); }
    /// Counts a call of `key`. Seconds until the fullest window ends when it is refused; a refused call costs
    /// nothing.
    [[nodiscard]] std::optional<int> admit(const QByteArray& key, std::span<const PaceRule> rules,
                                           Instant now);

  private:
    struct Window {
        Instant opened{};
        Instant ends{};
        int calls = 0;
    };
    QHash<std::pair<QByteArray, int>, Window> m_windows;
    bool m_enabled = true;
};

} // namespace tieout::sandbox::cin7
