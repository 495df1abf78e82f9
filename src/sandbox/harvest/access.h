#pragma once

#include "sandbox/harvest/call.h"
#include "sandbox/harvest/listing.h"

namespace tieout::sandbox::harvest {

/// The person behind a token, with the rights that follow from the access roles.
[[nodiscard]] Viewer viewerOf(const Books& books, qint64 userId);
/// The refusal of a call for its role or for a switched-off feature; nothing when it may go on.
[[nodiscard]] std::optional<Response> refuseAccess(const Call& call);
/// Whether the caller may see a row: managers see their projects, members themselves.
[[nodiscard]] bool maySee(const Call& call, Kind kind, const Row& row);
/// Whether the caller may change it.
[[nodiscard]] bool mayChange(const Call& call, Kind kind, const Row& row);

} // namespace tieout::sandbox::harvest
