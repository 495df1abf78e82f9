#include "connectors/rest/calllanes.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

bool isLimited(const net::RateLimits& rates)
{
    return rates.concurrent > 0 || rates.perMinute > 0 || rates.perDay > 0;
}

} // namespace

CallLanes::CallLanes(const Manifest& manifest, Clock& clock)
{
    for (const LimitSpec& limit : manifest.limits) {
        if (limit.match == u"*") continue;
        Lane lane;
        lane.path.setPattern(
            QRegularExpression::wildcardToRegularExpression(limit.match).replace(u"[^/]*"_s, u".*"_s));
        lane.weight = limit.weight;
        if (isLimited(limit.rates)) lane.gate = std::make_unique<net::RateGate>(clock, limit.rates);
        m_lanes.push_back(std::move(lane));
    }
}

Task<Result<CallLanes::Places>> CallLanes::enter(QUrl url, StopToken stop)
{
    Places places;
    const QString path = url.path();
    for (const Lane& lane : m_lanes) {
        if (!lane.gate || !lane.path.match(path).hasMatch()) continue;
        auto place = co_await lane.gate->enter(stop);
        if (!place) co_return fail(place.error());
        places.push_back(std::move(*place));
    }
    co_return places;
}

int CallLanes::weightOf(const QUrl& url) const
{
    int weight = 1;
    for (const Lane& lane : m_lanes)
        if (lane.path.match(url.path()).hasMatch()) weight += lane.weight - 1;
    return qMax(0, weight);
}

void CallLanes::refused(const QUrl& url, const Error& error)
{
    if (error.kind != ErrorKind::RateLimited || error.context.httpStatus == 0) return;
    net::HttpResponse turnedAway;
    turnedAway.status = 429;
    if (error.retryAfter) {
        const qint64 seconds = error.retryAfter->count() / 1000 + 1;
        turnedAway.headers.append({"Retry-After", QByteArray::number(seconds)});
    }
    for (const Lane& lane : m_lanes) {
        if (lane.gate && lane.path.match(url.path()).hasMatch()) lane.gate->learn(turnedAway);
    }
}

} // namespace tieout::connectors
