#include "sandbox/tray/events.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::tray {

namespace {

Json executionEvent(const Books& books, const QString& execution, const QString& workflow,
                    const QString& eventType, Instant started, Instant at)
{
    return Json::object(
        {{u"header"_s, Json::object({{u"payloadSize"_s, Json(412)}, {u"version"_s, Json(1)}})},
         {u"logType"_s, u"execution_event"_s},
         {u"eventType"_s, eventType},
         {u"created"_s, formatInstant(at)},
         {u"executionCreated"_s, formatInstant(started)},
         {u"executionId"_s, execution},
         {u"workflowId"_s, workflow},
         {u"organizationId"_s, books.organisationId}});
}

Json stepEvent(const Books& books, const Json& execution, const QString& step, bool failed, Instant at)
{
    return Json::object(
        {{u"header"_s, Json::object({{u"payloadSize"_s, Json(380)}, {u"version"_s, Json(1)}})},
         {u"logType"_s, u"step_event"_s},
         {u"eventType"_s, failed ? u"failed"_s : u"successful"_s},
         {u"created"_s, formatInstant(at)},
         {u"executionId"_s, execution[u"id"]},
         {u"workflowId"_s, execution[u"workflowId"]},
         {u"organizationId"_s, books.organisationId},
         {u"stepName"_s, step}});
}

QString lastEvent(const QString& state)
{
    if (state == u"Successful") return u"successful"_s;
    if (state == u"Failed") return u"failed"_s;
    return state == u"Aborted" ? u"terminated"_s : QString();
}

} // namespace

Json logEvents(const Books& books, const Json& execution, Stream stream)
{
    const Instant started = parseInstant(execution[u"created"].toText()).value_or(Instant());
    const QString id = execution[u"id"].toText();
    const QString workflow = execution[u"workflowId"].toText();
    const auto event = [&](const QString& type, int second) {
        return executionEvent(books, id, workflow, type, started, started + std::chrono::seconds(second));
    };
    const QString end = lastEvent(execution[u"currentState"].toText());
    Json events = Json::array({event(u"created"_s, 0), event(u"started"_s, 1),
                               stepEvent(books, execution, u"http-client-1"_s, end == u"failed",
                                         started + std::chrono::seconds(3))});
    if (!end.isEmpty()) events.append(event(end, 4));
    if (stream == Stream::Tidy) return events;
    Json::Array& all = events.editArray();
    all.last().set(u"solutionInstanceId"_s, books.instances.at(0)[u"id"]);
    all.last().set(u"somethingNew"_s, Json::object({{u"nested"_s, Json(true)}}));
    all.append(all.last()); // delivered twice
    std::swap(all.first(), all.last());
    all.append(Json::object({{u"logType"_s, u"usage_event"_s}, {u"eventType"_s, u"metered"_s}}));
    return events;
}

Json everyExecutionEvent(const Books& books, Instant at)
{
    static constexpr const char16_t* kTypes[] = {u"created",    u"started",        u"retrying",
                                                 u"failed",     u"created_failed", u"manually_retried",
                                                 u"successful", u"terminated"};
    const QString workflow = books.projects.first().versions.last().workflows.at(0)[u"id"].toText();
    Json events = Json::array();
    quint64 number = 0;
    for (const char16_t* const type : kTypes)
        events.append(executionEvent(books, steadyId(u"streamed", 0, ++number), workflow,
                                     QString::fromUtf16(type), at, at + std::chrono::seconds(number)));
    return events;
}

Json alertPayload(const Books& books, const Json& execution, StepLink link)
{
    const Json workflow = books.workflow(execution[u"workflowId"].toText());
    const QString place = u"https://app.tray.example/workspaces/%1/projects/%2/workflows/%3"_s.arg(
        workflow[u"workspace_id"].toText(), workflow[u"project_id"].toText(), workflow[u"id"].toText());
    QString log = place + u"/logs"_s;
    if (link == StepLink::WithExecution)
        log += u'/' + execution[u"id"].toText() + u"?steps="_s + execution[u"errorStepName"].toText();
    return Json::object({{u"workflow_uuid"_s, workflow[u"id"]},
                         {u"workflow_url"_s, place},
                         {u"workflow_title"_s, workflow[u"title"]},
                         {u"step_name"_s, execution[u"errorStepName"]},
                         {u"step_log_url"_s, log},
                         {u"connector"_s, u"http-client"_s},
                         {u"message"_s, execution[u"errorMessage"]},
                         {u"created"_s, execution[u"created"]}});
}

QByteArray traySignature(const QByteArray& body, const QByteArray& signingKey)
{
    return QMessageAuthenticationCode::hash(body, QByteArray::fromBase64(signingKey),
                                            QCryptographicHash::Sha256)
        .toBase64();
}

SignedDelivery triggerDelivery(const Json& subscription, const Json& event)
{
    SignedDelivery delivery;
    delivery.body = Json::object({{u"id"_s, subscription[u"id"]},
                                  {u"externalId"_s, subscription[u"externalId"]},
                                  {u"data"_s, event}})
                        .toBytes();
    delivery.signature = traySignature(delivery.body, subscription[u"signingKey"].toText().toLatin1());
    return delivery;
}

} // namespace tieout::sandbox::tray
