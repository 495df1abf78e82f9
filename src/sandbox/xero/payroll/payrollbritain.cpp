#include "sandbox/xero/payroll/payrollresource.h"
#include "sandbox/xero/wire/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

using enum EmployeeText;

constexpr int kPageSize = 100;

void write(ReplyWriter& writer, const Organisation& organisation, const Employee& employee)
{
    const bool british = organisation.version == "UK"_L1;
    static constexpr EmployeeMember kTexts[] = {
        {Title, "title"}, {FirstName, "firstName"}, {LastName, "lastName"},
        {Email, "email"}, {Gender, "gender"},       {Phone, "phoneNumber"},
    };
    writer.guid("employeeID", employee.id);
    static constexpr EmployeeMember kAddress[] = {{AddressLine1, "addressLine1"},
                                                  {AddressLine2, "addressLine2"},
                                                  {City, "city"},
                                                  {PostCode, "postCode"},
                                                  {Country, "countryName"}};
    writeEmployeeTexts(writer, employee, kTexts);
    if (!british && !employee.text(JobTitle).isEmpty()) writer.text("jobTitle", employee.text(JobTitle));
    if (british && !employee.text(InsuranceNumber).isEmpty())
        writer.text("nationalInsuranceNumber", employee.text(InsuranceNumber));
    writer.dayText("dateOfBirth", employee.birth);
    writer.beginObject("address");
    writeEmployeeTexts(writer, employee, kAddress);
    writer.endObject();
    if (employee.start.isValid()) writer.dayText("startDate", employee.start);
    if (employee.end.isValid()) writer.dayText("endDate", employee.end);
    writer.instantText("updatedDateUTC", employee.updated);
    writer.instantText("createdDateUTC", employee.created);
}

void beginAnswer(ReplyWriter& writer, const Call& call, std::string_view status)
{
    writer.beginObject();
    writer.guid("id", call.guids.next());
    writer.ascii("providerName", "Practice app");
    writer.instantText("dateTimeUTC", call.now);
    writer.ascii("httpStatusCode", status);
}

Response show(const Call& call, int position)
{
    ReplyWriter writer;
    beginAnswer(writer, call, "OK");
    writer.raw("\"pagination\":null");
    writer.raw("\"problem\":null");
    writer.beginObject("employee");
    write(writer, call.tenant.organisation, call.tenant.employees.at(position));
    writer.endObject();
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

QString camelCase(const QString& name)
{
    QStringList parts = name.split(u'.');
    for (QString& part : parts)
        part.front() = part.front().toLower();
    return parts.join(u'.');
}

Response problem(const Call& call, const QList<std::pair<QString, QString>>& faults)
{
    ReplyWriter writer;
    beginAnswer(writer, call, "BadRequest");
    writer.raw("\"pagination\":null");
    writer.beginObject("problem");
    writer.ascii("type", "about:blank");
    writer.ascii("title", "BadRequest");
    writer.ascii("status", "BadRequest");
    writer.ascii("detail", "Validation error occurred.");
    writer.beginArray("invalidFields");
    for (const auto& [name, reason] : faults) {
        writer.beginObject();
        writer.text("name", camelCase(name));
        writer.text("reason", reason);
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    writer.raw("\"employee\":null");
    writer.endObject();
    return jsonReply(400, writer.bytes());
}

/// "firstName==John,lastName==Smith"
bool matches(const Employee& employee, const QString& filter)
{
    for (const QString& part : filter.split(u',', Qt::SkipEmptyParts)) {
        const QString name = part.section(u"=="_s, 0, 0).trimmed();
        const QString value = part.section(u"=="_s, 1).trimmed();
        const EmployeeText which =
            name.compare("firstName"_L1, Qt::CaseInsensitive) == 0 ? FirstName : LastName;
        if (employee.text(which).compare(value, Qt::CaseInsensitive) != 0) return false;
    }
    return true;
}

Response list(const Call& call)
{
    const RowBook<Employee>& employees = call.tenant.employees;
    const QString filter = call.request.queryValue(u"filter");
    std::vector<int> rows;
    for (int position = 0; position < employees.size(); ++position) {
        if (matches(employees.at(position), filter)) rows.push_back(position);
    }
    const int page = std::max(1, call.request.queryValue(u"page").toInt());
    const int count = int(rows.size());
    ReplyWriter writer;
    beginAnswer(writer, call, "OK");
    writer.beginObject("pagination");
    writer.number("page", qint64(page));
    writer.number("pageSize", qint64(kPageSize));
    writer.number("pageCount", qint64((count + kPageSize - 1) / kPageSize));
    writer.number("itemCount", qint64(count));
    writer.endObject();
    writer.raw("\"problem\":null");
    writer.beginArray("employees");
    const qint64 last = std::min(qint64(page) * kPageSize, qint64(count));
    for (qint64 index = qint64(page - 1) * kPageSize; index < last; ++index) {
        writer.beginObject();
        write(writer, call.tenant.organisation, employees.at(rows[size_t(index)]));
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

Response save(const Call& call, int position)
{
    const Result<Json> body = Json::parse(call.request.body);
    if (!body || !body->isObject()) return problem(call, {{u"Body"_s, u"The body could not be read."_s}});
    ValueReader reader;
    const Fields fields = Fields::read(*body, employeeFields(), reader);
    Employee employee = position < 0 ? Employee() : call.tenant.employees.at(position);
    QList<std::pair<QString, QString>> faults =
        applyEmployee(call.tenant.organisation, fields, employee, reader);
    if (!reader.fault().isEmpty()) faults.append({u"Body"_s, reader.fault()});
    if (!faults.isEmpty()) return problem(call, faults);
    return show(call, storeEmployee(call, position, employee));
}

} // namespace

Response answerPayroll(const Call& call)
{
    return answerEmployees(call, {list, show, save, "PUT"});
}

} // namespace tieout::sandbox::xero
