#include "store/statementprobe.h"

namespace tieout::store {

void StatementProbe::set(std::function<std::optional<Error>(const QString&)> probe)
{
    const QMutexLocker lock(&m_mutex);
    m_probe = std::move(probe);
    m_active.store(bool(m_probe), std::memory_order_release);
}

std::optional<Error> StatementProbe::ask(const QString& sql)
{
    if (!m_active.load(std::memory_order_acquire)) return std::nullopt;
    const QMutexLocker lock(&m_mutex);
    return m_probe ? m_probe(sql) : std::nullopt;
}

} // namespace tieout::store
