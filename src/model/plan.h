#pragma once

#include "model/run.h"

namespace tieout::model {

enum class ActionKind : quint8 { Create, Update };

/// What a preview would write for one source record.
struct PlannedAction {
    QString flow; ///< the sync, or the parent flow it belongs to
    QString sourceId;
    QString sourceVersion;
    ActionKind kind = ActionKind::Create;
    QString targetId;           ///< of an update
    QString targetVersion;      ///< of an update: the target as the plan saw it
    Record target;              ///< the fields to write
    quint64 contentHash = 0;    ///< of `target`
    QList<FieldChange> changes; ///< of an update
    QString title;
    QString party;
    QString currency;
    std::optional<Decimal> amount;
};

} // namespace tieout::model
