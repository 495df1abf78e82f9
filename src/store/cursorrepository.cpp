#include "store/cursorrepository.h"

#include "store/columns.h"

namespace tieout::store {

using namespace Qt::StringLiterals;

Result<QString> CursorRepository::get(const QString& flow, const QString& connection, const QString& object)
{
    QString cursor;
    auto read =
        m_database.query(u"SELECT position FROM cursor WHERE flow = ? AND connection = ? AND object = ?"_s,
                         {flow, connection, object}, [&cursor](const Database::Row& row) {
                             cursor = row.text(0);
                             return false;
                         });
    if (!read) return fail(std::move(read.error()));
    return cursor;
}

Result<void> CursorRepository::set(const QString& flow, const QString& connection, const QString& object,
                                   const QString& cursor)
{
    return run(m_database,
               u"INSERT INTO cursor (flow, connection, object, position) VALUES (?,?,?,?) "
               "ON CONFLICT (flow, connection, object) DO UPDATE SET position = excluded.position"_s,
               {flow, connection, object, cursor});
}

} // namespace tieout::store
