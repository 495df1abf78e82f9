#include "connectors/sql/sqladvice.h"

#include "connectors/sql/sqldialect.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

SqlDialectId dialectOf(const SqlAdviceRequest& request)
{
    if (request.kind == SqlKind::MySql) return SqlDialectId::MySql;
    return request.kind == SqlKind::Odbc && request.sqlServer ? SqlDialectId::SqlServer
                                                              : SqlDialectId::Postgres;
}

QString text(QString value)
{
    return u'\'' + value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"''"_s) + u'\'';
}

QStringList makeUser(const SqlAdviceRequest& request, const SqlDialect& dialect, const QString& user)
{
    switch (dialect.id()) {
    case SqlDialectId::MySql:
        return {u"CREATE USER %1 IDENTIFIED BY '<password>';"_s.arg(user)};
    case SqlDialectId::SqlServer:
        return {u"CREATE LOGIN %1 WITH PASSWORD = '<password>';"_s.arg(user),
                u"CREATE USER %1 FOR LOGIN %1;"_s.arg(user)};
    default:
        return {
            u"CREATE ROLE %1 LOGIN PASSWORD '<password>' NOSUPERUSER NOCREATEDB NOCREATEROLE;"_s.arg(user),
            u"GRANT CONNECT ON DATABASE %1 TO %2;"_s.arg(dialect.quoted(request.database), user)};
    }
}

} // namespace

QString leastPrivilege(const SqlAdviceRequest& request)
{
    if (request.kind == SqlKind::Sqlite) return {};
    const auto dialect = SqlDialect::make(dialectOf(request));
    const bool mysql = dialect->id() == SqlDialectId::MySql;
    const QString user = mysql ? text(request.user) + u"@'%'"_s : dialect->quoted(request.user);
    QStringList lines = makeUser(request, *dialect, user);
    QStringList schemas;
    for (const TableName& table : request.read + request.write) {
        if (!schemas.contains(table.schema)) schemas += table.schema;
    }
    if (dialect->id() == SqlDialectId::Postgres) {
        for (const QString& schema : std::as_const(schemas))
            lines += u"GRANT USAGE ON SCHEMA %1 TO %2;"_s.arg(dialect->quoted(schema), user);
    }
    for (const TableName& table : request.read) {
        if (!request.write.contains(table))
            lines += u"GRANT SELECT ON "_s + dialect->tableText(table) + u" TO "_s + user + u';';
    }
    for (const TableName& table : request.write)
        lines += u"GRANT SELECT, INSERT, UPDATE ON "_s + dialect->tableText(table) + u" TO "_s + user + u';';
    if (dialect->id() == SqlDialectId::Postgres && !request.write.isEmpty()) {
        lines += u"-- only where a key is numbered by a sequence of its own (serial):"_s;
        for (const QString& schema : std::as_const(schemas))
            lines += u"GRANT USAGE ON ALL SEQUENCES IN SCHEMA %1 TO %2;"_s.arg(dialect->quoted(schema), user);
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace tieout::connectors
