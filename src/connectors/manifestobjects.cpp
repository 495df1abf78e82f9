#include "connectors/manifestobjects.h"

#include "connectors/schemajson.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;

namespace {

FieldType readType(StrictObject& in)
{
    const QString word = in.text(u"type", u"text"_s);
    const auto type = fieldTypeFromName(word);
    if (!type) in.fault(u"type", u"unknown word \"%1\""_s.arg(word));
    return type.value_or(FieldType::Text);
}

Field readField(StrictObject& in, ObjectSpec& object, const QString& prefix)
{
    Field field;
    field.name = in.text(u"name");
    field.label = in.text(u"label");
    field.type = readType(in);
    const QStringList requiredOn = in.texts(u"requiredOn");
    field.requiredOnCreate = requiredOn.contains(u"create");
    field.readOnly = in.flag(u"readOnly");
    field.createOnly = in.flag(u"createOnly");
    field.nullable = !field.requiredOnCreate;
    field.maxLength = in.integer(u"maxLength", 0);
    if (in.has(u"decimals")) field.decimals = in.integer(u"decimals", 0);
    field.values = in.texts(u"enum");
    field.ref = in.text(u"ref", {});
    const QString path = prefix + field.name;
    const QString wrap = in.text(u"wrap", {});
    if (!wrap.isEmpty()) object.wraps.insert(path, wrap);
    in.object(u"in", Presence::Optional, [&](StrictObject& place) {
        FoldedField fold;
        fold.list = place.text(u"list");
        fold.key = place.text(u"key");
        fold.values = place.texts(u"values");
        fold.member = place.text(u"member");
        if (fold.values.isEmpty()) place.fault(u"values", u"at least one belongs here"_s);
        if (!prefix.isEmpty()) place.fault(u"list", u"only a top field can live in a list"_s);
        object.folds.insert(path, fold);
    });
    in.each(u"fields",
            [&](StrictObject& inner) { field.fields.append(readField(inner, object, path + u'.')); });
    return field;
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

PageSpec readPage(StrictObject& in)
{
    using Strategy = PageSpec::Strategy;
    PageSpec page;
    page.strategy = in.choice(
        u"strategy",
        {{u"none", Strategy::None}, {u"number", Strategy::Number}, {u"next-link", Strategy::NextLink}},
        Strategy::None);
    page.pageParameter = in.text(u"put", {});
    page.sizeParameter = in.text(u"putSize", {});
    page.size = in.integer(u"size", 0);
    page.maxSize = in.integer(u"maxSize", page.size);
    page.total = in.text(u"total", {});
    page.pageCount = in.text(u"pageCount", {});
    page.pageSize = in.text(u"pageSize", {});
    page.next = in.text(u"next", {});
    page.done = in.text(u"done", {});
    page.restartOn = in.text(u"restartOn", {});
    if (page.strategy == Strategy::Number && page.pageParameter.isEmpty()) in.fault(u"put", u"missing"_s);
    if (page.strategy == Strategy::NextLink && page.next.isEmpty()) in.fault(u"next", u"missing"_s);
    return page;
}

FindSpec readFind(StrictObject& in)
{
    using Strategy = FindSpec::Strategy;
    FindSpec find;
    find.strategy = in.choice(u"strategy", {{u"where", Strategy::Where}}, Strategy::None);
    find.parameter = in.text(u"put", {});
    find.searchParameter = in.text(u"search", {});
    find.group = qMax(1, in.integer(u"group", 1));
    if (find.strategy == Strategy::None) in.fault(u"strategy", u"missing"_s);
    if (find.strategy == Strategy::Where && find.parameter.isEmpty()) in.fault(u"put", u"missing"_s);
    return find;
}

ReadSpec readRead(StrictObject& in)
{
    ReadSpec read;
    in.object(u"request", Presence::Required,
              [&](StrictObject& request) { read.request = readRequestSpec(request); });
    read.records = in.text(u"records");
    in.object(u"select", Presence::Optional, [&](StrictObject& select) {
        read.select = select.choice(u"language", {{u"soql", ReadSpec::Select::Soql}}, ReadSpec::Select::All);
        read.from = select.text(u"from");
    });
    in.object(u"page", Presence::Optional, [&](StrictObject& page) { read.page = readPage(page); });
    in.object(u"cursor", Presence::Optional, [&](StrictObject& cursor) {
        read.cursor = {cursor.text(u"field"), cursor.text(u"header", {}), cursor.integer(u"overlap", 0),
                       cursor.text(u"tie", {})};
    });
    in.object(u"ids", Presence::Optional, [&](StrictObject& ids) {
        read.idsParameter = ids.text(u"put", {});
        read.idsChunk = qMax(1, ids.integer(u"chunk", 40));
    });
    in.object(u"find", Presence::Optional, [&](StrictObject& find) { read.find = readFind(find); });
    read.fieldGoneOn = in.text(u"fieldGoneOn", {});
    return read;
}

void readIdempotency(StrictObject& in, WriteSpec& write)
{
    using Mode = WriteSpec::Idempotency;
    write.idempotency = in.choice(
        u"mode", {{u"header", Mode::Header}, {u"natural", Mode::Natural}, {u"none", Mode::None}}, Mode::None);
    write.keyHeader = in.text(u"key", {});
    write.keyLength = in.integer(u"length", 128);
    write.keyWindow = in.integer(u"window", 0);
    if (write.idempotency == Mode::Header && (write.keyHeader.isEmpty() || write.keyWindow == 0))
        in.fault(u"key", u"a header and its window belong together"_s);
}

WriteSpec::Result readResult(StrictObject& in)
{
    WriteSpec::Result result;
    result.rows = in.text(u"rows");
    result.elements = in.text(u"elements", {});
    in.object(u"ok", Presence::Required, [&](StrictObject& ok) {
        result.statusField = ok.text(u"field");
        result.okValues = ok.texts(u"values");
        result.errorValues = ok.texts(u"not");
        result.failedFlag = ok.text(u"failedFlag", {});
    });
    result.id = in.text(u"id");
    result.version = in.text(u"version", {});
    result.number = in.text(u"number", {});
    result.total = in.text(u"total", {});
    in.object(u"error", Presence::Required, [&](StrictObject& error) {
        result.errors = error.text(u"list");
        result.warnings = error.text(u"warnings", {});
        result.messages = error.texts(u"message");
    });
    return result;
}

WriteSpec readWrite(StrictObject& in)
{
    WriteSpec write;
    in.object(u"request", Presence::Required,
              [&](StrictObject& request) { write.request = readRequestSpec(request); });
    in.object(u"body", Presence::Required, [&](StrictObject& body) {
        write.wrap = body.text(u"wrap");
        write.defaults = body.pairs(u"defaults");
    });
    in.object(u"idempotency", Presence::Required, [&](StrictObject& mode) { readIdempotency(mode, write); });
    in.object(u"batch", Presence::Required, [&](StrictObject& batch) {
        write.rows = qMax(1, batch.integer(u"rows", 1));
        write.bytes = batch.integer(u"bytes", 0);
    });
    in.object(u"result", Presence::Required,
              [&](StrictObject& result) { write.result = readResult(result); });
    return write;
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
    return request;
}

ObjectSpec readObjectSpec(const QString& name, StrictObject& in)
{
    ObjectSpec object;
    object.name = name;
    object.label = in.text(u"label");
    object.labelPlural = in.text(u"labelPlural");
    in.each(u"fields", [&](StrictObject& field) { object.fields.append(readField(field, object, {})); });
    in.object(u"discover", Presence::Optional, [&](StrictObject& discover) {
        DiscoverSpec spec;
        discover.object(u"request", Presence::Required,
                        [&](StrictObject& request) { spec.request = readRequestSpec(request); });
        spec.expand = discover.texts(u"expand");
        object.discover = spec;
    });
    in.object(u"identity", Presence::Required,
              [&](StrictObject& identity) { object.identity = readIdentity(identity); });
    in.object(u"read", Presence::Optional, [&](StrictObject& read) { object.read = readRead(read); });
    in.object(u"write", Presence::Optional, [&](StrictObject& write) {
        write.object(u"create", Presence::Optional, [&](StrictObject& create) {
            object.writes.insert(Operation::Create, readWrite(create));
        });
        write.object(u"update", Presence::Optional, [&](StrictObject& update) {
            object.writes.insert(Operation::Update, readWrite(update));
        });
    });
    in.object(u"version", Presence::Optional,
              [&](StrictObject& version) { object.versionField = version.text(u"field"); });
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
