#include "store/jobqueue.h"

namespace tieout::store {

bool JobQueue::push(Job job)
{
    const QMutexLocker lock(&m_mutex);
    if (m_closed) return false;
    m_jobs.push_back(std::move(job));
    m_filled.wakeOne();
    return true;
}

std::vector<Job> JobQueue::take(size_t most)
{
    const QMutexLocker lock(&m_mutex);
    while (m_jobs.empty() && !m_closed)
        m_filled.wait(&m_mutex);
    std::vector<Job> taken;
    taken.reserve(std::min(most, m_jobs.size()));
    while (!m_jobs.empty() && taken.size() < most) {
        taken.push_back(std::move(m_jobs.front()));
        m_jobs.pop_front();
    }
    return taken;
}

void JobQueue::close()
{
    const QMutexLocker lock(&m_mutex);
    m_closed = true;
    m_filled.wakeAll();
}

} // namespace tieout::store
