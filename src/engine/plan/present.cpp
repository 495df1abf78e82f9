#include "engine/plan/present.h"

namespace tieout::engine {

Task<Result<Present>> readPresent(connectors::Connector& target, QString object, QStringList ids,
                                  StopToken stop)
{
    connectors::ReadRequest request;
    request.object = object;
    request.paths = target.targetPaths(object);
    request.ids = std::move(ids);
    Present present;
    const auto pages = target.read(request);
    while (true) {
        const Result<std::optional<connectors::Page>> page = co_await pages->next(stop);
        if (!page) co_return tl::unexpected(page.error());
        if (!*page) break;
        for (const auto& record : (*page)->records) {
            const auto found = target.toTarget(object, record);
            present.insert(found.id, found);
        }
    }
    co_return present;
}

} // namespace tieout::engine
