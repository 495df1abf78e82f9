#include "engine/match/matcher.h"

#include "engine/match/decisions.h"

namespace tieout::engine {

namespace {

MatchResult ask(const QString& code, const QStringList& facts, const QList<model::Candidate>& candidates)
{
    MatchResult result;
    result.kind = MatchResult::Kind::Ask;
    const QString text = code + QStringLiteral(": ") + facts.join(QStringLiteral(", "));
    result.why = model::withCandidates(errorOf(ErrorKind::Conflict, code, text, facts), candidates);
    return result;
}

} // namespace

MatchResult decideMatch(const QStringList& keys, const QList<model::MatchRule>& rules,
                        const QHash<QString, QList<store::TargetIndexRow>>& index,
                        const QHash<QString, QString>& owners, const QString& sourceId)
{
    for (qsizetype rule = 0; rule < rules.size(); ++rule) {
        if (keys.value(rule).isEmpty()) continue;
        QList<store::TargetIndexRow> hits;
        const auto rows = index.value(keys[rule]);
        for (const auto& row : rows)
            if (row.usable) hits += row;
        if (hits.isEmpty()) continue;
        QList<model::Candidate> candidates;
        for (const auto& hit : hits) {
            const QString owner = owners.value(hit.id);
            candidates += candidateOf(hit, rules, owner == sourceId ? QString() : owner);
        }
        if (hits.size() > 1) {
            QStringList titles;
            for (const auto& hit : hits)
                titles += hit.title;
            return ask(QStringLiteral("match.several"), titles, candidates);
        }
        const auto owner = owners.constFind(hits[0].id);
        if (owner != owners.cend() && *owner != sourceId)
            return ask(QStringLiteral("match.taken"), {hits[0].title, *owner}, candidates);
        if (rules[rule].strength == model::MatchStrength::Weak)
            return ask(QStringLiteral("match.weak"), {hits[0].title}, candidates);
        MatchResult result;
        result.kind = MatchResult::Kind::One;
        result.row = hits[0];
        return result;
    }
    return {};
}

} // namespace tieout::engine
