#pragma once

#include "base/date.h"
#include "base/error.h"

#include <QList>

namespace tieout::model {

/// A record of the target that could be the one a source record stands for.
struct Candidate {
    QString id; ///< empty: it came to be in the same run, as the record of `takenBy`
    QString title;
    QString email;
    QString number;
    QString takenBy; ///< source record that it belongs to already; empty = free
    bool operator==(const Candidate&) const = default;
};

/// What a person said about a record that matching did not dare to decide. Kept with who and when; used by
/// the next run that meets the record.
struct Decision {
    enum class Kind : quint8 { UseCandidate, MakeNew };
    QString flow;        ///< whose matching asked: the sync itself or one of its parents
    QString sourceId;    ///< the record there (an account)
    QString askedFlow;   ///< the sync whose problem was decided
    QString askedSource; ///< its record (a deal)
    Kind kind = Kind::UseCandidate;
    QString targetId;
    QString targetTitle;
    QStringList offered; ///< ids of all candidates that were shown: a further one asks again
    QString decidedBy;
    Instant decidedAt{};
    std::optional<Instant> usedAt;
    qint64 usedRun = 0;
    bool operator==(const Decision&) const = default;
};

/// The error with its candidates, in one fact that is no word for people; wording leaves it out.
[[nodiscard]] Error withCandidates(Error error, const QList<Candidate>& candidates);
/// The candidates of an error; empty when it asks for no decision.
[[nodiscard]] QList<Candidate> candidatesOf(const Error& error);
/// True for a fact that is no word for people.
[[nodiscard]] bool isData(const QString& fact);

} // namespace tieout::model
