#pragma once

#include "sandbox/message.h"

namespace tieout::sandbox::salesforce {

/// "Mon, 16 Nov 2026 09:00:00 GMT" in milliseconds; nothing when it is not one.
[[nodiscard]] std::optional<qint64> httpDate(const QByteArray& text);
[[nodiscard]] QByteArray httpDate(qint64 ms);

/// What a conditional request says of a resource in its present state.
enum class Precondition : quint8 { Holds, NotModified, Failed, Unreadable };

/// `changed` is when the resource changed last; `etag` is empty where the service gives none.
[[nodiscard]] Precondition checkPreconditions(const Request& request, qint64 changed, const QByteArray& etag);
/// 304, 412 or 400; nothing when it holds.
[[nodiscard]] std::optional<Response> preconditionReply(Precondition outcome);

} // namespace tieout::sandbox::salesforce
