#pragma once

#include "sandbox/xero/call.h"

#include <QSet>

namespace tieout::sandbox::xero {

// Routing of the accounting API: which resource answers, and which scope it takes.

/// True when one of the granted scopes allows the call. Unknown resources need none: they answer 404.
[[nodiscard]] bool scopeAllows(const QSet<QString>& granted, const QString& resource, bool reads);
[[nodiscard]] Response answerAccounting(const Call& call);

} // namespace tieout::sandbox::xero
