#include "model/objectreader.h"

using namespace Qt::StringLiterals;

namespace tieout::model {

ObjectReader::ObjectReader(const Json& json, QString code, QString path)
    : m_json(json)
    , m_code(std::move(code))
    , m_path(std::move(path))
{
    if (!json.isObject()) reject({}, u"must be an object"_s);
}

QString ObjectReader::pathOf(const QString& name) const
{
    if (name.isEmpty()) return m_path.isEmpty() ? u"$"_s : m_path;
    return m_path.isEmpty() ? name : m_path + u'.' + name;
}

const Json& ObjectReader::take(const QString& name)
{
    m_taken.insert(name);
    return m_json[name];
}

void ObjectReader::text(const QString& name, QString& target)
{
    const Json& value = take(name);
    if (value.isNull()) return;
    if (!value.isText()) return reject(name, u"must be a text"_s);
    target = value.toText();
}

void ObjectReader::number(const QString& name, int& target, int least, int most)
{
    const Json& value = take(name);
    if (value.isNull()) return;
    const auto whole = value.isNumber() ? value.toDecimal().toInteger() : std::nullopt;
    if (!whole || *whole < least || *whole > most) {
        return reject(name, u"must be a whole number from %1 to %2"_s.arg(least).arg(most));
    }
    target = int(*whole);
}

void ObjectReader::flag(const QString& name, bool& target)
{
    const Json& value = take(name);
    if (value.isNull()) return;
    if (!value.isBool()) return reject(name, u"must be true or false"_s);
    target = value.toBool();
}

void ObjectReader::texts(const QString& name, QStringList& target)
{
    const Json& items = take(name);
    if (items.isNull()) return;
    if (!items.isArray()) return reject(name, u"must be a list"_s);
    for (const Json& item : items.toArray()) {
        if (!item.isText()) return reject(name, u"must hold texts only"_s);
        target.append(item.toText());
    }
}

void ObjectReader::require(const QString& name, const QString& value)
{
    if (value.isEmpty()) reject(name, u"is missing"_s);
}

void ObjectReader::reject(const QString& name, const QString& why)
{
    const QString path = pathOf(name);
    adopt(errorOf(ErrorKind::BadConfig, m_code, u"%1: %2"_s.arg(path, why), {path, why}));
}

void ObjectReader::adopt(Error error)
{
    if (!m_error) m_error = std::move(error);
}

Json ObjectReader::rest() const
{
    Json::Object members;
    for (const auto& [name, value] : m_json.toObject()) {
        if (!m_taken.contains(name)) members.append({name, value});
    }
    return members.isEmpty() ? Json() : Json(std::move(members));
}

void ObjectReader::refuseRest()
{
    const Json unknown = rest();
    if (unknown.isObject()) reject(unknown.toObject().first().first, u"is not a known member"_s);
}

void ObjectWriter::texts(const QString& name, const QStringList& values)
{
    list(name, values, [](const QString& value) { return Json(value); });
}

void ObjectWriter::members(const Json& object)
{
    for (const auto& [name, value] : object.toObject())
        put(name, value);
}

} // namespace tieout::model
