#include "store/planrepository.h"

#include "store/columns.h"

namespace tieout::store {

using namespace Qt::StringLiterals;
using model::ActionKind;
using model::PlannedAction;

namespace {

/// Content is read back for the few records that came out differently: small counts more than fast.
constexpr int kCompression = 1;

const QString kSelect = u"SELECT source_id, state, kind, source_version, content_hash, target_id, "
                        u"target_version, content FROM plan_row WHERE run = ? AND flow = ?"_s;

QByteArray contentOf(const PlannedAction& action)
{
    Json changes = Json::array();
    for (const auto& change : action.changes)
        changes.append(
            Json::array({Json(change.field), model::toJson(change.before), model::toJson(change.after)}));
    const Json content =
        Json::object({{u"title"_s, Json(action.title)},
                      {u"party"_s, Json(action.party)},
                      {u"currency"_s, Json(action.currency)},
                      {u"amount"_s, action.amount ? Json(action.amount->toString()) : Json()},
                      {u"target"_s, model::toJson(model::Value(action.target))},
                      {u"changes"_s, changes}});
    return qCompress(content.toBytes(), kCompression);
}

Result<void> readContent(const QByteArray& bytes, PlannedAction& action)
{
    const auto content = Json::parse(qUncompress(bytes));
    if (!content) return fail(ErrorKind::LocalFault, u"store.damaged"_s, content.error().text);
    action.title = (*content)[u"title"].toText();
    action.party = (*content)[u"party"].toText();
    action.currency = (*content)[u"currency"].toText();
    const QString amount = (*content)[u"amount"].toText();
    if (const auto money = Decimal::parse(QStringView(amount)); money && !amount.isEmpty())
        action.amount = *money;
    const model::Value target = model::fromJson((*content)[u"target"]);
    if (target.record()) action.target = *target.record();
    for (const Json& change : (*content)[u"changes"].toArray())
        action.changes.append(
            {change.at(0).toText(), model::fromJson(change.at(1)), model::fromJson(change.at(2))});
    return {};
}

Result<PlanRow> rowAt(const QString& flow, const Database::Row& row)
{
    PlanRow planned;
    planned.action.flow = flow;
    planned.action.sourceId = row.text(0);
    planned.state = enumAt(row, 1, PlanState::Passed);
    planned.action.kind = enumAt(row, 2, ActionKind::Update);
    planned.action.sourceVersion = row.text(3);
    planned.action.contentHash = quint64(row.integer(4));
    planned.action.targetId = row.text(5);
    planned.action.targetVersion = row.text(6);
    if (auto read = readContent(row.bytes(7), planned.action); !read) return fail(std::move(read.error()));
    return planned;
}

Result<Plan> planAt(const Database::Row& row)
{
    Plan plan;
    plan.run = row.integer(0);
    plan.flow = row.text(1);
    plan.basis = row.text(2);
    plan.madeAt = instantFromMs(row.integer(3));
    plan.complete = row.integer(4) != 0;
    plan.approvedBy = row.text(5);
    plan.approvedAt = row.instant(6);
    plan.writtenBy = row.integer(7);
    plan.writtenAt = row.instant(8);
    return plan;
}

/// `where` tells which plans.
Result<qint64> forget(Database& database, const QString& where, const QVariantList& values)
{
    if (auto rows =
            run(database, u"DELETE FROM plan_row WHERE run IN (SELECT run FROM plan WHERE "_s + where + u')',
                values);
        !rows)
        return fail(std::move(rows.error()));
    return database.execute(u"DELETE FROM plan WHERE "_s + where, values);
}

} // namespace

Result<void> PlanRepository::begin(const Plan& plan)
{
    return run(m_database, u"INSERT INTO plan (run, flow, basis, made_at) VALUES (?,?,?,?)"_s,
               {plan.run, plan.flow, plan.basis, column(plan.madeAt)});
}

Result<void> PlanRepository::add(qint64 run, const QList<PlannedAction>& actions)
{
    // A preview meets a parent once for each page that names it; the last word counts.
    static const QString kAdd = u"INSERT OR REPLACE INTO plan_row (run, flow, source_id, state, kind, "
                                u"source_version, content_hash, target_id, target_version, content) "
                                u"VALUES (?,?,?,0,?,?,?,?,?,?)"_s;
    for (const PlannedAction& action : actions) {
        const auto flow = m_database.intern(action.flow);
        if (!flow) return fail(flow.error());
        auto added = store::run(m_database, kAdd,
                                {run, *flow, action.sourceId, int(action.kind), action.sourceVersion,
                                 column(action.contentHash), action.targetId, action.targetVersion,
                                 contentOf(action)});
        if (!added) return added;
    }
    return {};
}

Result<void> PlanRepository::complete(qint64 run)
{
    if (auto done = store::run(m_database, u"UPDATE plan SET complete = 1 WHERE run = ?"_s, {run}); !done)
        return done;
    const auto gone =
        forget(m_database, u"flow = (SELECT flow FROM plan WHERE run = ?) AND run < ?"_s, {run, run});
    if (!gone) return fail(gone.error());
    return {};
}

Result<std::optional<Plan>> PlanRepository::byRun(qint64 run)
{
    return readRow<Plan>(m_database,
                         u"SELECT run, flow, basis, made_at, complete, approved_by, approved_at, written_by, "
                         u"written_at FROM plan WHERE run = ?"_s,
                         {run}, planAt);
}

Result<void> PlanRepository::approve(qint64 run, const QString& by, Instant at)
{
    return store::run(m_database, u"UPDATE plan SET approved_by = ?, approved_at = ? WHERE run = ?"_s,
                      {by, column(at), run});
}

Result<void> PlanRepository::follow(qint64 run, qint64 writtenBy, std::optional<Instant> at)
{
    return store::run(m_database, u"UPDATE plan SET written_by = ?, written_at = ? WHERE run = ?"_s,
                      {writtenBy, column(at), run});
}

Result<QHash<QString, PlanRow>> PlanRepository::bySource(qint64 run, const QString& flow,
                                                         const QStringList& sourceIds)
{
    static const IdQuery kBySource(kSelect + u" AND source_id IN ("_s, u")"_s);
    QHash<QString, PlanRow> rows;
    const auto number = m_database.interned(flow);
    if (!number) return fail(number.error());
    if (*number < 0) return rows;
    std::optional<Error> broken;
    auto read = kBySource.read(m_database, {run, *number}, sourceIds, [&](const Database::Row& row) {
        auto planned = rowAt(flow, row);
        if (planned)
            rows.insert(planned->action.sourceId, std::move(*planned));
        else
            broken = std::move(planned.error());
        return !broken;
    });
    if (!read) return fail(std::move(read.error()));
    if (broken) return fail(std::move(*broken));
    return rows;
}

Result<QStringList> PlanRepository::made(qint64 run, const QString& flow)
{
    const auto number = m_database.interned(flow);
    if (!number) return fail(number.error());
    auto ids = readRows<QString>(m_database,
                                 u"SELECT source_id FROM plan_row WHERE run = ? AND flow = ? AND kind = ? "
                                 u"AND state = ?"_s,
                                 {run, *number, int(ActionKind::Create), int(PlanState::Written)},
                                 [](const Database::Row& row) -> Result<QString> { return row.text(0); });
    if (!ids) return fail(std::move(ids.error()));
    return QStringList(std::move(*ids));
}

Result<void> PlanRepository::settle(qint64 run, const QString& flow, const QStringList& sourceIds,
                                    PlanState state)
{
    static const IdQuery kSettle(
        u"UPDATE plan_row SET state = ? WHERE run = ? AND flow = ? AND source_id IN ("_s, u")"_s);
    const auto number = m_database.interned(flow);
    if (!number) return fail(number.error());
    if (auto done = kSettle.change(m_database, {int(state), run, *number}, sourceIds); !done)
        return fail(std::move(done.error()));
    return {};
}

Result<QList<PlanRow>> PlanRepository::open(qint64 run, const QString& flow, int limit)
{
    const auto number = m_database.interned(flow);
    if (!number) return fail(number.error());
    return readRows<PlanRow>(m_database, kSelect + u" AND state = 0 ORDER BY source_id LIMIT ?"_s,
                             {run, *number, limit},
                             [&flow](const Database::Row& row) { return rowAt(flow, row); });
}

Result<qint64> PlanRepository::prune(Instant before)
{
    return forget(m_database, u"made_at < ?"_s, {column(before)});
}

} // namespace tieout::store
