#include "store/targetindexrepository.h"

#include "store/columns.h"

namespace tieout::store {

using namespace Qt::StringLiterals;

namespace {

QString scopeOf(const QString& connection, const QString& object)
{
    return connection + u'\x1f' + object;
}

/// A record that the index has.
struct Known {
    qint64 number = 0;
    QStringList keys;
};

/// The rows that are there already, by record id.
Result<QHash<QString, Known>> knownRecords(Database& database, qint64 scope,
                                           const QList<TargetIndexRow>& rows)
{
    static const IdQuery kKnown(u"SELECT id, number, keys FROM target_record WHERE scope = ? AND substr(id, "
                                u"-10) IN ("_s,
                                u")"_s);
    QStringList ids;
    ids.reserve(rows.size());
    for (const TargetIndexRow& row : rows)
        ids.append(row.id);
    QHash<QString, Known> known;
    std::optional<Error> broken;
    auto read = kKnown.read(database, {scope}, idTails(ids), [&](const Database::Row& row) {
        auto keys = jsonAt(row, 2);
        if (keys)
            known.insert(row.text(0), Known{row.integer(1), textsOf(*keys)});
        else
            broken = std::move(keys.error());
        return !broken;
    });
    if (!read) return fail(std::move(read.error()));
    if (broken) return fail(std::move(*broken));
    return known;
}

/// Adds the record or overwrites it; gives its number.
Result<qint64> keep(Database& database, qint64 scope, const TargetIndexRow& row, std::optional<qint64> known)
{
    static const QString kAdd =
        u"INSERT INTO target_record (scope, id, external_key, title, version, usable, "
        u"keys) VALUES (?,?,?,?,?,?,?)"_s;
    static const QString kChange =
        u"UPDATE target_record SET scope = ?, id = ?, external_key = ?, title = ?, "
        u"version = ?, usable = ?, keys = ? WHERE number = ?"_s;
    QVariantList values{scope,       row.id,          row.externalKey,         row.title,
                        row.version, int(row.usable), column(jsonOf(row.keys))};
    if (known) values.append(*known);
    if (auto done = run(database, known ? kChange : kAdd, values); !done)
        return fail(std::move(done.error()));
    return known ? *known : database.lastInsertId();
}

Result<void> changeKeys(Database& database, qint64 scope, qint64 number, const QStringList& before,
                        const QStringList& after)
{
    static const QString kRemove = u"DELETE FROM target_key WHERE scope = ? AND key = ? AND record = ?"_s;
    static const QString kAdd = u"INSERT INTO target_key (scope, key, record) VALUES (?,?,?) ON CONFLICT "
                                u"(scope, key, record) DO NOTHING"_s;
    if (before == after) return {};
    for (const QString& key : before) {
        if (after.contains(key)) continue;
        if (auto done = run(database, kRemove, {scope, key, number}); !done) return done;
    }
    for (const QString& key : after) {
        if (before.contains(key)) continue;
        if (auto done = run(database, kAdd, {scope, key, number}); !done) return done;
    }
    return {};
}

} // namespace

Result<void> TargetIndexRepository::save(const QString& connection, const QString& object,
                                         const QList<TargetIndexRow>& rows)
{
    const auto scope = m_database.intern(scopeOf(connection, object));
    if (!scope) return fail(scope.error());
    auto known = knownRecords(m_database, *scope, rows);
    if (!known) return fail(std::move(known.error()));
    for (const TargetIndexRow& row : rows) {
        const auto before = known->constFind(row.id);
        const bool there = before != known->cend();
        const auto number =
            keep(m_database, *scope, row, there ? std::optional<qint64>(before->number) : std::nullopt);
        if (!number) return fail(number.error());
        const QStringList keys = there ? before->keys : QStringList();
        if (auto done = changeKeys(m_database, *scope, *number, keys, row.keys); !done) return done;
        known->insert(row.id, Known{*number, row.keys}); // a record may be listed twice
    }
    return {};
}

Result<QHash<QString, QList<TargetIndexRow>>>
TargetIndexRepository::byKeys(const QString& connection, const QString& object, const QStringList& keys)
{
    static const IdQuery kByKeys(
        u"SELECT target_key.key, target_record.id, external_key, title, version, usable, keys FROM "
        u"target_key "
        "JOIN target_record ON target_record.number = target_key.record "
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

Result<QHash<QString, TargetIndexRow>>
TargetIndexRepository::byIds(const QString& connection, const QString& object, const QStringList& ids)
{
    static const IdQuery kByIds(u"SELECT id, external_key, title, version, usable, keys FROM target_record "
                                u"WHERE scope = ? AND substr(id, -10) IN ("_s,
                                u")"_s);
    QHash<QString, TargetIndexRow> found;
    const auto scope = m_database.interned(scopeOf(connection, object));
    if (!scope) return fail(scope.error());
    if (*scope < 0) return found;
    std::optional<Error> broken;
    auto read = kByIds.read(m_database, {*scope}, idTails(ids), [&](const Database::Row& row) {
        if (!ids.contains(row.text(0))) return true; // another id with the same end
        auto keys = jsonAt(row, 5);
        if (!keys) {
            broken = std::move(keys.error());
            return false;
        }
        found.insert(row.text(0), TargetIndexRow{row.text(0), row.text(1), row.text(2), row.text(3),
                                                 row.integer(4) != 0, textsOf(*keys)});
        return true;
    });
    if (!read) return fail(std::move(read.error()));
    if (broken) return fail(std::move(*broken));
    return found;
}

} // namespace tieout::store
