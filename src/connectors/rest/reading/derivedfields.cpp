#include "connectors/rest/reading/derivedfields.h"

namespace tieout::connectors {

using model::Record;
using model::Value;
using model::ValueList;

namespace {

/// The value at slots, level by level; blank when the way ends.
const Value& valueAt(const Record& record, const std::vector<int>& slots)
{
    static const Value kBlank;
    const Record* at = &record;
    for (size_t i = 0; i < slots.size(); ++i) {
        const Value& value = at->at(slots[i]);
        if (i + 1 == slots.size()) return value;
        at = value.record();
        if (!at) break;
    }
    return kBlank;
}

void lift(Record& record, const PlannedLift& lift)
{
    if (!lift.joined) {
        record.set(lift.slot, valueAt(record, lift.sources.front()));
        return;
    }
    QStringList parts;
    for (const std::vector<int>& source : lift.sources)
        parts << valueAt(record, source).toPlainText();
    record.set(lift.slot, Value(parts.join(u'/')));
}

void fold(Record& record, const PlannedFold& fold)
{
    const ValueList* list = record.at(fold.listSlot).list();
    if (!list) return;
    for (const QString& key : fold.keys) {
        for (const Value& item : *list) {
            const Record* entry = item.record();
            const QString* found = entry ? entry->at(fold.keySlot).text() : nullptr;
            if (!found || *found != key || entry->at(fold.valueSlot).isBlank()) continue;
            record.set(fold.slot, entry->at(fold.valueSlot));
            return;
        }
    }
}

} // namespace

void foldAll(Record& record, const RecordPlan& plan)
{
    for (const PlannedFold& planned : plan.folds)
        fold(record, planned);
}

void liftAll(Record& record, const RecordPlan& plan)
{
    for (const PlannedLift& planned : plan.lifts)
        lift(record, planned);
}

} // namespace tieout::connectors
