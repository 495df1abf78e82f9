#include "sandbox/xero/settlements/paymentsresource.h"

#include "sandbox/xero/contacts/contactdesk.h"
#include "sandbox/xero/settlements/settlementdesk.h"
#include "sandbox/xero/settlements/settlementrows.h"
#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

using enum WhereType;

WhereValue invoiceIdOf(const Tenant& tenant, const Payment& payment)
{
    if (payment.target.kind != SettledKind::Invoice) return {};
    return tenant.invoices.at(payment.target.position).id;
}

constexpr Column<Payment> kPaymentColumns[] = {
    {u"PaymentID", Guid, [](const Tenant&, const Payment& row) { return WhereValue(row.id); }},
    {u"Date", Moment, [](const Tenant&, const Payment& row) { return whereDay(row.date); }},
    {u"Amount", Number, [](const Tenant&, const Payment& row) { return WhereValue(row.amount); }},
    {u"Status", Text,
     [](const Tenant&, const Payment& row) { return whereWord(row.deleted ? "DELETED" : "AUTHORISED"); }},
    {u"PaymentType", Text,
     [](const Tenant& tenant, const Payment& row) {
         return whereText(factsOf(tenant, row.target).paymentType);
     }},
    {u"Reference", Text, [](const Tenant&, const Payment& row) { return whereText(row.reference); }},
    {u"IsReconciled", Bool, [](const Tenant&, const Payment& row) { return WhereValue(row.reconciled); }},
    {u"UpdatedDateUTC", Moment, [](const Tenant&, const Payment& row) { return WhereValue(row.updated); }},
    {u"Invoice.InvoiceID", Guid, invoiceIdOf},
    {u"Invoice.InvoiceNumber", Text,
     [](const Tenant& tenant, const Payment& row) { return whereText(factsOf(tenant, row.target).number); }},
    {u"Account.AccountID", Guid,
     [](const Tenant& tenant, const Payment& row) {
         return WhereValue(tenant.chart.account(row.account).id);
     }},
};

constexpr Column<BatchPayment> kBatchColumns[] = {
    {u"BatchPaymentID", Guid, [](const Tenant&, const BatchPayment& row) { return WhereValue(row.id); }},
    {u"Type", Text,
     [](const Tenant&, const BatchPayment& row) {
         return whereWord(row.receivable ? "RECBATCH" : "PAYBATCH");
     }},
    {u"Status", Text,
     [](const Tenant&, const BatchPayment& row) {
         return whereWord(row.deleted ? "DELETED" : "AUTHORISED");
     }},
    {u"Date", Moment, [](const Tenant&, const BatchPayment& row) { return whereDay(row.date); }},
    {u"Account.AccountID", Guid,
     [](const Tenant& tenant, const BatchPayment& row) {
         return WhereValue(tenant.chart.account(row.account).id);
     }},
    {u"UpdatedDateUTC", Moment,
     [](const Tenant&, const BatchPayment& row) { return WhereValue(row.updated); }},
};

Response showPayments(const Call& call, const RowChoice& choice)
{
    return rowsReply(call, "Payments", choice, [&call](ReplyWriter& writer, int position) {
        writePayment(writer, call.tenant, call.tenant.settlements.payments()[size_t(position)]);
        writer.flag("HasValidationErrors", false);
    });
}

Response listPayments(const Call& call)
{
    const auto& payments = call.tenant.settlements.payments();
    const auto choice = chooseRows<Payment>(
        call, int(payments.size()), [&](int at) -> const Payment& { return payments[size_t(at)]; },
        std::span(kPaymentColumns), {u"Payment"}, [](const Payment&) { return true; });
    return choice ? showPayments(call, *choice) : choice.error();
}

void writeOutcome(BatchAnswer& answer, const Call& call, const PaymentOutcome& outcome)
{
    const auto& payments = call.tenant.settlements.payments();
    writePayment(answer.beginRow(), call.tenant,
                 outcome.position < 0 ? outcome.echo : payments[size_t(outcome.position)]);
    answer.endRow(outcome.errors, {});
}

/// `forced` is the payment that the URL names.
Response savePayments(const Call& call, int forced)
{
    SettlementDesk desk(call.tenant, call.guids, call.now);
    const SettlementBook& book = call.tenant.settlements;
    return saveElements(
        call, "Payments", u"Payment", SettlementDesk::paymentFields(), errorReport(call.request),
        [&](const Fields& fields, ValueReader& reader, BatchAnswer& answer) {
            const std::optional<QUuid> id = fields.guid(SettlementDesk::paymentFields().find(u"PaymentID"));
            const int existing = forced >= 0 ? forced : (id ? book.paymentById(*id) : -1);
            writeOutcome(answer, call,
                         existing >= 0 ? desk.change(existing, fields) : desk.pay(fields, reader));
        });
}

Response showBatches(const Call& call, const RowChoice& choice)
{
    return rowsReply(call, "BatchPayments", choice, [&call](ReplyWriter& writer, int position) {
        writeBatch(writer, call.tenant, call.tenant.settlements.batches()[size_t(position)]);
    });
}

Response listBatches(const Call& call)
{
    const auto& batches = call.tenant.settlements.batches();
    const auto choice = chooseRows<BatchPayment>(
        call, int(batches.size()), [&](int at) -> const BatchPayment& { return batches[size_t(at)]; },
        std::span(kBatchColumns), {.type = u"BatchPayment", .pages = false},
        [](const BatchPayment&) { return true; });
    return choice ? showBatches(call, *choice) : choice.error();
}

Response saveBatches(const Call& call, int forced, WriteMode mode)
{
    SettlementDesk desk(call.tenant, call.guids, call.now);
    const auto save = [&](const Fields& fields, ValueReader& reader, BatchAnswer& answer) {
        const SettlementBook& book = call.tenant.settlements;
        const std::optional<QUuid> id = fields.guid(SettlementDesk::batchFields().find(u"BatchPaymentID"));
        const int existing = forced >= 0 ? forced : (id ? book.batchById(*id) : -1);
        BatchOutcome outcome;
        if (existing >= 0)
            outcome = desk.changeBatch(existing, fields);
        else if (mode == WriteMode::Create)
            outcome = desk.payBatch(fields, reader);
        else
            outcome.errors << u"An existing batch payment with the specified id could not be found"_s;
        writeBatch(answer.beginRow(), call.tenant,
                   outcome.position < 0 ? outcome.echo : book.batches()[size_t(outcome.position)]);
        answer.endRow(outcome.errors, {});
    };
    return saveElements(call, "BatchPayments", u"BatchPayment", SettlementDesk::batchFields(),
                        errorReport(call.request), save);
}

std::optional<SettledDocument> creditOf(const Call& call)
{
    static constexpr std::tuple<QStringView, SettledKind, DocumentKind> kKinds[] = {
        {u"CreditNotes", SettledKind::CreditNote, DocumentKind::CreditNote},
        {u"Prepayments", SettledKind::Prepayment, DocumentKind::Prepayment},
        {u"Overpayments", SettledKind::Overpayment, DocumentKind::Overpayment},
    };
    for (const auto& [name, kind, book] : kKinds) {
        if (call.path[0].compare(name, Qt::CaseInsensitive) != 0) continue;
        const int position = call.tenant.documents(book).byId(parseGuid(call.path[1]));
        if (position >= 0) return SettledDocument{kind, position};
    }
    return std::nullopt;
}

// Unlike everything else, the answer is one bare object.
Response takeBack(const Call& call, const SettledDocument& credit)
{
    const SettlementBook& book = call.tenant.settlements;
    const int position = book.allocationById(parseGuid(call.path[3]));
    if (position < 0) return notFoundReply();
    const Allocation allocation = book.allocations()[size_t(position)];
    if (allocation.deleted || !(allocation.source == credit)) return notFoundReply();
    const QStringList errors = SettlementDesk(call.tenant, call.guids, call.now).takeBack(position);
    if (!errors.isEmpty()) return exceptionReply(10, u"ValidationException", errors.first());
    ReplyWriter writer;
    writer.beginObject();
    writer.guid("AllocationId", allocation.id);
    writer.day("Date", allocation.date);
    writer.beginArray("Invoice");
    writer.beginObject();
    writer.guid("InvoiceID", call.tenant.invoices.at(allocation.invoice).id);
    writer.endObject();
    writer.endArray();
    writer.flag("IsDeleted", true);
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

Response allocate(const Call& call, const SettledDocument& credit)
{
    SettlementDesk desk(call.tenant, call.guids, call.now);
    return saveElements(call, "Allocations", u"Allocation", SettlementDesk::allocationFields(),
                        errorReport(call.request),
                        [&](const Fields& fields, ValueReader& reader, BatchAnswer& answer) {
                            const AllocationOutcome outcome = desk.allocate(credit, fields, reader);
                            writeAllocation(answer.beginRow(), call.tenant, outcome.echo);
                            answer.endRow(outcome.errors, {});
                        });
}

} // namespace

Response answerPayments(const Call& call)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 1) {
        if (method == "GET") return listPayments(call);
        return method == "PUT" || method == "POST" ? savePayments(call, -1) : notImplementedReply();
    }
    const int position = call.tenant.settlements.paymentById(parseGuid(call.path[1]));
    if (position < 0) return notFoundReply();
    if (method == "GET") return showPayments(call, {{position}, std::nullopt});
    return method == "POST" ? savePayments(call, position) : notImplementedReply();
}

Response answerBatchPayments(const Call& call)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 1) {
        if (method == "GET") return listBatches(call);
        return method == "PUT" || method == "POST"
                   ? saveBatches(call, -1, method == "PUT" ? WriteMode::Create : WriteMode::Upsert)
                   : notImplementedReply();
    }
    const int position = call.tenant.settlements.batchById(parseGuid(call.path[1]));
    if (position < 0) return notFoundReply();
    if (method == "GET") return showBatches(call, {{position}, std::nullopt});
    return method == "POST" ? saveBatches(call, position, WriteMode::Upsert) : notImplementedReply();
}

Response answerAllocations(const Call& call)
{
    const std::optional<SettledDocument> credit = creditOf(call);
    if (!credit) return notFoundReply();
    const bool one = call.path.size() == 4;
    if (one && call.request.method == "DELETE") return takeBack(call, *credit);
    if (!one && call.request.method == "PUT") return allocate(call, *credit);
    return notImplementedReply();
}

} // namespace tieout::sandbox::xero
