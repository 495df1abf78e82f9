#pragma once

#include "base/result.h"
#include "model/connection.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace tieout::connectors {

enum class SqlKind : quint8 { Postgres, MySql, Sqlite, Odbc };
/// Automatic: encrypted to other machines, plain on this one.
enum class SqlTls : quint8 { Automatic, Require, Verify, Off };
/// What creating a record does when the table has one with the same key.
enum class OnExisting : quint8 { Refuse, Update };

/// What a person chose for one table; empty members are the connector's own choice.
struct TableChoice {
    QStringList key;     ///< columns that tell rows apart; for views and tables without a key
    QString change;      ///< column that grows with each change; empty = every run reads the whole table
    QString externalKey; ///< column that holds our key, to look records up
    OnExisting onExisting = OnExisting::Refuse;

    bool operator==(const TableChoice&) const = default;
};

/// A database connection's settings, checked. The password is not among them: it stays in the vault.
struct SqlSettings {
    SqlKind kind = SqlKind::Postgres;
    QString host; ///< a name or address; a path is the folder (PostgreSQL) or file (MySQL) of a socket
    int port = 0; ///< 0 = the system's usual one
    QString database;
    QString user;
    SqlTls tls = SqlTls::Automatic;
    QString certificate; ///< file of the authority that signed the server's certificate
    QString file;        ///< SQLite
    QString odbcDriver;
    QString odbcSource;       ///< DSN
    QString connectionString; ///< ODBC, without a password
    QByteArray localZone;     ///< IANA zone of times without a zone; empty = such times stay text
    std::chrono::seconds connectLimit{15};
    std::chrono::seconds queryLimit{60};
    std::chrono::seconds lockLimit{10};
    qint64 overlap = 300; ///< seconds of a time, steps of a counter, that are read again before a cursor
    int pageRows = 1000;
    int batchRows = 1000;
    bool readOnly = false;
    QHash<QString, TableChoice> tables; ///< by object name

    [[nodiscard]] bool encrypted() const; ///< whether the connection must be
    [[nodiscard]] bool local() const;     ///< the server is on this machine
    bool operator==(const SqlSettings&) const = default;
};

/// Reads a connection's settings. Error: BadConfig "sql.setting-missing" | "sql.setting" |
/// "sql.password-in-settings" | "sql.tls-unchecked"; the first fact is the setting's label.
[[nodiscard]] Result<SqlSettings> sqlSettings(const model::Connection& connection);

/// Keys of a table's choices in a connection's settings: "table.public.invoices.change".
[[nodiscard]] QString tableSetting(const QString& object, const QString& choice);

/// The system id of database connections.
inline const QString kSqlSystem = QStringLiteral("database");

} // namespace tieout::connectors
