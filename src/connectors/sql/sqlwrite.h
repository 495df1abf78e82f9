#pragma once

#include "connectors/connector.h"
#include "connectors/sql/sqlsession.h"

namespace tieout::connectors {

/// Rows on their way into a table. Held by value by the work that writes them.
struct SqlBatch {
    TableUse use;
    Operation operation = Operation::Create;
    QList<WriteRow> rows;
    QByteArray localZone;
};

/// Rows may be new; updates and deletions name rows by their keys.
[[nodiscard]] inline bool isCreating(Operation operation)
{
    return operation == Operation::Create || operation == Operation::Upsert;
}

/// Writes a batch in one transaction, in as few statements as the database allows. A row that is refused
/// costs only itself: the statement is undone and its halves are tried. One outcome per row, in row order.
/// An error says that nothing of the batch is there, except kind Uncertain: the connection broke while
/// committing. Worker thread.
[[nodiscard]] Result<QList<model::RowOutcome>> writeSqlBatch(SqlSession& session, const SqlBatch& batch);

} // namespace tieout::connectors
