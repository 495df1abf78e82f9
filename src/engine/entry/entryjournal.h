#pragma once

#include "connectors/connector.h"

namespace tieout::engine {

// How rows that a person entered stand in the write journal, which keeps no content: enough to find out after
// a crash what became of them. Pure.

/// The flow under which entries of a connection are kept.
[[nodiscard]] QString entryFlowOf(const QString& connection);
/// Names a row: the batch's key and the row's place in the entry, which is its place in the run.
[[nodiscard]] QString entrySource(const QString& idempotencyKey, qsizetype place);
[[nodiscard]] qsizetype entryPlace(const QString& source); ///< -1: not such a name
/// The names of the fields that a row sets, and after "\n" of those it empties. Kept as the row's version.
[[nodiscard]] QString entryFields(const connectors::WriteRow& row);

struct EntryFields {
    QStringList set;
    QStringList emptied;
};
[[nodiscard]] EntryFields entryFieldsFrom(const QString& kept);

// A file on its way to a record: the batch's key says so, its only row has the record's id as the target, the
// file's name as the key, its size as the version.
[[nodiscard]] QString fileKey(const QString& unique);
[[nodiscard]] bool isFileKey(const QString& idempotencyKey);
[[nodiscard]] quint64 fileContentHash(const QByteArray& content);

} // namespace tieout::engine
