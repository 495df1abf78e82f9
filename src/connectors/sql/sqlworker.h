#pragma once

#include "base/clock.h"
#include "connectors/sql/sqlsession.h"
#include "store/mailbox.h"

#include <QMutex>

#include <coroutine>
#include <exception>

QT_BEGIN_NAMESPACE
class QThread;
QT_END_NAMESPACE

namespace tieout::connectors {

/// One piece of work on its way to a worker thread and back. Whoever ends it first decides its outcome: the
/// worker, the watch over a silent database, or a stop. Shared by the waiting coroutine and the worker; the
/// work must hold everything it uses by value, for it may outlive the coroutine.
class SqlTicket
{
  public:
    SqlTicket() = default;
    virtual ~SqlTicket() = default;
    Q_DISABLE_COPY_MOVE(SqlTicket)

    void waitBy(std::coroutine_handle<> waiter)
    {
        m_home = store::Mailbox::ofThisThread();
        m_waiter = waiter;
    }
    /// Worker. False when the connection is of no use any more.
    [[nodiscard]] virtual bool run(SqlSession& session) = 0;
    virtual void refuse(Error error) = 0;
    [[nodiscard]] virtual bool ended() = 0;

    Secret password;

  protected:
    void resumeWaiter() { m_home->deliver(m_waiter); }

  private:
    std::shared_ptr<store::Mailbox> m_home;
    std::coroutine_handle<> m_waiter;
};

template<class T>
class TypedSqlTicket final : public SqlTicket
{
  public:
    explicit TypedSqlTicket(std::function<Result<T>(SqlSession&)> work)
        : m_work(std::move(work))
    {
    }
    bool run(SqlSession& session) override
    {
        Result<T> result = attempt(session);
        const bool usable = result || !isLost(result.error());
        end(std::move(result));
        return usable;
    }
    void refuse(Error error) override { end(fail(std::move(error))); }
    bool ended() override
    {
        const QMutexLocker lock(&m_mutex);
        return m_result.has_value();
    }
    [[nodiscard]] Result<T> take()
    {
        const QMutexLocker lock(&m_mutex);
        return *m_result;
    }

  private:
    Result<T> attempt(SqlSession& session)
    {
        try {
            return m_work(session);
        } catch (const std::exception& exception) {
            return fail(ErrorKind::Bug, QStringLiteral("sql.statement"), QString::fromUtf8(exception.what()));
        }
    }
    void end(Result<T> result)
    {
        {
            const QMutexLocker lock(&m_mutex);
            if (m_result) return;
            m_result.emplace(std::move(result));
        }
        resumeWaiter();
    }

    std::function<Result<T>(SqlSession&)> m_work;
    QMutex m_mutex;
    std::optional<Result<T>> m_result;
};

/// A thread with one database connection, which it opens when the first work comes. Owned by its line. A
/// thread that is stuck in a driver is left to end by itself; nothing of it is used again.
class SqlWorker final
{
  public:
    explicit SqlWorker(SqlSettings settings);
    ~SqlWorker();
    Q_DISABLE_COPY_MOVE(SqlWorker)

    void push(std::shared_ptr<SqlTicket> ticket);
    /// Its database does not answer: do not wait for it at the end.
    void abandon();
    [[nodiscard]] const SqlSession::Pulse& pulse() const;

  private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<QThread> m_thread;
    bool m_abandoned = false;
};

} // namespace tieout::connectors
