#include "connectors/manifestobjects.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

QByteArray bodyBytes(const Json& body)
{
    if (body.isText()) return body.toText().toUtf8(); // what is no JSON: a page, a cut document
    return body.isNull() ? QByteArray() : body.toBytes();
}

AnswerSpec readAnswer(StrictObject& in)
{
    AnswerSpec answer;
    answer.status = in.integer(u"status", 200);
    answer.headers = in.pairs(u"headers");
    answer.body = bodyBytes(in.any(u"body"));
    answer.message = in.text(u"message", {});
    answer.code = in.text(u"code", {});
    return answer;
}

AskedSpec readAsked(StrictObject& in, QString& on)
{
    AskedSpec asked;
    on = in.text(u"on", on);
    asked.verb = in.text(u"verb", {});
    asked.url = in.text(u"url", {});
    asked.query = in.pairs(u"query");
    asked.headers = in.pairs(u"headers");
    asked.hasBody = in.has(u"body");
    asked.body = in.any(u"body");
    return asked;
}

void readGiven(StrictObject& in, FixtureSpec::Given& given)
{
    for (const auto& [name, value] : in.pairs(u"settings"))
        given.settings.insert(name, value);
    given.tenantId = in.text(u"tenantId", u"tenant-1"_s);
    given.since = in.text(u"since", {});
    given.paths = in.texts(u"paths");
    given.ids = in.texts(u"ids");
    given.keys = in.texts(u"keys");
    in.object(u"file", Presence::Optional, [&](StrictObject& file) {
        given.file.id = file.text(u"id", {});
        given.file.name = file.text(u"name", {});
        given.file.contentType = file.text(u"type", {});
        given.file.bytes = file.integer(u"bytes", -1);
        given.content = file.text(u"content", {}).toUtf8();
    });
    given.rows = in.any(u"rows");
}

void readExpected(StrictObject& in, FixtureSpec& fixture)
{
    fixture.expectCode = in.text(u"code", {});
    fixture.expectKind = in.text(u"kind", {});
    fixture.expectFacts = in.texts(u"facts");
    for (const QString& name :
         {u"records"_s, u"deleted"_s, u"cursor"_s, u"outcomes"_s, u"files"_s, u"organisations"_s}) {
        if (in.has(name)) fixture.expect.set(name, in.any(name));
    }
}

} // namespace

FixtureSpec readFixtureSpec(StrictObject& in)
{
    FixtureSpec fixture;
    fixture.name = in.text(u"name");
    fixture.operation = in.text(u"operation");
    fixture.object = in.text(u"object", {});
    fixture.action = in.text(u"action", {});
    fixture.on = u"read"_s;
    fixture.given.tenantId = u"tenant-1"_s;
    in.object(u"given", Presence::Optional, [&](StrictObject& given) { readGiven(given, fixture.given); });
    FixtureSpec::Exchange only;
    in.object(u"request", Presence::Optional,
              [&](StrictObject& request) { only.asked = readAsked(request, fixture.on); });
    in.object(u"response", Presence::Optional,
              [&](StrictObject& response) { only.answer = readAnswer(response); });
    fixture.answer = only.answer;
    if (in.has(u"response")) fixture.exchanges.append(only);
    in.each(u"exchanges", [&](StrictObject& part) {
        FixtureSpec::Exchange exchange;
        part.object(u"request", Presence::Optional,
                    [&](StrictObject& request) { exchange.asked = readAsked(request, fixture.on); });
        part.object(u"response", Presence::Required,
                    [&](StrictObject& response) { exchange.answer = readAnswer(response); });
        fixture.exchanges.append(exchange);
    });
    in.object(u"expect", Presence::Required, [&](StrictObject& expect) { readExpected(expect, fixture); });
    const bool isError = fixture.operation.endsWith(u"-error");
    if (isError && (fixture.expectCode.isEmpty() || fixture.expectKind.isEmpty()))
        in.fault(u"expect", u"an error fixture needs code and kind"_s);
    if (!isError && fixture.operation != u"test" && fixture.object.isEmpty())
        in.fault(u"object", u"missing"_s);
    if (fixture.exchanges.isEmpty()) in.fault(u"response", u"missing"_s);
    return fixture;
}

} // namespace tieout::connectors
