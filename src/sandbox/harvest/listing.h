#pragma once

#include "sandbox/harvest/call.h"

#include <functional>

namespace tieout::sandbox::harvest {

/// Keeps the rows of a list that belong to a parent and that the caller may see.
using RowTest = std::function<bool(const Row&)>;

/// A list call: filters, "updated since", the kind's order, then one page with its links, by number or by
/// cursor.
[[nodiscard]] Response listReply(const Call& call, Kind kind, const RowTest& belongs);
/// One page of rows that are ready: the reports.
[[nodiscard]] Response pageReply(const Call& call, const QString& key, const Json::Array& rows);

} // namespace tieout::sandbox::harvest
