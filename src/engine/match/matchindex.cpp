#include "engine/match/matchindex.h"

#include "engine/match/matchkeys.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;

MatchIndex::MatchIndex(const model::Flow& flow, Sharing sharing, QString connection,
                       connectors::Connector& target, store::Store& store, StopToken stop)
    : m_flow(flow.id)
    , m_rules(flow.match)
    , m_connection(std::move(connection))
    , m_object(flow.to.object)
    , m_target(target)
    , m_store(store)
    , m_stop(std::move(stop))
    , m_decisions(sharing)
{
}

QList<store::TargetIndexRow> MatchIndex::rowsOf(const QList<model::Record>& records) const
{
    QList<store::TargetIndexRow> rows;
    for (const auto& record : records) {
        const auto target = m_target.toTarget(m_object, record);
        const auto& name = target.record.value(u"Name");
        store::TargetIndexRow row;
        row.id = target.id;
        row.externalKey = target.externalKey;
        row.version = target.version;
        row.usable = target.usable;
        row.title = name.isBlank() ? target.number : name.toPlainText();
        row.keys = matchKeys(target.record, m_rules);
        row.keys.removeAll(QString());
        rows += row;
    }
    return rows;
}

Task<Result<void>> MatchIndex::refresh()
{
    if (m_fresh || m_rules.isEmpty()) co_return Result<void>();
    const QString connection = m_connection, object = m_object, name = u"match:"_s + m_object;
    std::function<Result<QString>(store::Database&)> get = [=](store::Database& database) {
        return store::CursorRepository(database).get(name, connection, object);
    };
    const Result<QString> cursor = co_await m_store.read<QString>(get);
    if (!cursor) co_return tl::unexpected(cursor.error());

    connectors::ReadRequest request;
    request.object = object;
    request.paths = m_target.targetPaths(object);
    request.since = *cursor;
    const auto pages = m_target.read(request);
    while (true) {
        const Result<std::optional<connectors::Page>> page = co_await pages->next(m_stop);
        if (!page) co_return tl::unexpected(page.error());
        if (!*page) break;
        const auto rows = rowsOf((*page)->records);
        const QString reached = (*page)->cursor;
        std::function<Result<bool>(store::Database&)> keep = [=](store::Database& database) -> Result<bool> {
            if (auto done = store::TargetIndexRepository(database).save(connection, object, rows); !done)
                return tl::unexpected(done.error());
            if (reached.isEmpty()) return true;
            if (auto done = store::CursorRepository(database).set(name, connection, object, reached); !done)
                return tl::unexpected(done.error());
            return true;
        };
        const Result<bool> kept = co_await m_store.write<bool>(keep);
        if (!kept) co_return tl::unexpected(kept.error());
    }
    m_fresh = true;
    const Result<void> decided = co_await readDecided();
    co_return decided;
}

Task<Result<void>> MatchIndex::readDecided()
{
    const QString connection = m_connection, object = m_object, flow = m_flow;
    std::function<Result<Decisions::Known>(store::Database&)> look = [=](store::Database& database) {
        return readDecisions(database, flow, connection, object);
    };
    Result<Decisions::Known> known = co_await m_store.read<Decisions::Known>(look);
    if (!known) co_return tl::unexpected(known.error());
    m_decisions.adopt(std::move(*known));
    co_return Result<void>();
}

/// A claim is given up only before the index is asked again: whoever asked earlier still decides without it.
void MatchIndex::dropIndexedClaims()
{
    for (const auto& key : std::as_const(m_indexedClaims))
        m_claims.remove(key);
    m_indexedClaims.clear();
}

Task<Result<MatchIndex::Candidates>> MatchIndex::candidates(QStringList keys)
{
    dropIndexedClaims();
    keys.removeAll(QString());
    if (keys.isEmpty()) co_return Candidates();
    const QString connection = m_connection, object = m_object, flow = m_flow;
    std::function<Result<Candidates>(store::Database&)> look =
        [=](store::Database& database) -> Result<Candidates> {
        auto rows = store::TargetIndexRepository(database).byKeys(connection, object, keys);
        if (!rows) return tl::unexpected(rows.error());
        QStringList ids;
        for (const auto& hits : std::as_const(*rows))
            for (const auto& hit : hits)
                ids += hit.id;
        auto links = store::LinkRepository(database).byTarget(flow, ids);
        if (!links) return tl::unexpected(links.error());
        Candidates found;
        found.index = std::move(*rows);
        for (const auto& link : std::as_const(*links))
            found.owners.insert(link.targetId, link.sourceId);
        return found;
    };
    Result<Candidates> found = co_await m_store.read<Candidates>(look);
    co_return found;
}

MatchResult MatchIndex::match(const QStringList& keys, const QString& sourceId,
                              const Candidates& candidates) const
{
    auto found = decideMatch(keys, m_rules, candidates.index, candidates.owners, sourceId);
    if (found.kind == MatchResult::Kind::None) found = claimed(keys, sourceId);
    auto result = m_decisions.applied(std::move(found), sourceId);
    result.why.context.flow = m_flow;
    result.why.context.recordKey = sourceId;
    return result;
}

/// Another record of this run is about to get the target that this one would have.
MatchResult MatchIndex::claimed(const QStringList& keys, const QString& sourceId) const
{
    MatchResult result;
    for (const auto& key : keys) {
        const auto claimed = key.isEmpty() ? m_claims.cend() : m_claims.constFind(key);
        if (claimed == m_claims.cend() || *claimed == sourceId) continue;
        result.kind = MatchResult::Kind::Ask;
        const QString title = key.section(QChar(0x1f), 1);
        const Error why = errorOf(ErrorKind::Conflict, u"match.taken"_s,
                                  u"another record of this run claims the same target"_s, {title, *claimed});
        const model::Candidate candidate{{}, title, {}, {}, *claimed};
        result.why = model::withCandidates(why, {candidate});
        break;
    }
    return result;
}

void MatchIndex::claim(const QStringList& keys, const QString& sourceId)
{
    for (const auto& key : keys)
        if (!key.isEmpty()) m_claims.insert(key, sourceId);
}

void MatchIndex::remembered(const QList<Ending>& endings)
{
    for (const auto& ending : endings) {
        if (ending.index) m_indexedClaims += ending.index->keys;
        if (ending.link && ending.link->targetVersion > m_newestWritten)
            m_newestWritten = ending.link->targetVersion;
    }
}

Task<Result<void>> MatchIndex::keepPlace()
{
    if (m_newestWritten.isEmpty() || !m_fresh) co_return Result<void>();
    const QString connection = m_connection, object = m_object, newest = m_newestWritten;
    std::function<Result<bool>(store::Database&)> keep = [=](store::Database& database) -> Result<bool> {
        auto done = store::CursorRepository(database).set(u"match:"_s + object, connection, object, newest);
        if (!done) return tl::unexpected(done.error());
        return true;
    };
    const Result<bool> kept = co_await m_store.write<bool>(keep);
    if (!kept) co_return tl::unexpected(kept.error());
    co_return Result<void>();
}

} // namespace tieout::engine
