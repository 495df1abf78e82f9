#include "store/documentrepository.h"

#include "store/columns.h"

namespace tieout::store {

using namespace Qt::StringLiterals;

Result<std::optional<CachedDocument>> DocumentRepository::get(const QString& connection, const QString& name)
{
    return readRow<CachedDocument>(
        m_database, u"SELECT content, saved_at FROM document WHERE connection = ? AND name = ?"_s,
        {connection, name}, [](const Database::Row& row) -> Result<CachedDocument> {
            auto json = jsonAt(row, 0);
            if (!json) return fail(std::move(json.error()));
            CachedDocument document;
            document.json = std::move(*json);
            document.at = instantFromMs(row.integer(1));
            return document;
        });
}

Result<void> DocumentRepository::set(const QString& connection, const QString& name, const Json& json,
                                     Instant at)
{
    return run(
        m_database,
        u"INSERT INTO document (connection, name, content, saved_at) VALUES (?,?,?,?) "
        "ON CONFLICT (connection, name) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at"_s,
        {connection, name, column(json), column(at)});
}

Result<void> DocumentRepository::remove(const QString& connection, const QString& name)
{
    return run(m_database, u"DELETE FROM document WHERE connection = ? AND name = ?"_s, {connection, name});
}

} // namespace tieout::store
