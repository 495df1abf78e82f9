#pragma once

#include "model/run.h"

namespace tieout::model {

enum class ProblemState : quint8 { Open, Retrying, Solved, Skipped };

/// A record that needs a person or waits for its next try.
struct Problem {
    qint64 id = 0;
    QString flow;
    QString flowTitle;
    QString sourceId;
    QString sourceTitle;
    QString sourceLink; ///< opens the record in its own system; empty = unknown
    QString targetId;
    QString targetNumber;
    QString targetLink;
    Outcome outcome = Outcome::Held; ///< Held, Failed or Uncertain
    Error error;
    QString causeKey; ///< code + the facts that make the cause: equal keys are one group
    QString currency;
    std::optional<Decimal> amount;
    int failures = 1;
    Instant firstSeen{};
    Instant lastSeen{};
    std::optional<Instant> nextTry;
    qint64 lastRun = 0;
    ProblemState state = ProblemState::Open;
    bool written = false; ///< something reached the target for this record before
    QString technical;    ///< request and response, redacted
};

/// Problems with one cause.
struct ProblemGroup {
    QString causeKey;
    QString flow;
    QString flowTitle;
    Error error; ///< of the newest
    Outcome outcome = Outcome::Held;
    qint64 records = 0;
    QMap<QString, Decimal> amounts; ///< by currency
};

struct ProblemFilter {
    QString flow;     ///< empty = all
    QString causeKey; ///< empty = all
    QString search;   ///< full text; empty = all
    bool openOnly = true;
};

/// Two records known to be the same.
struct Link {
    QString flow;
    QString sourceId;
    QString targetId;
    QString targetNumber;
    QString sourceVersion; ///< at the last write or comparison
    QString targetVersion;
    quint64 sourceHash = 0; ///< of the mapped result at the last write: equal means Unchanged
    Instant linkedAt{};
    Instant writtenAt{};
    bool operator==(const Link&) const = default;
};

} // namespace tieout::model
