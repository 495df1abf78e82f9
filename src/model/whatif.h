#pragma once

#include "model/run.h"

namespace tieout::model {

struct WhatIfProgress {
    qint64 records = 0;
    qint64 expected = 0;
};

/// One record that would come out differently.
struct WhatIfRecord {
    QString sourceId;
    QString title;
    bool madeBefore = true; ///< rows that are grouped otherwise make other documents
    bool madeAfter = true;
    QList<FieldChange> changes;      ///< target fields: with the saved mapping → with the new one
    std::optional<Error> heldBefore; ///< nothing: it is mapped
    std::optional<Error> heldAfter;
    QString currencyBefore;
    QString currencyAfter;
    std::optional<Decimal> amountBefore; ///< nothing: held, or no money
    std::optional<Decimal> amountAfter;
};

/// What a changed mapping would make of the last run's records. Nothing is written anywhere.
struct WhatIfReport {
    qint64 run = 0; ///< whose records; 0 = there was none, the first records of the source
    Instant runAt{};
    qint64 records = 0; ///< mapped with both
    qint64 skipped = 0; ///< left out by a rule of the sync, whatever the mapping says
    qint64 gone = 0;    ///< of the run, not in the source any more
    qint64 different = 0;
    qint64 heldBefore = 0;
    qint64 heldAfter = 0;
    QMap<QString, Decimal> totalsBefore; ///< money of mapped records by currency
    QMap<QString, Decimal> totalsAfter;
    QList<WhatIfRecord> differences; ///< the first 1,000
    bool cut = false;                ///< there were more records than are tried
    bool stopped = false;            ///< by the person; figures are of what was tried
};

} // namespace tieout::model
