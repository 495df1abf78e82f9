#pragma once

#include "base/json.h"
#include "base/result.h"
#include "sandbox/message.h"

namespace tieout::sandbox::salesforce {

/// A record and its bytes in one request: multipart/form-data, a JSON part and one part for each field of
/// bytes.
[[nodiscard]] bool isMultipart(const Request& request);
/// The record with its bytes as base64, as the same request in JSON would have it; or the answer to send.
[[nodiscard]] tl::expected<Json, Response> bodyWithBytes(const Request& request);

} // namespace tieout::sandbox::salesforce
