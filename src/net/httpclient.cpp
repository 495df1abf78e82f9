#include "net/httpclient.h"

#include "net/classify.h"
#include "net/wirelog.h"

namespace tieout::net {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kLongestWait = 120s;

bool isWrite(const HttpRequest& request)
{
    return request.verb != Verb::Get && !request.onlyReads;
}

/// The other side judged the rows; an earlier attempt with the same bytes cannot have ended otherwise.
bool isVerdict(const Error& error)
{
    return error.kind == ErrorKind::RowRejected || error.kind == ErrorKind::Conflict ||
           error.kind == ErrorKind::Uncertain;
}

bool mayHaveBeenCarriedOut(const HttpRequest& request, const Result<HttpResponse>& result)
{
    if (!isWrite(request)) return false;
    if (result) return result->status >= 500;
    const QString& code = result.error().code;
    return code == u"net.cut" || code == u"net.timeout" || code == u"net.too-large" ||
           code == u"net.cancelled";
}

bool left(const Result<HttpResponse>& result)
{
    if (result) return true;
    const QString& code = result.error().code;
    return code != u"net.unreachable" && code != u"net.tls" && code != u"net.insecure" &&
           code != u"net.proxy-login";
}

} // namespace

class HttpClient::Impl
{
  public:
    /// What one call has been through so far.
    struct Call {
        int tries = 0; ///< times it passed the gate
        bool renewed = false;
        bool uncertain = false; ///< a write that may have been carried out
        HttpRequest authorized; ///< as it last left
    };

    Transport& transport;
    Clock& clock;
    Random& random;
    RateGate& gate;
    Authorizer* authorizer;
    Classifier classifier;
    BackoffPolicy policy;
    CallCounts counts;
    WireLog wire;

    [[nodiscard]] Task<Result<HttpResponse>> attempt(HttpRequest request, StopToken stop, Call* call);
    [[nodiscard]] Task<Result<HttpResponse>> exchange(HttpRequest request, StopToken stop, Call* call);
    [[nodiscard]] std::optional<Error> judge(const HttpRequest& request, const HttpResponse& response) const;
    [[nodiscard]] std::optional<milliseconds> waitBeforeRepeat(const HttpRequest& request, const Error& error,
                                                               const Call& call);
};

std::optional<Error> HttpClient::Impl::judge(const HttpRequest& request, const HttpResponse& response) const
{
    auto error = classifier ? classifier(request, response) : classifyStatus(request, response);
    if (!error) return std::nullopt;
    if (error->context.httpStatus == 0) error->context.httpStatus = response.status;
    if (error->context.requestId.isEmpty()) error->context.requestId = requestId(response);
    if (!error->retryAfter) error->retryAfter = retryAfter(response);
    return error;
}

/// Sends once with a place in the gate. The error of a response is not judged here.
Task<Result<HttpResponse>> HttpClient::Impl::exchange(HttpRequest request, StopToken stop, Call* call)
{
    auto permit = co_await gate.enter(stop, request.weight);
    if (!permit) co_return fail(std::move(permit.error()));
    ++call->tries;
    call->authorized = request;
    if (authorizer) {
        auto authorized = co_await authorizer->authorize(request, stop);
        if (!authorized) co_return fail(std::move(authorized.error()));
        call->authorized = std::move(*authorized);
    }
    const milliseconds started = clock.steady();
    const Instant at = clock.now();
    Result<HttpResponse> result = co_await transport.send(call->authorized, stop);
    if (left(result)) ++(isWrite(request) ? counts.write : counts.read);
    if (mayHaveBeenCarriedOut(request, result)) call->uncertain = true;
    wire.add(at, clock.steady() - started, request, result);
    if (result) gate.learn(*result);
    co_return result;
}

Task<Result<HttpResponse>> HttpClient::Impl::attempt(HttpRequest request, StopToken stop, Call* call)
{
    Result<HttpResponse> result = co_await exchange(request, stop, call);
    if (!result) co_return result;
    auto error = judge(request, *result);
    if (!error) co_return result;
    if (error->kind != ErrorKind::NeedsLogin || !authorizer || call->renewed)
        co_return fail(std::move(*error));
    call->renewed = true;
    --call->tries; // a refused credential is no try of the request
    auto renewed = co_await authorizer->renew(call->authorized, stop);
    if (!renewed) co_return fail(std::move(renewed.error()));
    Result<HttpResponse> again = co_await exchange(request, stop, call);
    if (!again) co_return again;
    error = judge(request, *again);
    if (error) co_return fail(std::move(*error));
    co_return again;
}

std::optional<milliseconds> HttpClient::Impl::waitBeforeRepeat(const HttpRequest& request, const Error& error,
                                                               const Call& call)
{
    if (call.tries >= (request.tries > 0 ? request.tries : policy.attempts)) return std::nullopt;
    const bool limited = error.kind == ErrorKind::RateLimited;
    if (error.kind != ErrorKind::Retry && !limited) return std::nullopt;
    if (error.code == u"net.day-limit") return std::nullopt;
    const bool harmless = !isWrite(request) || request.repeat == Repeat::Safe || limited || !call.uncertain;
    if (!harmless) return std::nullopt;
    if (request.repeat == Repeat::Never && !limited && error.context.httpStatus != 0) return std::nullopt;
    if (!error.retryAfter) return backoffDelay(policy, call.tries, random);
    if (*error.retryAfter > kLongestWait) return std::nullopt;
    return *error.retryAfter;
}

HttpClient::HttpClient(Transport& transport, Clock& clock, Random& random, RateGate& gate,
                       Authorizer* authorizer, Classifier classifier, BackoffPolicy policy)
    : m_impl(new Impl{transport, clock, random, gate, authorizer, std::move(classifier), policy, {}, {}})
{
}

HttpClient::~HttpClient() = default;

Task<Result<HttpResponse>> HttpClient::send(HttpRequest request, StopToken stop)
{
    Impl& impl = *m_impl;
    Impl::Call call;
    for (;;) {
        Result<HttpResponse> result = co_await impl.attempt(request, stop, &call);
        if (result) co_return result;
        Error error = std::move(result.error());
        const auto wait = impl.waitBeforeRepeat(request, error, call);
        if (wait) {
            auto slept = co_await sleepFor(impl.clock, *wait, stop);
            if (slept) continue;
            error = std::move(slept.error());
        }
        if (!call.uncertain || isVerdict(error)) co_return fail(std::move(error));
        Error outcome = error;
        outcome.kind = ErrorKind::Uncertain;
        outcome.cause = std::make_shared<const Error>(std::move(error));
        co_return fail(std::move(outcome));
    }
}

CallCounts HttpClient::counts() const
{
    return m_impl->counts;
}

QList<WireEntry> HttpClient::recentWire() const
{
    return m_impl->wire.entries();
}

} // namespace tieout::net
