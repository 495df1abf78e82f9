#include "sandbox/control.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox {

namespace {

Response reply(int status, const Json& body)
{
    Response response;
    response.status = status;
    response.headers.emplaceBack("Content-Type", "application/json");
    response.body = body.toBytes();
    return response;
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
    if (body[u"earlyPaging"].isBool()) m_company.m_salesforce.setEarlyPaging(body[u"earlyPaging"].toBool());
    return done();
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
    Response response;
    response.headers.emplaceBack("Content-Type", "application/json");
    response.body = m_company.m_calls.toJson(filter);
    return response;
}

Response PracticeCompany::Control::state(const QString& systemName, const QString& object)
{
    System* const target = m_company.system(systemName);
    if (!target) return problem(404, u"no such system"_s);
    const Json rows = target->state(object);
    if (rows.isNull()) return problem(404, u"no such object"_s);
    return reply(200, rows);
}

Response PracticeCompany::Control::health() const
{
    return reply(200,
                 Json::object({{u"status"_s, u"ok"_s}, {u"now"_s, formatInstant(m_company.m_clock.now())}}));
}

} // namespace tieout::sandbox
