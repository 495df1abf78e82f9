#include "engine/discover/knownsources.h"

#include "store/repositories.h"

namespace tieout::engine {

Task<Result<KnownSources>> knownSources(QString flow, QStringList ids, store::Store& store)
{
    std::function<Result<KnownSources>(store::Database&)> look =
        [=](store::Database& database) -> Result<KnownSources> {
        KnownSources known;
        auto links = store::LinkRepository(database).bySource(flow, ids);
        if (!links) return tl::unexpected(links.error());
        known.links = std::move(*links);
        const auto problems = store::ProblemRepository(database).openSources(flow, ids);
        if (!problems) return tl::unexpected(problems.error());
        known.problems = QSet<QString>(problems->begin(), problems->end());
        return known;
    };
    Result<KnownSources> known = co_await store.read<KnownSources>(look);
    co_return known;
}

} // namespace tieout::engine
