#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

// Reports that put months side by side, and the American one of suppliers.
[[nodiscard]] Response budgetSummary(const Call& call);
[[nodiscard]] Response executiveSummary(const Call& call);
/// Nobody in the practice books is paid what has to be reported: the report is there and empty.
[[nodiscard]] Response tenNinetyNine(const Call& call);
/// Reports that were published: none.
[[nodiscard]] Response publishedReports(const Call& call);

} // namespace tieout::sandbox::xero
