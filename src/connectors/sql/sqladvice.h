#pragma once

#include "connectors/sql/sqltable.h"

namespace tieout::connectors {

/// Statements for the person who administers the database: a user that may do exactly what is needed.
struct SqlAdviceRequest {
    SqlKind kind = SqlKind::Postgres;
    bool sqlServer = false; ///< of an ODBC connection
    QString user;
    QString database;
    QList<TableName> read;
    QList<TableName> write; ///< read, insert and update; never delete
};
/// Empty for SQLite, whose rights are those of the file. The password is left for the administrator to fill.
[[nodiscard]] QString leastPrivilege(const SqlAdviceRequest& request);

} // namespace tieout::connectors
