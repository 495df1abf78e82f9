#include "connectors/sql/sqlworker.h"

#include <QThread>
#include <QWaitCondition>

#include <deque>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

/// How long the end of a connector waits for a statement under way.
constexpr unsigned long kPatienceMs = 3000;

} // namespace

struct SqlWorker::Shared {
    SqlSettings settings;
    SqlSession::Pulse pulse = std::make_shared<std::atomic<quint64>>(0);
    QMutex mutex;
    QWaitCondition filled;
    std::deque<std::shared_ptr<SqlTicket>> tickets;
    bool closed = false;

    std::shared_ptr<SqlTicket> take()
    {
        const QMutexLocker lock(&mutex);
        while (tickets.empty() && !closed)
            filled.wait(&mutex);
        if (tickets.empty()) return {};
        auto ticket = std::move(tickets.front());
        tickets.pop_front();
        return ticket;
    }

    void serve()
    {
        std::unique_ptr<SqlSession> session;
        while (auto ticket = take()) {
            if (ticket->ended()) continue;
            ++*pulse;
            if (!session) {
                auto opened = SqlSession::open(settings, ticket->password);
                if (!opened) {
                    ticket->refuse(std::move(opened.error()));
                    continue;
                }
                session = std::move(*opened);
                session->beat(pulse);
            }
            if (!ticket->run(*session)) session.reset();
        }
    }
};

SqlWorker::SqlWorker(SqlSettings settings)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->settings = std::move(settings);
    m_thread.reset(QThread::create([shared = m_shared] { shared->serve(); }));
    m_thread->setObjectName(u"sql"_s);
    m_thread->start();
}

SqlWorker::~SqlWorker()
{
    {
        const QMutexLocker lock(&m_shared->mutex);
        m_shared->closed = true;
        m_shared->filled.wakeAll();
    }
    if (m_thread->wait(m_abandoned ? 1UL : kPatienceMs)) return;
    // A driver that waits for a dead network cannot be woken. Its thread owns all it uses.
    QObject::connect(m_thread.get(), &QThread::finished, m_thread.get(), &QObject::deleteLater);
    Q_UNUSED(m_thread.release())
}

void SqlWorker::push(std::shared_ptr<SqlTicket> ticket)
{
    const QMutexLocker lock(&m_shared->mutex);
    m_shared->tickets.push_back(std::move(ticket));
    m_shared->filled.wakeOne();
}

void SqlWorker::abandon()
{
    m_abandoned = true;
}

const SqlSession::Pulse& SqlWorker::pulse() const
{
    return m_shared->pulse;
}

} // namespace tieout::connectors
