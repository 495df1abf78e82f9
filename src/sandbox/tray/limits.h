#pragma once

#include "base/date.h"

#include <QByteArray>
#include <QHash>

namespace tieout::sandbox::tray {

/// Call limits of one token: 30 a second with bursts of 50, 1,800 a minute. Owned by the system.
class Limits final
{
  public:
    void setEnabled(bool enabled) { m_enabled = enabled; }
    void clear() { m_buckets.clear(); }
    /// Counts a call; false when it is refused.
    [[nodiscard]] bool admit(const QByteArray& token, Instant now);

  private:
    struct Bucket {
        Instant filled{};
        qint64 thousandths = 0; ///< of a call
        Instant minute{};
        int calls = 0;
    };
    QHash<QByteArray, Bucket> m_buckets;
    bool m_enabled = true;
};

} // namespace tieout::sandbox::tray
