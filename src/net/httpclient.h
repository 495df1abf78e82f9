#pragma once

#include "base/backoff.h"
#include "base/clock.h"
#include "base/random.h"
#include "net/http.h"
#include "net/rategate.h"

#include <functional>
#include <memory>

namespace tieout::net {

/// Puts the credentials on a request and renews them when the other side refuses them.
class Authorizer
{
  public:
    virtual ~Authorizer() = default;
    /// Adds headers; may renew an expired token first. Error: NeedsLogin, or what the renewal met.
    [[nodiscard]] virtual Task<Result<HttpRequest>> authorize(HttpRequest request, StopToken stop) = 0;
    /// The credentials of `refused` were refused: renew once (single-flight). Error: NeedsLogin.
    [[nodiscard]] virtual Task<Result<void>> renew(HttpRequest refused, StopToken stop) = 0;
};

/// One entry of the wire log, redacted, for the technical fold of a problem.
struct WireEntry {
    Instant at{};
    QString summary; ///< "POST /Invoices → 200 in 84 ms"
    QByteArray request;
    QByteArray response;
};

/// Turns a response into its error, or nothing when it is fine. Made by the connector from its manifest.
using Classifier = std::function<std::optional<Error>(const HttpRequest&, const HttpResponse&)>;

struct CallCounts {
    qint64 read = 0;
    qint64 write = 0;
};

/// All calls of one connection: gate → credentials → transport → classify → retry. Lives on the engine
/// thread. Retry and RateLimited kinds are repeated here within the backoff policy; NeedsLogin renews once;
/// every other kind goes to the caller at once. A write is repeated only when Repeat::Safe, when nothing left
/// this machine, or when it was turned away by a rate limit. A wait longer than two minutes goes to the
/// caller (park).
///
/// A write (any verb but GET) that may have been carried out never ends in a kind that sounds like "it was
/// not": whatever the last attempt met, other than a verdict on the rows, becomes Uncertain with that as its
/// cause. Without a classifier, classifyStatus() judges.
class HttpClient final
{
  public:
    HttpClient(Transport& transport, Clock& clock, Random& random, RateGate& gate, Authorizer* authorizer,
               Classifier classifier, BackoffPolicy policy = {});
    ~HttpClient();
    Q_DISABLE_COPY_MOVE(HttpClient)

    [[nodiscard]] Task<Result<HttpResponse>> send(HttpRequest request, StopToken stop);
    [[nodiscard]] CallCounts counts() const;           ///< requests that left, repeats included
    [[nodiscard]] QList<WireEntry> recentWire() const; ///< the last few, redacted

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tieout::net
