#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"
#include "model/value.h"

#include <QList>
#include <QMap>
#include <QString>

#include <array>
#include <optional>

namespace tieout::model {

/// The one end of every source change. Uncertain is only on the way: the next run resolves it.
enum class Outcome : quint8 { Created, Updated, Unchanged, Skipped, Held, Failed, Uncertain };

enum class RunMode : quint8 { Preview, Sync };
enum class RunTrigger : quint8 { Manual, Schedule, Retry, Recovery };
enum class RunState : quint8 { Running, Finished, Stopped, Faulted };

/// One field of a planned change, as text for people: before → after.
struct FieldChange {
    QString field; ///< target path: "DueDate", "LineItems[1].Quantity"
    Value before;
    Value after;
    bool operator==(const FieldChange&) const = default;
};

/// How a sent row ended. Made for every row, never assumed.
struct RowOutcome {
    enum class State : quint8 { Written, Rejected, Uncertain };
    State state = State::Uncertain;
    QString targetId;
    QString targetVersion;
    QString targetNumber;         ///< the number people know: "INV-0042"
    std::optional<Decimal> total; ///< as the ledger computed it
    Error error;                  ///< of Rejected and Uncertain
    QStringList warnings;         ///< the ledger saved it but remarks
};

struct RunCounts {
    qint64 read = 0;
    qint64 created = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 skipped = 0;
    qint64 held = 0;
    qint64 failed = 0;
    qint64 uncertain = 0;

    /// The count of an end.
    [[nodiscard]] qint64& of(Outcome outcome)
    {
        // In the order of the enumeration.
        static constexpr std::array kMembers{&RunCounts::created,  &RunCounts::updated, &RunCounts::unchanged,
                                             &RunCounts::skipped,  &RunCounts::held,    &RunCounts::failed,
                                             &RunCounts::uncertain};
        return this->*kMembers.at(size_t(outcome));
    }
    [[nodiscard]] qint64 ended() const
    {
        return created + updated + unchanged + skipped + held + failed + uncertain;
    }
    bool operator==(const RunCounts&) const = default;
};

/// The report of one run; `counts.ended() == counts.read` when the run finished.
struct RunReport {
    qint64 id = 0;
    QString flow;
    QString flowTitle;
    int mappingVersion = 0;
    RunMode mode = RunMode::Sync;
    RunTrigger trigger = RunTrigger::Manual;
    RunState state = RunState::Running;
    Instant startedAt{};
    std::optional<Instant> finishedAt;
    RunCounts counts;
    QMap<QString, RunCounts> related; ///< parents made on the way, by their flow id
    qint64 readCalls = 0;
    qint64 writeCalls = 0;
    QMap<QString, Decimal> totals;        ///< written money by currency, new and changed records
    QMap<QString, Decimal> updatedTotals; ///< of that, the changed ones
    qint64 approvedPreview = 0;           ///< the preview whose plan this run follows; 0 = it plans by itself
    std::optional<Error> fault;           ///< why it is Faulted
    QList<Error> warnings;
};

/// Progress for the status bar and the command line; at most ten a second, the last one always.
struct RunProgress {
    qint64 runId = 0;
    QString flow;
    RunCounts counts;
    std::optional<qint64> expected; ///< records to read, when the system tells
    double perSecond = 0;           ///< pace for people; not money
    QString phase;                  ///< "read", "write", "confirm"
};

/// One record of a run, for the Runs page and previews. Unchanged and skipped records are counted, not kept.
struct RunRecord {
    qint64 run = 0;
    qint64 sequence = 0;
    QString flow; ///< the flow or the parent flow it belongs to
    QString sourceId;
    QString title;
    QString party;
    Outcome outcome = Outcome::Created; ///< in a preview: what would happen
    QString targetId;
    QString targetNumber;
    QString currency;
    std::optional<Decimal> amount;
    QList<FieldChange> changes;
    std::optional<Error> reason;
};

struct RunRecordFilter {
    std::optional<Outcome> outcome;
    QString flow;   ///< empty = all
    QString search; ///< in title, party, number
};

/// Written and held/failed records of one day.
struct RunDay {
    Date day;
    qint64 written = 0;
    qint64 attention = 0;
};

[[nodiscard]] QString outcomeName(Outcome outcome); ///< "created", "held", …
/// Of the totals, the new records.
[[nodiscard]] QMap<QString, Decimal> createdTotals(const RunReport& report);

} // namespace tieout::model
