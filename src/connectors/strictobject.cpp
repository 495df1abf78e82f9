#include "connectors/strictobject.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

StrictObject::StrictObject(const Json& json, QString path, QStringList& faults)
    : m_json(json)
    , m_path(std::move(path))
    , m_faults(faults)
{
    if (!json.isObject()) m_faults << m_path + u": an object belongs here"_s;
}

const Json& StrictObject::take(QStringView name)
{
    m_read.insert(name.toString());
    return m_json[name];
}

void StrictObject::fault(QStringView name, const QString& what)
{
    m_faults << m_path + u'.' + name.toString() + u": "_s + what;
}

QString StrictObject::text(QStringView name)
{
    const Json& json = take(name);
    if (json.isText() && !json.toText().isEmpty()) return json.toText();
    fault(name, u"a text belongs here"_s);
    return {};
}

QString StrictObject::text(QStringView name, const QString& fallback)
{
    const Json& json = take(name);
    if (json.isText()) return json.toText();
    if (!json.isNull()) fault(name, u"a text belongs here"_s);
    return fallback;
}

int StrictObject::integer(QStringView name, int fallback)
{
    const Json& json = take(name);
    if (json.isNull()) return fallback;
    const auto value = json.toDecimal().toInteger();
    if (json.isNumber() && value && *value >= 0 && *value <= 1'000'000'000) return int(*value);
    fault(name, u"a whole number from 0 belongs here"_s);
    return fallback;
}

bool StrictObject::flag(QStringView name)
{
    const Json& json = take(name);
    if (!json.isNull() && !json.isBool()) fault(name, u"true or false belongs here"_s);
    return json.toBool();
}

QStringList StrictObject::texts(QStringView name)
{
    const Json& json = take(name);
    if (!json.isNull() && !json.isArray()) fault(name, u"a list of texts belongs here"_s);
    QStringList result;
    for (const Json& item : json.toArray()) {
        if (item.isText())
            result << item.toText();
        else
            fault(name, u"a list of texts belongs here"_s);
    }
    return result;
}

QList<int> StrictObject::integers(QStringView name)
{
    const Json& json = take(name);
    if (!json.isNull() && !json.isArray()) fault(name, u"a list of whole numbers belongs here"_s);
    QList<int> result;
    for (const Json& item : json.toArray()) {
        if (item.isNumber() && item.toDecimal().toInteger())
            result << int(item.toInteger());
        else
            fault(name, u"a list of whole numbers belongs here"_s);
    }
    return result;
}

Pairs StrictObject::pairs(QStringView name)
{
    const Json& json = take(name);
    if (!json.isNull() && !json.isObject()) fault(name, u"an object of texts belongs here"_s);
    Pairs result;
    for (const auto& [key, value] : json.toObject()) {
        if (value.isText())
            result.append({key, value.toText()});
        else
            fault(name, u"an object of texts belongs here"_s);
    }
    return result;
}

Json StrictObject::any(QStringView name)
{
    return take(name);
}

void StrictObject::object(QStringView name, Presence presence, const Reader& read)
{
    const Json& json = take(name);
    if (json.isNull()) {
        if (presence == Presence::Required) fault(name, u"missing"_s);
        return;
    }
    StrictObject inner(json, m_path + u'.' + name.toString(), m_faults);
    if (!json.isObject()) return;
    read(inner);
    inner.finish();
}

void StrictObject::each(QStringView name, const Reader& read)
{
    const Json& json = take(name);
    if (!json.isNull() && !json.isArray()) fault(name, u"a list belongs here"_s);
    for (qsizetype i = 0; i < json.toArray().size(); ++i) {
        StrictObject inner(json.at(i), u"%1.%2[%3]"_s.arg(m_path, name.toString()).arg(i), m_faults);
        if (!json.at(i).isObject()) continue;
        read(inner);
        inner.finish();
    }
}

void StrictObject::members(QStringView name, const NamedReader& read)
{
    const Json& json = take(name);
    if (!json.isNull() && !json.isObject()) fault(name, u"an object belongs here"_s);
    for (const auto& [key, value] : json.toObject()) {
        StrictObject inner(value, m_path + u'.' + name.toString() + u'.' + key, m_faults);
        if (!value.isObject()) continue;
        read(key, inner);
        inner.finish();
    }
}

void StrictObject::inner(const NamedReader& read)
{
    for (const auto& [key, value] : m_json.toObject()) {
        m_read.insert(key);
        StrictObject part(value, m_path + u'.' + key, m_faults);
        if (!value.isObject()) continue;
        read(key, part);
        part.finish();
    }
}

void StrictObject::finish()
{
    for (const auto& [key, value] : m_json.toObject()) {
        if (!m_read.contains(key)) fault(key, u"unknown member"_s);
    }
}

} // namespace tieout::connectors
