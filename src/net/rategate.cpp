#include "net/rategate.h"

#include "net/classify.h"
#include "net/dayallowance.h"
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
    using Place = Pending<Result<std::shared_ptr<Permit>>>;
    struct Ticket {
        Place place;
        int weight = 1;
    };

    Impl(Clock& clock, RateLimits limits)
        : m_clock(clock)
        , m_limits(std::move(limits))
        , m_minute(m_limits.perMinute, std::chrono::seconds{m_limits.windowSeconds})
        , m_day(m_limits.perDay, m_limits.dayRemainingHeader.isEmpty() ? DayAllowance::Source::OwnCount
                                                                       : DayAllowance::Source::Answers)
        , m_mustAsk(!m_limits.minuteRemainingHeader.isEmpty() || !m_limits.dayRemainingHeader.isEmpty())
    {
    }

    void join(const Ticket& ticket)
    {
        m_queue.push_back(ticket);
        pump();
    }
    void leaveQueue() { pump(); }
    void leave(int weight)
    {
        if (m_closed) return; // the clock may be gone too
        const milliseconds now = m_clock.steady();
        --m_inside;
        m_minute.end(weight, now);
        m_day.end(weight, now);
        pump();
    }
    void close();
    void learn(const HttpResponse& response);
    void pump();
    [[nodiscard]] std::optional<int> dayRemaining()
    {
        // Other programs use calls up too: a full day is not told before the system has answered once.
        if (!m_day.limited() || !m_answered) return std::nullopt;
        return m_day.left(m_clock.steady());
    }
    [[nodiscard]] int perDay() const { return m_day.limit(); }

  private:
    void learnRefusal(const HttpResponse& response);
    void learnRemaining(const HttpResponse& response);
    void refuseAll(milliseconds wait);
    void wakeAt(milliseconds time);
    /// Passes the first in the line, sends all away or waits; false: nothing more to do now.
    [[nodiscard]] bool serveFirst();

    Clock& m_clock;
    RateLimits m_limits;
    RateWindow m_minute;
    DayAllowance m_day;
    std::deque<Ticket> m_queue;
    int m_inside = 0;
    int m_refusals = 0;            ///< in a row, without a Retry-After
    milliseconds m_holdUntil{0};   ///< callers wait
    milliseconds m_parkedUntil{0}; ///< callers are sent away
    bool m_answered = false;
    bool m_mustAsk; ///< what is left is not known but an answer tells: one call goes first, alone
    bool m_pumping = false;
    bool m_pumpAgain = false;
    bool m_closed = false;
    std::optional<Clock::TimerId> m_timer;
};

class RateGate::Permit
{
  public:
    Permit(std::shared_ptr<Impl> gate, int weight)
        : m_gate(std::move(gate))
        , m_weight(weight)
    {
    }
    Permit(const Permit&) = delete;
    Permit& operator=(const Permit&) = delete;
    ~Permit() { m_gate->leave(m_weight); }

  private:
    std::shared_ptr<Impl> m_gate;
    int m_weight;
};

void RateGate::Impl::close()
{
    m_closed = true;
    if (m_timer) m_clock.cancel(*m_timer);
    m_timer.reset();
    const auto waiting = std::exchange(m_queue, {});
    for (const Ticket& ticket : waiting)
        ticket.place.complete(fail(ErrorKind::Cancelled, u"net.cancelled"_s, u"gate closed"_s));
}

bool RateGate::Impl::serveFirst()
{
    while (!m_queue.empty() && m_queue.front().place.isComplete())
        m_queue.pop_front();
    if (m_queue.empty()) return false;
    if (m_limits.concurrent > 0 && m_inside >= m_limits.concurrent) return false;
    const milliseconds now = m_clock.steady();
    const Ticket ticket = m_queue.front();
    const milliseconds dayOpens = qMax(m_parkedUntil, m_day.opening(ticket.weight, now));
    if (dayOpens > now) {
        refuseAll(dayOpens - now);
        return false;
    }
    if (m_mustAsk && m_inside > 0) return false;
    milliseconds opens = m_holdUntil;
    if (m_minute.limited()) {
        const auto windowOpens = m_minute.opening(ticket.weight, now);
        if (!windowOpens) return false; // an answer will tell
        opens = qMax(opens, *windowOpens);
    }
    if (opens > now) {
        wakeAt(opens);
        return false;
    }
    m_queue.pop_front();
    ++m_inside;
    m_minute.begin(ticket.weight);
    m_day.begin(ticket.weight, now);
    ticket.place.complete(std::make_shared<Permit>(shared_from_this(), ticket.weight));
    return true;
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
        if (serveFirst()) m_pumpAgain = true;
    }
    m_pumping = false;
}

void RateGate::Impl::refuseAll(milliseconds wait)
{
    Error error =
        errorOf(ErrorKind::RateLimited, u"net.day-limit"_s,
                u"the day's %1 calls are used up"_s.arg(m_day.limit()), {QString::number(m_day.limit())});
    error.retryAfter = wait;
    const auto waiting = std::exchange(m_queue, {});
    for (const Ticket& ticket : waiting)
        ticket.place.complete(fail(error));
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
    m_answered = true;
    m_mustAsk = false;
    learnRemaining(response);
    if (response.status == 429) {
        learnRefusal(response);
    } else {
        m_refusals = 0;
    }
}

void RateGate::Impl::learnRemaining(const HttpResponse& response)
{
    if (!m_limits.minuteRemainingHeader.isEmpty()) {
        const auto minute = parseRemaining(response.header(m_limits.minuteRemainingHeader));
        if (minute) m_minute.told(minute->left, m_clock.steady());
    }
    if (m_limits.dayRemainingHeader.isEmpty()) return;
    const auto day = parseRemaining(response.header(m_limits.dayRemainingHeader));
    if (!day) return;
    if (day->allowed && *day->allowed > 0) m_day.setLimit(*day->allowed);
    m_day.told(day->left, qMax(0, m_inside - 1)); // the one that was answered still holds its permit
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
        m_day.exhaust(m_parkedUntil);
        m_mustAsk = !m_limits.dayRemainingHeader.isEmpty();
        return;
    }
    if (wait) {
        m_refusals = 0;
        m_holdUntil = qMax(m_holdUntil, now + *wait);
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

Task<Result<std::shared_ptr<RateGate::Permit>>> RateGate::enter(StopToken stop, int weight)
{
    const auto impl = m_impl;
    if (stop.stopNow()) co_return fail(ErrorKind::Cancelled, u"net.cancelled"_s, u"stopped"_s);
    const Impl::Ticket ticket{{}, qMax(0, weight)};
    const Impl::Place place = ticket.place;
    impl->join(ticket);
    if (place.isComplete()) co_return place.await_resume();
    const StopListener listener(stop, [place, impl] {
        place.complete(fail(ErrorKind::Cancelled, u"net.cancelled"_s, u"stopped"_s));
        impl->leaveQueue();
    });
    Result<std::shared_ptr<Permit>> result = co_await place;
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
