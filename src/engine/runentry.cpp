#include "engine/runentry.h"

#include "base/backoff.h"

namespace tieout::engine {

using model::Outcome;

namespace {

/// A held record waits for a person; the others come back by themselves, later each time.
Result<void> stretchWaits(store::ProblemRepository& repository, QList<model::Problem>& problems, Instant now)
{
    QStringList ids;
    for (const auto& problem : problems)
        if (problem.outcome != Outcome::Held) ids += problem.sourceId;
    if (ids.isEmpty()) return {};
    const auto before = repository.failures(problems.first().flow, ids);
    if (!before) return tl::unexpected(before.error());
    for (auto& problem : problems)
        if (problem.outcome != Outcome::Held)
            problem.nextTry = now + nextTryDelay(before->value(problem.sourceId) + 1);
    return {};
}

} // namespace

bool RunEntry::isEmpty() const
{
    return !settlement && links.isEmpty() && index.isEmpty() && records.isEmpty() && problems.isEmpty() &&
           solved.isEmpty() && asides.isEmpty() && cursor.isEmpty();
}

Result<void> RunEntry::keepProblems(store::Database& database) const
{
    store::ProblemRepository repository(database);
    auto reported = problems;
    if (auto done = stretchWaits(repository, reported, at); !done) return done;
    if (auto done = repository.report(reported); !done) return done;
    for (auto it = solved.cbegin(); it != solved.cend(); ++it)
        if (auto done = repository.solve(it.key(), it.value(), at); !done) return done;
    return {};
}

Result<bool> RunEntry::keep(store::Database& database) const
{
    if (settlement) {
        auto done = store::JournalRepository(database).settle(settlement->batch, settlement->states);
        if (!done) return tl::unexpected(done.error());
    }
    if (auto done = store::LinkRepository(database).save(links); !done) return tl::unexpected(done.error());
    store::TargetIndexRepository targets(database);
    for (auto it = index.cbegin(); it != index.cend(); ++it)
        if (auto done = targets.save(targetConnection, it.key(), it.value()); !done)
            return tl::unexpected(done.error());
    if (auto done = store::RunRepository(database).addRecords(records); !done)
        return tl::unexpected(done.error());
    if (auto done = keepProblems(database); !done) return tl::unexpected(done.error());
    if (auto done = asides.keep(database); !done) return tl::unexpected(done.error());
    if (cursor.isEmpty()) return true;
    auto moved = store::CursorRepository(database).set(flow, cursorConnection, cursorObject, cursor);
    if (!moved) return tl::unexpected(moved.error());
    return true;
}

} // namespace tieout::engine
