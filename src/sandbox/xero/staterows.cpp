#include "sandbox/xero/staterows.h"

#include "sandbox/xero/contactrows.h"
#include "sandbox/xero/invoicerows.h"
#include "sandbox/xero/settingsresource.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr int kAllUnitDecimals = 4;

// Through the same writers as the answers.
template<class Write>
void writeRow(ReplyWriter& writer, const Tenant& tenant, const Write& write)
{
    writer.beginObject();
    writer.guid("TenantId", tenant.organisation.id);
    write();
    writer.endObject();
}

void appendInvoices(ReplyWriter& writer, const Tenant& tenant)
{
    for (int position = 0; position < tenant.invoices.size(); ++position) {
        const Invoice& invoice = tenant.invoices.at(position);
        writeRow(writer, tenant, [&] {
            writeInvoice(writer, tenant, invoice, &tenant.contacts.at(invoice.contact), InvoiceDetail::Books,
                         kAllUnitDecimals);
        });
    }
}

void appendContacts(ReplyWriter& writer, const Tenant& tenant)
{
    for (int position = 0; position < tenant.contacts.size(); ++position) {
        writeRow(writer, tenant,
                 [&] { writeContact(writer, tenant.contacts.at(position), ContactDetail::Full); });
    }
}

void appendAccounts(ReplyWriter& writer, const Tenant& tenant)
{
    for (const Account& account : tenant.chart.accounts()) {
        writeRow(writer, tenant, [&] { writeAccount(writer, account, tenant.organisation.created); });
    }
}

void appendTaxRates(ReplyWriter& writer, const Tenant& tenant)
{
    for (const TaxRate& rate : tenant.chart.taxRates())
        writeRow(writer, tenant, [&] { writeTaxRate(writer, rate); });
}

void appendCurrencies(ReplyWriter& writer, const Tenant& tenant)
{
    for (const Currency& currency : tenant.chart.currencies()) {
        writeRow(writer, tenant, [&] {
            writer.text("Code", currency.code);
            writer.text("Description", currency.description);
        });
    }
}

void appendOrganisation(ReplyWriter& writer, const Tenant& tenant)
{
    writeRow(writer, tenant, [&] { writeOrganisation(writer, tenant.organisation); });
}

void appendHistory(ReplyWriter& writer, const Tenant& tenant)
{
    for (auto notes = tenant.notes.cbegin(); notes != tenant.notes.cend(); ++notes) {
        for (const HistoryNote& note : notes.value()) {
            writeRow(writer, tenant, [&] {
                writer.guid("DocumentID", notes.key());
                writer.text("Details", note.details);
                writer.text("User", note.user);
                writer.instantText("DateUTCString", note.written);
            });
        }
    }
}

} // namespace

QByteArray tenantState(const std::vector<Tenant>& tenants, QStringView object)
{
    using Append = void (*)(ReplyWriter&, const Tenant&);
    static constexpr std::pair<QStringView, Append> kObjects[] = {
        {u"Invoices", appendInvoices},     {u"Contacts", appendContacts},
        {u"Accounts", appendAccounts},     {u"TaxRates", appendTaxRates},
        {u"Currencies", appendCurrencies}, {u"Organisations", appendOrganisation},
        {u"History", appendHistory},
    };
    for (const auto& [name, append] : kObjects) {
        if (object.compare(name, Qt::CaseInsensitive) != 0) continue;
        ReplyWriter writer;
        writer.beginArray();
        for (const Tenant& tenant : tenants)
            append(writer, tenant);
        writer.endArray();
        return writer.bytes();
    }
    return "null"_ba;
}

QByteArray connectionState(const QList<Connection>& connections)
{
    ReplyWriter writer;
    writer.beginArray();
    for (const Connection& connection : connections) {
        writer.beginObject();
        writer.guid("id", connection.id);
        writer.guid("tenantId", connection.tenant);
        writer.text("tenantName", connection.tenantName);
        writer.flag("active", connection.active);
        writer.endObject();
    }
    writer.endArray();
    return writer.bytes();
}

} // namespace tieout::sandbox::xero
