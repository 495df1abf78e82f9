#include "sandbox/xero/wire/fields.h"

namespace tieout::sandbox::xero {

namespace {

template<class Value, class T>
void keep(Value& slot, std::optional<T> read)
{
    if (read) slot = std::move(*read);
}

} // namespace

FieldTable::FieldTable(std::initializer_list<Field> fields)
{
    m_kinds.reserve(fields.size());
    for (const Field& field : fields) {
        m_names.add(field.name);
        m_kinds.push_back(field.kind);
    }
}

Fields Fields::read(const Json& json, const FieldTable& table, ValueReader& reader)
{
    Fields fields;
    fields.m_values.resize(table.size());
    for (const Json::Member& member : json.toObject()) {
        const int field = member.second.isNull() ? -1 : table.find(member.first);
        if (field < 0) continue;
        Value& slot = fields.m_values[size_t(field)];
        switch (table.kind(field)) {
        case FieldKind::Text:
            keep(slot, reader.text(member.second));
            break;
        case FieldKind::Number:
            keep(slot, reader.number(member.second));
            break;
        case FieldKind::Flag:
            keep(slot, reader.flag(member.second));
            break;
        case FieldKind::Day:
            keep(slot, reader.day(member.second));
            break;
        case FieldKind::Guid:
            keep(slot, reader.guid(member.second));
            break;
        case FieldKind::Part:
            slot = member.second;
            break;
        }
    }
    return fields;
}

bool Fields::has(int field) const
{
    return size_t(field) < m_values.size() &&
           !std::holds_alternative<std::monostate>(m_values[size_t(field)]);
}

void Fields::take(int field, QString& target) const
{
    if (const std::optional<QString> stated = text(field)) target = *stated;
}

std::vector<Fields> readParts(const Json& array, const FieldTable& table, ValueReader& reader)
{
    std::vector<Fields> parts;
    for (const Json& item : array.toArray()) {
        if (item.isObject()) parts.push_back(Fields::read(item, table, reader));
    }
    return parts;
}

} // namespace tieout::sandbox::xero
