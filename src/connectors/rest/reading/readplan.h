#pragma once

#include "connectors/manifest.h"

#include <QSet>

#include <memory>
#include <string>
#include <vector>

namespace tieout::connectors {

struct RecordPlan;

/// One member of a record that is wanted, and where its value goes.
struct PlannedField {
    std::string name; ///< UTF-8, as on the wire
    QString label;
    int slot = 0;
    model::FieldType type = model::FieldType::Text;
    std::string wrap;                        ///< an id inside an object: the member that holds it
    std::shared_ptr<const RecordPlan> inner; ///< of a Record or List
};

/// A value that is taken out of a list of records after the record is read.
struct PlannedFold {
    int slot = 0;
    int listSlot = 0;
    int keySlot = 0;
    int valueSlot = 0;
    QStringList keys; ///< in order of preference
};

/// A value that is copied, or joined from several, out of members of the same record.
struct PlannedLift {
    int slot = 0;
    std::vector<std::vector<int>> sources; ///< slots from here on down
    bool joined = false;
};

/// What to take from each record of an answer. Made once per read; immutable; any thread.
struct RecordPlan {
    model::ShapePtr shape;
    std::vector<PlannedField> fields; ///< in the order the answer is expected to have
    std::vector<PlannedFold> folds;
    std::vector<PlannedLift> lifts;
};
using PlanPtr = std::shared_ptr<const RecordPlan>;

/// The plan for `paths` ("Account.Name", "LineItems[].UnitAmount", "LineItems" = all its plain members). A
/// path of `optional` that the schema lacks keeps its slot and stays blank. Error: BadConfig
/// "connector.unknown-field" (facts: path, object label, object name).
[[nodiscard]] Result<PlanPtr> planRead(const model::ObjectSchema& schema, const ObjectSpec& spec,
                                       const QStringList& paths, const QStringList& optional);

/// `optional`, and what no organisation need have: the field for our key, where it is the customer's to add.
[[nodiscard]] QSet<QString> mayLack(const ObjectSpec& spec, const QStringList& optional);

/// "Lines[].Name" → "Lines.Name": a path is the same with and without its list marks.
[[nodiscard]] QString plainPath(QString path);

/// A plan from typed paths, without a schema; for the verdicts of a write.
[[nodiscard]] PlanPtr planOf(const QList<std::pair<QString, model::FieldType>>& paths);

} // namespace tieout::connectors
