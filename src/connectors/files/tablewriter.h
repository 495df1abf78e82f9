#pragma once

#include "connectors/files/celltext.h"

#include <memory>

namespace tieout::connectors {

/// How a file is written.
struct WriteStyle {
    char delimiter = ',';
    DecimalMark decimals = DecimalMark::Point;
    DateOrder dates = DateOrder::YearMonthDay;
    bool byteOrderMark = true; ///< Excel takes a CSV without it for Windows-1252
    bool spreadsheet = false;

    /// Of the connection's settings; the ending of `path` says which kind of file.
    [[nodiscard]] static WriteStyle of(const FileSettings& settings, const QString& path);
};

/// Writes a table beside its place and puts it there as a whole at the end; until then the old file stays.
/// One thread. Errors: LocalFault "file.write" | "file.disk-full" | "file.read-only", RowRejected
/// "file.cell-too-long" | "file.too-many-rows".
class TableWriter
{
  public:
    virtual ~TableWriter() = default;
    [[nodiscard]] virtual Result<void> row(const QList<model::Value>& cells) = 0;
    [[nodiscard]] virtual Result<void> commit() = 0;
};

[[nodiscard]] Result<std::unique_ptr<TableWriter>> createTable(const QString& path, const WriteStyle& style);

/// Text that a spreadsheet program would run as a formula gets an apostrophe in front; numbers do not.
[[nodiscard]] QString formulaSafe(const QString& text);

} // namespace tieout::connectors
