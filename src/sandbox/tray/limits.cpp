#include "sandbox/tray/limits.h"

namespace tieout::sandbox::tray {

namespace {

constexpr qint64 kPerSecond = 30;
constexpr qint64 kBurst = 50;
constexpr int kPerMinute = 1'800;

} // namespace

bool Limits::admit(const QByteArray& token, Instant now)
{
    if (!m_enabled) return true;
    const bool fresh = !m_buckets.contains(token);
    Bucket& bucket = m_buckets[token];
    if (fresh) bucket = {now, kBurst * 1000, now, 0};
    const qint64 passed = std::max<qint64>(0, (now - bucket.filled).count());
    bucket.thousandths = std::min(kBurst * 1000, bucket.thousandths + passed * kPerSecond);
    bucket.filled = now;
    if (now - bucket.minute >= std::chrono::minutes(1)) {
        bucket.minute = now;
        bucket.calls = 0;
    }
    if (bucket.thousandths < 1000 || bucket.calls >= kPerMinute) return false;
    bucket.thousandths -= 1000;
    ++bucket.calls;
    return true;
}

} // namespace tieout::sandbox::tray
