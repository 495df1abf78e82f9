#include "base/clock.h"

#include <QAbstractEventDispatcher>
#include <QHash>
#include <QObject>
#include <QThread>
#include <QTimerEvent>

#include <coroutine>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace tieout {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLongestTimer{std::numeric_limits<int>::max()}; // QObject counts in int
constexpr milliseconds kPreciseBelow{2000}; ///< later than that 5 % do not matter and the machine may sleep

} // namespace

/// Qt timers of one thread by our own ids; waits beyond 24 days are made of several.
class SystemClock::Timers final : public QObject
{
  public:
    TimerId start(milliseconds delay, std::function<void()> callback)
    {
        const TimerId id = ++m_lastId;
        arm({id, std::max(milliseconds::zero(), delay), std::move(callback)});
        return id;
    }

    void stop(TimerId id)
    {
        const auto native = m_native.take(id);
        if (native == 0) return;
        killTimer(native);
        m_pending.remove(native);
    }

  protected:
    void timerEvent(QTimerEvent* event) override
    {
        killTimer(event->timerId());
        Pending pending = m_pending.take(event->timerId());
        m_native.remove(pending.id);
        if (pending.left > milliseconds::zero()) {
            arm(std::move(pending));
        } else if (pending.callback) {
            pending.callback();
        }
    }

  private:
    struct Pending {
        TimerId id = 0;
        milliseconds left{0};
        std::function<void()> callback;
    };

    void arm(Pending pending)
    {
        const milliseconds part = std::min(pending.left, kLongestTimer);
        pending.left -= part;
        const int native = startTimer(part, part < kPreciseBelow ? Qt::PreciseTimer : Qt::CoarseTimer);
        m_native.insert(pending.id, native);
        m_pending.insert(native, std::move(pending));
    }

    TimerId m_lastId = 0;
    QHash<TimerId, int> m_native;
    QHash<int, Pending> m_pending;
};

SystemClock::SystemClock()
    : m_timers(std::make_unique<Timers>())
{
}

SystemClock::~SystemClock() = default;

Instant SystemClock::now() const
{
    return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

milliseconds SystemClock::steady() const
{
    return std::chrono::floor<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

Clock::TimerId SystemClock::callAfter(milliseconds delay, std::function<void()> callback)
{
    return m_timers->start(delay, std::move(callback));
}

void SystemClock::cancel(TimerId timer)
{
    m_timers->stop(timer);
}

namespace {

/// One wait. Everything but `wake` runs on the clock's thread; `wake` runs wherever a stop is requested and
/// only reads what never changes.
class Sleep final : public std::enable_shared_from_this<Sleep>
{
  public:
    explicit Sleep(Clock& clock)
        : m_clock(clock)
        , m_thread(QThread::currentThread())
        , m_loop(QAbstractEventDispatcher::instance(m_thread))
    {
    }

    void start(milliseconds delay, const StopToken& stop, std::coroutine_handle<> waiting)
    {
        m_waiting = waiting;
        m_timer = m_clock.callAfter(delay, [self = shared_from_this()] { self->resume(); });
        // Weak: the token outlives many waits, only the timer keeps this one.
        m_registration = stop.onStopNow([sleep = weak_from_this()] {
            if (const auto self = sleep.lock()) self->wake();
        });
    }

  private:
    void wake()
    {
        if (QThread::currentThread() == m_thread) {
            interrupt();
        } else if (m_loop) {
            QMetaObject::invokeMethod(
                m_loop, [self = shared_from_this()] { self->interrupt(); }, Qt::QueuedConnection);
        }
    }

    /// Through the clock, not at once: the one who asks to stop must not run the rest of a coroutine inside.
    void interrupt()
    {
        if (!m_waiting) return;
        m_clock.cancel(m_timer);
        m_timer = m_clock.callAfter(milliseconds::zero(), [self = shared_from_this()] { self->resume(); });
    }

    void resume()
    {
        m_registration.reset();
        if (const auto waiting = std::exchange(m_waiting, nullptr)) waiting.resume();
    }

    Clock& m_clock;
    QThread* const m_thread;
    QAbstractEventDispatcher* const m_loop;
    Clock::TimerId m_timer = 0;
    std::coroutine_handle<> m_waiting;
    std::shared_ptr<StopToken::Registration> m_registration;
};

/// The awaitable around a Sleep.
struct SleepAwaiter {
    Clock& clock;
    milliseconds delay;
    const StopToken& stop;

    [[nodiscard]] bool await_ready() const noexcept { return stop.stopNow(); }
    void await_suspend(std::coroutine_handle<> waiting) const
    {
        std::make_shared<Sleep>(clock)->start(delay, stop, waiting);
    }
    void await_resume() const noexcept {}
};

} // namespace

Task<Result<void>> sleepFor(Clock& clock, milliseconds delay, StopToken stop)
{
    SleepAwaiter sleep{clock, delay, stop};
    co_await sleep;
    if (stop.stopNow()) co_return fail(ErrorKind::Cancelled, u"stop.now"_s, u"stopped while waiting"_s);
    co_return Result<void>();
}

} // namespace tieout
