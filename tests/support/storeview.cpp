#include "support/storeview.h"

#include "store/repositories.h"

namespace tieout::support {

namespace {

constexpr int kMostRecords = 1000;

template<class T>
T answered(Result<T> answer)
{
    if (!answer) qFatal("%s: %s", qPrintable(answer.error().code), qPrintable(answer.error().text));
    return std::move(*answer);
}

} // namespace

std::optional<model::RunReport> runIn(TempWorkspace& workspace, qint64 run)
{
    return answered(workspace.read<std::optional<model::RunReport>>(
        [run](store::Database& database) { return store::RunRepository(database).byId(run); }));
}

QList<model::RunRecord> recordsIn(TempWorkspace& workspace, qint64 run)
{
    return answered(workspace.read<QList<model::RunRecord>>([run](store::Database& database) {
        return store::RunRepository(database).records(run, {}, 0, kMostRecords);
    }));
}

qsizetype openRowsIn(TempWorkspace& workspace, const QString& flow)
{
    const auto batches = answered(workspace.read<QList<store::JournalBatch>>(
        [flow](store::Database& database) { return store::JournalRepository(database).open(flow); }));
    qsizetype rows = 0;
    for (const auto& batch : batches)
        rows += batch.rows.size();
    return rows;
}

} // namespace tieout::support
