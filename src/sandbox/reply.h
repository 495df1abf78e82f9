#pragma once

#include "base/json.h"
#include "sandbox/message.h"

/// Answers as every emulated system makes them.
namespace tieout::sandbox {

/// A body and what it is: "text/csv;charset=UTF-8".
[[nodiscard]] Response bodyReply(int status, const QByteArray& type, QByteArray body);
/// JSON, named as most systems name it.
[[nodiscard]] Response jsonReply(int status, const Json& body);
[[nodiscard]] Response textReply(int status, QByteArray text);
/// A web page.
[[nodiscard]] Response pageReply(int status, QByteArray html);
/// No body at all.
[[nodiscard]] Response emptyReply(int status);

} // namespace tieout::sandbox
