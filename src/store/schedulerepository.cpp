#include "store/schedulerepository.h"

#include "store/columns.h"

namespace tieout::store {

using namespace Qt::StringLiterals;

Result<std::optional<Instant>> ScheduleRepository::lastDue(const QString& flow)
{
    return readRow<Instant>(
        m_database, u"SELECT last_due FROM schedule WHERE flow = ?"_s, {flow},
        [](const Database::Row& row) -> Result<Instant> { return instantFromMs(row.integer(0)); });
}

Result<void> ScheduleRepository::setLastDue(const QString& flow, Instant due)
{
    return run(m_database,
               u"INSERT INTO schedule (flow, last_due) VALUES (?,?) "
               "ON CONFLICT (flow) DO UPDATE SET last_due = excluded.last_due"_s,
               {flow, column(due)});
}

} // namespace tieout::store
