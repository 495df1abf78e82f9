#include "sandbox/harvest/intake.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

bool isBlank(const Json& value)
{
    return value.isNull() || (value.isText() && value.toText().trimmed().isEmpty());
}

std::optional<Json> number(const Json& value, const QString& label, Draft& draft)
{
    if (value.isNumber()) return value;
    const auto parsed = Decimal::parse(QStringView(value.toText()).trimmed());
    if (parsed) return Json(*parsed);
    draft.refuse(label + u" is not a number"_s);
    return {};
}

std::optional<Json> flag(const Json& value)
{
    if (value.isBool()) return value;
    const QString word = value.toText();
    return Json(value.isNumber() ? !value.toDecimal().isZero()
                                 : word == u"true" || word == u"1" || word == u"on");
}

std::optional<Json> list(Shape shape, const Json& value)
{
    Json all = Json::array();
    for (const Json& item : value.toArray()) {
        if (shape == Shape::Texts)
            all.append(item.isNumber() ? Json(item.toDecimal().toString()) : Json(item.toText()));
        else
            all.append(Json(item.isText() ? item.toText().toLongLong() : item.toInteger()));
    }
    return all;
}

std::optional<Json> dated(Shape shape, const Json& value, const QString& label, Draft& draft)
{
    const QString text = value.toText();
    if (shape == Shape::Date) {
        // A date and time is cut to its day.
        if (const auto date = parseDate(text.left(10))) return Json(formatDate(*date));
    } else if (const auto instant = parseInstant(text)) {
        return Json(formatInstantSeconds(*instant));
    } else if (const auto date = parseDate(text)) {
        return Json(formatDate(*date) + u"T00:00:00Z"_s);
    }
    draft.malformed = label + u" is not a valid date"_s;
    return {};
}

} // namespace

std::optional<Json> shaped(Shape shape, const Json& value, const QString& label, Draft& draft)
{
    switch (shape) {
    case Shape::Number:
        return isBlank(value) ? Json() : number(value, label, draft);
    case Shape::Link:
    case Shape::Integer: {
        if (isBlank(value)) return Json();
        const auto whole = number(value, label, draft);
        if (!whole) return {};
        return Json(whole->toInteger());
    }
    case Shape::Flag:
        return isBlank(value) ? Json() : flag(value);
    case Shape::Texts:
    case Shape::Ids:
        return list(shape, value);
    case Shape::Date:
    case Shape::Moment:
        return isBlank(value) ? Json() : dated(shape, value, label, draft);
    case Shape::Object:
        return value;
    default:
        if (value.isNull() || value.isText()) return value;
        return Json(value.isNumber() ? value.toDecimal().toString() : QString());
    }
}

void takeMembers(Draft& draft)
{
    const Json& body = draft.call.body.members;
    for (const Member& member : factsOf(draft.kind).members) {
        const bool closed =
            (member.rules & kReadOnly) != 0 || ((member.rules & kCreateOnly) != 0 && !draft.isNew());
        if (closed) continue;
        const QString name = keptName(member);
        const QString label = labelOf(name);
        if (body.contains(name)) {
            auto value = shaped(member.shape, body[name], label, draft);
            if (value && !(member.shape == Shape::Flag && value->isNull()))
                draft.row.data.set(name, std::move(*value));
        }
        if ((member.rules & kRequired) != 0 && isBlank(draft.row[name]))
            draft.refuse(label + u" can't be blank"_s);
    }
}

} // namespace tieout::sandbox::harvest
