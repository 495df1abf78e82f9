#pragma once

#include "connectors/sql/sqlconnector.h"
#include "connectors/sql/sqlworker.h"

#include <deque>

namespace tieout::connectors {

/// One way to a database: a worker, its password, the watch over both. Engine thread; shared by a connector
/// and its reads. Work that finds the connection gone ends in "sql.lost"; `repeated` goes on with a new one.
class SqlLine final
{
  public:
    SqlLine(SqlSettings settings, PasswordSource password, Clock& clock);
    ~SqlLine();
    Q_DISABLE_COPY_MOVE(SqlLine)

    enum class Direction : quint8 { Read, Write };

    /// Once. Errors of its own: Retry "sql.no-answer" (the work may still be carried out), Cancelled
    /// "stop.now" (the same).
    template<class T>
    [[nodiscard]] Task<Result<T>> once(Direction direction, std::function<Result<T>(SqlSession&)> work,
                                       StopToken stop)
    {
        if (stop.stopNow()) co_return fail(stopped());
        const Result<Secret> password = co_await this->password();
        if (!password) co_return fail(password.error());
        auto ticket = std::make_shared<TypedSqlTicket<T>>(std::move(work));
        ticket->password = *password;
        Handover handover{*this, ticket, {}, {}, stop};
        co_await handover;
        Result<T> result = ticket->take();
        ended(direction, result ? nullptr : &result.error());
        co_return result;
    }

    /// For work that changes nothing or may be done twice: again with a new connection when it was lost.
    template<class T>
    [[nodiscard]] Task<Result<T>> repeated(Direction direction, std::function<Result<T>(SqlSession&)> work,
                                           StopToken stop)
    {
        for (int attempt = 1;; ++attempt) {
            Result<T> result = co_await once<T>(direction, work, stop);
            if (result || !isLost(result.error()) || attempt >= kAttempts) co_return result;
            const Result<void> waited = co_await pause(attempt, stop);
            if (!waited) co_return fail(waited.error());
        }
    }

    /// Waits before attempt `attempt` + 1.
    [[nodiscard]] Task<Result<void>> pause(int attempt, StopToken stop);

    static constexpr int kAttempts = 4;

    [[nodiscard]] const SqlSettings& settings() const { return m_settings; }
    [[nodiscard]] Clock& clock() const { return m_clock; }
    /// Another line to the same database, for a read that keeps its connection busy.
    [[nodiscard]] std::shared_ptr<SqlLine> sibling() const;
    [[nodiscard]] const net::CallCounts& calls() const { return *m_calls; }
    [[nodiscard]] QList<net::WireEntry> recentWire() const;
    /// What a statement was, for the technical fold: no values.
    void note(const QString& summary, const QString& statement, const QString& answer);

  private:
    /// Awaitable: gives a ticket to the worker and watches over it.
    struct Handover {
        SqlLine& line;
        std::shared_ptr<SqlTicket> ticket;
        std::shared_ptr<void> watch;
        std::shared_ptr<StopToken::Registration> stopping;
        StopToken stop;
        [[nodiscard]] bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> waiter);
        void await_resume() { watch.reset(); }
    };
    class Watch;

    [[nodiscard]] static Error stopped();
    [[nodiscard]] Task<Result<Secret>> password();
    void ended(Direction direction, const Error* error);
    void replaceWorker();

    SqlSettings m_settings;
    PasswordSource m_source;
    Clock& m_clock;
    std::unique_ptr<SqlWorker> m_worker;
    std::optional<Secret> m_password;
    std::shared_ptr<net::CallCounts> m_calls = std::make_shared<net::CallCounts>();
    std::deque<net::WireEntry> m_wire;
};

} // namespace tieout::connectors
