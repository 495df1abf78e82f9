#include "sandbox/salesforce/schema/administration.h"

#include "base/json.h"
#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/organisation.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

tl::unexpected<Error> refuse(const QString& text)
{
    return fail(ErrorKind::BadConfig, u"practice.salesforce"_s, text);
}

QStringList texts(const Json& list)
{
    QStringList all;
    for (const Json& item : list.toArray())
        all.append(item.toText());
    return all;
}

Result<void> setValidations(Organisation& organisation, const Json& rules)
{
    std::vector<ValidationRule> all;
    for (const Json& rule : rules.toArray()) {
        all.push_back({rule[u"object"].toText(), rule[u"when"].toText(), rule[u"message"].toText(),
                       rule[u"field"].toText()});
        if (all.back().object.isEmpty() || all.back().when.isEmpty())
            return refuse(u"a validation rule needs object and when"_s);
    }
    organisation.editAdministration().validations = std::move(all);
    return {};
}

Result<void> setDuplicateRules(Organisation& organisation, const Json& rules)
{
    std::vector<DuplicateRule> all;
    for (const Json& rule : rules.toArray()) {
        const DuplicateRule made{rule[u"name"].toText(u"Practice_Rule"_s), rule[u"object"].toText(),
                                 texts(rule[u"fields"]), rule[u"action"].toText() == u"block"};
        const int object = organisation.schema().find(made.object);
        if (object < 0 || made.fields.isEmpty()) return refuse(u"a duplicate rule needs object and fields"_s);
        for (const QString& field : made.fields) {
            const int index = organisation.type(object).find(field);
            if (index < 0 || !organisation.type(object).field(index).isTextual())
                return refuse(u"'"_s + field + u"' is not a text field of "_s + made.object);
        }
        all.push_back(made);
    }
    organisation.editAdministration().duplicates = std::move(all);
    return {};
}

Result<void> setObstacles(Organisation& organisation, const Json& obstacles)
{
    std::vector<SaveObstacle> all;
    for (const Json& one : obstacles.toArray()) {
        SaveObstacle made;
        made.object = one[u"object"].toText();
        made.operation = one[u"operation"].toText();
        made.code = one[u"code"].toText(u"UNABLE_TO_LOCK_ROW"_s);
        made.message = one[u"message"].toText(u"unable to obtain exclusive access to this record"_s);
        made.fields = texts(one[u"fields"]);
        made.every = one[u"every"].toInteger(1);
        made.left = one[u"count"].toInteger(-1);
        if (made.every < 1) return refuse(u"every must be 1 or more"_s);
        all.push_back(std::move(made));
    }
    organisation.editAdministration().obstacles = std::move(all);
    return {};
}

Result<void> setFeatures(Organisation& organisation, const Json& features)
{
    static const std::pair<QStringView, Feature> kNames[] = {
        {u"multiCurrency", Feature::MultiCurrency},
        {u"quotes", Feature::Quotes},
        {u"territories", Feature::Territories},
        {u"personAccounts", Feature::PersonAccounts},
    };
    for (const Json::Member& member : features.toObject()) {
        const auto known = std::find_if(std::begin(kNames), std::end(kNames),
                                        [&](const auto& entry) { return entry.first == member.first; });
        if (known == std::end(kNames)) return refuse(u"'"_s + member.first + u"' is not a feature"_s);
        organisation.setFeature(known->second, member.second.toBool());
    }
    return {};
}

/// `change(field)` for each "Object.Field" of the list.
template<class Change>
Result<void> eachField(Organisation& organisation, const Json& list, Change change)
{
    for (const QString& name : texts(list)) {
        const int object = organisation.schema().find(name.section(u'.', 0, 0));
        const int field = object < 0 ? -1 : organisation.type(object).find(name.section(u'.', 1));
        if (field < 0) return refuse(u"there is no field '"_s + name + u"'"_s);
        change(organisation.editSchema().editObject(object).fields[size_t(field)]);
    }
    return {};
}

/// `change(object, row)` for each record id of the list.
template<class Change>
Result<void> eachRecord(Organisation& organisation, const Json& list, Change change)
{
    for (const QString& id : texts(list)) {
        const auto parsed = RecordId::parse(id);
        const int object = parsed ? organisation.schema().objectByPrefix(parsed->prefix()) : -1;
        const RowNumber row = object < 0 ? kNoRow : organisation.table(object).find(*parsed);
        if (row == kNoRow) return refuse(u"there is no record '"_s + id + u"'"_s);
        change(object, row);
    }
    return {};
}

/// The losers go to the recycle bin, their children to the master.
Result<void> merge(Organisation& organisation, const Json& order)
{
    int object = -1;
    RowNumber master = kNoRow;
    const Json masters = Json::array({order[u"master"]});
    const auto takeMaster = [&](int of, RowNumber row) {
        object = of;
        master = row;
    };
    if (auto found = eachRecord(organisation, masters, takeMaster); !found) return found;
    if (object != kAccount && object != kContact) return refuse(u"only accounts and contacts are merged"_s);
    const auto absorb = [&](int of, RowNumber loser) {
        if (of != object || loser == master) return;
        for (const ChildRelationship& child : organisation.type(object).children) {
            const Table& children = organisation.table(child.object);
            RowNumber next = kNoRow;
            for (RowNumber at = children.firstChild(child.slot, loser); at != kNoRow; at = next) {
                next = children.nextChild(child.slot, at);
                Draft draft = organisation.edit(child.object, at);
                draft.references[size_t(child.slot)] = master;
                organisation.update(child.object, at, draft);
            }
        }
        Draft draft = organisation.edit(object, loser);
        organisation.setReference(object, draft, u"MasterRecordId", master);
        organisation.update(object, loser, draft);
        organisation.remove(object, loser);
        organisation.touch(object, master);
    };
    return eachRecord(organisation, order[u"losers"], absorb);
}

void emptyRecycleBin(Organisation& organisation)
{
    for (int object = 0; object < organisation.schema().objectCount(); ++object) {
        for (RowNumber row = 0; row < organisation.table(object).size(); ++row) {
            const Row& one = organisation.table(object).row(row);
            if (one.deleted && !one.purged) organisation.purge(object, row);
        }
    }
}

} // namespace

Result<bool> administer(Organisation& organisation, const QString& name, const Json& value)
{
    const auto done = [](const Result<void>& outcome) -> Result<bool> {
        if (!outcome) return tl::unexpected(outcome.error());
        return true;
    };
    if (name == u"validationRules") return done(setValidations(organisation, value));
    if (name == u"duplicateRules") return done(setDuplicateRules(organisation, value));
    if (name == u"obstacles") return done(setObstacles(organisation, value));
    if (name == u"features") return done(setFeatures(organisation, value));
    if (name == u"merge") return done(merge(organisation, value));
    if (name == u"hideFields")
        return done(eachField(organisation, value, [](Field& field) { field.hidden = true; }));
    if (name == u"showFields")
        return done(eachField(organisation, value, [](Field& field) { field.hidden = false; }));
    if (name == u"removeFields")
        return done(eachField(organisation, value, [](Field& field) { field.absent = true; }));
    if (name == u"lockFields") {
        return done(eachField(organisation, value,
                              [](Field& field) { field.createable = field.updateable = false; }));
    }
    if (name == u"undelete") {
        return done(eachRecord(organisation, value,
                               [&](int object, RowNumber row) { organisation.undelete(object, row); }));
    }
    if (name == u"purge") {
        return done(eachRecord(organisation, value,
                               [&](int object, RowNumber row) { organisation.purge(object, row); }));
    }
    if (name == u"deactivateUsers") {
        return done(eachRecord(organisation, value, [&](int object, RowNumber row) {
            if (object != kUser) return;
            Draft draft = organisation.edit(kUser, row);
            organisation.setCell(kUser, draft, u"IsActive", boolFragment(false));
            organisation.update(kUser, row, draft);
        }));
    }
    if (name == u"emptyRecycleBin")
        emptyRecycleBin(organisation);
    else if (name == u"commitLagMs")
        organisation.editAdministration().commitLagMs = value.toInteger();
    else if (name == u"addressPicklists")
        organisation.editAdministration().addressPicklists = value.toBool();
    else
        return false;
    return true;
}

} // namespace tieout::sandbox::salesforce
