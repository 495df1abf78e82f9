#include "connectors/sql/sqlform.h"

#include "connectors/marked.h"

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
        choice(u"kind"_s, marked("Kind of database"),
               {{u"postgresql"_s, marked("PostgreSQL")},
                {u"mysql"_s, marked("MySQL or MariaDB")},
                {u"sqlite"_s, marked("SQLite file")},
                {u"odbc"_s, marked("SQL Server or another, by ODBC")}}),
        of(kNetworked, usually(u"localhost"_s, line(u"host"_s, marked("Computer"), Kind::Text,
                                                    marked("Name or address of the computer that holds the "
                                                           "database.")))),
        of(kNetworked, line(u"port"_s, marked("Port"), Kind::Number, marked("Empty: the usual one."))),
        of(kNetworked, needed(line(u"database"_s, marked("Database"), Kind::Text))),
        of(kNetworked,
           needed(line(u"user"_s, marked("User name"), Kind::Text,
                       marked("Best a user made for this purpose, with no more rights than needed.")))),
        of(kNetworked, line(u"password"_s, marked("Password"), Kind::Secret,
                            marked("Kept in this computer's keychain."))),
        of({u"sqlite"_s}, needed(line(u"file"_s, marked("File"), Kind::File))),
        of(kOdbc, line(u"odbcSource"_s, marked("Data source (DSN)"), Kind::Text,
                       marked("As it is named in this computer's ODBC settings."))),
        of(kOdbc,
           line(u"odbcDriver"_s, marked("ODBC driver"), Kind::Text,
                marked("For example “ODBC Driver 18 for SQL Server”; used with computer and database."))),
        folded(of(kOdbc, line(u"connectionString"_s, marked("Further ODBC settings"), Kind::Text,
                              marked("Such as Encrypt=yes;TrustServerCertificate=no. Never a password.")))),
        choice(u"access"_s, marked("Access"),
               {{u"write"_s, marked("Read and write")}, {u"read"_s, marked("Read only")}}),
    };
}

QList<FormField> safetyLines()
{
    return {
        of(kServers, choice(u"tls"_s, marked("Encryption"),
                            {{u"automatic"_s, marked("Encrypted to other computers")},
                             {u"require"_s, marked("Always encrypted")},
                             {u"verify"_s, marked("Encrypted, and the computer's certificate is checked")},
                             {u"off"_s, marked("Never encrypted")}})),
        of(kServers,
           line(u"certificate"_s, marked("Certificate authority"), Kind::File,
                marked("File with the certificate of who signed the database computer's certificate."))),
    };
}

QList<FormField> paceLines()
{
    return {
        line(u"localZone"_s, marked("Time zone of times without a zone"), Kind::Text,
             marked("For example Australia/Sydney. Empty: such times are kept as text.")),
        usually(u"300"_s,
                line(u"overlap"_s, marked("Read again before the last change"), Kind::Number,
                     marked("Seconds (or steps, for a counter): changes that were saved late are found "
                            "this way."))),
        of(kNetworked,
           usually(u"15"_s, line(u"connectSeconds"_s, marked("Longest wait for a connection, in seconds"),
                                 Kind::Number))),
        usually(u"60"_s,
                line(u"querySeconds"_s, marked("Longest wait for an answer, in seconds"), Kind::Number)),
        usually(u"10"_s,
                line(u"lockSeconds"_s, marked("Longest wait for a locked table, in seconds"), Kind::Number)),
        usually(u"1000"_s, line(u"pageRows"_s, marked("Rows read at a time"), Kind::Number)),
        usually(u"1000"_s, line(u"batchRows"_s, marked("Rows written at a time"), Kind::Number)),
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
