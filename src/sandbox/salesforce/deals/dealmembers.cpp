#include "sandbox/salesforce/deals/dealintake.h"
#include "sandbox/salesforce/fragment.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr int kShortText = 255;
constexpr int kLongText = 131'072;

tl::unexpected<Error> refuse(const QString& text)
{
    return fail(ErrorKind::RowRejected, u"practice.deal"_s, text);
}

/// What a new custom field must be to hold `value`.
void fitCustomField(Field& field, const Json& value)
{
    if (value.isNull()) return;
    field.typeUnknown = false;
    if (value.isNumber()) {
        field.type = FieldType::Number;
        field.precision = 18;
        field.length = 0;
    } else if (value.isBool()) {
        field.type = FieldType::Boolean;
        field.nillable = false;
        field.defaultedOnCreate = true;
        field.length = 0;
    }
}

/// A custom field grows with what is loaded into it.
void growCustomField(Field& field, const Json& value)
{
    if (value.isNumber()) field.scale = std::max(field.scale, value.toDecimal().scale());
    if (value.isText() && field.isTextual() && value.toText().size() > kShortText) {
        field.type = FieldType::TextArea;
        field.length = kLongText;
    }
}

} // namespace

Result<void> DealIntake::applyMembers(int object, Draft& draft, const Json& row,
                                      std::initializer_list<QStringView> nested)
{
    for (const Json::Member& member : row.toObject()) {
        const bool elsewhere =
            std::find(nested.begin(), nested.end(), QStringView(member.first)) != nested.end();
        if (elsewhere || member.first == u"attributes") continue;
        if (auto applied = applyMember(object, draft, member); !applied) return applied;
    }
    return {};
}

Result<void> DealIntake::applyMember(int object, Draft& draft, const Json::Member& member)
{
    const auto& [name, value] = member;
    if (value.isObject() || value.isArray())
        return refuse(name + u" is nested; only Account, Contact, Owner and lines may be"_s);
    int index = m_organisation.type(object).find(name);
    if (index < 0) {
        const auto added = customField(object, name, value);
        if (!added) return tl::unexpected(added.error());
        index = *added;
    }
    const Field& field = m_organisation.type(object).field(index);
    if (field.storage == Storage::Reference && value.isText()) {
        const auto id = RecordId::parse(value.toText());
        const int target = m_organisation.schema().find(field.referenceTo);
        const RowNumber row = id ? m_organisation.table(target).find(*id) : kNoRow;
        if (row == kNoRow) return refuse(name + u" '"_s + value.toText() + u"' points to no record"_s);
        draft.references[size_t(field.slot)] = row;
        return {};
    }
    if (field.storage != Storage::Cell) return {};
    auto cell = loadedCell(object, index, value);
    if (!cell) return tl::unexpected(cell.error());
    const auto slot = size_t(m_organisation.type(object).field(index).slot);
    if (slot >= draft.cells.size()) draft.cells.resize(slot + 1);
    draft.cells[slot] = std::move(*cell);
    return {};
}

bool DealIntake::holds(int object, RowNumber row, const Json& members)
{
    const ObjectType& type = m_organisation.type(object);
    for (const Json::Member& member : members.toObject()) {
        const int index = type.find(member.first);
        if (index < 0 || member.second.isObject() || type.field(index).storage == Storage::Reference)
            return false;
        if (type.field(index).storage != Storage::Cell) continue;
        const auto cell = loadedCell(object, index, member.second);
        if (!cell || *cell != m_organisation.table(object).row(row).cells.view(type.field(index).slot))
            return false;
    }
    return true;
}

Result<int> DealIntake::customField(int object, const QString& name, const Json& value)
{
    static constexpr qsizetype kMaxCustomFields = 400;
    if (qsizetype(m_organisation.type(object).fields.size()) > kMaxCustomFields)
        return refuse(u"too many custom fields on "_s + m_organisation.type(object).name);
    for (const QChar c : name) {
        if (!(c.isLetterOrNumber() || c == u'_')) return refuse(u"'"_s + name + u"' is not a field name"_s);
    }
    if (name.isEmpty()) return refuse(u"a member has no name"_s);
    Field field;
    field.name = name;
    field.label = name.endsWith(u"__c") ? name.chopped(3).replace(u'_', u' ') : name;
    field.custom = true;
    field.length = kShortText;
    field.typeUnknown = true;
    fitCustomField(field, value);
    return m_organisation.addCustomField(object, std::move(field));
}

Result<std::string> DealIntake::loadedCell(int object, int index, const Json& value)
{
    if (m_organisation.type(object).field(index).custom) {
        Field& custom = m_organisation.editField(object, index);
        if (custom.typeUnknown) fitCustomField(custom, value);
        growCustomField(custom, value);
    }
    const Field& field = m_organisation.type(object).field(index);
    const QString shown = QString::fromUtf8(value.toBytes());
    if (value.isNull()) return std::string();
    if (field.isNumeric()) {
        const auto number =
            value.isNumber() ? Result<Decimal>(value.toDecimal()) : Decimal::parse(value.toText());
        if (!number || value.isBool())
            return refuse(field.name + u" is a number elsewhere, here it is "_s + shown);
        return numberFragment(*number);
    }
    switch (field.type) {
    case FieldType::Boolean:
        if (!value.isBool())
            return refuse(field.name + u" is true or false elsewhere, here it is "_s + shown);
        return boolFragment(value.toBool());
    case FieldType::Date: {
        const auto date = parseDate(value.toText());
        if (!date) return refuse(field.name + u" "_s + shown + u" is not a date"_s);
        return dateFragment(*date);
    }
    case FieldType::DateTime: {
        const auto instant = parseInstant(value.toText());
        if (!instant) return refuse(field.name + u" "_s + shown + u" is not a date and time"_s);
        return stampFragment(msSinceEpoch(*instant));
    }
    default:
        break;
    }
    const QString text = value.isText() ? value.toText() : shown;
    // The service knows no empty text: it is null. Blanks stay as they are, as in rows of old imports.
    return text.isEmpty() ? std::string() : textFragment(text);
}

} // namespace tieout::sandbox::salesforce
