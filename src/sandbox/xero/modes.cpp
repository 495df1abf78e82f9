#include "sandbox/xero/modes.h"

#include "base/json.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

bool isEmpty(const Json& value)
{
    if (value.isNull()) return true;
    if (value.isText()) return value.toText().isEmpty();
    return (value.isArray() || value.isObject()) && value.size() == 0;
}

Json withoutEmpty(const Json& value)
{
    if (value.isArray()) {
        Json array = Json::array();
        for (const Json& item : value.toArray())
            array.append(withoutEmpty(item));
        return array;
    }
    if (!value.isObject()) return value;
    Json object = Json::object();
    for (const auto& [name, member] : value.toObject()) {
        Json kept = withoutEmpty(member);
        if (!isEmpty(kept)) object.set(name, std::move(kept));
    }
    return object;
}

// The rows stay the envelope's own arrays even when there is nothing in them.
Json sparseAnswer(const Json& answer)
{
    Json sparse = Json::object();
    for (const auto& [name, member] : answer.toObject())
        sparse.set(name, withoutEmpty(member));
    return sparse;
}

void addUnknown(Json& answer)
{
    const QList<Json::Member> members = answer.toObject();
    for (const auto& [name, value] : members) {
        if (!value.isArray()) continue;
        Json& rows = answer.member(name);
        for (Json& row : rows.editArray()) {
            if (!row.isObject()) continue;
            row.set(u"PracticeNovelty"_s, Json::object({{u"Since"_s, u"next year"_s}}));
            if (row.contains(u"Class")) row.set(u"Class"_s, Json(u"PRACTICECLASS"_s));
        }
    }
}

} // namespace

void applyModes(const Modes& modes, Response& response)
{
    if (response.status != 200 || !(modes.sparse || modes.openEnums)) return;
    Result<Json> answer = Json::parse(response.body);
    if (!answer || !answer->isObject()) return;
    Json changed = modes.sparse ? sparseAnswer(*answer) : *answer;
    if (modes.openEnums) addUnknown(changed);
    response.body = changed.toBytes();
}

} // namespace tieout::sandbox::xero
