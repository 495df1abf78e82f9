#include "sandbox/xero/staterows.h"

#include "sandbox/xero/contactrows.h"
#include "sandbox/xero/invoicerows.h"
#include "sandbox/xero/settingsresource.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr int kAllUnitDecimals = 4;

// Through the same writers as the answers, one row at a time so that only the tree stays.
template<class Write>
void appendRow(Json::Array& rows, const Tenant& tenant, const Write& write)
{
    ReplyWriter writer;
    writer.beginObject();
    writer.guid("TenantId", tenant.organisation.id);
    write(writer);
    writer.endObject();
    if (Result<Json> row = Json::parse(writer.bytes())) rows.append(std::move(*row));
}

void setDay(Json& row, const QString& member, Date date)
{
    if (date.isValid()) row.set(member, Json(formatDate(date)));
}

void appendInvoices(Json::Array& rows, const Tenant& tenant)
{
    for (int position = 0; position < tenant.invoices.size(); ++position) {
        const Invoice& invoice = tenant.invoices.at(position);
        appendRow(rows, tenant, [&](ReplyWriter& writer) {
            writeInvoice(writer, tenant, invoice, &tenant.contacts.at(invoice.contact), InvoiceDetail::Full,
                         kAllUnitDecimals);
        });
        setDay(rows.last(), u"DateString"_s, invoice.date);
        setDay(rows.last(), u"DueDateString"_s, invoice.dueDate);
    }
}

void appendContacts(Json::Array& rows, const Tenant& tenant)
{
    for (int position = 0; position < tenant.contacts.size(); ++position) {
        appendRow(rows, tenant, [&](ReplyWriter& writer) {
            writeContact(writer, tenant.contacts.at(position), ContactDetail::Full);
        });
    }
}

void appendAccounts(Json::Array& rows, const Tenant& tenant)
{
    for (const Account& account : tenant.chart.accounts()) {
        appendRow(rows, tenant,
                  [&](ReplyWriter& writer) { writeAccount(writer, account, tenant.organisation.created); });
    }
}

void appendTaxRates(Json::Array& rows, const Tenant& tenant)
{
    for (const TaxRate& rate : tenant.chart.taxRates())
        appendRow(rows, tenant, [&](ReplyWriter& writer) { writeTaxRate(writer, rate); });
}

void appendCurrencies(Json::Array& rows, const Tenant& tenant)
{
    for (const Currency& currency : tenant.chart.currencies()) {
        appendRow(rows, tenant, [&](ReplyWriter& writer) {
            writer.text("Code", currency.code);
            writer.text("Description", currency.description);
        });
    }
}

void appendOrganisation(Json::Array& rows, const Tenant& tenant)
{
    appendRow(rows, tenant, [&](ReplyWriter& writer) { writeOrganisation(writer, tenant.organisation); });
}

void appendHistory(Json::Array& rows, const Tenant& tenant)
{
    for (auto notes = tenant.notes.cbegin(); notes != tenant.notes.cend(); ++notes) {
        for (const HistoryNote& note : notes.value()) {
            appendRow(rows, tenant, [&](ReplyWriter& writer) {
                writer.guid("DocumentID", notes.key());
                writer.text("Details", note.details);
                writer.text("User", note.user);
                writer.instantText("DateUTCString", note.written);
            });
        }
    }
}

} // namespace

Json tenantState(const std::vector<Tenant>& tenants, QStringView object)
{
    using Append = void (*)(Json::Array&, const Tenant&);
    static constexpr std::pair<QStringView, Append> kObjects[] = {
        {u"Invoices", appendInvoices},           {u"Contacts", appendContacts}, {u"Accounts", appendAccounts},
        {u"TaxRates", appendTaxRates},           {u"Currencies", appendCurrencies},
        {u"Organisations", appendOrganisation},  {u"History", appendHistory},
    };
    for (const auto& [name, append] : kObjects) {
        if (object.compare(name, Qt::CaseInsensitive) != 0) continue;
        Json::Array rows;
        for (const Tenant& tenant : tenants) append(rows, tenant);
        return Json(std::move(rows));
    }
    return {};
}

Json connectionState(const QList<Connection>& connections)
{
    Json::Array rows;
    for (const Connection& connection : connections) {
        rows.append(Json::object({{u"id"_s, Json(guidText(connection.id))},
                                  {u"tenantId"_s, Json(guidText(connection.tenant))},
                                  {u"tenantName"_s, Json(connection.tenantName)},
                                  {u"active"_s, Json(connection.active)}}));
    }
    return Json(std::move(rows));
}

} // namespace tieout::sandbox::xero
