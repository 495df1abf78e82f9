#pragma once

#include <QString>

namespace tieout::model {

/// One formula that asks a lookup table.
struct LookupUse {
    QString flow; ///< the sync
    QString flowTitle;
    QString within; ///< the flow whose formula it is: the sync, or one that makes records for it
    QString withinTitle;
    QString target; ///< TargetKey of the rule; empty = a rule that leaves records out
    QString formula;
    bool operator==(const LookupUse&) const = default;
};

} // namespace tieout::model
