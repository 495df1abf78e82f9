#include "connectors/manifestobjects.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

BodySpec readBody(StrictObject& in, const QString& idMember)
{
    using Shape = BodySpec::Shape;
    BodySpec body;
    body.shape = in.choice(
        u"shape", {{u"list", Shape::List}, {u"record", Shape::Record}, {u"none", Shape::None}}, Shape::List);
    body.wrap = in.text(u"wrap", {});
    body.id = in.text(u"id", idMember);
    body.defaults = in.any(u"defaults");
    body.each = in.any(u"each");
    body.top = in.any(u"top");
    for (const auto& [name, json] : {std::pair<QStringView, const Json&>{u"defaults", body.defaults},
                                     {u"each", body.each},
                                     {u"top", body.top}}) {
        if (!json.isNull() && !json.isObject()) in.fault(name, u"an object belongs here"_s);
    }
    if (body.shape == Shape::List && body.wrap.isEmpty() && !body.top.isNull())
        in.fault(u"top", u"a list without wrap has nothing beside it"_s);
    return body;
}

void readIdempotency(StrictObject& in, WriteSpec& write)
{
    using Mode = WriteSpec::Idempotency;
    write.idempotency = in.choice(u"mode",
                                  {{u"header", Mode::Header},
                                   {u"upsert", Mode::Upsert},
                                   {u"natural", Mode::Natural},
                                   {u"none", Mode::None}},
                                  Mode::None);
    write.keyHeader = in.text(u"key", {});
    write.keyLength = in.integer(u"length", 128);
    write.keyWindow = in.integer(u"window", 0);
    if (write.idempotency == Mode::Header && (write.keyHeader.isEmpty() || write.keyWindow == 0))
        in.fault(u"key", u"a header and its window belong together"_s);
}

WriteSpec::Result readResult(StrictObject& in)
{
    using Holds = WriteSpec::Holds;
    using Match = WriteSpec::Match;
    WriteSpec::Result result;
    result.holds = in.choice(
        u"holds", {{u"list", Holds::List}, {u"record", Holds::Record}, {u"nothing", Holds::Nothing}},
        Holds::List);
    result.rows = in.text(u"rows", u"$"_s);
    result.elements = in.text(u"elements", {});
    result.match =
        in.choice(u"match", {{u"position", Match::Position}, {u"index", Match::Index}, {u"key", Match::Key}},
                  Match::Position);
    result.index = in.text(u"index", {});
    result.key = in.text(u"key", {});
    in.object(u"ok", Presence::Optional, [&](StrictObject& ok) {
        result.statusField = ok.text(u"field", {});
        result.okValues = ok.texts(u"values");
        result.errorValues = ok.texts(u"not");
        result.failedFlag = ok.text(u"failedFlag", {});
    });
    result.id = in.text(u"id", {});
    result.version = in.text(u"version", {});
    result.number = in.text(u"number", {});
    result.total = in.text(u"total", {});
    in.object(u"error", Presence::Optional, [&](StrictObject& error) {
        result.errors = error.text(u"list", {});
        result.warnings = error.text(u"warnings", {});
        result.messages = error.texts(u"message");
        result.codes = error.texts(u"code");
        result.fields = error.texts(u"field");
    });
    if (result.match == Match::Index && result.index.isEmpty()) in.fault(u"index", u"missing"_s);
    if (result.match == Match::Key && result.key.isEmpty()) in.fault(u"key", u"missing"_s);
    return result;
}

/// True when the address or the body can name one row only.
bool isForOneRow(const WriteSpec& write)
{
    const QString& url = write.request.url;
    if (write.body.shape == BodySpec::Shape::Record) return true;
    return url.contains(u"{id}") || url.contains(u"{key}") || url.contains(u"{row.");
}

WriteSpec readWrite(StrictObject& in, ObjectSpec& object, Operation operation)
{
    WriteSpec write;
    write.label = in.text(u"label", {});
    ObjectSpec arguments; // their wraps and folds are not the object's
    in.each(u"fields", [&](StrictObject& part) { write.fields.append(readFieldSpec(part, arguments, {})); });
    in.object(u"request", Presence::Required,
              [&](StrictObject& request) { write.request = readRequestSpec(request); });
    const bool namesTarget = operation == Operation::Update || operation == Operation::Delete;
    const QString idMember = namesTarget ? object.identity.remoteId : QString();
    write.body.id = idMember;
    if (operation == Operation::Delete) write.body.shape = BodySpec::Shape::None;
    in.object(u"body", Presence::Optional,
              [&](StrictObject& body) { write.body = readBody(body, idMember); });
    in.object(u"idempotency", Presence::Optional, [&](StrictObject& mode) { readIdempotency(mode, write); });
    write.lookupBefore = !in.text(u"before", {}).isEmpty();
    in.object(u"batch", Presence::Optional, [&](StrictObject& batch) {
        write.rows = qMax(1, batch.integer(u"rows", 1));
        write.bytes = batch.integer(u"bytes", 0);
        write.atomic = batch.flag(u"atomic");
    });
    in.object(u"result", Presence::Required,
              [&](StrictObject& result) { write.result = readResult(result); });
    write.holdUnknown = in.choice(u"onUnknown", {{u"lookup", false}, {u"hold", true}}, !object.canFind());
    in.object(u"job", Presence::Optional, [&](StrictObject& job) { write.job = readWriteJobSpec(job); });
    if (write.lookupBefore && !object.canFind())
        in.fault(u"before", u"a lookup needs the object's read.find"_s);
    if (write.rows > 1 && isForOneRow(write)) in.fault(u"batch", u"this address or body takes one row"_s);
    if (write.result.holds == WriteSpec::Holds::Record && write.rows > 1)
        in.fault(u"result", u"one record answers for one row"_s);
    return write;
}

} // namespace

void readWriteSpecs(StrictObject& in, ObjectSpec& object)
{
    constexpr std::pair<QStringView, Operation> kOperations[] = {{u"create", Operation::Create},
                                                                 {u"update", Operation::Update},
                                                                 {u"upsert", Operation::Upsert},
                                                                 {u"delete", Operation::Delete}};
    for (const auto& [name, operation] : kOperations) {
        in.object(name, Presence::Optional, [&, which = operation](StrictObject& part) {
            object.writes.insert(which, readWrite(part, object, which));
        });
    }
    in.object(u"actions", Presence::Optional, [&](StrictObject& actions) {
        actions.inner([&](const QString& name, StrictObject& part) {
            object.actions.insert(name, readWrite(part, object, Operation::Action));
        });
    });
}

VersionSpec readVersionSpec(StrictObject& in)
{
    VersionSpec version;
    version.field = in.text(u"field");
    version.header = in.text(u"header", {});
    version.format = readFormat(in, u"format", InstantFormat::IsoSeconds);
    version.conflictStatuses = in.integers(u"conflictStatus");
    if (!version.header.isEmpty() && version.conflictStatuses.isEmpty())
        version.conflictStatuses = {409, 412};
    return version;
}

} // namespace tieout::connectors
