#include "sandbox/salesforce/recordwriter.h"

#include "sandbox/salesforce/fragment.h"
#include "sandbox/salesforce/salesrules.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

QString idText(const Organisation& organisation, int object, RowNumber row)
{
    return organisation.table(object).row(row).id.toString();
}

} // namespace

WriteResult RecordWriter::create(int object, const Json& fields)
{
    WriteResult result;
    const ObjectType& type = m_organisation.type(object);
    if (!type.createable) {
        result.errors.push_back({u"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"_s,
                                 u"entity type "_s + type.name + u" does not support create"_s,
                                 {}});
        return result;
    }
    if (!fields[u"Id"].isNull()) {
        result.errors.push_back(
            {u"INVALID_FIELD"_s, u"The Id field should not be specified in the sobject data."_s, {u"Id"_s}});
        return result;
    }
    Draft draft = m_organisation.blank(object);
    result.errors = apply(object, draft, fields, Mode::Create);
    if (!result.good()) return result;
    applyDefaults(object, draft);
    checkRequired(object, draft, result.errors);
    checkUnique(object, draft, kNoRow, result.errors);
    if (!result.good()) return result;
    SalesRules rules(m_organisation);
    if (auto refused = rules.beforeSave(object, draft, kNoRow, fields)) {
        result.errors.push_back(*refused);
        return result;
    }
    result.row = m_organisation.insert(object, draft);
    result.created = true;
    rules.afterSave(object, result.row);
    return result;
}

WriteResult RecordWriter::update(int object, RowNumber row, const Json& fields)
{
    WriteResult result;
    result.row = row;
    const ObjectType& type = m_organisation.type(object);
    if (!type.updateable) {
        result.errors.push_back({u"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"_s,
                                 u"entity type "_s + type.name + u" does not support update"_s,
                                 {}});
        return result;
    }
    Draft draft = m_organisation.edit(object, row);
    result.errors = apply(object, draft, fields, Mode::Update);
    if (result.good()) {
        checkRequired(object, draft, result.errors);
        checkUnique(object, draft, row, result.errors);
    }
    if (!result.good()) return result;
    SalesRules rules(m_organisation);
    if (auto refused = rules.beforeSave(object, draft, row, fields)) {
        result.errors.push_back(*refused);
        return result;
    }
    m_organisation.update(object, row, draft);
    rules.afterSave(object, row);
    return result;
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
    if (!type.deletable) {
        return {{u"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"_s,
                 u"entity type "_s + type.name + u" does not support delete"_s,
                 {}}};
    }
    for (const ChildRelationship& child : type.children) {
        const Field& field = m_organisation.type(child.object).field(child.field);
        if (!field.cascadeDelete) continue;
        const Table& children = m_organisation.table(child.object);
        for (RowNumber at = children.firstChild(field.slot, row); at != kNoRow;
             at = children.nextChild(field.slot, at)) {
            if (!children.row(at).deleted) m_organisation.remove(child.object, at);
        }
    }
    m_organisation.remove(object, row);
    SalesRules(m_organisation).afterRemove(object, row);
    return {};
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
    if (index < 0) {
        errors.push_back(
            {u"INVALID_FIELD"_s, u"No such column '"_s + name + u"' on sobject of type "_s + type.name, {}});
        return;
    }
    const Field& field = type.field(index);
    if (mode == Mode::Create ? !field.createable : !field.updateable) {
        unwritable.append(field.name);
        return;
    }
    if (field.storage == Storage::Reference) return applyReference(object, field, draft, value, errors);
    auto cell = checkedCell(field, value);
    if (cell)
        draft.cells[size_t(field.slot)] = std::move(*cell);
    else
        errors.push_back(cell.error());
}

void RecordWriter::applyReference(int object, const Field& field, Draft& draft, const Json& value,
                                  std::vector<RowError>& errors) const
{
    RowNumber& target = draft.references[size_t(field.slot)];
    if (value.isNull() || value.toText().isEmpty()) {
        target = kNoRow;
        return;
    }
    Q_UNUSED(object)
    const int parent = m_organisation.schema().find(field.referenceTo);
    const auto id = RecordId::parse(value.toText());
    if (!id || id->prefix() != std::string_view(m_organisation.type(parent).keyPrefix.constData(), 3)) {
        errors.push_back({u"MALFORMED_ID"_s,
                          field.label + u": id value of incorrect type: "_s + value.toText(),
                          {field.name}});
        return;
    }
    const RowNumber row = m_organisation.table(parent).find(*id);
    if (row == kNoRow) {
        errors.push_back({u"INVALID_CROSS_REFERENCE_KEY"_s, u"invalid cross reference id"_s, {field.name}});
        return;
    }
    if (m_organisation.table(parent).row(row).deleted) {
        errors.push_back({u"ENTITY_IS_DELETED"_s, u"entity is deleted"_s, {}});
        return;
    }
    if (parent == kUser && m_organisation.cell(kUser, row, u"IsActive") != "true") {
        errors.push_back({u"INACTIVE_OWNER_OR_USER"_s,
                          u"operation performed with inactive user ["_s + value.toText() + u"]"_s,
                          {}});
        return;
    }
    target = row;
}

void RecordWriter::applyParent(int object, const Field& field, Draft& draft, const Json& value,
                               std::vector<RowError>& errors) const
{
    const int parent = m_organisation.schema().find(field.referenceTo);
    const ObjectType& type = m_organisation.type(parent);
    for (const Json::Member& member : value.toObject()) {
        const int key = type.find(member.first);
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
    if (type.find(u"CurrencyIsoCode") >= 0 &&
        m_organisation.draftCell(object, draft, u"CurrencyIsoCode").empty())
        m_organisation.setCell(object, draft, u"CurrencyIsoCode", textFragment(u"AUD"));
}

void RecordWriter::checkRequired(int object, const Draft& draft, std::vector<RowError>& errors) const
{
    QStringList missing;
    for (const Field& field : m_organisation.type(object).fields) {
        if (field.nillable || field.defaultedOnCreate || !field.createable) continue;
        const bool empty = field.storage == Storage::Reference
                               ? draft.references[size_t(field.slot)] == kNoRow
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
