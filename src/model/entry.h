#pragma once

#include "model/run.h"
#include "model/value.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tieout::model {

/// One record that a person or a script writes directly, outside any sync.
struct EntryRow {
    QString targetId;  ///< of a change; empty for a new record
    Record record;     ///< fields to set
    QStringList clear; ///< fields to empty
    QString title;     ///< the record's name on screen
};

enum class EntryKind : quint8 { Create, Update };

struct EntryRequest {
    QString object;
    EntryKind kind = EntryKind::Create;
    QList<EntryRow> rows;
    /// Names this entry towards systems that remember requests; another entry has another. Made by whoever
    /// asks.
    QString id;
};

/// The end of an entry: the run it is kept as, and the verdict of each row in row order.
struct EntryReport {
    RunReport run;
    QList<RowOutcome> outcomes;
};

} // namespace tieout::model
