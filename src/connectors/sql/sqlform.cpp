#include "connectors/sql/sqlform.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::FormField;
using Kind = FormField::Kind;

namespace {

const QStringList kServers{u"postgresql"_s, u"mysql"_s};
const QStringList kNetworked{u"postgresql"_s, u"mysql"_s, u"odbc"_s};
const QStringList kOdbc{u"odbc"_s};

FormField line(const QString& name, const QString& label, Kind kind, const QString& hint = {})
{
    FormField field;
    field.name = name;
    field.label = label;
    field.kind = kind;
    field.hint = hint;
    field.optional = true;
    return field;
}

FormField choice(const QString& name, const QString& label, const QList<FormField::Option>& options)
{
    FormField field = line(name, label, Kind::Choice);
    field.options = options;
    field.fallback = options.first().value;
    return field;
}

/// Asked of these kinds of databases only.
FormField of(const QStringList& databases, FormField field)
{
    field.dependsOn = u"kind"_s;
    field.dependsValues = databases;
    return field;
}

FormField needed(FormField field)
{
    field.optional = false;
    return field;
}

FormField usually(const QString& fallback, FormField field)
{
    field.fallback = fallback;
    return field;
}

FormField folded(FormField field)
{
    field.advanced = true;
    return field;
}

QList<FormField> placeLines()
{
    return {
        choice(u"kind"_s, u"Kind of database"_s,
               {{u"postgresql"_s, u"PostgreSQL"_s},
                {u"mysql"_s, u"MySQL or MariaDB"_s},
                {u"sqlite"_s, u"SQLite file"_s},
                {u"odbc"_s, u"SQL Server or another, by ODBC"_s}}),
        of(kNetworked, usually(u"localhost"_s, line(u"host"_s, u"Computer"_s, Kind::Text,
                                                    u"Name or address of the computer that holds the "
                                                    "database."_s))),
        of(kNetworked, line(u"port"_s, u"Port"_s, Kind::Number, u"Empty: the usual one."_s)),
        of(kNetworked, needed(line(u"database"_s, u"Database"_s, Kind::Text))),
        of(kNetworked,
           needed(line(u"user"_s, u"User name"_s, Kind::Text,
                       u"Best a user made for this purpose, with no more rights than needed."_s))),
        of(kNetworked,
           line(u"password"_s, u"Password"_s, Kind::Secret, u"Kept in this computer's keychain."_s)),
        of({u"sqlite"_s}, needed(line(u"file"_s, u"File"_s, Kind::File))),
        of(kOdbc, line(u"odbcSource"_s, u"Data source (DSN)"_s, Kind::Text,
                       u"As it is named in this computer's ODBC settings."_s)),
        of(kOdbc, line(u"odbcDriver"_s, u"ODBC driver"_s, Kind::Text,
                       u"For example “ODBC Driver 18 for SQL Server”; used with computer and database."_s)),
        folded(of(kOdbc, line(u"connectionString"_s, u"Further ODBC settings"_s, Kind::Text,
                              u"Such as Encrypt=yes;TrustServerCertificate=no. Never a password."_s))),
        choice(u"access"_s, u"Access"_s, {{u"write"_s, u"Read and write"_s}, {u"read"_s, u"Read only"_s}}),
    };
}

QList<FormField> safetyLines()
{
    return {
        of(kServers, choice(u"tls"_s, u"Encryption"_s,
                            {{u"automatic"_s, u"Encrypted to other computers"_s},
                             {u"require"_s, u"Always encrypted"_s},
                             {u"verify"_s, u"Encrypted, and the computer's certificate is checked"_s},
                             {u"off"_s, u"Never encrypted"_s}})),
        of(kServers, line(u"certificate"_s, u"Certificate authority"_s, Kind::File,
                          u"File with the certificate of who signed the database computer's certificate."_s)),
    };
}

QList<FormField> paceLines()
{
    return {
        line(u"localZone"_s, u"Time zone of times without a zone"_s, Kind::Text,
             u"For example Australia/Sydney. Empty: such times are kept as text."_s),
        usually(u"300"_s, line(u"overlap"_s, u"Read again before the last change"_s, Kind::Number,
                               u"Seconds (or steps, for a counter): changes that were saved late are found "
                               "this way."_s)),
        of(kNetworked, usually(u"15"_s, line(u"connectSeconds"_s,
                                             u"Longest wait for a connection, in seconds"_s, Kind::Number))),
        usually(u"60"_s, line(u"querySeconds"_s, u"Longest wait for an answer, in seconds"_s, Kind::Number)),
        usually(u"10"_s,
                line(u"lockSeconds"_s, u"Longest wait for a locked table, in seconds"_s, Kind::Number)),
        usually(u"1000"_s, line(u"pageRows"_s, u"Rows read at a time"_s, Kind::Number)),
        usually(u"1000"_s, line(u"batchRows"_s, u"Rows written at a time"_s, Kind::Number)),
    };
}

} // namespace

QList<FormField> sqlForm()
{
    QList<FormField> form = placeLines();
    for (const FormField& field : safetyLines() + paceLines())
        form += folded(field);
    return form;
}

} // namespace tieout::connectors
