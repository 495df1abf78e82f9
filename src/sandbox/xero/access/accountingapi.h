#pragma once

#include "sandbox/xero/wire/call.h"

#include <QSet>

namespace tieout::sandbox::xero {

// Routing of the accounting and the payroll API: which resource answers, and which scope it takes.

enum class Access : quint8 { Read, Write };

/// True when one of the granted scopes allows the call. Unknown resources need none: they answer 404.
[[nodiscard]] bool scopeAllows(const QSet<QString>& granted, const QStringList& path, Access access);
[[nodiscard]] Response answerAccounting(const Call& call);
[[nodiscard]] bool payrollScopeAllows(const QSet<QString>& granted, Access access);
/// `version` "1.0" is Australia's, "2.0" New Zealand's and Britain's.
[[nodiscard]] Response answerPayrollApi(const Call& call, QStringView version);

} // namespace tieout::sandbox::xero
