#include "sandbox/xero/payroll/payrollresource.h"
#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

using enum EmployeeText;

constexpr Column<Employee> kColumns[] = {
    {u"EmployeeID", WhereType::Guid, [](const Tenant&, const Employee& row) { return WhereValue(row.id); }},
    {u"FirstName", WhereType::Text,
     [](const Tenant&, const Employee& row) { return whereText(row.text(FirstName)); }},
    {u"LastName", WhereType::Text,
     [](const Tenant&, const Employee& row) { return whereText(row.text(LastName)); }},
    {u"Email", WhereType::Text,
     [](const Tenant&, const Employee& row) { return whereText(row.text(Email)); }},
    {u"Status", WhereType::Text,
     [](const Tenant&, const Employee& row) {
         return whereWord(row.end.isValid() ? "TERMINATED" : "ACTIVE");
     }},
    {u"UpdatedDateUTC", WhereType::Moment,
     [](const Tenant&, const Employee& row) { return WhereValue(row.updated); }},
};

void write(ReplyWriter& writer, const Employee& employee)
{
    static constexpr EmployeeMember kTexts[] = {
        {Title, "Title"},       {FirstName, "FirstName"}, {MiddleNames, "MiddleNames"},
        {LastName, "LastName"}, {Email, "Email"},         {Gender, "Gender"},
        {Phone, "Phone"},       {Mobile, "Mobile"},       {JobTitle, "JobTitle"}};
    static constexpr EmployeeMember kAddress[] = {{AddressLine1, "AddressLine1"},
                                                  {AddressLine2, "AddressLine2"},
                                                  {City, "City"},
                                                  {Region, "Region"},
                                                  {PostCode, "PostalCode"},
                                                  {Country, "Country"}};
    writer.guid("EmployeeID", employee.id);
    writeEmployeeTexts(writer, employee, kTexts);
    if (employee.birth.isValid()) writer.day("DateOfBirth", employee.birth);
    if (employee.start.isValid()) writer.day("StartDate", employee.start);
    if (employee.end.isValid()) writer.day("TerminationDate", employee.end);
    if (!employee.text(AddressLine1).isEmpty()) {
        writer.beginObject("HomeAddress");
        writeEmployeeTexts(writer, employee, kAddress);
        writer.endObject();
    }
    writer.ascii("Status", employee.end.isValid() ? "TERMINATED" : "ACTIVE");
    if (employee.updated != Instant{}) writer.instant("UpdatedDateUTC", employee.updated);
}

Response show(const Call& call, const RowChoice& choice)
{
    return rowsReply(
        call, "Employees", {choice.rows, std::nullopt},
        [&call](ReplyWriter& writer, int position) { write(writer, call.tenant.employees.at(position)); });
}

Response showOne(const Call& call, int position)
{
    return show(call, {{position}, std::nullopt});
}

// Pages of a hundred whether or not a page is asked for.
Response list(const Call& call)
{
    const RowBook<Employee>& employees = call.tenant.employees;
    const auto choice = chooseRows<Employee>(
        call, employees.size(), [&employees](int at) -> const Employee& { return employees.at(at); },
        std::span(kColumns), {.type = u"Employee", .alwaysPaged = true},
        [](const Employee&) { return true; });
    return choice ? show(call, *choice) : choice.error();
}

Response save(const Call& call, int forced)
{
    const int idField = employeeFields().find(u"EmployeeID");
    const auto saveOne = [&](const Fields& fields, ValueReader& reader, BatchAnswer& answer) {
        const int named = call.tenant.employees.byId(fields.guid(idField).value_or(QUuid()));
        const int position = forced >= 0 ? forced : named;
        Employee employee = position < 0 ? Employee() : call.tenant.employees.at(position);
        QStringList errors;
        for (const auto& fault : applyEmployee(call.tenant.organisation, fields, employee, reader))
            errors << fault.second;
        if (errors.isEmpty() && reader.fault().isEmpty())
            employee = call.tenant.employees.at(storeEmployee(call, position, employee));
        write(answer.beginRow(), employee);
        answer.endRow(errors, {});
    };
    return saveElements(call, "Employees", u"Employee", employeeFields(), ErrorReport::Summarised, saveOne);
}

} // namespace

Response answerAustralianPayroll(const Call& call)
{
    return answerEmployees(call, {list, showOne, save, "POST"});
}

} // namespace tieout::sandbox::xero
