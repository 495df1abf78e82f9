#pragma once

#include "sandbox/cin7omni/books.h"
#include "sandbox/message.h"

namespace tieout::sandbox::cin7omni {

/// GET of a resource: where, order, page and rows, fields. A bare list.
[[nodiscard]] Response listReply(const Books& books, Kind kind, const Request& request);

} // namespace tieout::sandbox::cin7omni
