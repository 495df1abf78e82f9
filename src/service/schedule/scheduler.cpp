#include "service/schedule/scheduler.h"

#include "service/schedule/duetimes.h"
#include "store/repositories.h"

namespace tieout::service {

namespace {

/// The longest nap: a changed system clock or a machine that slept is noticed within it.
constexpr std::chrono::minutes kLongestNap{5};

} // namespace

Scheduler::Scheduler(store::Store& store, Clock& clock, Starter starter)
    : m_store(store)
    , m_clock(clock)
    , m_starter(std::move(starter))
{
}

Scheduler::~Scheduler()
{
    stop();
}

void Scheduler::stop()
{
    m_running = false;
    if (m_timer) m_clock.cancel(m_timer);
    m_timer = 0;
}

void Scheduler::watch(QList<model::Flow> flows, bool paused)
{
    m_flows = std::move(flows);
    m_paused = paused;
    if (m_timer) m_clock.cancel(m_timer);
    m_timer = 0;
    m_running = true;
    if (!m_tick || m_tick->isReady()) m_tick.emplace(tick());
}

std::optional<Instant> Scheduler::nextRun(const QString& flow) const
{
    if (!m_running || m_paused) return {};
    for (const auto& each : m_flows)
        if (each.id == flow && each.enabled) return nextDue(each.schedule, m_clock.now());
    return {};
}

Task<void> Scheduler::tick()
{
    // Flows may change while we wait for the store: walk a copy.
    const auto flows = m_flows;
    if (!m_paused) {
        for (const auto& flow : flows) {
            if (!m_running) co_return;
            if (!flow.enabled || flow.schedule.kind == model::ScheduleRule::Kind::Manual) continue;
            const Result<void> started = co_await startDue(flow);
            Q_UNUSED(started) // a store that does not answer now is asked again at the next tick
        }
    }
    if (m_running) plan();
}

Task<Result<void>> Scheduler::startDue(model::Flow flow)
{
    using Last = std::optional<Instant>;
    std::function<Result<Last>(store::Database&)> get = [id = flow.id](store::Database& database) {
        return store::ScheduleRepository(database).lastDue(id);
    };
    const Result<Last> last = co_await m_store.read<Last>(get);
    if (!last) co_return tl::unexpected(last.error());
    const Instant now = m_clock.now();
    // A new schedule starts now: what lies before it was never due.
    const auto due = *last ? missedDue(flow.schedule, **last, now) : std::optional<Instant>(now);
    if (!due) co_return Result<void>();
    std::function<Result<bool>(store::Database&)> set =
        [id = flow.id, at = *due](store::Database& database) -> Result<bool> {
        auto done = store::ScheduleRepository(database).setLastDue(id, at);
        if (!done) return tl::unexpected(done.error());
        return true;
    };
    const Result<bool> kept = co_await m_store.write<bool>(set);
    if (!kept) co_return tl::unexpected(kept.error());
    if (*last && m_running) m_starter(flow.id);
    co_return Result<void>();
}

void Scheduler::plan()
{
    std::chrono::milliseconds nap = kLongestNap;
    const Instant now = m_clock.now();
    for (const auto& flow : m_flows) {
        if (!flow.enabled || m_paused) continue;
        if (const auto due = nextDue(flow.schedule, now)) nap = std::min(nap, *due - now);
    }
    m_timer = m_clock.callAfter(std::max(nap, std::chrono::milliseconds(50)), [this] {
        m_timer = 0;
        m_tick.emplace(tick());
    });
}

} // namespace tieout::service
