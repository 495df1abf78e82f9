#include "service/reportfile.h"

#include "connectors/files/xlsx/xlsxreport.h"
#include "engine/pool.h"

namespace tieout::service {

Task<Result<void>> writeReportFile(QString path, model::Report report)
{
    std::function<Result<bool>()> work = [path, report]() -> Result<bool> {
        if (auto done = connectors::writeReport(path, report); !done) return tl::unexpected(done.error());
        return true;
    };
    const Result<bool> done = co_await engine::onPool<Result<bool>>(work);
    if (!done) co_return tl::unexpected(done.error());
    co_return Result<void>();
}

} // namespace tieout::service
