#pragma once

#include "base/error.h"

QT_BEGIN_NAMESPACE
class QSqlError;
QT_END_NAMESPACE

namespace tieout::connectors {

enum class SqlDialectId : quint8 { Postgres, MySql, Sqlite, SqlServer };

/// What a database said, as one of our errors. `text` is its own words, in its own language. Facts of a row:
/// the column as far as it is known, the table's label, those words; of a failed attempt to connect: host,
/// database, user. Codes:
/// RowRejected "sql.unique" "sql.not-null" "sql.foreign-key" "sql.referenced" "sql.too-long"
///   "sql.out-of-range" "sql.check" "sql.wrong-kind" "sql.characters" "sql.refused"
/// Retry "sql.deadlock" "sql.locked" "sql.time-limit" "sql.lost" "sql.unreachable" "sql.busy"
/// NeedsLogin "sql.sign-in"
/// BadConfig "sql.no-right" "sql.read-only" "sql.unknown-host" "sql.unknown-database" "sql.tls"
///   "sql.schema-changed" "sql.no-driver" "sql.file"
/// RemoteFault "sql.disk-full" "sql.statement"
/// `state` is the SQLSTATE or the native number, as far as the driver gives one.
[[nodiscard]] Error sqlFault(SqlDialectId dialect, const QString& state, const QString& words);
[[nodiscard]] Error sqlFault(SqlDialectId dialect, const QSqlError& error);

/// The same for a failed attempt to connect.
[[nodiscard]] Error sqlConnectFault(SqlDialectId dialect, const QSqlError& error);

/// True for faults of a single row: the others of its batch can go on without it.
[[nodiscard]] bool isRowFault(const Error& error);
/// True when the connection is gone.
[[nodiscard]] bool isLost(const Error& error);

} // namespace tieout::connectors
