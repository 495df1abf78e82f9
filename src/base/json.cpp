#include "base/json.h"

namespace tieout {

namespace {

const Json& sharedNull()
{
    static const Json null;
    return null;
}

template<class Container>
const Container& sharedEmpty()
{
    static const Container empty;
    return empty;
}

/// The container for editing: made when missing, copied when another Json shares it.
template<class Container, class Variant>
Container& owned(Variant& value)
{
    auto* shared = std::get_if<std::shared_ptr<Container>>(&value);
    if (!shared) {
        value = std::make_shared<Container>();
        shared = std::get_if<std::shared_ptr<Container>>(&value);
    } else if (shared->use_count() > 1) {
        *shared = std::make_shared<Container>(**shared);
    }
    return **shared;
}

Json* findMember(Json::Object& object, QStringView name)
{
    for (auto& [key, value] : object) {
        if (key == name) return &value;
    }
    return nullptr;
}

} // namespace

Json::Json(bool value)
    : m_value(value)
{
}

Json::Json(int value)
    : m_value(Decimal(value))
{
}

Json::Json(qint64 value)
    : m_value(Decimal(value))
{
}

Json::Json(Decimal value)
    : m_value(value)
{
}

Json::Json(QString value)
    : m_value(std::move(value))
{
}

Json::Json(const char16_t* value)
    : m_value(QString::fromUtf16(value))
{
}

Json::Json(Array value)
    : m_value(std::make_shared<Array>(std::move(value)))
{
}

Json::Json(Object value)
    : m_value(std::make_shared<Object>(std::move(value)))
{
}

Json Json::object(std::initializer_list<Member> members)
{
    return Json(Object(members));
}

Json Json::array(std::initializer_list<Json> items)
{
    return Json(Array(items));
}

Json::Kind Json::kind() const
{
    return Kind(m_value.index());
}

bool Json::toBool(bool fallback) const
{
    const auto* value = std::get_if<bool>(&m_value);
    return value ? *value : fallback;
}

Decimal Json::toDecimal(Decimal fallback) const
{
    const auto* value = std::get_if<Decimal>(&m_value);
    return value ? *value : fallback;
}

qint64 Json::toInteger(qint64 fallback) const
{
    const auto* value = std::get_if<Decimal>(&m_value);
    return value ? value->toInteger().value_or(fallback) : fallback;
}

QString Json::toText(const QString& fallback) const
{
    const auto* value = std::get_if<QString>(&m_value);
    return value ? *value : fallback;
}

const Json::Array& Json::toArray() const&
{
    const auto* value = std::get_if<std::shared_ptr<Array>>(&m_value);
    return value ? **value : sharedEmpty<Array>();
}

const Json::Object& Json::toObject() const&
{
    const auto* value = std::get_if<std::shared_ptr<Object>>(&m_value);
    return value ? **value : sharedEmpty<Object>();
}

const Json& Json::operator[](QStringView name) const&
{
    for (const auto& [key, value] : toObject()) {
        if (key == name) return value;
    }
    return sharedNull();
}

const Json& Json::at(qsizetype index) const&
{
    const Array& items = toArray();
    return index >= 0 && index < items.size() ? items.at(index) : sharedNull();
}

bool Json::contains(QStringView name) const
{
    const Object& members = toObject();
    return std::any_of(members.begin(), members.end(),
                       [&](const Member& member) { return member.first == name; });
}

qsizetype Json::size() const
{
    return isArray() ? toArray().size() : toObject().size();
}

void Json::set(const QString& name, Json value)
{
    Object& members = owned<Object>(m_value);
    if (Json* present = findMember(members, name))
        *present = std::move(value);
    else
        members.append({name, std::move(value)});
}

Json& Json::member(const QString& name)
{
    Object& members = owned<Object>(m_value);
    if (Json* present = findMember(members, name)) return *present;
    members.append({name, Json()});
    return members.last().second;
}

void Json::remove(QStringView name)
{
    if (contains(name))
        owned<Object>(m_value).removeIf([&](const Member& member) { return member.first == name; });
}

void Json::append(Json value)
{
    owned<Array>(m_value).append(std::move(value));
}

Json::Array& Json::editArray()
{
    return owned<Array>(m_value);
}

bool Json::operator==(const Json& other) const
{
    if (kind() != other.kind()) return false;
    switch (kind()) {
    case Kind::Array:
        return toArray() == other.toArray();
    case Kind::Object:
        return toObject() == other.toObject();
    default:
        return m_value == other.m_value;
    }
}

} // namespace tieout
