#include "store/linkrepository.h"

#include "store/columns.h"

#include <QSet>

namespace tieout::store {

using namespace Qt::StringLiterals;
using model::Link;

namespace {

const QString kSelect =
    u"SELECT source_id, target_id, target_number, source_version, target_version, source_hash, "
    "linked_at, written_at FROM link WHERE flow = ?"_s;

Link linkAt(const QString& flow, const Database::Row& row)
{
    Link link;
    link.flow = flow;
    link.sourceId = row.text(0);
    link.targetId = row.text(1);
    link.targetNumber = row.text(2);
    link.sourceVersion = row.text(3);
    link.targetVersion = row.text(4);
    link.sourceHash = quint64(row.integer(5));
    link.linkedAt = instantFromMs(row.integer(6));
    link.writtenAt = instantFromMs(row.integer(7));
    return link;
}

Result<QHash<QString, Link>> readLinks(Database& database, const IdQuery& query, const QString& flow,
                                       const QStringList& ids, QString Link::*key)
{
    QHash<QString, Link> links;
    const auto number = database.interned(flow);
    if (!number) return fail(number.error());
    if (*number < 0) return links;
    links.reserve(ids.size());
    auto read = query.read(database, {*number}, ids, [&](const Database::Row& row) {
        Link link = linkAt(flow, row);
        const QString id = link.*key;
        links.insert(id, std::move(link));
        return true;
    });
    if (!read) return fail(std::move(read.error()));
    return links;
}

} // namespace

Result<QHash<QString, Link>> LinkRepository::bySource(const QString& flow, const QStringList& sourceIds)
{
    static const IdQuery kBySource(kSelect + u" AND source_id IN ("_s, u")"_s);
    return readLinks(m_database, kBySource, flow, sourceIds, &Link::sourceId);
}

Result<QHash<QString, Link>> LinkRepository::byTarget(const QString& flow, const QStringList& targetIds)
{
    // As the index has them; another id with the same end is no hit.
    static const IdQuery kByTarget(kSelect + u" AND substr(target_id, -10) IN ("_s, u")"_s);
    auto links = readLinks(m_database, kByTarget, flow, idTails(targetIds), &Link::targetId);
    if (!links) return links;
    const QSet<QString> wanted(targetIds.begin(), targetIds.end());
    links->removeIf([&wanted](const auto& link) { return !wanted.contains(link.key()); });
    return links;
}

Result<void> LinkRepository::save(const QList<Link>& links)
{
    // One row a statement: with many rows a statement SQLite copies them first, which is slower.
    static const QString kSave =
        u"INSERT INTO link (flow, source_id, target_id, target_number, source_version, target_version, "
        u"source_hash, "
        "linked_at, written_at) VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (flow, source_id) DO UPDATE SET "
        "target_id = excluded.target_id, target_number = excluded.target_number, "
        "source_version = excluded.source_version, target_version = excluded.target_version, "
        "source_hash = excluded.source_hash, linked_at = excluded.linked_at, written_at = excluded.written_at"_s;
    for (const Link& link : links) {
        const auto flow = m_database.intern(link.flow);
        if (!flow) return fail(flow.error());
        auto saved =
            run(m_database, kSave,
                {*flow, link.sourceId, link.targetId, link.targetNumber, link.sourceVersion,
                 link.targetVersion, column(link.sourceHash), column(link.linkedAt), column(link.writtenAt)});
        if (!saved) return saved;
    }
    return {};
}

Result<QList<Link>> LinkRepository::window(const QString& flow, qint64 offset, int limit)
{
    const auto number = m_database.interned(flow);
    if (!number) return fail(number.error());
    return readRows<Link>(m_database, kSelect + u" ORDER BY source_id LIMIT ? OFFSET ?"_s,
                          {*number, limit, offset},
                          [&flow](const Database::Row& row) -> Result<Link> { return linkAt(flow, row); });
}

Result<qint64> LinkRepository::count(const QString& flow)
{
    const auto number = m_database.interned(flow);
    if (!number) return fail(number.error());
    return readNumber(m_database, u"SELECT COUNT(*) FROM link WHERE flow = ?"_s, {*number});
}

} // namespace tieout::store
