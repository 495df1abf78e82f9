#pragma once

#include "sandbox/xero/wire/call.h"
#include "sandbox/xero/wire/fields.h"
#include "sandbox/xero/wire/replywriter.h"

#include <span>

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
/// The members of an answer that are texts, under the region's names.
using EmployeeMember = std::pair<EmployeeText, std::string_view>;
/// Those that the person has.
void writeEmployeeTexts(ReplyWriter& writer, const Employee& employee,
                        std::span<const EmployeeMember> members);

/// How a region answers: the list, one person, a save (-1: a new one), and the verb of a change.
struct EmployeeDesk {
    Response (*list)(const Call& call);
    Response (*show)(const Call& call, int position);
    Response (*save)(const Call& call, int position);
    const char* changeVerb;
};
[[nodiscard]] Response answerEmployees(const Call& call, const EmployeeDesk& desk);

int storeEmployee(const Call& call, int position, Employee employee);
/// For state dumps.
void writeEmployee(ReplyWriter& writer, const Employee& employee);

} // namespace tieout::sandbox::xero
