#include "model/decision.h"

#include "model/objectreader.h"

using namespace Qt::StringLiterals;

namespace tieout::model {

namespace {

/// Begins a fact that carries data.
constexpr QChar kDataMark{0x1e};

} // namespace

bool isData(const QString& fact)
{
    return fact.startsWith(kDataMark);
}

Error withCandidates(Error error, const QList<Candidate>& candidates)
{
    error.facts.removeIf(isData);
    if (candidates.isEmpty()) return error;
    Json list = Json::array();
    for (const Candidate& candidate : candidates) {
        ObjectWriter writer;
        writer.text(u"id"_s, candidate.id);
        writer.text(u"title"_s, candidate.title);
        writer.text(u"email"_s, candidate.email);
        writer.text(u"number"_s, candidate.number);
        writer.text(u"takenBy"_s, candidate.takenBy);
        list.append(writer.take());
    }
    error.facts.append(kDataMark + QString::fromUtf8(list.toBytes()));
    return error;
}

QList<Candidate> candidatesOf(const Error& error)
{
    QList<Candidate> candidates;
    for (const QString& fact : error.facts) {
        if (!isData(fact)) continue;
        const auto list = Json::parse(fact.mid(1).toUtf8());
        if (!list) continue;
        for (const Json& one : list->toArray())
            candidates.append({one[u"id"].toText(), one[u"title"].toText(), one[u"email"].toText(),
                               one[u"number"].toText(), one[u"takenBy"].toText()});
    }
    return candidates;
}

} // namespace tieout::model
