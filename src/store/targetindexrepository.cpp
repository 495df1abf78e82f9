#include "store/targetindexrepository.h"

#include "store/columns.h"

namespace tieout::store {

using namespace Qt::StringLiterals;

namespace {

QString scopeOf(const QString& connection, const QString& object)
{
    return connection + u'\x1f' + object;
}

/// The keys of the rows that are there already, by record id.
Result<QHash<QString, QStringList>> knownKeys(Database& database, qint64 scope,
                                              const QList<TargetIndexRow>& rows)
{
    static const IdQuery kKnown(u"SELECT id, keys FROM target_record WHERE scope = ? AND id IN ("_s, u")"_s);
    QStringList ids;
    ids.reserve(rows.size());
    for (const TargetIndexRow& row : rows)
        ids.append(row.id);
    QHash<QString, QStringList> known;
    std::optional<Error> broken;
    auto read = kKnown.read(database, {scope}, ids, [&](const Database::Row& row) {
        auto keys = jsonAt(row, 1);
        if (keys)
            known.insert(row.text(0), textsOf(*keys));
        else
            broken = std::move(keys.error());
        return !broken;
    });
    if (!read) return fail(std::move(read.error()));
    if (broken) return fail(std::move(*broken));
    return known;
}

Result<void> changeKeys(Database& database, qint64 scope, const QString& id, const QStringList& before,
                        const QStringList& after)
{
    static const QString kRemove = u"DELETE FROM target_key WHERE scope = ? AND key = ? AND id = ?"_s;
    static const QString kAdd =
        u"INSERT INTO target_key (scope, key, id) VALUES (?,?,?) ON CONFLICT (scope, key, id) DO NOTHING"_s;
    if (before == after) return {};
    for (const QString& key : before) {
        if (after.contains(key)) continue;
        if (auto done = run(database, kRemove, {scope, key, id}); !done) return done;
    }
    for (const QString& key : after) {
        if (before.contains(key)) continue;
        if (auto done = run(database, kAdd, {scope, key, id}); !done) return done;
    }
    return {};
}

} // namespace

Result<void> TargetIndexRepository::save(const QString& connection, const QString& object,
                                         const QList<TargetIndexRow>& rows)
{
    static const QString kSave =
        u"INSERT INTO target_record (scope, id, external_key, title, version, usable, keys) VALUES "
        u"(?,?,?,?,?,?,?) "
        "ON CONFLICT (scope, id) DO UPDATE SET external_key = excluded.external_key, title = excluded.title, "
        "version = excluded.version, usable = excluded.usable, keys = excluded.keys"_s;
    const auto scope = m_database.intern(scopeOf(connection, object));
    if (!scope) return fail(scope.error());
    auto known = knownKeys(m_database, *scope, rows);
    if (!known) return fail(std::move(known.error()));
    for (const TargetIndexRow& row : rows) {
        QStringList& before = (*known)[row.id]; // a record may be listed twice
        if (auto done = changeKeys(m_database, *scope, row.id, before, row.keys); !done) return done;
        before = row.keys;
        auto saved = run(m_database, kSave,
                         {*scope, row.id, row.externalKey, row.title, row.version, int(row.usable),
                          column(jsonOf(row.keys))});
        if (!saved) return saved;
    }
    return {};
}

Result<QHash<QString, QList<TargetIndexRow>>>
TargetIndexRepository::byKeys(const QString& connection, const QString& object, const QStringList& keys)
{
    static const IdQuery kByKeys(
        u"SELECT target_key.key, target_record.id, external_key, title, version, usable, keys FROM "
        u"target_key "
        "JOIN target_record ON target_record.scope = target_key.scope AND target_record.id = target_key.id "
        "WHERE target_key.scope = ? AND target_key.key IN ("_s,
        u")"_s);
    QHash<QString, QList<TargetIndexRow>> found;
    const auto scope = m_database.interned(scopeOf(connection, object));
    if (!scope) return fail(scope.error());
    if (*scope < 0) return found;
    QStringList wanted = keys;
    wanted.removeDuplicates();
    std::optional<Error> broken;
    auto read = kByKeys.read(m_database, {*scope}, wanted, [&](const Database::Row& row) {
        auto allKeys = jsonAt(row, 6);
        if (!allKeys) {
            broken = std::move(allKeys.error());
            return false;
        }
        TargetIndexRow record;
        record.id = row.text(1);
        record.externalKey = row.text(2);
        record.title = row.text(3);
        record.version = row.text(4);
        record.usable = row.integer(5) != 0;
        record.keys = textsOf(*allKeys);
        found[row.text(0)].append(std::move(record));
        return true;
    });
    if (!read) return fail(std::move(read.error()));
    if (broken) return fail(std::move(*broken));
    return found;
}

} // namespace tieout::store
