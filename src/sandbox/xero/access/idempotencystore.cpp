#include "sandbox/xero/access/idempotencystore.h"

#include "base/ids.h"

namespace tieout::sandbox::xero {

namespace {

constexpr std::chrono::minutes kLife{6};
// A bulk load would keep gigabytes of answers; past this the oldest go before their time.
constexpr qint64 kMaxBytes = 384LL * 1024 * 1024;

quint64 hashOf(const Request& request)
{
    quint64 hash = contentHash(request.method);
    hash = contentHash(request.path, hash);
    hash = contentHash(request.query, hash);
    return contentHash(request.body, hash);
}

} // namespace

IdempotencyStore::Found IdempotencyStore::find(const QByteArray& key, const Request& request, Instant now)
{
    dropOld(now);
    const auto entry = m_entries.constFind(key);
    const quint64 hash = hashOf(request);
    if (entry == m_entries.cend()) return {Match::New, hash, {}};
    if (entry->requestHash != hash) return {Match::Different, hash, {}};
    return {Match::Same, hash, entry->answer};
}

void IdempotencyStore::keep(const QByteArray& key, quint64 requestHash, const Response& answer, Instant now)
{
    if (m_entries.contains(key)) return;
    m_entries.insert(key, {requestHash, now + kLife, answer});
    m_order.push_back(key);
    m_bytes += answer.body.size();
    while (m_bytes > kMaxBytes && m_order.size() > 1)
        dropFirst();
}

void IdempotencyStore::clear()
{
    m_entries.clear();
    m_order.clear();
    m_bytes = 0;
}

void IdempotencyStore::dropOld(Instant now)
{
    while (!m_order.empty() && m_entries.value(m_order.front()).expires <= now)
        dropFirst();
}

void IdempotencyStore::dropFirst()
{
    m_bytes -= m_entries.take(m_order.front()).answer.body.size();
    m_order.pop_front();
}

} // namespace tieout::sandbox::xero
