#include "connectors/rest/restsession.h"

#include "connectors/rest/classify.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kLongestRepeatWait = std::chrono::seconds{60};
constexpr int kRepeats = 4;
constexpr int kTriesOfRepeat = 2;
constexpr int kReadings = 4; ///< of one answer, the first included

/// The bytes were cut or replaced on the way; another time they may be whole.
bool isDamage(const Error& error)
{
    return error.kind == ErrorKind::RemoteFault &&
           (error.code == u"answer.not-json" || error.code == u"answer.malformed" ||
            error.code == u"answer.incomplete");
}

/// Settings of the manifest, then of the connection, then what the token answer left under its own names.
Variables variablesOf(const Manifest& manifest, const model::Connection& connection)
{
    Variables variables;
    for (const SettingSpec& setting : manifest.settings)
        variables.insert(setting.name, setting.fallback);
    for (const auto& kept : manifest.authOf(connection).keeps) {
        const QString value = connection.settings.value(kept.member);
        if (!value.isEmpty()) variables.insert(kept.setting, kept.pathOnly ? QUrl(value).path() : value);
    }
    for (auto it = connection.settings.cbegin(); it != connection.settings.cend(); ++it) {
        if (!it.value().isEmpty()) variables.insert(it.key(), it.value());
    }
    variables.insert(u"tenantId"_s, connection.tenantId.isEmpty() ? connection.settings.value(u"tenantId"_s)
                                                                  : connection.tenantId);
    return variables;
}

} // namespace

RestSession::RestSession(std::shared_ptr<const Manifest> manifest, const model::Connection& connection,
                         net::Transport& transport, Clock& clock, Random& random, net::Authorizer* authorizer)
    : m_manifest(std::move(manifest))
    , m_connection(connection)
    , m_variables(variablesOf(*m_manifest, connection))
    , m_clock(clock)
    , m_random(random)
    , m_gate(std::make_unique<net::RateGate>(clock, m_manifest->rateLimits()))
{
    const auto classifier = [rules = m_manifest](const net::HttpRequest& request,
                                                 const net::HttpResponse& response) {
        return classify(request, response, *rules);
    };
    m_lanes = std::make_unique<CallLanes>(*m_manifest, clock);
    m_client = std::make_unique<net::HttpClient>(transport, clock, random, *m_gate, authorizer, classifier);
}

void RestSession::setVariable(const QString& name, const QString& value)
{
    m_variables.insert(name, value);
}

RequestBuilder RestSession::builder(const ObjectSpec& object) const
{
    return RequestBuilder(*m_manifest, object, m_variables);
}

RequestBuilder RestSession::builder(const ObjectSpec& object, const Variables& more) const
{
    Variables variables = m_variables;
    variables.insert(more);
    return RequestBuilder(*m_manifest, object, std::move(variables));
}

Error RestSession::inContext(Error error, const QString& object) const
{
    if (error.context.connection.isEmpty()) error.context.connection = m_connection.id;
    if (error.context.object.isEmpty()) error.context.object = object;
    return error;
}

Task<Result<net::HttpResponse>> RestSession::sendInLanes(net::HttpRequest request, StopToken stop)
{
    const QUrl url = request.url;
    Result<CallLanes::Places> places = co_await m_lanes->enter(url, stop);
    if (!places) co_return fail(places.error());
    request.weight = m_lanes->weightOf(url);
    Result<net::HttpResponse> response = co_await m_client->send(std::move(request), stop);
    if (!response) m_lanes->refused(url, response.error());
    co_return response;
}

Task<Result<void>> RestSession::fetch(net::HttpRequest request, QString object, Reader reader, StopToken stop)
{
    for (int reading = 1;; ++reading) {
        Result<net::HttpResponse> response = co_await sendInLanes(request, stop);
        Result<void> read;
        if (response)
            read = reader(*response);
        else
            read = fail(std::move(response.error()));
        if (read) co_return read;
        Error error = inContext(std::move(read.error()), object);
        if (!isDamage(error) || reading == kReadings || stop.stopNow()) co_return fail(std::move(error));
        request.tries = kTriesOfRepeat;
        const milliseconds wait = backoffDelay({}, reading, m_random);
        const Result<void> slept = co_await sleepFor(m_clock, wait, stop);
        if (!slept) co_return fail(slept.error());
    }
}

std::optional<milliseconds> RestSession::waitBeforeRepeat(const Error& error, int attempt, milliseconds spent,
                                                          std::chrono::seconds window)
{
    if (error.kind != ErrorKind::Uncertain || attempt > kRepeats) return std::nullopt;
    const int status = error.context.httpStatus;
    if (status >= 400 && status < 500) return std::nullopt; // an answer about this very key
    const milliseconds wait = error.retryAfter.value_or(backoffDelay({}, attempt, m_random));
    // Half of the window: the gate may hold the next send for a minute and the answer takes its time.
    if (wait > kLongestRepeatWait || spent + wait > milliseconds(window) / 2) return std::nullopt;
    return wait;
}

Task<Result<net::HttpResponse>> RestSession::deliver(net::HttpRequest request, QString object,
                                                     std::chrono::seconds window, StopToken stop)
{
    const milliseconds started = m_clock.steady();
    for (int attempt = 1;; ++attempt) {
        Result<net::HttpResponse> response = co_await sendInLanes(request, stop);
        if (response) co_return response;
        Error error = inContext(std::move(response.error()), object);
        const auto wait = waitBeforeRepeat(error, attempt, m_clock.steady() - started, window);
        if (!wait || stop.stopNow()) co_return fail(std::move(error));
        const Result<void> slept = co_await sleepFor(m_clock, *wait, stop);
        if (!slept) co_return fail(std::move(error));
        request.tries = kTriesOfRepeat;
    }
}

} // namespace tieout::connectors
