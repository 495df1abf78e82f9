#include "service/tablefile.h"

#include "connectors/files/tablewriter.h"
#include "engine/pool.h"

using namespace Qt::StringLiterals;

namespace tieout::service {
namespace {

Result<bool> written(const QString& path, const QList<QList<model::Value>>& rows)
{
    connectors::WriteStyle style;
    style.spreadsheet = path.endsWith(u".xlsx"_s, Qt::CaseInsensitive);
    auto table = connectors::createTable(path, style);
    if (!table) return tl::unexpected(table.error());
    for (const QList<model::Value>& row : rows) {
        if (auto done = (*table)->row(row); !done) return tl::unexpected(done.error());
    }
    if (auto done = (*table)->commit(); !done) return tl::unexpected(done.error());
    return true;
}

} // namespace

Task<Result<void>> writeTableFile(QString path, QList<QList<model::Value>> rows)
{
    std::function<Result<bool>()> work = [path, rows] { return written(path, rows); };
    const Result<bool> done = co_await engine::onPool<Result<bool>>(work);
    if (!done) co_return tl::unexpected(done.error());
    co_return Result<void>();
}

} // namespace tieout::service
