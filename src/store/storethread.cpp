#include "store/storethread.h"

#include "store/groupcommit.h"

#include <future>

namespace tieout::store {

namespace {

/// Writes of one commit: enough to share a disk flush, few enough that the first does not wait for long.
constexpr size_t kMostTogether = 64;

} // namespace

Result<void> StoreThread::start(const QString& name, Opener opener)
{
    std::promise<Result<void>> opened;
    auto whenOpened = opened.get_future();
    m_thread.reset(QThread::create([this, &opened, opener = std::move(opener)] {
        auto database = opener();
        if (!database) {
            opened.set_value(fail(std::move(database.error())));
            return;
        }
        opened.set_value({});
        serve(**database);
    }));
    m_thread->setObjectName(name);
    m_thread->start();
    return whenOpened.get();
}

void StoreThread::close()
{
    m_queue.close();
    if (m_thread) m_thread->wait();
}

void StoreThread::serve(Database& database)
{
    while (true) {
        std::vector<Job> jobs = m_queue.take(m_lane == detail::Lane::Write ? kMostTogether : 1);
        if (jobs.empty()) return;
        try {
            carryOut(database, jobs);
        } catch (const std::exception& exception) {
            for (const Job& job : jobs)
                job.ticket->refuse(detail::escaped(exception.what()));
        }
        for (Job& job : jobs) {
            job.ticket.reset(); // from here on it is the coroutine's alone
            job.home->deliver(job.waiter);
        }
    }
}

void StoreThread::carryOut(Database& database, const std::vector<Job>& jobs)
{
    if (m_lane == detail::Lane::Read) {
        readOnce(database, *jobs.front().ticket);
        return;
    }
    std::vector<detail::Ticket*> tickets;
    tickets.reserve(jobs.size());
    for (const Job& job : jobs)
        tickets.push_back(job.ticket.get());
    commitTogether(database, tickets);
}

} // namespace tieout::store
