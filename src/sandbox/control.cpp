#include "sandbox/control.h"

#include "sandbox/reply.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox {

namespace {

Response reply(int status, const QByteArray& json)
{
    return bodyReply(status, "application/json", json);
}

Response reply(int status, const Json& body)
{
    return reply(status, body.toBytes());
}

Response problem(int status, const QString& text)
{
    return reply(status, Json::object({{u"error"_s, text}}));
}

Response done()
{
    return reply(200, Json::object({{u"ok"_s, Json(true)}}));
}

} // namespace

Response PracticeCompany::Control::handle(const Request& request)
{
    const QStringList path = request.segments();
    if (path.value(0) != u"_practice" || path.size() < 2)
        return problem(404, u"control endpoints are under /_practice"_s);
    const QString& what = path[1];
    if (request.method == "POST" && path.size() == 2) return post(what, request);
    if (request.method != "GET") return problem(405, u"use GET or POST"_s);
    if (what == u"calls" && path.size() == 2) return calls(request);
    if (what == u"state" && path.size() == 4) return state(path[2], path[3]);
    if (what == u"health" && path.size() == 2) return health();
    if (what == u"pushed" && path.size() == 4) return pushed(path[2], path[3]);
    if (what == u"faults" && path.size() == 2)
        return reply(200, Json::object({{u"active"_s, m_company.m_faults.active()}}));
    return problem(404, u"no such control endpoint"_s);
}

Response PracticeCompany::Control::post(const QString& what, const Request& request)
{
    if (what == u"deals") return deals(request);
    if (what == u"reset") {
        m_company.reset();
        return done();
    }
    if (what == u"snapshot") {
        m_company.snapshot();
        return done();
    }
    const auto body = Json::parse(request.body);
    if (!body || !body->isObject()) return problem(400, u"the body must be a JSON object"_s);
    if (what == u"faults") return faults(*body);
    if (what == u"clock") return clock(*body);
    if (what == u"limits") return limits(*body);
    if (what == u"tray") return tray(*body);
    return problem(404, u"no such control endpoint"_s);
}

Response PracticeCompany::Control::faults(const Json& body)
{
    if (body[u"clear"].toBool())
        m_company.m_faults.clear();
    else if (auto added = m_company.m_faults.add(body); !added)
        return problem(400, added.error().text);
    return reply(200, Json::object({{u"active"_s, m_company.m_faults.active()}}));
}

Response PracticeCompany::Control::clock(const Json& body)
{
    CompanyClock& clock = m_company.m_clock;
    if (body[u"real"].toBool()) {
        clock.useReal();
    } else if (body[u"hold"].toBool()) {
        clock.hold(clock.now());
    } else if (body[u"advanceMs"].isNumber()) {
        clock.advance(std::chrono::milliseconds(body[u"advanceMs"].toInteger()));
    } else if (body[u"set"].isText()) {
        const auto instant = parseInstant(body[u"set"].toText());
        if (!instant) return problem(400, u"set must be an ISO 8601 date and time"_s);
        clock.set(*instant);
    } else {
        return problem(400, u"give advanceMs, set, hold or real"_s);
    }
    return reply(200, Json::object({{u"now"_s, formatInstant(clock.now())}}));
}

Response PracticeCompany::Control::limits(const Json& body)
{
    if (body[u"enabled"].isBool()) m_company.setLimitsEnabled(body[u"enabled"].toBool());
    if (body[u"salesforceDailyCalls"].isNumber())
        m_company.m_salesforce.setDailyCalls(int(body[u"salesforceDailyCalls"].toInteger()));
    if (body[u"rotateRefreshTokens"].isBool())
        m_company.m_salesforce.setRotation(body[u"rotateRefreshTokens"].toBool());
    if (body[u"harvest"].isObject()) harvestModes(body[u"harvest"]);
    if (body[u"tray"].isObject()) trayModes(body[u"tray"]);
    if (body[u"cin7omni"].isObject()) omniModes(body[u"cin7omni"]);
    if (body[u"cin7core"].isObject()) coreModes(body[u"cin7core"]);
    if (body[u"salesforce"].isObject()) {
        if (auto set = m_company.m_salesforce.configure(body[u"salesforce"]); !set)
            return problem(400, set.error().text);
    }
    if (body[u"earlyPaging"].isBool()) m_company.m_salesforce.setEarlyPaging(body[u"earlyPaging"].toBool());
    return done();
}

// What the documentation of Harvest leaves open.
void PracticeCompany::Control::harvestModes(const Json& wish)
{
    HarvestSystem& system = m_company.m_harvest;
    harvest::Modes modes = system.modes();
    modes.retryAfter = wish[u"retryAfter"].toBool(modes.retryAfter);
    modes.echoDeleted = wish[u"echoDeleted"].toBool(modes.echoDeleted);
    modes.refusePerPage = wish[u"refusePerPage"].toBool(modes.refusePerPage);
    modes.reportSpanStatus = int(wish[u"reportSpanStatus"].toInteger(modes.reportSpanStatus));
    system.setModes(modes);
    for (const auto& [name, value] : wish[u"company"].toObject())
        system.setCompany(name, value);
    if (const auto day = parseDate(wish[u"approveUntil"].toText())) system.approveUntil(*day);
}

void PracticeCompany::Control::trayModes(const Json& wish)
{
    TraySystem& system = m_company.m_tray;
    tray::Modes modes = system.modes();
    modes.legacySchema = wish[u"legacySchema"].toBool(modes.legacySchema);
    modes.malformedExport = wish[u"malformedExport"].toBool(modes.malformedExport);
    modes.largeExport = wish[u"largeExport"].toBool(modes.largeExport);
    modes.partialErrors = wish[u"partialErrors"].toBool(modes.partialErrors);
    system.setModes(modes);
}

void PracticeCompany::Control::omniModes(const Json& wish)
{
    Cin7OmniSystem& system = m_company.m_cin7omni;
    cin7omni::Modes modes = system.modes();
    modes.retryAfter = wish[u"retryAfter"].toBool(modes.retryAfter);
    modes.paymentsTouchOrders = wish[u"paymentsTouchOrders"].toBool(modes.paymentsTouchOrders);
    modes.dropUnsentLines = wish[u"dropUnsentLines"].toBool(modes.dropUnsentLines);
    modes.shuffleResults = wish[u"shuffleResults"].toBool(modes.shuffleResults);
    modes.deniedStatus = int(wish[u"deniedStatus"].toInteger(modes.deniedStatus));
    if (wish[u"denied"].isArray()) modes.denied.clear();
    for (const Json& right : wish[u"denied"].toArray())
        modes.denied.append(right.toText());
    system.setModes(modes);
}

void PracticeCompany::Control::coreModes(const Json& wish)
{
    using cin7core::LimitCostume;
    using cin7core::UnknownPath;
    Cin7CoreSystem& system = m_company.m_cin7core;
    cin7core::Modes modes = system.modes();
    const QString limit = wish[u"limitAs"].toText();
    if (limit == u"503") modes.limit = LimitCostume::Text503;
    if (limit == u"429") modes.limit = LimitCostume::Status429;
    if (limit == u"400") modes.limit = LimitCostume::List400;
    const QString path = wish[u"unknownPath"].toText();
    if (path == u"404") modes.unknownPath = UnknownPath::NotFound;
    if (path == u"page") modes.unknownPath = UnknownPath::WebPage;
    if (path == u"redirect") modes.unknownPath = UnknownPath::Redirect;
    modes.limitByAccount = wish[u"limitByAccount"].toBool(modes.limitByAccount);
    modes.mostRows = std::max<qint64>(1, wish[u"mostRows"].toInteger(modes.mostRows));
    modes.webhooksTwice = wish[u"webhooksTwice"].toBool(modes.webhooksTwice);
    modes.webhooksBackwards = wish[u"webhooksBackwards"].toBool(modes.webhooksBackwards);
    modes.singleErrors = wish[u"singleErrors"].toBool(modes.singleErrors);
    modes.accountingLinked = wish[u"accountingLinked"].toBool(modes.accountingLinked);
    system.setModes(modes);
    if (const auto day = parseDate(wish[u"lockDate"].toText())) system.setLockDate(*day);
}

Response PracticeCompany::Control::deals(const Request& request)
{
    const auto taken = m_company.takeDeals(request.body);
    if (taken) return reply(200, Json::object({{u"taken"_s, Json(*taken)}}));
    Json faults = Json::array();
    for (const QString& fault : taken.error().facts)
        faults.append(Json(fault));
    return reply(400, Json::object({{u"error"_s, u"some deals were refused"_s}, {u"faults"_s, faults}}));
}

Response PracticeCompany::Control::calls(const Request& request) const
{
    CallFilter filter;
    filter.system = request.queryValue(u"system");
    filter.since = request.queryValue(u"since").toULongLong();
    filter.countsOnly = request.queryValue(u"counts") == u"only";
    return reply(200, m_company.m_calls.toJson(filter));
}

Response PracticeCompany::Control::state(const QString& systemName, const QString& object)
{
    System* const target = m_company.system(systemName);
    if (!target) return problem(404, u"no such system"_s);
    const QByteArray rows = target->stateBytes(object);
    if (rows == "null") return problem(404, u"no such object"_s);
    return reply(200, rows);
}

// {"project", "change"}: a save; {"receiver", "url", "headers"}: where log or alert go; {"post", "subject"}.
Response PracticeCompany::Control::tray(const Json& body)
{
    TraySystem& system = m_company.m_tray;
    const QString receiver = body[u"receiver"].toText();
    if (receiver == u"log" || receiver == u"alert") {
        tray::Receiver to{body[u"url"].toText().toUtf8(), {}};
        for (const auto& [name, value] : body[u"headers"].toObject())
            to.headers.emplaceBack(name.toUtf8(), value.toText().toUtf8());
        system.setReceiver(receiver == u"log" ? tray::Channel::Log : tray::Channel::Alert, to);
        return done();
    }
    if (body[u"post"].isText()) {
        const int posted = system.post(body[u"post"].toText(), body[u"subject"].toText());
        return posted > 0 ? reply(200, Json::object({{u"posted"_s, Json(posted)}}))
                          : problem(400, u"nothing of that kind, or nobody receives it"_s);
    }
    const bool saved = m_company.m_tray.saveProject(body[u"project"].toText(), body[u"change"].toText());
    return saved ? done()
                 : problem(400,
                           u"give a project and save, drop-workflow or move; a receiver; or what to post"_s);
}

Response PracticeCompany::Control::pushed(const QString& kind, const QString& subject) const
{
    const Json body = m_company.m_tray.pushed(kind, subject);
    return body.isNull() ? problem(404, u"nothing of that kind"_s) : reply(200, body);
}

Response PracticeCompany::Control::health() const
{
    return reply(200,
                 Json::object({{u"status"_s, u"ok"_s}, {u"now"_s, formatInstant(m_company.m_clock.now())}}));
}

} // namespace tieout::sandbox
