#include "sandbox/salesforce/records/recordwriter.h"

#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/rules/addressrules.h"
#include "sandbox/salesforce/rules/salesrules.h"
#include "sandbox/salesforce/rules/saverules.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

RowError unsupported(const ObjectType& type, QStringView operation)
{
    return {u"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"_s,
            u"entity type "_s + type.name + u" does not support "_s + operation.toString(),
            {}};
}

QString idText(const Organisation& organisation, int object, RowNumber row)
{
    return organisation.table(object).row(row).id.toString();
}

} // namespace

WriteResult RecordWriter::refused(RowError error)
{
    WriteResult result;
    result.errors.push_back(std::move(error));
    return result;
}

WriteResult RecordWriter::create(int object, const Json& fields)
{
    const ObjectType& type = m_organisation.type(object);
    if (!type.createable) return refused(unsupported(type, u"create"));
    if (!fields[u"Id"].isNull()) {
        return refused(
            {u"INVALID_FIELD"_s, u"The Id field should not be specified in the sobject data."_s, {u"Id"_s}});
    }
    if (auto barred = SaveRules(m_organisation).obstacle(object, u"create", {})) return refused(*barred);
    WriteResult result;
    Draft draft = m_organisation.blank(object);
    result.errors = apply(object, draft, fields, Mode::Create);
    if (!result.good()) return result;
    applyDefaults(object, draft);
    SalesRules rules(m_organisation);
    if (auto wrong = rules.prepare(object, draft, fields)) return refused(*wrong);
    checkRequired(object, draft, result.errors);
    checkUnique(object, draft, kNoRow, result.errors);
    AddressRules(m_organisation).check(object, draft, fields, result.errors);
    if (!result.good()) return result;
    if (auto wrong = rules.beforeSave(object, draft, kNoRow, fields)) return refused(*wrong);
    saveChecked(result, object, u"create", [&] {
        result.row = m_organisation.insert(object, draft);
        result.created = true;
        rules.afterSave(object, result.row);
    });
    return result;
}

WriteResult RecordWriter::update(int object, RowNumber row, const Json& fields)
{
    const ObjectType& type = m_organisation.type(object);
    if (!type.updateable) return refused(unsupported(type, u"update"));
    SaveRules saves(m_organisation);
    if (auto barred = saves.obstacle(object, u"update", idText(m_organisation, object, row)))
        return refused(*barred);
    WriteResult result;
    result.row = row;
    Draft draft = m_organisation.edit(object, row);
    result.errors = apply(object, draft, fields, Mode::Update);
    SalesRules rules(m_organisation);
    if (result.good()) {
        if (auto wrong = rules.prepare(object, draft, fields)) return refused(*wrong);
        checkRequired(object, draft, result.errors);
        checkUnique(object, draft, row, result.errors);
        AddressRules(m_organisation).check(object, draft, fields, result.errors);
    }
    if (!result.good()) return result;
    if (auto wrong = rules.beforeSave(object, draft, row, fields)) return refused(*wrong);
    saveChecked(result, object, u"update", [&] {
        m_organisation.update(object, row, draft);
        rules.afterSave(object, row);
    });
    return result;
}

template<class Save>
void RecordWriter::saveChecked(WriteResult& result, int object, const char16_t* operation, Save save)
{
    const Administration& rules = m_organisation.administration();
    if (rules.validations.empty() && rules.duplicates.empty()) return save();
    const size_t mark = m_organisation.begin();
    save();
    const auto wrong = checkSaved(object, result.row, operation);
    if (!wrong) return m_organisation.commit();
    m_organisation.rollback(mark);
    result = refused(*wrong);
}

std::optional<RowError> RecordWriter::checkSaved(int object, RowNumber row, const char16_t* operation)
{
    const SaveRules rules(m_organisation);
    if (auto broken = rules.brokenValidation(object, row)) return broken;
    if (QStringView(operation) == u"create") return rules.duplicate(object, row, m_options);
    return {};
}

WriteResult RecordWriter::upsert(int object, int fieldIndex, const QString& value, const Json& fields)
{
    WriteResult result;
    const Field field = m_organisation.type(object).field(fieldIndex);
    if (fields.contains(field.name) || fields.contains(u"Id")) {
        const QString name = fields.contains(field.name) ? field.name : u"Id"_s;
        result.errors.push_back({u"INVALID_FIELD"_s,
                                 u"The "_s + name + u" field should not be specified in the sobject data."_s,
                                 {name}});
        return result;
    }
    if (field.storage == Storage::Id) {
        const auto row = rowOf(object, value);
        if (!row) {
            result.errors.push_back(row.error());
            return result;
        }
        return update(object, *row, fields);
    }
    const std::vector<RowNumber> found = m_organisation.rowsWith(object, fieldIndex, value);
    if (found.size() > 1) {
        result.choices = found;
        return result;
    }
    if (found.size() == 1) return update(object, found.front(), fields);
    Json whole = fields.isObject() ? fields : Json::object();
    whole.set(field.name, Json(value));
    return create(object, whole);
}

std::vector<RowError> RecordWriter::remove(int object, RowNumber row)
{
    const ObjectType& type = m_organisation.type(object);
    if (!type.deletable) return {unsupported(type, u"delete")};
    if (auto barred =
            SaveRules(m_organisation).obstacle(object, u"delete", idText(m_organisation, object, row)))
        return {*barred};
    SalesRules rules(m_organisation);
    if (auto wrong = rules.beforeRemove(object, row)) return {*wrong};
    cascade(object, row);
    m_organisation.remove(object, row);
    rules.afterRemove(object, row);
    if (!type.keepsBin) m_organisation.purge(object, row);
    return {};
}

std::vector<RowError> RecordWriter::removeForGood(int object, RowNumber row)
{
    std::vector<RowError> errors = remove(object, row);
    if (errors.empty()) m_organisation.purge(object, row);
    return errors;
}

void RecordWriter::cascade(int object, RowNumber row)
{
    for (const ChildRelationship& child : m_organisation.type(object).children) {
        if (!m_organisation.type(child.object).field(child.field).cascadeDelete) continue;
        const Table& children = m_organisation.table(child.object);
        for (RowNumber at = children.firstChild(child.slot, row); at != kNoRow;
             at = children.nextChild(child.slot, at)) {
            if (children.row(at).deleted) continue;
            cascade(child.object, at);
            m_organisation.remove(child.object, at);
        }
    }
}

tl::expected<RowNumber, RowError> RecordWriter::rowOf(int object, const QString& id) const
{
    const ObjectType& type = m_organisation.type(object);
    const auto parsed = RecordId::parse(id);
    if (!parsed) {
        return tl::unexpected(RowError{
            u"NOT_FOUND"_s, u"Provided external ID field does not exist or is not accessible: "_s + id, {}});
    }
    if (parsed->prefix() != std::string_view(type.keyPrefix.constData(), 3))
        return tl::unexpected(RowError{u"MALFORMED_ID"_s, u"malformed id "_s + id, {u"Id"_s}});
    const RowNumber row = m_organisation.table(object).find(*parsed);
    if (row == kNoRow)
        return tl::unexpected(RowError{u"NOT_FOUND"_s, u"The requested resource does not exist"_s, {}});
    if (m_organisation.table(object).row(row).deleted)
        return tl::unexpected(RowError{u"ENTITY_IS_DELETED"_s, u"entity is deleted"_s, {}});
    return row;
}

std::vector<RowError> RecordWriter::apply(int object, Draft& draft, const Json& fields, Mode mode) const
{
    std::vector<RowError> errors;
    QStringList unwritable;
    for (const Json::Member& member : fields.toObject()) {
        const bool identity = member.first.compare(u"Id", Qt::CaseInsensitive) == 0 && mode == Mode::Update;
        if (member.first != u"attributes" && !identity)
            applyField(object, draft, member, mode, errors, unwritable);
    }
    if (!unwritable.isEmpty()) {
        errors.push_back({u"INVALID_FIELD_FOR_INSERT_UPDATE"_s,
                          u"Unable to create/update fields: "_s + unwritable.join(u", ") +
                              u". Please check the security settings of this field and verify that it is "
                              "read/write for your profile or permission set."_s,
                          unwritable});
    }
    return errors;
}

void RecordWriter::applyField(int object, Draft& draft, const Json::Member& member, Mode mode,
                              std::vector<RowError>& errors, QStringList& unwritable) const
{
    const ObjectType& type = m_organisation.type(object);
    const auto& [name, value] = member;
    const int relationship = type.findRelationship(name);
    if (relationship >= 0 && value.isObject())
        return applyParent(object, type.field(relationship), draft, value, errors);
    const int index = type.find(name);
    if (index < 0 || type.field(index).absent) {
        errors.push_back(
            {u"INVALID_FIELD"_s, u"No such column '"_s + name + u"' on sobject of type "_s + type.name, {}});
        return;
    }
    const Field& field = type.field(index);
    if (field.hidden || (mode == Mode::Create ? !field.createable : !field.updateable)) {
        unwritable.append(field.name);
        return;
    }
    if (field.storage == Storage::Reference) return applyReference(object, field, draft, value, errors);
    if (field.storage == Storage::Polymorphic) return applyPolymorphic(field, draft, value, errors);
    auto cell = checkedCell(field, value);
    if (cell)
        draft.cells[size_t(field.slot)] = std::move(*cell);
    else
        errors.push_back(cell.error());
}

void RecordWriter::applyReference(int object, const Field& field, Draft& draft, const Json& value,
                                  std::vector<RowError>& errors) const
{
    Q_UNUSED(object)
    RowNumber& place = draft.references[size_t(field.slot)];
    if (value.isNull() || value.toText().isEmpty()) {
        place = kNoRow;
        return;
    }
    const auto row = target(field, m_organisation.schema().find(field.referenceTo), value.toText());
    if (row)
        place = *row;
    else
        errors.push_back(row.error());
}

void RecordWriter::applyPolymorphic(const Field& field, Draft& draft, const Json& value,
                                    std::vector<RowError>& errors) const
{
    const auto slots = std::span(draft.references).subspan(size_t(field.slot), size_t(field.targets.size()));
    std::fill(slots.begin(), slots.end(), kNoRow);
    if (value.isNull() || value.toText().isEmpty()) return;
    const auto id = RecordId::parse(value.toText());
    const int parent = id ? m_organisation.schema().objectByPrefix(id->prefix()) : -1;
    const qsizetype at = parent < 0 ? -1 : field.targets.indexOf(m_organisation.type(parent).name);
    const auto row = target(field, at < 0 ? -1 : parent, value.toText());
    if (row)
        slots[size_t(at)] = *row;
    else
        errors.push_back(row.error());
}

tl::expected<RowNumber, RowError> RecordWriter::target(const Field& field, int parent,
                                                       const QString& text) const
{
    const auto id = RecordId::parse(text);
    const bool fits = id && parent >= 0 &&
                      id->prefix() == std::string_view(m_organisation.type(parent).keyPrefix.constData(), 3);
    if (!fits) {
        return tl::unexpected(RowError{
            u"MALFORMED_ID"_s, field.label + u": id value of incorrect type: "_s + text, {field.name}});
    }
    const RowNumber row = m_organisation.table(parent).find(*id);
    if (row == kNoRow) {
        return tl::unexpected(
            RowError{u"INVALID_CROSS_REFERENCE_KEY"_s, u"invalid cross reference id"_s, {field.name}});
    }
    if (m_organisation.table(parent).row(row).deleted)
        return tl::unexpected(RowError{u"ENTITY_IS_DELETED"_s, u"entity is deleted"_s, {}});
    if (parent == kUser && m_organisation.cell(kUser, row, u"IsActive") != "true") {
        return tl::unexpected(RowError{
            u"INACTIVE_OWNER_OR_USER"_s, u"operation performed with inactive user ["_s + text + u"]"_s, {}});
    }
    return row;
}

void RecordWriter::applyParent(int object, const Field& field, Draft& draft, const Json& value,
                               std::vector<RowError>& errors) const
{
    const int parent = field.referenceTo.isEmpty() ? -1 : m_organisation.schema().find(field.referenceTo);
    if (parent < 0) {
        errors.push_back({u"INVALID_FIELD"_s,
                          u"Foreign key external IDs are not supported for "_s + field.name,
                          {field.name}});
        return;
    }
    const ObjectType& type = m_organisation.type(parent);
    for (const Json::Member& member : value.toObject()) {
        const int key = type.lookUp(member.first);
        if (member.first == u"attributes") continue;
        if (key < 0 || !type.field(key).idLookup) {
            errors.push_back({u"INVALID_FIELD"_s,
                              u"Field name provided, "_s + member.first +
                                  u" is not an External ID or indexed field for "_s + type.name,
                              {}});
            return;
        }
        if (type.field(key).storage == Storage::Id)
            return applyReference(object, field, draft, member.second, errors);
        const std::vector<RowNumber> found = m_organisation.rowsWith(parent, key, member.second.toText());
        if (found.size() == 1) {
            draft.references[size_t(field.slot)] = found.front();
            return;
        }
        errors.push_back(
            found.empty()
                ? RowError{u"INVALID_FIELD"_s,
                           u"Foreign key external ID: "_s + member.second.toText().toLower() +
                               u" not found for field "_s + member.first + u" in entity "_s + type.name,
                           {}}
                : RowError{
                      u"DUPLICATE_EXTERNAL_ID"_s, u"Foreign key external ID matches several records"_s, {}});
        return;
    }
}

void RecordWriter::applyDefaults(int object, Draft& draft) const
{
    const ObjectType& type = m_organisation.type(object);
    if (type.find(u"OwnerId") >= 0 && m_organisation.draftReference(object, draft, u"OwnerId") == kNoRow)
        m_organisation.setReference(object, draft, u"OwnerId", m_organisation.user());
    for (const Field& field : type.fields) {
        if (field.defaultValue.isEmpty() || !draft.cells[size_t(field.slot)].empty()) continue;
        draft.cells[size_t(field.slot)] = textFragment(field.defaultValue);
    }
}

void RecordWriter::checkRequired(int object, const Draft& draft, std::vector<RowError>& errors) const
{
    QStringList missing;
    for (const Field& field : m_organisation.type(object).fields) {
        if (field.nillable || field.defaultedOnCreate || !field.createable) continue;
        const bool empty = field.storage == Storage::Reference
                               ? draft.references[size_t(field.slot)] == kNoRow
                           : field.storage == Storage::Polymorphic
                               ? std::all_of(draft.references.begin() + field.slot,
                                             draft.references.begin() + field.slot + field.targets.size(),
                                             [](RowNumber row) { return row == kNoRow; })
                               : field.storage == Storage::Cell && draft.cells[size_t(field.slot)].empty();
        if (empty) missing.append(field.name);
    }
    if (!missing.isEmpty()) {
        errors.push_back({u"REQUIRED_FIELD_MISSING"_s,
                          u"Required fields are missing: ["_s + missing.join(u", ") + u"]"_s, missing});
    }
}

void RecordWriter::checkUnique(int object, const Draft& draft, RowNumber self,
                               std::vector<RowError>& errors) const
{
    const ObjectType& type = m_organisation.type(object);
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const Field& field = type.fields[i];
        if (!field.unique || field.storage != Storage::Cell || draft.cells[size_t(field.slot)].empty())
            continue;
        const QString value = fragmentText(draft.cells[size_t(field.slot)]);
        for (const RowNumber row : m_organisation.rowsWith(object, int(i), value)) {
            if (row == self) continue;
            errors.push_back({u"DUPLICATE_VALUE"_s,
                              u"duplicate value found: "_s + field.name +
                                  u" duplicates value on record with id: "_s +
                                  idText(m_organisation, object, row),
                              {}});
            return;
        }
    }
}

} // namespace tieout::sandbox::salesforce
