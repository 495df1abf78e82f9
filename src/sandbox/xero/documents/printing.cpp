#include "sandbox/xero/documents/printing.h"

#include "sandbox/xero/documents/documentsresource.h"
#include "sandbox/xero/documents/invoicesresource.h"
#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr std::pair<QStringView, DocumentKind> kPrinted[] = {
    {u"CreditNotes", DocumentKind::CreditNote},
    {u"Quotes", DocumentKind::Quote},
    {u"PurchaseOrders", DocumentKind::PurchaseOrder},
};

QByteArray pdfText(const QString& text)
{
    QByteArray escaped;
    for (const char letter : text.toLatin1()) {
        if (letter == '(' || letter == ')' || letter == '\\') escaped += '\\';
        escaped += letter;
    }
    return escaped;
}

// The smallest document that readers accept: catalogue, page tree, page, font, content, cross references.
QByteArray pdfOf(const QStringList& lines)
{
    QByteArray content = "BT /F1 12 Tf 50 790 Td 16 TL\n";
    for (const QString& line : lines)
        content += '(' + pdfText(line) + ") Tj T*\n";
    content += "ET";
    const QList<QByteArray> objects{
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> "
        "/Contents 5 0 R >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream",
    };
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray references = "xref\n0 6\n0000000000 65535 f \n";
    for (qsizetype index = 0; index < objects.size(); ++index) {
        references += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(index + 1) + " 0 obj\n" + objects[index] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + references + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

Response pdfReply(const Tenant& tenant, QStringView title, const DocumentBody& document)
{
    const QByteArray pdf = pdfOf({title.toString() + u' ' + document.number, tenant.organisation.name,
                                  tenant.contacts.at(document.contact).name(), formatDate(document.date),
                                  u"Total "_s + document.total.toString() + u' ' +
                                      tenant.chart.currencies()[size_t(document.currency)].code});
    return bodyReply(200, "application/pdf", pdf);
}

} // namespace

bool wantsPdf(const Call& call)
{
    return call.path.size() == 2 && call.request.method == "GET" &&
           headerValue(call.request.headers, "Accept").toLower().startsWith("application/pdf");
}

Response printedDocument(const Call& call)
{
    const Tenant& tenant = call.tenant;
    if (call.path[0].compare("Invoices"_L1, Qt::CaseInsensitive) == 0) {
        const int position = invoiceNamed(tenant, call.path[1]);
        return position < 0 ? notFoundReply() : pdfReply(tenant, u"Invoice", tenant.invoices.at(position));
    }
    for (const auto& [name, kind] : kPrinted) {
        if (call.path[0].compare(name, Qt::CaseInsensitive) != 0) continue;
        const int position = documentNamed(tenant, kind, call.path[1]);
        if (position < 0) return notFoundReply();
        return pdfReply(tenant, rulesOf(kind).title, tenant.documents(kind).at(position));
    }
    return notFoundReply();
}

Response emailInvoice(const Call& call)
{
    if (call.request.method != "POST") return notImplementedReply();
    const auto refused = [](QStringView message) {
        return exceptionReply(10, u"ValidationException", message);
    };
    Tenant& tenant = call.tenant;
    const int position = invoiceNamed(tenant, call.path[1]);
    if (position < 0) return notFoundReply();
    Invoice invoice = tenant.invoices.at(position);
    using enum InvoiceStatus;
    const bool sendable =
        invoice.status == Submitted || invoice.status == Authorised || invoice.status == Paid;
    if (invoice.type != InvoiceType::Receivable || !sendable)
        return refused(u"Only SUBMITTED, AUTHORISED or PAID sales invoices can be emailed.");
    if (tenant.contacts.at(invoice.contact).text(ContactText::EmailAddress).isEmpty())
        return refused(u"The contact of this invoice has no email address.");
    int& sent = tenant.emailsSent[tenant.organisation.today(call.now)];
    if (sent >= tenant.organisation.emailsPerDay)
        return refused(u"The daily limit of emails for this organisation has been reached.");
    ++sent;
    invoice.sentToContact = true;
    invoice.updated = call.now;
    tenant.invoices.replace(position, std::move(invoice));
    return emptyReply(204);
}

Response onlineInvoice(const Call& call)
{
    if (call.request.method != "GET") return notImplementedReply();
    const int position = invoiceNamed(call.tenant, call.path[1]);
    if (position < 0) return notFoundReply();
    const Invoice& invoice = call.tenant.invoices.at(position);
    if (invoice.type != InvoiceType::Receivable || invoice.status == InvoiceStatus::Draft)
        return exceptionReply(10, u"ValidationException",
                              u"Online invoices exist for approved sales invoices only.");
    return rowsReply(call, "OnlineInvoices", {{position}, std::nullopt},
                     [&invoice](ReplyWriter& writer, int) {
                         QString code = guidText(invoice.id);
                         code.remove(u'-');
                         writer.text("OnlineInvoiceUrl", u"https://in.xero.com/"_s + code);
                     });
}

} // namespace tieout::sandbox::xero
