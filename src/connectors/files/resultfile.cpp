#include "connectors/files/resultfile.h"

#include "connectors/files/rowrecords.h"
#include "connectors/files/tablewriter.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

/// A cell as it was: a spreadsheet's numbers and dates stay such.
Value copied(const TableReader& table, int column)
{
    CellFault fault = CellFault::None;
    return table.cell(column, table.ownType(column), &fault);
}

} // namespace

Result<ResultCounts> writeResultFile(const ReadFile& file, const FileSettings& settings,
                                     const RowEndings& endings)
{
    const auto now = FileShelf::look(file.file.path);
    if (!now || !(*now == file.file))
        return fail(ErrorKind::Conflict, u"file.changed"_s, file.file.path, {file.file.name});
    const Result<RowIdentity> identity = RowIdentity::of(file.layout, settings.keyColumns, file.idName);
    if (!identity) return tl::unexpected(identity.error());
    Result<std::unique_ptr<TableReader>> table = openTable(file.file.path, file.layout);
    if (!table) return tl::unexpected(table.error());
    const QString path = FileShelf::resultPath(file.file.path);
    WriteStyle style = WriteStyle::of(settings, path);
    if (!file.layout.spreadsheet) style.delimiter = file.layout.dialect.delimiter;
    Result<std::unique_ptr<TableWriter>> out = createTable(path, style);
    if (!out) return tl::unexpected(out.error());
    ResultCounts counts;
    const int columns = int(file.layout.columns.size());
    QList<Value> cells;
    for (const model::FileColumn& column : file.layout.columns)
        cells += Value(column.label);
    cells += {Value(u"Outcome"_s), Value(u"Reason"_s)};
    if (Result<void> put = (*out)->row(cells); !put) return tl::unexpected(put.error());
    for (;;) {
        const Result<bool> more = (*table)->next();
        if (!more) return tl::unexpected(more.error());
        if (!*more) break;
        if ((*table)->line() <= file.layout.skipUntil) continue;
        std::optional<Error> ignored;
        const RowEnding ending = endings(identity->idOf(**table, &ignored));
        ++counts.rows;
        counts.problems += ending.isProblem;
        cells.clear();
        for (int c = 0; c < columns; ++c)
            cells += copied(**table, c);
        cells += {Value(ending.outcome), Value(ending.reason)};
        if (Result<void> put = (*out)->row(cells); !put) return tl::unexpected(put.error());
    }
    if (Result<void> committed = (*out)->commit(); !committed) return tl::unexpected(committed.error());
    return counts;
}

} // namespace tieout::connectors
