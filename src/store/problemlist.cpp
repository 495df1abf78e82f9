// The part of ProblemRepository that shows problems to people.
#include "store/columns.h"
#include "store/problemrepository.h"

namespace tieout::store {

using namespace Qt::StringLiterals;
using model::Outcome;
using model::Problem;
using model::ProblemGroup;
using model::ProblemState;

namespace {

const QString kSelect = u"SELECT id, flow, source_id, state, outcome, cause_key, currency, amount, failures, "
                        u"first_seen, last_seen, "
                        "next_try, last_run, written, flow_title, source_title, source_link, target_id, "
                        "target_number, target_link, error, "
                        "technical FROM problem"_s;

Result<Problem> problemAt(const Database::Row& row)
{
    Problem problem;
    problem.id = row.integer(0);
    problem.flow = row.text(1);
    problem.sourceId = row.text(2);
    problem.state = enumAt(row, 3, ProblemState::Skipped);
    problem.outcome = enumAt(row, 4, Outcome::Uncertain);
    problem.causeKey = row.text(5);
    problem.currency = row.text(6);
    problem.amount = row.decimal(7);
    problem.failures = int(row.integer(8));
    problem.firstSeen = instantFromMs(row.integer(9));
    problem.lastSeen = instantFromMs(row.integer(10));
    if (problem.state == ProblemState::Open) problem.nextTry = row.instant(11);
    problem.lastRun = row.integer(12);
    problem.written = row.integer(13) != 0;
    problem.flowTitle = row.text(14);
    problem.sourceTitle = row.text(15);
    problem.sourceLink = row.text(16);
    problem.targetId = row.text(17);
    problem.targetNumber = row.text(18);
    problem.targetLink = row.text(19);
    auto error = errorAt(row, 20);
    if (!error) return fail(std::move(error.error()));
    if (*error) problem.error = std::move(**error);
    problem.technical = row.text(21);
    return problem;
}

/// Each word as the beginning of a word in the text; quoted, so that nothing in it is an operator.
QString matchOf(const QString& search)
{
    QStringList terms;
    for (QString word : search.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const bool searchable =
            std::any_of(word.cbegin(), word.cend(), [](QChar c) { return c.isLetterOrNumber(); });
        if (searchable) terms.append(u'"' + word.replace(u'"', u"\"\""_s) + u"\"*"_s);
    }
    return terms.join(u' ');
}

struct Condition {
    QString sql;
    QVariantList values;
};

Condition conditionOf(const ProblemFilter& filter)
{
    Condition condition;
    QStringList parts;
    if (filter.openOnly) parts.append(u"state IN (0, 1)"_s);
    if (!filter.flow.isEmpty()) {
        parts.append(u"flow = ?"_s);
        condition.values.append(filter.flow);
    }
    if (!filter.causeKey.isEmpty()) {
        parts.append(u"cause_key = ?"_s);
        condition.values.append(filter.causeKey);
    }
    if (const QString match = matchOf(filter.search); !match.isEmpty()) {
        parts.append(u"id IN (SELECT rowid FROM problem_search WHERE problem_search MATCH ?)"_s);
        condition.values.append(match);
    }
    if (!parts.isEmpty()) condition.sql = u" WHERE "_s + parts.join(u" AND "_s);
    return condition;
}

struct Tally {
    ProblemGroup group;
    Instant newest{};
    qint64 newestId = 0;
};

/// Sums in decimals, not in SQL, whose numbers are doubles.
void addTo(Tally& tally, const Database::Row& row)
{
    ++tally.group.records;
    const Instant seen = instantFromMs(row.integer(3));
    if (tally.newestId == 0 || seen >= tally.newest) {
        tally.newest = seen;
        tally.newestId = row.integer(0);
    }
    const auto amount = row.decimal(5);
    if (!amount) return;
    Decimal& sum = tally.group.amounts[row.text(4)];
    if (const auto added = sum.plus(*amount)) sum = *added;
}

} // namespace

Result<QList<ProblemGroup>> ProblemRepository::groups(const ProblemFilter& filter)
{
    const Condition condition = conditionOf(filter);
    QMap<std::pair<QString, QString>, Tally> tallies;
    auto read = m_database.query(u"SELECT id, flow, cause_key, last_seen, currency, amount FROM problem"_s +
                                     condition.sql,
                                 condition.values, [&tallies](const Database::Row& row) {
                                     addTo(tallies[{row.text(1), row.text(2)}], row);
                                     return true;
                                 });
    if (!read) return fail(std::move(read.error()));
    QList<ProblemGroup> groups;
    for (auto tally = tallies.begin(); tally != tallies.end(); ++tally) {
        auto newest = byId(tally->newestId);
        if (!newest) return fail(std::move(newest.error()));
        if (!*newest) continue;
        ProblemGroup& group = tally->group;
        std::tie(group.flow, group.causeKey) = tally.key();
        group.flowTitle = (*newest)->flowTitle;
        group.error = (*newest)->error;
        group.outcome = (*newest)->outcome;
        groups.append(std::move(group));
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const ProblemGroup& a, const ProblemGroup& b) { return a.records > b.records; });
    return groups;
}

Result<QList<Problem>> ProblemRepository::window(const ProblemFilter& filter, qint64 offset, int limit)
{
    const Condition condition = conditionOf(filter);
    return readRows<Problem>(m_database, kSelect + condition.sql + u" ORDER BY id DESC LIMIT ? OFFSET ?"_s,
                             condition.values + QVariantList{limit, offset}, problemAt);
}

Result<qint64> ProblemRepository::count(const ProblemFilter& filter)
{
    const Condition condition = conditionOf(filter);
    return readNumber(m_database, u"SELECT COUNT(*) FROM problem"_s + condition.sql, condition.values);
}

Result<std::optional<Problem>> ProblemRepository::byId(qint64 problem)
{
    return readRow<Problem>(m_database, kSelect + u" WHERE id = ?"_s, {problem}, problemAt);
}

} // namespace tieout::store
