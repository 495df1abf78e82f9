#pragma once

#include "sandbox/tray/books.h"

namespace tieout::sandbox::tray {

/// What Tray pushes to others, as bodies for a receiver or as lines for a file.

/// The log-stream events of one execution, oldest first; `untidy` adds an unknown kind of log, unknown
/// members, a duplicate, and turns two events around.
enum class Stream : quint8 { Tidy, Untidy };
[[nodiscard]] Json logEvents(const Books& books, const Json& execution, Stream stream);
/// One of each of the eight execution events, on executions of their own.
[[nodiscard]] Json everyExecutionEvent(const Books& books, Instant at);
/// What an alerting workflow posts about a failed run.
enum class StepLink : quint8 { WithExecution, Bare };
[[nodiscard]] Json alertPayload(const Books& books, const Json& execution, StepLink link);

struct SignedDelivery {
    QByteArray body;
    QByteArray signature; ///< of x-tray-signature
};
/// A trigger delivery of a subscription, signed with its decoded key over the raw bytes.
[[nodiscard]] SignedDelivery triggerDelivery(const Json& subscription, const Json& event);
[[nodiscard]] QByteArray traySignature(const QByteArray& body, const QByteArray& signingKey);

} // namespace tieout::sandbox::tray
