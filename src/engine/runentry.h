#pragma once

#include "engine/asides.h"
#include "model/run.h"

#include <QHash>

namespace tieout::engine {

/// A journal batch whose rows have verdicts now.
struct Settlement {
    qint64 batch = 0;
    QList<store::JournalState> states;
};

/// What one transaction of a run makes durable together: verdicts, links, index, records, problems, and the
/// cursor last. Filled on the engine thread, kept on the store's.
struct RunEntry {
    QString flow;
    QString targetConnection;
    std::optional<Settlement> settlement;
    QList<model::Link> links;
    QHash<QString, QList<store::TargetIndexRow>> index; ///< by object
    QList<store::RunRecord> records;
    QList<model::Problem> problems;
    QHash<QString, QStringList> solved; ///< flow → source ids
    Asides asides;
    QString cursorConnection;
    QString cursorObject;
    QString cursor; ///< empty = it stays
    Instant at{};

    [[nodiscard]] bool isEmpty() const;
    /// Inside a transaction of the store.
    [[nodiscard]] Result<bool> keep(store::Database& database) const;

  private:
    [[nodiscard]] Result<void> keepProblems(store::Database& database) const;
};

} // namespace tieout::engine
