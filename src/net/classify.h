#pragma once

#include "base/error.h"
#include "net/http.h"

namespace tieout::net {

/// Wait asked for by Retry-After: seconds, or a date (measured from the answer's own Date header, so that a
/// wrong clock on this machine does no harm). Never negative, at most a day and a bit.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const HttpResponse& response);

/// What a status means when the system's manifest knows nothing better; nothing when it is fine (2xx, 304).
/// Codes: net.unauthorized, net.forbidden, net.rejected, net.not-found, net.conflict, net.too-many-requests,
/// net.server-error, net.unavailable, net.redirect, net.status. A 5xx on a write that must not be repeated is
/// Uncertain: the system may have carried it out before it failed to say so.
[[nodiscard]] std::optional<Error> classifyStatus(const HttpRequest& request, const HttpResponse& response);

/// The system's own name for this exchange, for its support; empty when it gives none.
[[nodiscard]] QString requestId(const HttpResponse& response);

} // namespace tieout::net
