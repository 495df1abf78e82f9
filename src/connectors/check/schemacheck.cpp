#include "connectors/check/schemacheck.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostFaults = 100;
constexpr int kDeepest = 80;

struct TypeWord {
    QStringView name;
    Json::Kind kind;
    QStringView sentence;
};

constexpr TypeWord kTypes[] = {{u"object", Json::Kind::Object, u"an object belongs here"},
                               {u"array", Json::Kind::Array, u"a list belongs here"},
                               {u"string", Json::Kind::Text, u"a text belongs here"},
                               {u"boolean", Json::Kind::Bool, u"true or false belongs here"},
                               {u"integer", Json::Kind::Number, u"a whole number belongs here"}};

QString wordsOf(const Json& list)
{
    QStringList words;
    for (const Json& word : list.toArray())
        words << word.toText();
    return words.join(u", ");
}

} // namespace

SchemaCheck::SchemaCheck(Json schema)
    : m_root(std::move(schema))
{
}

QStringList SchemaCheck::faultsOf(const Json& document)
{
    m_faults.clear();
    check(m_root, document, u"$"_s, 0);
    return m_faults;
}

void SchemaCheck::fault(const QString& path, const QString& what)
{
    if (m_faults.size() < kMostFaults) m_faults << path + u": "_s + what;
}

void SchemaCheck::check(const Json& schema, const Json& value, const QString& path, int depth)
{
    if (depth > kDeepest) return;
    const QString ref = schema[u"$ref"].toText();
    if (!ref.isEmpty()) return check(m_root[u"$defs"][ref.section(u'/', -1)], value, path, depth + 1);
    const QString type = schema[u"type"].toText();
    for (const TypeWord& word : kTypes) {
        if (word.name != type) continue;
        const bool isWhole = type != u"integer" || (value.isNumber() && value.toDecimal().isInteger());
        if (value.kind() != word.kind || !isWhole) return fault(path, word.sentence.toString());
    }
    const Json& words = schema[u"enum"];
    if (words.isArray() && !words.toArray().contains(value))
        fault(path, u"unknown word \"%1\"; known are: %2"_s.arg(value.toText(), wordsOf(words)));
    if (schema.contains(u"minimum") && value.isNumber() && value.toDecimal() < schema[u"minimum"].toDecimal())
        fault(path, u"a number from %1 belongs here"_s.arg(schema[u"minimum"].toInteger()));
    if (value.isArray() && schema.contains(u"items")) {
        for (qsizetype i = 0; i < value.size(); ++i)
            check(schema[u"items"], value.at(i), u"%1[%2]"_s.arg(path).arg(i), depth + 1);
    }
    if (value.isObject()) checkMembers(schema, value, path, depth);
}

void SchemaCheck::checkMembers(const Json& schema, const Json& value, const QString& path, int depth)
{
    for (const Json& name : schema[u"required"].toArray()) {
        if (!value.contains(name.toText())) fault(path + u'.' + name.toText(), u"missing"_s);
    }
    const Json& others = schema[u"additionalProperties"];
    for (const auto& [name, member] : value.toObject()) {
        const QString inner = path + u'.' + name;
        const Json& known = schema[u"properties"][name];
        if (schema[u"properties"].contains(name))
            check(known, member, inner, depth + 1);
        else if (others.isObject())
            check(others, member, inner, depth + 1);
        else if (others.isBool() && !others.toBool())
            fault(inner, u"unknown member"_s);
    }
}

} // namespace tieout::connectors
