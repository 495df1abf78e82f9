#pragma once

#include "sandbox/xero/call.h"
#include "sandbox/xero/fields.h"
#include "sandbox/xero/replywriter.h"

namespace tieout::sandbox::xero {

/// /payroll.xro/1.0/Employees of an Australian organisation. `path` of the call starts at "Employees".
/// Stateless.
[[nodiscard]] Response answerAustralianPayroll(const Call& call);
/// /payroll.xro/2.0/Employees of a New Zealand or British organisation. Stateless.
[[nodiscard]] Response answerPayroll(const Call& call);

/// The members that all regions share, in the order of EmployeeText, then the days.
[[nodiscard]] const FieldTable& employeeFields();
/// Takes what is stated, the address from its own part. What is wrong comes as member and reason.
[[nodiscard]] QList<std::pair<QString, QString>> applyEmployee(const Organisation& organisation,
                                                               const Fields& fields, Employee& employee,
                                                               ValueReader& reader);
int storeEmployee(const Call& call, int position, Employee employee);
/// For state dumps.
void writeEmployee(ReplyWriter& writer, const Employee& employee);

} // namespace tieout::sandbox::xero
