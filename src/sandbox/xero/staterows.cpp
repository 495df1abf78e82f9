#include "sandbox/xero/staterows.h"

#include "sandbox/xero/contacts/contactrows.h"
#include "sandbox/xero/documents/documentrows.h"
#include "sandbox/xero/documents/invoicerows.h"
#include "sandbox/xero/documents/itemsresource.h"
#include "sandbox/xero/ledger/accountsresource.h"
#include "sandbox/xero/ledger/journalsresource.h"
#include "sandbox/xero/ledger/taxratesresource.h"
#include "sandbox/xero/ledger/trackingresource.h"
#include "sandbox/xero/organisation/settingsresource.h"
#include "sandbox/xero/payroll/payrollresource.h"
#include "sandbox/xero/settlements/settlementrows.h"

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
                 [&] { writeContact(writer, tenant, tenant.contacts.at(position), ContactDetail::Full); });
    }
}

void appendAccounts(ReplyWriter& writer, const Tenant& tenant)
{
    for (const Account& account : tenant.chart.accounts())
        writeRow(writer, tenant, [&] { writeAccount(writer, tenant, account); });
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

template<DocumentKind kKind>
void appendDocuments(ReplyWriter& writer, const Tenant& tenant)
{
    const DocumentBook& book = tenant.documents(kKind);
    for (int position = 0; position < book.size(); ++position) {
        const Document& document = book.at(position);
        writeRow(writer, tenant, [&] {
            writeDocument(writer, tenant, document, position, &tenant.contacts.at(document.contact),
                          DocumentDetail::Books, kAllUnitDecimals);
        });
    }
}

void appendPayments(ReplyWriter& writer, const Tenant& tenant)
{
    for (const Payment& payment : tenant.settlements.payments())
        writeRow(writer, tenant, [&] { writePayment(writer, tenant, payment); });
}

void appendBatches(ReplyWriter& writer, const Tenant& tenant)
{
    for (const BatchPayment& batch : tenant.settlements.batches())
        writeRow(writer, tenant, [&] { writeBatch(writer, tenant, batch); });
}

void appendItems(ReplyWriter& writer, const Tenant& tenant)
{
    for (int position = 0; position < tenant.items.size(); ++position) {
        if (!tenant.items.at(position).deleted)
            writeRow(writer, tenant, [&] { writeItem(writer, tenant.items.at(position), kAllUnitDecimals); });
    }
}

void appendTracking(ReplyWriter& writer, const Tenant& tenant)
{
    for (const TrackingCategory& category : tenant.tracking.categories())
        writeRow(writer, tenant, [&] { writeTrackingCategory(writer, category, RowDetail::Whole); });
}

void appendJournals(ReplyWriter& writer, const Tenant& tenant)
{
    for (int position = 0; position < tenant.journals.size(); ++position)
        writeRow(writer, tenant,
                 [&] { writeManualJournal(writer, tenant, tenant.journals.at(position), RowDetail::Whole); });
}

void appendEmployees(ReplyWriter& writer, const Tenant& tenant)
{
    for (int position = 0; position < tenant.employees.size(); ++position)
        writeRow(writer, tenant, [&] { writeEmployee(writer, tenant.employees.at(position)); });
}

void appendAttachments(ReplyWriter& writer, const Tenant& tenant)
{
    for (auto files = tenant.attachments.cbegin(); files != tenant.attachments.cend(); ++files) {
        for (const Attachment& file : files.value()) {
            writeRow(writer, tenant, [&] {
                writer.guid("DocumentID", files.key());
                writer.text("FileName", file.fileName);
                writer.number("ContentLength", qint64(file.bytes.size()));
            });
        }
    }
}

} // namespace

QByteArray tenantState(const std::vector<Tenant>& tenants, QStringView object)
{
    using Append = void (*)(ReplyWriter&, const Tenant&);
    static constexpr std::pair<QStringView, Append> kObjects[] = {
        {u"Invoices", appendInvoices},
        {u"Contacts", appendContacts},
        {u"Accounts", appendAccounts},
        {u"TaxRates", appendTaxRates},
        {u"Currencies", appendCurrencies},
        {u"Organisations", appendOrganisation},
        {u"History", appendHistory},
        {u"CreditNotes", appendDocuments<DocumentKind::CreditNote>},
        {u"PurchaseOrders", appendDocuments<DocumentKind::PurchaseOrder>},
        {u"Quotes", appendDocuments<DocumentKind::Quote>},
        {u"BankTransactions", appendDocuments<DocumentKind::BankTransaction>},
        {u"Prepayments", appendDocuments<DocumentKind::Prepayment>},
        {u"Overpayments", appendDocuments<DocumentKind::Overpayment>},
        {u"Payments", appendPayments},
        {u"BatchPayments", appendBatches},
        {u"Items", appendItems},
        {u"TrackingCategories", appendTracking},
        {u"ManualJournals", appendJournals},
        {u"Employees", appendEmployees},
        {u"Attachments", appendAttachments},
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
