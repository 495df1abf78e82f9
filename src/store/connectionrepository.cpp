#include "store/connectionrepository.h"

#include "store/columns.h"

namespace tieout::store {

using namespace Qt::StringLiterals;
using model::Connection;
using model::ConnectionState;

namespace {

const QString kSelect =
    u"SELECT id, system, organisation, tenant_id, authorised_by, scopes, settings, practice, "
    "writable, state, state_text, authorised_at, renew_by, colour FROM connection"_s;

Json settingsJson(const QHash<QString, QString>& settings)
{
    QStringList names = settings.keys();
    names.sort();
    Json::Object members;
    for (const QString& name : names)
        members.append({name, Json(settings.value(name))});
    return Json(std::move(members));
}

Result<Connection> connectionAt(const Database::Row& row)
{
    const auto scopes = jsonAt(row, 5);
    if (!scopes) return fail(scopes.error());
    const auto settings = jsonAt(row, 6);
    if (!settings) return fail(settings.error());
    Connection connection;
    connection.id = row.text(0);
    connection.system = row.text(1);
    connection.organisation = row.text(2);
    connection.tenantId = row.text(3);
    connection.authorisedBy = row.text(4);
    connection.scopes = textsOf(*scopes);
    for (const auto& [name, value] : settings->toObject())
        connection.settings.insert(name, value.toText());
    connection.practice = row.integer(7) != 0;
    connection.writable = row.integer(8) != 0;
    connection.state = enumAt(row, 9, ConnectionState::SignedOut);
    connection.stateText = row.text(10);
    connection.authorisedAt = row.instant(11);
    connection.renewBy = row.instant(12);
    connection.colour = int(row.integer(13));
    return connection;
}

} // namespace

Result<QList<Connection>> ConnectionRepository::all()
{
    return readRows<Connection>(m_database, kSelect + u" ORDER BY position"_s, {}, connectionAt);
}

Result<std::optional<Connection>> ConnectionRepository::byId(const QString& id)
{
    return readRow<Connection>(m_database, kSelect + u" WHERE id = ?"_s, {id}, connectionAt);
}

Result<void> ConnectionRepository::save(const Connection& connection)
{
    static const QString kSave =
        u"INSERT INTO connection (id, system, organisation, tenant_id, authorised_by, scopes, settings, "
        u"practice, "
        "writable, state, state_text, authorised_at, renew_by, colour) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?) "
        "ON CONFLICT (id) DO UPDATE SET system = excluded.system, organisation = excluded.organisation, "
        "tenant_id = excluded.tenant_id, authorised_by = excluded.authorised_by, scopes = excluded.scopes, "
        "settings = excluded.settings, practice = excluded.practice, writable = excluded.writable, "
        "state = excluded.state, state_text = excluded.state_text, authorised_at = excluded.authorised_at, "
        "renew_by = excluded.renew_by, colour = excluded.colour"_s;
    return run(m_database, kSave,
               {connection.id, connection.system, connection.organisation, connection.tenantId,
                connection.authorisedBy, column(jsonOf(connection.scopes)),
                column(settingsJson(connection.settings)), int(connection.practice), int(connection.writable),
                int(connection.state), connection.stateText, column(connection.authorisedAt),
                column(connection.renewBy), connection.colour});
}

Result<void> ConnectionRepository::remove(const QString& id)
{
    return run(m_database, u"DELETE FROM connection WHERE id = ?"_s, {id});
}

} // namespace tieout::store
