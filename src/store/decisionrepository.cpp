#include "store/decisionrepository.h"

#include "store/columns.h"

namespace tieout::store {

using namespace Qt::StringLiterals;
using model::Decision;

namespace {

const QString kSelect = u"SELECT flow, source_id, asked_flow, asked_source, kind, target_id, target_title, "
                        u"offered, decided_by, decided_at, used_at, used_run FROM match_decision"_s;

Result<Decision> decisionAt(const Database::Row& row)
{
    Decision decision;
    decision.flow = row.text(0);
    decision.sourceId = row.text(1);
    decision.askedFlow = row.text(2);
    decision.askedSource = row.text(3);
    decision.kind = enumAt(row, 4, Decision::Kind::MakeNew);
    decision.targetId = row.text(5);
    decision.targetTitle = row.text(6);
    const auto offered = jsonAt(row, 7);
    if (!offered) return fail(offered.error());
    decision.offered = textsOf(*offered);
    decision.decidedBy = row.text(8);
    decision.decidedAt = instantFromMs(row.integer(9));
    decision.usedAt = row.instant(10);
    decision.usedRun = row.integer(11);
    return decision;
}

} // namespace

Result<void> DecisionRepository::save(const Decision& decision)
{
    return run(m_database,
               u"INSERT OR REPLACE INTO match_decision (flow, source_id, asked_flow, asked_source, kind, "
               u"target_id, target_title, offered, decided_by, decided_at, used_at, used_run) "
               u"VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"_s,
               {decision.flow, decision.sourceId, decision.askedFlow, decision.askedSource,
                int(decision.kind), decision.targetId, decision.targetTitle, column(jsonOf(decision.offered)),
                decision.decidedBy, column(decision.decidedAt), column(decision.usedAt), decision.usedRun});
}

Result<QList<Decision>> DecisionRepository::unused(const QString& flow)
{
    return readRows<Decision>(m_database, kSelect + u" WHERE flow = ? AND used_at IS NULL"_s, {flow},
                              decisionAt);
}

Result<std::optional<Decision>> DecisionRepository::about(const QString& flow, const QString& sourceId)
{
    return readRow<Decision>(m_database, kSelect + u" WHERE flow = ? AND source_id = ?"_s, {flow, sourceId},
                             decisionAt);
}

Result<std::optional<Decision>> DecisionRepository::askedBy(const QString& flow, const QString& sourceId)
{
    return readRow<Decision>(m_database,
                             kSelect + u" WHERE asked_flow = ? AND asked_source = ? AND used_at IS NULL "
                                       u"ORDER BY decided_at DESC LIMIT 1"_s,
                             {flow, sourceId}, decisionAt);
}

Result<void> DecisionRepository::markUsed(const QString& flow, const QStringList& sourceIds, qint64 run,
                                          Instant at)
{
    static const IdQuery kUse(
        u"UPDATE match_decision SET used_at = ?, used_run = ? WHERE flow = ? AND used_at "
        u"IS NULL AND source_id IN ("_s,
        u")"_s);
    if (auto done = kUse.change(m_database, {column(at), run, flow}, sourceIds); !done)
        return fail(std::move(done.error()));
    return {};
}

Result<bool> DecisionRepository::takeBack(const QString& flow, const QString& sourceId)
{
    const auto gone = m_database.execute(
        u"DELETE FROM match_decision WHERE flow = ? AND source_id = ? AND used_at IS NULL"_s,
        {flow, sourceId});
    if (!gone) return fail(gone.error());
    return *gone > 0;
}

} // namespace tieout::store
