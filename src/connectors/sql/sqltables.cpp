#include "connectors/sql/sqltables.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

const TableUse* SqlTables::known(const QString& object) const
{
    const auto found = m_known.constFind(object);
    return found == m_known.cend() ? nullptr : &*found;
}

Task<Result<QList<SqlTable>>> SqlTables::read(std::optional<TableName> only, StopToken stop)
{
    std::function<Result<QList<SqlTable>>(SqlSession&)> work = [only](SqlSession& session) {
        session.forgetStatements();
        return session.dialect().tables(session, only);
    };
    Result<QList<SqlTable>> found =
        co_await m_line->repeated<QList<SqlTable>>(SqlLine::Direction::Read, work, stop);
    co_return found;
}

Task<Result<TableUse>> SqlTables::use(QString object, StopToken stop)
{
    if (const TableUse* kept = known(object)) {
        TableUse copy = *kept;
        co_return copy;
    }
    const std::optional<TableName> name = parseObjectName(object);
    if (!name)
        co_return fail(ErrorKind::BadConfig, u"connector.unknown-object"_s, u"no table "_s + object,
                       {object});
    const Result<QList<SqlTable>> found = co_await read(name, stop);
    if (!found) co_return fail(found.error());
    if (found->isEmpty())
        co_return fail(ErrorKind::BadConfig, u"connector.unknown-object"_s, u"no table "_s + object,
                       {object});
    Result<TableUse> use = useOf(found->first(), m_line->settings().tables.value(object));
    if (use) m_known.insert(object, *use);
    co_return use;
}

Task<Result<QList<TableUse>>> SqlTables::all(StopToken stop)
{
    const Result<QList<SqlTable>> found = co_await read(std::nullopt, stop);
    if (!found) co_return fail(found.error());
    m_known.clear();
    QList<TableUse> uses;
    for (const SqlTable& table : *found) {
        const QString object = objectName(table.name);
        auto use = useOf(table, m_line->settings().tables.value(object));
        // A choice that does not fit any more must not hide the table from the person who could correct it.
        if (!use) use = useOf(table, {});
        if (!use) continue;
        m_known.insert(object, *use);
        uses += *use;
    }
    co_return uses;
}

} // namespace tieout::connectors
