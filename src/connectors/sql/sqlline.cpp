#include "connectors/sql/sqlline.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMostWire = 8;
/// What the limits of driver and server are given beyond their own time to speak up.
constexpr std::chrono::seconds kGrace{5};
constexpr int kLooks = 4;

} // namespace

/// Looks from time to time whether the worker still sends statements; a statement that neither ends nor runs
/// into its own limit means that the database is silent.
class SqlLine::Watch final : public std::enable_shared_from_this<SqlLine::Watch>
{
  public:
    Watch(SqlLine& line, std::shared_ptr<SqlTicket> ticket)
        : m_line(line)
        , m_ticket(std::move(ticket))
        , m_pulse(line.m_worker->pulse())
        , m_seen(*m_pulse)
    {
    }
    ~Watch() { m_line.m_clock.cancel(m_timer); }
    Q_DISABLE_COPY_MOVE(Watch)

    void arm()
    {
        const SqlSettings& settings = m_line.m_settings;
        const std::chrono::milliseconds limit =
            std::max(settings.connectLimit, settings.queryLimit + settings.lockLimit) + kGrace;
        m_timer = m_line.m_clock.callAfter(limit / kLooks, [weak = weak_from_this()] {
            if (const auto self = weak.lock()) self->look();
        });
    }

  private:
    void look()
    {
        const quint64 now = *m_pulse;
        m_still = now == m_seen ? m_still + 1 : 0;
        m_seen = now;
        if (m_still < kLooks) {
            arm();
            return;
        }
        m_line.replaceWorker();
        m_ticket->refuse(errorOf(ErrorKind::Retry, u"sql.no-answer"_s,
                                 u"the database did not answer in time"_s, {m_line.m_settings.host}));
    }

    SqlLine& m_line;
    std::shared_ptr<SqlTicket> m_ticket;
    SqlSession::Pulse m_pulse;
    quint64 m_seen;
    int m_still = 0; ///< looks in a row that found it where it was
    Clock::TimerId m_timer = 0;
};

SqlLine::SqlLine(SqlSettings settings, PasswordSource password, Clock& clock)
    : m_settings(std::move(settings))
    , m_source(std::move(password))
    , m_clock(clock)
{
}

SqlLine::~SqlLine() = default;

Error SqlLine::stopped()
{
    return errorOf(ErrorKind::Cancelled, u"stop.now"_s, u"stopped while the database worked"_s);
}

void SqlLine::Handover::await_suspend(std::coroutine_handle<> waiter)
{
    ticket->waitBy(waiter);
    if (!line.m_worker) line.m_worker = std::make_unique<SqlWorker>(line.m_settings);
    const auto watching = std::make_shared<Watch>(line, ticket);
    watching->arm();
    watch = watching;
    stopping = stop.onStopNow([handed = ticket] { handed->refuse(stopped()); });
    line.m_worker->push(ticket);
}

Task<Result<void>> SqlLine::pause(int attempt, StopToken stop)
{
    const std::chrono::milliseconds wait{150 << std::min(2 * (attempt - 1), 6)};
    Result<void> waited = co_await sleepFor(m_clock, wait, stop);
    co_return waited;
}

Task<Result<Secret>> SqlLine::password()
{
    if (!m_password) {
        if (!m_source) co_return Secret();
        Result<Secret> read = co_await m_source();
        // A database may let a user in without one (a file, a socket, Kerberos).
        if (!read && read.error().code == u"vault.not-found") co_return Secret();
        if (!read) co_return read;
        m_password = *read;
    }
    Secret known = *m_password;
    co_return known;
}

void SqlLine::ended(Direction direction, const Error* error)
{
    ++(direction == Direction::Read ? m_calls->read : m_calls->write);
    if (error && error->kind == ErrorKind::NeedsLogin) m_password.reset();
}

void SqlLine::replaceWorker()
{
    if (!m_worker) return;
    m_worker->abandon();
    m_worker.reset();
}

std::shared_ptr<SqlLine> SqlLine::sibling() const
{
    auto line = std::make_shared<SqlLine>(m_settings, m_source, m_clock);
    line->m_password = m_password;
    line->m_calls = m_calls;
    return line;
}

QList<net::WireEntry> SqlLine::recentWire() const
{
    return QList<net::WireEntry>(m_wire.begin(), m_wire.end());
}

void SqlLine::note(const QString& summary, const QString& statement, const QString& answer)
{
    net::WireEntry entry;
    entry.at = m_clock.now();
    entry.summary = summary;
    entry.request = statement.left(4000).toUtf8();
    entry.response = answer.left(4000).toUtf8();
    m_wire.push_back(std::move(entry));
    if (m_wire.size() > kMostWire) m_wire.pop_front();
}

} // namespace tieout::connectors
