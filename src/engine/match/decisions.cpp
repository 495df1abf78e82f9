#include "engine/match/decisions.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::Candidate;
using model::Decision;

namespace {

/// Asks again, with the candidates there are now.
MatchResult again(const MatchResult& found, const QString& code, const QString& title)
{
    MatchResult result;
    result.kind = MatchResult::Kind::Ask;
    const Error why = errorOf(ErrorKind::Conflict, code, code + u": "_s + title, {title});
    result.why = model::withCandidates(why, model::candidatesOf(found.why));
    return result;
}

bool wasOffered(const Candidate& candidate, const QStringList& offered)
{
    if (offered.contains(offerOf(candidate))) return true;
    // It was shown before it had an id of its own.
    return !candidate.takenBy.isEmpty() && offered.contains(offerOf({{}, {}, {}, {}, candidate.takenBy}));
}

} // namespace

QString offerOf(const Candidate& candidate)
{
    return candidate.id.isEmpty() ? u"of "_s + candidate.takenBy : candidate.id;
}

Candidate candidateOf(const store::TargetIndexRow& row, const QList<model::MatchRule>& rules,
                      const QString& takenBy)
{
    Candidate candidate;
    candidate.id = row.id;
    candidate.title = row.title;
    candidate.number = row.externalKey;
    candidate.takenBy = takenBy;
    for (qsizetype rule = 0; rule < rules.size(); ++rule) {
        if (rules[rule].normalise != "email"_L1 || rules[rule].fields.size() != 1) continue;
        const QString head = QString::number(rule) + QChar(0x1f);
        for (const auto& key : row.keys)
            if (key.startsWith(head)) candidate.email = key.mid(head.size());
    }
    return candidate;
}

MatchResult Decisions::chosen(MatchResult found, const Decision& decision) const
{
    const auto row = m_known.rows.constFind(decision.targetId);
    if (row == m_known.rows.cend() || !row->usable)
        return again(found, u"decision.gone"_s, decision.targetTitle);
    const QString owner = m_known.owners.value(decision.targetId);
    if (m_sharing == Sharing::Refused && !owner.isEmpty() && owner != decision.sourceId)
        return again(found, u"decision.taken"_s, decision.targetTitle);
    MatchResult result;
    result.kind = MatchResult::Kind::One;
    result.row = *row;
    result.byPerson = true;
    return result;
}

MatchResult Decisions::applied(MatchResult found, const QString& sourceId) const
{
    const auto decision = m_known.bySource.constFind(sourceId);
    if (decision == m_known.bySource.cend()) return found;
    if (decision->kind == Decision::Kind::UseCandidate) return chosen(std::move(found), *decision);
    if (found.kind == MatchResult::Kind::One && !decision->offered.contains(found.row.id)) return found;
    if (found.kind == MatchResult::Kind::Ask) {
        const auto candidates = model::candidatesOf(found.why);
        for (const auto& candidate : candidates)
            if (!wasOffered(candidate, decision->offered)) return found;
    }
    MatchResult result;
    result.byPerson = true;
    return result;
}

Result<Decisions::Known> readDecisions(store::Database& database, const QString& flow,
                                       const QString& connection, const QString& object)
{
    Decisions::Known known;
    const auto unused = store::DecisionRepository(database).unused(flow);
    if (!unused) return tl::unexpected(unused.error());
    QStringList targets;
    for (const auto& decision : *unused) {
        known.bySource.insert(decision.sourceId, decision);
        if (!decision.targetId.isEmpty()) targets += decision.targetId;
    }
    if (targets.isEmpty()) return known;
    auto rows = store::TargetIndexRepository(database).byIds(connection, object, targets);
    if (!rows) return tl::unexpected(rows.error());
    known.rows = std::move(*rows);
    const auto links = store::LinkRepository(database).byTarget(flow, targets);
    if (!links) return tl::unexpected(links.error());
    for (const auto& link : *links)
        known.owners.insert(link.targetId, link.sourceId);
    return known;
}

} // namespace tieout::engine
