#pragma once

#include "base/date.h"
#include "sandbox/message.h"

#include <QHash>

#include <optional>

namespace tieout::sandbox::harvest {

/// Call limits of one token on one account: 100 in 15 seconds, and 100 reports in 15 minutes. Windows are
/// fixed: each opens with the first call after the one before ended. Owned by the system.
class Limits final
{
  public:
    enum class Counter : quint8 { General, Reports };

    void setEnabled(bool enabled) { m_enabled = enabled; }
    void clear() { m_windows.clear(); }
    /// Counts a call. Seconds until the window ends when it is refused; a refused call costs nothing.
    [[nodiscard]] std::optional<int> admit(const QByteArray& key, Counter counter, Instant now);

  private:
    struct Window {
        Instant opened{};
        int calls = 0;
    };
    QHash<std::pair<QByteArray, int>, Window> m_windows;
    bool m_enabled = true;
};

} // namespace tieout::sandbox::harvest
