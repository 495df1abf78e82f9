#pragma once

#include "sandbox/xero/wire/call.h"

namespace tieout::sandbox::xero {

/// Ways to pay that invoices offer online: listed and added.
[[nodiscard]] Response answerPaymentServices(const Call& call);
/// Those of one branding theme, named in the path.
[[nodiscard]] Response answerThemePaymentServices(const Call& call);

} // namespace tieout::sandbox::xero
