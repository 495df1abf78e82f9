#include "connectors/manifestobjects.h"

#include "connectors/schemajson.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;

namespace {

constexpr int kDeepestField = 6;

FieldType readType(StrictObject& in)
{
    const QString word = in.text(u"type", u"text"_s);
    const auto type = model::fieldTypeFromName(word);
    if (!type) in.fault(u"type", u"unknown word \"%1\""_s.arg(word));
    return type.value_or(FieldType::Text);
}

/// Where the wire differs from the field.
void readPlace(StrictObject& in, ObjectSpec& object, const QString& path, bool isTop)
{
    const QString wrap = in.text(u"wrap", {});
    if (!wrap.isEmpty()) object.wraps.insert(path, wrap);
    const QString from = in.text(u"from", {});
    const QStringList compose = in.texts(u"compose");
    if (!from.isEmpty()) object.lifts.insert(path, {{from}, false});
    if (!compose.isEmpty()) object.lifts.insert(path, {compose, true});
    if (!from.isEmpty() && !compose.isEmpty()) in.fault(u"from", u"either from or compose belongs here"_s);
    if (in.flag(u"addressOnly")) object.addressOnly.insert(path);
    in.object(u"in", Presence::Optional, [&](StrictObject& place) {
        FoldedField fold;
        fold.list = place.text(u"list");
        fold.key = place.text(u"key");
        fold.values = place.texts(u"values");
        fold.member = place.text(u"member");
        if (fold.values.isEmpty()) place.fault(u"values", u"at least one belongs here"_s);
        if (!isTop) place.fault(u"list", u"only a top field can live in a list"_s);
        object.folds.insert(path, fold);
    });
}

IdentitySpec readIdentity(StrictObject& in)
{
    IdentitySpec identity;
    identity.remoteId = in.text(u"remoteId");
    identity.number = in.text(u"number", {});
    identity.externalKey = in.text(u"externalKey", {});
    in.each(u"match", [&](StrictObject& rule) {
        model::MatchRule match;
        match.fields = rule.texts(u"fields");
        match.normalise = rule.text(u"normalise");
        match.strength = rule.choice(
            u"strength", {{u"strong", model::MatchStrength::Strong}, {u"weak", model::MatchStrength::Weak}},
            model::MatchStrength::Strong);
        identity.match.append(match);
    });
    in.object(u"usable", Presence::Optional, [&](StrictObject& usable) {
        identity.usableField = usable.text(u"field");
        identity.unusable = usable.texts(u"not");
    });
    identity.compare = in.texts(u"compare");
    return identity;
}

ReferenceSpec::Part readPart(StrictObject& in)
{
    ReferenceSpec::Part part;
    part.object = in.text(u"object");
    for (const auto& [name, path] : in.pairs(u"take"))
        part.take.insert(name, path);
    in.object(u"active", Presence::Optional, [&](StrictObject& active) {
        part.activeField = active.text(u"field");
        part.activeValues = active.texts(u"values");
    });
    part.optional = in.flag(u"optional");
    part.classes = in.pairs(u"classes");
    return part;
}

} // namespace

Field readFieldSpec(StrictObject& in, ObjectSpec& object, const QString& prefix)
{
    Field field;
    field.name = in.text(u"name");
    field.label = in.text(u"label");
    field.type = readType(in);
    const QStringList requiredOn = in.texts(u"requiredOn");
    field.requiredOnCreate = requiredOn.contains(u"create");
    field.readOnly = in.flag(u"readOnly") || in.has(u"compose");
    field.createOnly = in.flag(u"createOnly");
    field.nullable = !field.requiredOnCreate;
    field.maxLength = in.integer(u"maxLength", 0);
    if (in.has(u"decimals")) field.decimals = in.integer(u"decimals", 0);
    field.values = in.texts(u"enum");
    field.ref = in.text(u"ref", {});
    const QString path = prefix + field.name;
    readPlace(in, object, path, prefix.isEmpty());
    if (prefix.count(u'.') >= kDeepestField) {
        in.fault(u"fields", u"records are nested too deep"_s);
        return field;
    }
    in.each(u"fields",
            [&](StrictObject& inner) { field.fields.append(readFieldSpec(inner, object, path + u'.')); });
    return field;
}

RequestSpec readRequestSpec(StrictObject& in)
{
    using net::Verb;
    RequestSpec request;
    request.verb = in.choice(u"verb",
                             {{u"GET", Verb::Get},
                              {u"POST", Verb::Post},
                              {u"PUT", Verb::Put},
                              {u"PATCH", Verb::Patch},
                              {u"DELETE", Verb::Delete}},
                             Verb::Get);
    request.url = in.text(u"url");
    request.query = in.pairs(u"query");
    request.headers = in.pairs(u"headers");
    request.body = in.any(u"body");
    request.bodyValues = in.pairs(u"bodyValues");
    if (!request.body.isNull() && !request.body.isObject()) in.fault(u"body", u"an object belongs here"_s);
    if (!request.body.isNull() && request.verb == Verb::Get) in.fault(u"verb", u"a GET has no body"_s);
    return request;
}

ObjectSpec readObjectSpec(const QString& name, StrictObject& in)
{
    ObjectSpec object;
    object.name = name;
    object.label = in.text(u"label");
    object.labelPlural = in.text(u"labelPlural");
    in.each(u"fields", [&](StrictObject& field) { object.fields.append(readFieldSpec(field, object, {})); });
    in.object(u"discover", Presence::Optional, [&](StrictObject& discover) {
        DiscoverSpec spec;
        discover.object(u"request", Presence::Required,
                        [&](StrictObject& request) { spec.request = readRequestSpec(request); });
        spec.expand = discover.texts(u"expand");
        object.discover = spec;
    });
    in.object(u"identity", Presence::Required,
              [&](StrictObject& identity) { object.identity = readIdentity(identity); });
    in.object(u"read", Presence::Optional, [&](StrictObject& read) { object.read = readReadSpec(read); });
    in.object(u"write", Presence::Optional, [&](StrictObject& write) { readWriteSpecs(write, object); });
    in.object(u"version", Presence::Optional,
              [&](StrictObject& version) { object.version = readVersionSpec(version); });
    in.object(u"files", Presence::Optional,
              [&](StrictObject& files) { object.files = readFilesSpec(files); });
    in.object(u"link", Presence::Optional,
              [&](StrictObject& link) { object.link = link.text(u"urlTemplate"); });
    if (object.fields.isEmpty() == !object.discover.has_value())
        in.fault(u"fields", u"either fields or discover belongs here"_s);
    return object;
}

ReferenceSpec readReferenceSpec(StrictObject& in)
{
    ReferenceSpec reference;
    in.object(u"organisation", Presence::Optional,
              [&](StrictObject& part) { reference.organisation = readPart(part); });
    in.object(u"taxRates", Presence::Optional,
              [&](StrictObject& part) { reference.taxRates = readPart(part); });
    in.object(u"accounts", Presence::Optional,
              [&](StrictObject& part) { reference.accounts = readPart(part); });
    in.object(u"currencies", Presence::Optional,
              [&](StrictObject& part) { reference.currencies = readPart(part); });
    return reference;
}

} // namespace tieout::connectors
