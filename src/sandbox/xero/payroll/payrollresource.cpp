#include "sandbox/xero/payroll/payrollresource.h"

#include "sandbox/xero/wire/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

// After the texts of EmployeeText up to the insurance number; the address has a part of its own.
enum OtherField : int {
    BirthField = int(EmployeeText::AddressLine1),
    StartField,
    EndField,
    TerminationField,
    PhoneNumberField,
    AddressField,
    HomeAddressField,
};

void applyAddress(const Json& part, Employee& employee, ValueReader& reader)
{
    static const FieldTable kFields{
        {u"AddressLine1", FieldKind::Text}, {u"AddressLine2", FieldKind::Text}, {u"City", FieldKind::Text},
        {u"Region", FieldKind::Text},       {u"PostalCode", FieldKind::Text},   {u"Country", FieldKind::Text},
        {u"PostCode", FieldKind::Text},     {u"CountryName", FieldKind::Text},  {u"Suburb", FieldKind::Text}};
    const Fields fields = Fields::read(part, kFields, reader);
    for (int field = 0; field < 6; ++field)
        fields.take(field, employee.texts[size_t(EmployeeText::AddressLine1) + size_t(field)]);
    fields.take(6, employee.text(EmployeeText::PostCode));
    fields.take(7, employee.text(EmployeeText::Country));
}

} // namespace

const FieldTable& employeeFields()
{
    static const FieldTable kFields{
        {u"Title", FieldKind::Text},       {u"FirstName", FieldKind::Text},
        {u"MiddleNames", FieldKind::Text}, {u"LastName", FieldKind::Text},
        {u"Email", FieldKind::Text},       {u"Gender", FieldKind::Text},
        {u"Phone", FieldKind::Text},       {u"Mobile", FieldKind::Text},
        {u"JobTitle", FieldKind::Text},    {u"NationalInsuranceNumber", FieldKind::Text},
        {u"DateOfBirth", FieldKind::Day},  {u"StartDate", FieldKind::Day},
        {u"EndDate", FieldKind::Day},      {u"TerminationDate", FieldKind::Day},
        {u"PhoneNumber", FieldKind::Text}, {u"Address", FieldKind::Part},
        {u"HomeAddress", FieldKind::Part}, {u"EmployeeID", FieldKind::Guid},
    };
    return kFields;
}

QList<std::pair<QString, QString>> applyEmployee(const Organisation& organisation, const Fields& fields,
                                                 Employee& employee, ValueReader& reader)
{
    for (int field = 0; field < BirthField; ++field)
        fields.take(field, employee.texts[size_t(field)]);
    fields.take(PhoneNumberField, employee.text(EmployeeText::Phone));
    employee.birth = fields.day(BirthField).value_or(employee.birth);
    employee.start = fields.day(StartField).value_or(employee.start);
    employee.end = fields.day(EndField).value_or(fields.day(TerminationField).value_or(employee.end));
    for (const int part : {int(AddressField), int(HomeAddressField)}) {
        if (fields.has(part)) applyAddress(fields.part(part), employee, reader);
    }
    QList<std::pair<QString, QString>> faults;
    const auto require = [&](EmployeeText which, const QString& member, QStringView title) {
        if (employee.text(which).trimmed().isEmpty())
            faults.append({member, u"The %1 is required."_s.arg(title)});
    };
    require(EmployeeText::FirstName, u"FirstName"_s, u"First Name");
    require(EmployeeText::LastName, u"LastName"_s, u"Last Name");
    if (!employee.birth.isValid()) faults.append({u"DateOfBirth"_s, u"The Date of Birth is required."_s});
    const bool british = organisation.version == "UK"_L1;
    if (british) require(EmployeeText::Title, u"Title"_s, u"Title");
    if (british) require(EmployeeText::Gender, u"Gender"_s, u"Gender");
    if (organisation.version != "AU"_L1) {
        require(EmployeeText::AddressLine1, u"Address.AddressLine1"_s, u"Address Line 1");
        require(EmployeeText::City, u"Address.City"_s, u"City");
        require(EmployeeText::PostCode, u"Address.PostCode"_s, u"Postcode");
    }
    const QString& gender = employee.text(EmployeeText::Gender);
    const QStringView allowed = organisation.version == "AU"_L1 ? u"NMFI" : u"MF";
    if (!gender.isEmpty() && (gender.size() != 1 || !allowed.contains(gender.front())))
        faults.append({u"Gender"_s, u"The Gender is not valid."_s});
    return faults;
}

int storeEmployee(const Call& call, int position, Employee employee)
{
    RowBook<Employee>& employees = call.tenant.employees;
    employee.updated = call.now;
    if (position >= 0) {
        employees.edit(position) = std::move(employee);
        return position;
    }
    employee.id = call.guids.next();
    employee.created = call.now;
    return employees.add(std::move(employee));
}

void writeEmployeeTexts(ReplyWriter& writer, const Employee& employee,
                        std::span<const EmployeeMember> members)
{
    for (const auto& [which, key] : members) {
        if (!employee.text(which).isEmpty()) writer.text(key, employee.text(which));
    }
}

Response answerEmployees(const Call& call, const EmployeeDesk& desk)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 1) {
        if (method == "GET") return desk.list(call);
        return method == "POST" ? desk.save(call, -1) : notImplementedReply();
    }
    const int position = call.tenant.employees.byId(parseGuid(call.path[1]));
    if (position < 0 || call.path.size() > 2) return notFoundReply();
    if (method == "GET") return desk.show(call, position);
    return method == desk.changeVerb ? desk.save(call, position) : notImplementedReply();
}

void writeEmployee(ReplyWriter& writer, const Employee& employee)
{
    writer.guid("EmployeeID", employee.id);
    writer.text("FirstName", employee.text(EmployeeText::FirstName));
    writer.text("LastName", employee.text(EmployeeText::LastName));
    writer.text("Email", employee.text(EmployeeText::Email));
    writer.ascii("Status", employee.end.isValid() ? "TERMINATED" : "ACTIVE");
    if (employee.start.isValid()) writer.plainDay("StartDate", employee.start);
}

} // namespace tieout::sandbox::xero
