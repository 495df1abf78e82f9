#include "store/leaserepository.h"

#include "store/columns.h"

namespace tieout::store {

using namespace Qt::StringLiterals;

Result<bool> LeaseRepository::take(const QString& name, const QString& owner, Instant now,
                                   std::chrono::seconds life)
{
    // One statement decides, so that of two programs one gets it.
    const auto changed = m_database.execute(
        u"INSERT INTO lease (name, owner, ends_at) VALUES (?,?,?) ON CONFLICT (name) DO UPDATE SET "
        "owner = excluded.owner, ends_at = excluded.ends_at WHERE lease.owner = excluded.owner OR lease.ends_at <= ?"_s,
        {name, owner, column(now + life), column(now)});
    if (!changed) return fail(changed.error());
    return *changed == 1;
}

Result<void> LeaseRepository::release(const QString& name, const QString& owner)
{
    return run(m_database, u"DELETE FROM lease WHERE name = ? AND owner = ?"_s, {name, owner});
}

Result<QString> LeaseRepository::holder(const QString& name, Instant now)
{
    QString owner;
    auto read = m_database.query(u"SELECT owner FROM lease WHERE name = ? AND ends_at > ?"_s,
                                 {name, column(now)}, [&owner](const Database::Row& row) {
                                     owner = row.text(0);
                                     return false;
                                 });
    if (!read) return fail(std::move(read.error()));
    return owner;
}

} // namespace tieout::store
