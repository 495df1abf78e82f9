#include "sandbox/xero/documents/invoicesresource.h"

#include "sandbox/xero/documents/invoicedesk.h"
#include "sandbox/xero/documents/invoicefilter.h"
#include "sandbox/xero/documents/invoicerows.h"
#include "sandbox/xero/wire/batch.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

Response writeRows(const Call& call, const std::vector<int>& rows, InvoiceDetail detail,
                   std::optional<Pagination> pagination)
{
    const int decimals = unitDecimals(call.request);
    ReplyWriter writer;
    beginEnvelope(writer, {call.guids.next(), call.now, pagination});
    writer.beginArray("Invoices");
    for (const int position : rows) {
        const Invoice& invoice = call.tenant.invoices.at(position);
        writer.beginObject();
        writeInvoice(writer, call.tenant, invoice, &call.tenant.contacts.at(invoice.contact), detail,
                     decimals);
        writer.flag("HasErrors", false);
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

Response list(const Call& call)
{
    auto query = ListQuery::read(call.request, InvoiceFilter::resolve, u"Invoice");
    if (!query) return query.error();
    const bool summary = queryFlag(call.request, u"summaryOnly");
    if (summary || call.request.hasQuery(u"Statuses")) query->paged = true;
    const InvoiceFilter filter(call, *query);
    auto rows = filter.select();
    if (!rows) return rows.error();
    cutPage(*rows, *query, [&filter](int left, int right) { return filter.isBefore(left, right); });
    const InvoiceDetail plain = query->paged ? InvoiceDetail::Full : InvoiceDetail::List;
    return writeRows(call, *rows, summary ? InvoiceDetail::Summary : plain,
                     query->paged ? std::optional(query->pagination) : std::nullopt);
}

void writeOutcome(ReplyWriter& writer, const Call& call, const InvoiceOutcome& outcome, int decimals)
{
    const Tenant& tenant = call.tenant;
    const Invoice& invoice = outcome.position < 0 ? outcome.echo : tenant.invoices.at(outcome.position);
    const Contact* contact = outcome.contact ? &*outcome.contact : nullptr;
    if (!contact && invoice.contact >= 0) contact = &tenant.contacts.at(invoice.contact);
    writeInvoice(writer, tenant, invoice, contact, InvoiceDetail::Full, decimals);
}

Response save(const Call& call, WriteMode mode, int forced)
{
    const auto elements = readElements(call.request.body, u"Invoices", u"Invoice");
    if (!elements) return elements.error();
    ValueReader reader;
    std::vector<InvoiceEdit> edits;
    edits.reserve(size_t(elements->size()));
    for (const Json& element : *elements)
        edits.push_back(readInvoiceEdit(element, reader));
    if (!reader.fault().isEmpty()) return unreadableReply(reader.fault());
    const int decimals = unitDecimals(call.request);
    const InvoiceWishes wishes{decimals, queryFlag(call.request, u"allowBackorders")};
    InvoiceDesk desk(call.tenant, call.guids, call.now, wishes);
    BatchAnswer answer(errorReport(call.request));
    for (const InvoiceEdit& edit : edits) {
        const InvoiceOutcome outcome = desk.save(edit, mode, forced);
        writeOutcome(answer.beginRow(), call, outcome, decimals);
        answer.endRow(outcome.errors, outcome.warnings);
    }
    return answer.finish("Invoices", {call.guids.next(), call.now, std::nullopt});
}

} // namespace

int invoiceNamed(const Tenant& tenant, const QString& segment)
{
    const QUuid id = parseGuid(segment);
    if (!id.isNull()) return tenant.invoices.byId(id);
    const QList<int> positions = tenant.invoices.allByNumber(segment);
    return positions.isEmpty() ? -1 : positions.first();
}

Response answerInvoices(const Call& call)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 1) {
        if (method == "GET") return list(call);
        if (method == "PUT") return save(call, WriteMode::Create, -1);
        if (method == "POST") return save(call, WriteMode::Upsert, -1);
        return notImplementedReply();
    }
    if (method != "GET" && method != "POST") return notImplementedReply();
    const int position = invoiceNamed(call.tenant, call.path[1]);
    if (position < 0) return notFoundReply();
    if (method == "GET") return writeRows(call, {position}, InvoiceDetail::Full, std::nullopt);
    return save(call, WriteMode::Upsert, position);
}

} // namespace tieout::sandbox::xero
