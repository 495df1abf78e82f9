#pragma once

#include "model/plan.h"
#include "model/problem.h"
#include "store/repositories.h"

#include <memory>

namespace tieout::engine {

/// How far a page of the source has come: the cursor may pass it when nothing of it is open.
struct PageProgress {
    QString cursor;
    qint64 open = 0;
};
using PagePtr = std::shared_ptr<PageProgress>;

struct Comeback; // engine/notes/comeback.h

/// One source record on its way through a run.
struct Subject {
    model::Record record;
    QString sourceId;
    QString sourceVersion;
    PagePtr page; ///< null for parents and for records read by id
    std::optional<model::Link> link;
    std::shared_ptr<const Error> fault; ///< of reading it: it is held, whatever it says
    bool hadProblem = false;
    bool decided = false;                     ///< matched by a person's word
    std::shared_ptr<const Comeback> comeback; ///< it had fallen under a rule and is back
};

/// The one end of one record, with all that must be remembered of it.
struct Ending {
    QString flow;
    bool parent = false; ///< counted under `related`
    QString sourceId;
    QString sourceVersion;
    QString title;
    QString party;
    PagePtr page;
    bool hadProblem = false;
    model::Outcome outcome = model::Outcome::Unchanged;
    std::optional<Error> error;                 ///< of Held, Failed, Uncertain; of Skipped the rule
    std::optional<model::Link> link;            ///< to save
    std::optional<store::TargetIndexRow> index; ///< to save, under `targetObject`
    QString targetObject;
    QString targetId;
    QString targetNumber;
    QString currency;
    std::optional<Decimal> amount;
    QList<model::FieldChange> changes;
    QString technical; ///< redacted request and response
    // Rare, see Asides.
    bool decided = false;
    bool shown = false; ///< listed with the run's records whatever its outcome
    QString lapsedRule; ///< rule under which a written record has fallen, if a note is owed when it is back
    std::shared_ptr<const Comeback> comeback;
    std::shared_ptr<const model::PlannedAction> planned; ///< of a preview
};

} // namespace tieout::engine
