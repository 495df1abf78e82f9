#pragma once

#include "base/result.h"

#include <QStringList>

#include <vector>

namespace tieout {
class Json;
}

namespace tieout::sandbox::salesforce {

/// A row for which `when` holds after the save is refused with `message`.
struct ValidationRule {
    QString object;
    QString when; ///< a SOQL condition
    QString message;
    QString field; ///< shown as the culprit; may be empty
};

/// Rows that agree in all `fields`, without case, are duplicates.
struct DuplicateRule {
    QString name;
    QString object;
    QStringList fields;
    bool blocks = false; ///< otherwise it alerts, and a client may save all the same
};

/// Makes saves fail as triggers, locks and approvals of a real organisation do.
struct SaveObstacle {
    QString object;    ///< empty: any
    QString operation; ///< "create", "update" or "delete"; empty: any
    QString code;
    QString message;
    QStringList fields;
    qint64 every = 1; ///< strikes each n-th matching row
    qint64 left = -1; ///< times it still strikes; -1 for ever
    qint64 seen = 0;
};

/// What the administrator of the practice organisation has set up beyond its data and schema. A value.
struct Administration {
    std::vector<ValidationRule> validations;
    std::vector<DuplicateRule> duplicates;
    std::vector<SaveObstacle> obstacles;
    qint64 commitLagMs = 0;        ///< how long a saved row stays invisible to queries
    bool addressPicklists = false; ///< states and countries come from lists
};

class Organisation;

/// Carries out one instruction of POST /_practice/salesforce that concerns the organisation: rules, features,
/// fields, the recycle bin. False when it is none of these. Error: BadConfig "practice.salesforce".
[[nodiscard]] Result<bool> administer(Organisation& organisation, const QString& name, const Json& value);

} // namespace tieout::sandbox::salesforce
