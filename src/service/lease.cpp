#include "service/lease.h"

#include "base/platform/platform.h"
#include "base/platform/process.h"
#include "store/repositories.h"

#include <QUuid>

namespace tieout::service {

using namespace Qt::StringLiterals;

namespace {

const QString kName = u"engine"_s;
constexpr std::chrono::seconds kLife{60};
constexpr std::chrono::seconds kRenewEvery{20};

/// "machine|process|unique": enough to tell whether the holder still lives.
QString ownerName()
{
    return platform::hostName() + u'|' + platform::thisProcess() + u'|' +
           QUuid::createUuid().toString(QUuid::Id128);
}

bool isDeadHere(const QString& owner)
{
    const QStringList parts = owner.split(u'|');
    if (parts.size() != 3 || parts[0] != platform::hostName()) return false;
    return platform::lifeOf(parts[1]) == platform::ProcessLife::Ended;
}

} // namespace

EngineLease::EngineLease(store::Store& store, Clock& clock)
    : m_store(store)
    , m_clock(clock)
    , m_owner(ownerName())
{
}

EngineLease::~EngineLease()
{
    if (m_timer) m_clock.cancel(m_timer);
}

Task<Result<EngineLease::Taken>> EngineLease::attempt()
{
    const Instant now = m_clock.now();
    const QString owner = m_owner;
    std::function<Result<Taken>(store::Database&)> work =
        [now, owner](store::Database& database) -> Result<Taken> {
        store::LeaseRepository leases(database);
        auto holder = leases.holder(kName, now);
        if (!holder) return tl::unexpected(holder.error());
        if (!holder->isEmpty() && *holder != owner && isDeadHere(*holder))
            if (auto freed = leases.release(kName, *holder); !freed) return tl::unexpected(freed.error());
        auto taken = leases.take(kName, owner, now, kLife);
        if (!taken) return tl::unexpected(taken.error());
        return Taken{*taken, *holder};
    };
    const Result<Taken> taken = co_await m_store.write<Taken>(work);
    co_return taken;
}

Task<Result<void>> EngineLease::take()
{
    if (m_held) co_return Result<void>();
    const Result<Taken> taken = co_await attempt();
    if (!taken) co_return tl::unexpected(taken.error());
    m_held = taken->first;
    m_heldBy = taken->first ? QString() : taken->second.section(u'|', 0, 0);
    if (!m_held)
        co_return fail(ErrorKind::Conflict, u"workspace.held"_s, u"another program runs this workspace"_s,
                       {m_heldBy});
    renewLater();
    co_return Result<void>();
}

void EngineLease::renewLater()
{
    m_timer = m_clock.callAfter(kRenewEvery, [this] {
        m_timer = 0;
        m_renewal.emplace(renew());
    });
}

Task<void> EngineLease::renew()
{
    const Result<Taken> taken = co_await attempt();
    // A store that is busy for a moment is tried again; a lease that another holds is lost.
    if (taken && !taken->first) {
        m_held = false;
        m_heldBy = taken->second.section(u'|', 0, 0);
        co_return;
    }
    if (m_held) renewLater();
}

Task<void> EngineLease::release()
{
    if (m_timer) m_clock.cancel(m_timer);
    m_timer = 0;
    if (!m_held) co_return;
    m_held = false;
    const QString owner = m_owner;
    std::function<Result<bool>(store::Database&)> work = [owner](store::Database& database) -> Result<bool> {
        auto done = store::LeaseRepository(database).release(kName, owner);
        if (!done) return tl::unexpected(done.error());
        return true;
    };
    const Result<bool> done = co_await m_store.write<bool>(work);
    Q_UNUSED(done) // it ends by itself
}

} // namespace tieout::service
