#pragma once

#include "sandbox/reply.h"
#include "sandbox/xero/organisation/guids.h"
#include "sandbox/xero/wire/replywriter.h"

namespace tieout::sandbox::xero {

// The bodies of the accounting API outside a successful answer. Shapes as seen on the wire: a 404 is HTML, a
// 401 or 403 is a problem document, a 400 is an exception document.

[[nodiscard]] Response jsonReply(int status, QByteArray body);
[[nodiscard]] Response notFoundReply();
[[nodiscard]] Response notImplementedReply();
/// 401 and 403: Title is "Unauthorized" or "Forbidden".
[[nodiscard]] Response refusedReply(int status, QStringView detail, const QUuid& instance);
/// 400 without elements: a bad expression, an unreadable body, a reused idempotency key.
[[nodiscard]] Response exceptionReply(int errorNumber, QStringView type, QStringView message);
[[nodiscard]] Response unreadableReply(QStringView message);    ///< 14
[[nodiscard]] Response nothingDoneReply(QStringView element);   ///< 17; `element` is "Invoice", "Contact" …
[[nodiscard]] Response badExpressionReply(QStringView message); ///< 16
[[nodiscard]] Response tooManyRowsReply();                      ///< 51

struct Pagination {
    int page = 1;
    int pageSize = 100;
    int itemCount = 0;
};

/// What opens a successful answer.
struct Envelope {
    QUuid id;
    Instant now{};
    std::optional<Pagination> pagination;
};

/// Writes everything before the resource's array; the caller then writes the array and ends the object.
void beginEnvelope(ReplyWriter& writer, const Envelope& envelope);

} // namespace tieout::sandbox::xero
