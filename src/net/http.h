#pragma once

#include "base/date.h"
#include "base/result.h"
#include "base/stop.h"
#include "base/task.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <utility>

namespace tieout::net {

enum class Verb : quint8 { Get, Post, Put, Patch, Delete };

/// May the same bytes be sent again without harm?
enum class Repeat : quint8 {
    Safe,  ///< reads, and writes whose key the other side remembers: any failure is Retry
    Never, ///< other writes: a failure after the first byte left is Uncertain
};

using Headers = QList<std::pair<QByteArray, QByteArray>>;

struct HttpRequest {
    Verb verb = Verb::Get;
    QUrl url;
    Headers headers;
    QByteArray body;
    QByteArray contentType;
    Repeat repeat = Repeat::Safe;
    std::chrono::milliseconds deadline{std::chrono::seconds{120}}; ///< in all, not inactivity
    bool onlyReads = false;                                        ///< asks by POST and changes nothing
    bool mayBeEmpty = false;                                       ///< a success without a body is an answer
    int tries = 0;  ///< most sends of one call; 0 = the client's policy
    int weight = 1; ///< calls that each send counts for
};

struct HttpResponse {
    int status = 0;
    Headers headers;
    QByteArray body;
    /// First value of a header, name compared without case; empty when absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// Carries one request. Any HTTP status is a response; an Error means that there was none:
/// Retry "net.unreachable" (nothing left this machine), Retry "net.cut" | "net.timeout" (Repeat::Safe),
/// Uncertain "net.cut" | "net.timeout" (Repeat::Never and bytes may have arrived), BadConfig "net.tls" |
/// "net.insecure" (plain http outside loopback) | "net.proxy-login", RemoteFault "net.too-large", Cancelled
/// "net.cancelled". A stop while a Repeat::Never request may have arrived is Uncertain "net.cut", not
/// Cancelled.
class Transport
{
  public:
    virtual ~Transport() = default;
    [[nodiscard]] virtual Task<Result<HttpResponse>> send(HttpRequest request, StopToken stop) = 0;
};

[[nodiscard]] QByteArray verbName(Verb verb);
[[nodiscard]] bool isLoopback(const QUrl& url);

} // namespace tieout::net
