#include "net/rategate.h"

#include "net/classify.h"
#include "net/pending.h"
#include "net/ratewindow.h"
#include "net/stoplistener.h"

#include <deque>

namespace tieout::net {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using namespace std::chrono_literals;

namespace {

constexpr milliseconds kMinute = 60s;
constexpr milliseconds kDay = 24h;
constexpr milliseconds kLongestHold = 120s;     ///< a longer Retry-After means a day limit: park, do not wait
constexpr milliseconds kUnknownDayWait = 15min; ///< day used up and nobody said until when
constexpr milliseconds kFirstHold = 1s;

enum class Refusal : quint8 { Minute, Day, Concurrent };

Refusal refusalOf(const QByteArray& problem, std::optional<milliseconds> wait)
{
    const QByteArray name = problem.trimmed().toLower();
    if (name.startsWith("day")) return Refusal::Day;
    if (wait && *wait > kLongestHold) return Refusal::Day;
    if (name.startsWith("concurrent")) return Refusal::Concurrent;
    return Refusal::Minute; // also "appminute": the same wait helps
}

} // namespace

class RateGate::Impl : public std::enable_shared_from_this<RateGate::Impl>
{
  public:
    using Ticket = Pending<Result<std::shared_ptr<Permit>>>;

    Impl(Clock& clock, RateLimits limits)
        : m_clock(clock)
        , m_limits(std::move(limits))
        , m_minute(m_limits.perMinute, kMinute)
        , m_day(m_limits.perDay, kDay)
    {
    }

    void join(const Ticket& ticket)
    {
        m_queue.push_back(ticket);
        pump();
    }
    void leaveQueue() { pump(); }
    void leave()
    {
        --m_inside;
        pump();
    }
    void close();
    void learn(const HttpResponse& response);
    void pump();
    [[nodiscard]] std::optional<int> dayRemaining()
    {
        if (!m_day.limited()) return std::nullopt;
        return m_day.left(m_clock.steady());
    }
    [[nodiscard]] int perDay() const { return m_day.limit(); }

  private:
    void learnRefusal(const HttpResponse& response);
    void learnRemaining(const HttpResponse& response);
    void refuseAll(milliseconds wait);
    void wakeAt(milliseconds time);
    [[nodiscard]] std::optional<milliseconds> parkedUntil(milliseconds now);
    void takePlace(milliseconds now);
    [[nodiscard]] std::optional<milliseconds> nextOpening(milliseconds now);

    Clock& m_clock;
    RateLimits m_limits;
    RateWindow m_minute;
    RateWindow m_day;
    std::deque<Ticket> m_queue;
    int m_inside = 0;
    int m_refusals = 0;            ///< in a row, without a Retry-After
    milliseconds m_holdUntil{0};   ///< callers wait
    milliseconds m_parkedUntil{0}; ///< callers are sent away
    bool m_dayEndKnown = true;     ///< false: a header said "none left" but nobody said until when
    bool m_pumping = false;
    bool m_pumpAgain = false;
    bool m_closed = false;
    std::optional<Clock::TimerId> m_timer;
};

class RateGate::Permit
{
  public:
    explicit Permit(std::shared_ptr<Impl> gate)
        : m_gate(std::move(gate))
    {
    }
    Permit(const Permit&) = delete;
    Permit& operator=(const Permit&) = delete;
    ~Permit() { m_gate->leave(); }

  private:
    std::shared_ptr<Impl> m_gate;
};

void RateGate::Impl::close()
{
    m_closed = true;
    if (m_timer) m_clock.cancel(*m_timer);
    m_timer.reset();
    const auto waiting = std::exchange(m_queue, {});
    for (const Ticket& ticket : waiting)
        ticket.complete(fail(ErrorKind::Cancelled, u"net.cancelled"_s, u"gate closed"_s));
}

std::optional<milliseconds> RateGate::Impl::parkedUntil(milliseconds now)
{
    if (now < m_parkedUntil) return m_parkedUntil;
    if (!m_day.limited() || m_day.left(now) > 0 || !m_dayEndKnown) return std::nullopt;
    return m_day.end().value_or(now + kUnknownDayWait);
}

void RateGate::Impl::takePlace(milliseconds now)
{
    if (m_day.limited() && m_day.left(now) <= 0) {
        // The end of the system's day is not known: this one call goes and asks, its refusal tells.
        m_dayEndKnown = true;
        m_day.exhaust(now + kUnknownDayWait);
    }
    m_minute.take(now);
    m_day.take(now);
    ++m_inside;
}

std::optional<milliseconds> RateGate::Impl::nextOpening(milliseconds now)
{
    if (now < m_holdUntil) return m_holdUntil;
    if (m_minute.limited() && m_minute.left(now) <= 0) return m_minute.end().value_or(now + kMinute);
    return std::nullopt;
}

/// Passes as many as may pass, in their order. A passing call may finish at once and come back here: that is
/// remembered and done by the loop, so that the stack stays flat.
void RateGate::Impl::pump()
{
    m_pumpAgain = true;
    if (m_pumping || m_closed) return;
    const auto self = shared_from_this();
    m_pumping = true;
    while (m_pumpAgain && !m_closed) {
        m_pumpAgain = false;
        while (!m_queue.empty() && m_queue.front().isComplete())
            m_queue.pop_front();
        if (m_queue.empty()) continue;
        if (m_limits.concurrent > 0 && m_inside >= m_limits.concurrent) continue;
        const milliseconds now = m_clock.steady();
        if (const auto end = parkedUntil(now)) {
            refuseAll(*end - now);
            continue;
        }
        if (const auto opening = nextOpening(now)) {
            wakeAt(*opening);
            continue;
        }
        takePlace(now);
        m_pumpAgain = true;
        const Ticket ticket = m_queue.front();
        m_queue.pop_front();
        ticket.complete(std::make_shared<Permit>(self));
    }
    m_pumping = false;
}

void RateGate::Impl::refuseAll(milliseconds wait)
{
    Error error;
    error.kind = ErrorKind::RateLimited;
    error.code = u"net.day-limit"_s;
    error.text = u"the day's %1 calls are used up"_s.arg(m_day.limit());
    error.facts = {QString::number(m_day.limit())};
    error.retryAfter = wait;
    const auto waiting = std::exchange(m_queue, {});
    for (const Ticket& ticket : waiting)
        ticket.complete(fail(error));
}

void RateGate::Impl::wakeAt(milliseconds time)
{
    if (m_timer) m_clock.cancel(*m_timer);
    const milliseconds delay = qMax(milliseconds{1}, time - m_clock.steady());
    m_timer = m_clock.callAfter(delay, [gate = weak_from_this()] {
        const auto self = gate.lock();
        if (!self) return;
        self->m_timer.reset();
        self->pump();
    });
}

void RateGate::Impl::learn(const HttpResponse& response)
{
    learnRemaining(response);
    if (response.status == 429) {
        learnRefusal(response);
    } else {
        m_refusals = 0;
    }
}

void RateGate::Impl::learnRemaining(const HttpResponse& response)
{
    const milliseconds now = m_clock.steady();
    const int underway = qMax(0, m_inside - 1); // the one that was answered still holds its permit
    if (!m_limits.minuteRemainingHeader.isEmpty()) {
        const auto minute = parseRemaining(response.header(m_limits.minuteRemainingHeader));
        if (minute) m_minute.correct(minute->left, underway, now);
    }
    if (m_limits.dayRemainingHeader.isEmpty()) return;
    const auto day = parseRemaining(response.header(m_limits.dayRemainingHeader));
    if (!day) return;
    if (day->allowed && *day->allowed > 0) m_day.setLimit(*day->allowed);
    m_day.correct(day->left, underway, now);
    if (day->left == 0 && response.status != 429) m_dayEndKnown = false;
}

void RateGate::Impl::learnRefusal(const HttpResponse& response)
{
    const milliseconds now = m_clock.steady();
    const auto wait = retryAfter(response);
    const QByteArray problem =
        m_limits.problemHeader.isEmpty() ? QByteArray() : response.header(m_limits.problemHeader);
    const Refusal refusal = refusalOf(problem, wait);
    if (refusal == Refusal::Day) {
        m_parkedUntil = now + wait.value_or(kUnknownDayWait);
        if (m_day.limited()) m_day.exhaust(m_parkedUntil);
        m_dayEndKnown = true;
        return;
    }
    if (wait) {
        m_refusals = 0;
        m_holdUntil = qMax(m_holdUntil, now + *wait);
        if (refusal == Refusal::Minute && m_minute.limited()) m_minute.exhaust(now + *wait);
        return;
    }
    m_holdUntil = qMax(m_holdUntil, now + qMin(kMinute, kFirstHold * (1 << qMin(m_refusals, 6))));
    ++m_refusals;
}

RateGate::RateGate(Clock& clock, RateLimits limits)
    : m_impl(std::make_shared<Impl>(clock, std::move(limits)))
{
}

RateGate::~RateGate()
{
    m_impl->close();
}

Task<Result<std::shared_ptr<RateGate::Permit>>> RateGate::enter(StopToken stop)
{
    const auto impl = m_impl;
    if (stop.stopNow()) co_return fail(ErrorKind::Cancelled, u"net.cancelled"_s, u"stopped"_s);
    Impl::Ticket ticket;
    impl->join(ticket);
    if (ticket.isComplete()) co_return ticket.await_resume();
    const StopListener listener(stop, [ticket, impl] {
        ticket.complete(fail(ErrorKind::Cancelled, u"net.cancelled"_s, u"stopped"_s));
        impl->leaveQueue();
    });
    Result<std::shared_ptr<Permit>> result = co_await ticket;
    co_return result;
}

void RateGate::learn(const HttpResponse& response)
{
    m_impl->learn(response);
}

std::optional<int> RateGate::dayRemaining() const
{
    return m_impl->dayRemaining();
}

int RateGate::perDay() const
{
    return m_impl->perDay();
}

} // namespace tieout::net
