#include "engine/discover/departures.h"

#include "engine/discover/knownsources.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::Outcome;

namespace {

Error departedError(ErrorKind kind, const QStringList& facts)
{
    return errorOf(kind, u"source.deleted"_s, u"deleted in the source"_s, facts);
}

} // namespace

std::optional<Ending> Departures::endingOf(Subject subject, Seen seen) const
{
    if (!subject.link) {
        // Nothing was written: what it was held for is no longer a question.
        if (!subject.hadProblem) return {};
        return m_lane.ending(subject, Outcome::Skipped, departedError(ErrorKind::Conflict, {}));
    }
    const bool isKnown = subject.link->sourceVersion == kDepartedVersion;
    if (isKnown && seen == Seen::InChanges) return {};
    const QStringList facts{m_lane.documentName(), subject.link->targetNumber};
    auto held = m_lane.ending(subject, Outcome::Held, departedError(ErrorKind::Conflict, facts));
    held.link = subject.link;
    held.link->sourceVersion = kDepartedVersion;
    return held;
}

Task<Result<void>> Departures::end(QStringList ids, QList<model::Record> shown, Seen seen)
{
    ids.removeAll(QString());
    if (ids.isEmpty()) co_return Result<void>();
    const QString flow = m_lane.flow().id;
    const QString key = m_lane.flow().sourceKey;
    QHash<QString, model::Record> records;
    for (const auto& record : std::as_const(shown))
        records.insert(record.path(key).toPlainText(), record);
    const Result<KnownSources> known = co_await knownSources(flow, ids, m_store);
    if (!known) co_return tl::unexpected(known.error());
    QList<Ending> endings;
    for (const auto& id : std::as_const(ids)) {
        Subject subject;
        subject.sourceId = id;
        subject.sourceVersion = kDepartedVersion;
        subject.record = records.value(id);
        subject.hadProblem = known->problems.contains(id);
        if (const auto link = known->links.constFind(id); link != known->links.cend()) subject.link = *link;
        if (auto ending = endingOf(std::move(subject), seen)) endings += std::move(*ending);
    }
    const Result<void> kept = co_await m_book.record(std::move(endings), std::nullopt);
    co_return kept;
}

} // namespace tieout::engine
