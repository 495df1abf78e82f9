#include "sandbox/xero/settlements/transfersresource.h"

#include "sandbox/xero/contacts/contactdesk.h"
#include "sandbox/xero/documents/documentchecks.h"
#include "sandbox/xero/settlements/settlementrows.h"
#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

enum TransferField : int {
    IdField,
    FromField,
    ToField,
    AmountField,
    DateField,
    ReferenceField,
    FromReconciledField,
    ToReconciledField,
    StatusField,
};

const FieldTable& transferFields()
{
    static const FieldTable kFields{
        {u"BankTransferID", FieldKind::Guid},
        {u"FromBankAccount", FieldKind::Part},
        {u"ToBankAccount", FieldKind::Part},
        {u"Amount", FieldKind::Number},
        {u"Date", FieldKind::Day},
        {u"Reference", FieldKind::Text},
        {u"FromIsReconciled", FieldKind::Flag},
        {u"ToIsReconciled", FieldKind::Flag},
        {u"Status", FieldKind::Text},
    };
    return kFields;
}

constexpr Column<BankTransfer> kColumns[] = {
    {u"BankTransferID", WhereType::Guid,
     [](const Tenant&, const BankTransfer& row) { return WhereValue(row.id); }},
    {u"Amount", WhereType::Number,
     [](const Tenant&, const BankTransfer& row) { return WhereValue(row.amount); }},
    {u"Date", WhereType::Moment, [](const Tenant&, const BankTransfer& row) { return whereDay(row.date); }},
    {u"Reference", WhereType::Text,
     [](const Tenant&, const BankTransfer& row) { return whereText(row.reference); }},
    {u"CreatedDateUTC", WhereType::Moment,
     [](const Tenant&, const BankTransfer& row) { return WhereValue(row.created); }},
};

void writeTransfer(ReplyWriter& writer, const Tenant& tenant, const BankTransfer& transfer)
{
    writer.guid("BankTransferID", transfer.id);
    if (transfer.date.isValid()) {
        writer.dayText("DateString", transfer.date);
        writer.day("Date", transfer.date);
    }
    writer.ascii("Status", transfer.deleted ? "DELETED" : "AUTHORISED");
    writeAccountStub(writer, "FromBankAccount", tenant.chart, transfer.from);
    writeAccountStub(writer, "ToBankAccount", tenant.chart, transfer.to);
    writer.number("Amount", transfer.amount);
    if (!transfer.fromTransaction.isNull()) {
        writer.guid("FromBankTransactionID", transfer.fromTransaction);
        writer.guid("ToBankTransactionID", transfer.toTransaction);
    }
    writer.flag("FromIsReconciled", transfer.fromReconciled);
    writer.flag("ToIsReconciled", transfer.toReconciled);
    writer.text("Reference", transfer.reference);
    writer.number("CurrencyRate", transfer.currencyRate);
    writer.flag("HasAttachments", tenant.hasAttachments(transfer.id));
    if (transfer.created != Instant{}) writer.instant("CreatedDateUTC", transfer.created);
}

int bankAccount(const Tenant& tenant, const Json& part, ValueReader& reader, QStringList& errors)
{
    const Chart& chart = tenant.chart;
    const QUuid id = reader.guid(memberOf(part, u"AccountID")).value_or(QUuid());
    const QString code = reader.text(memberOf(part, u"Code")).value_or(QString());
    const int position = id.isNull() ? chart.accountByCode(code) : chart.accountById(id);
    if (position < 0 || !chart.account(position).isBank()) errors << u"Bank account could not be found."_s;
    return position;
}

BankTransfer read(const Call& call, const Fields& fields, ValueReader& reader, QStringList& errors)
{
    BankTransfer transfer;
    transfer.from = bankAccount(call.tenant, fields.part(FromField), reader, errors);
    transfer.to = bankAccount(call.tenant, fields.part(ToField), reader, errors);
    transfer.amount = fields.number(AmountField).value_or(Decimal()).rounded(2);
    transfer.currencyRate = Decimal::fromScaled(1'000'000, 6);
    transfer.date = fields.day(DateField).value_or(call.tenant.organisation.today(call.now));
    transfer.reference = fields.text(ReferenceField).value_or(QString());
    transfer.fromReconciled = fields.flag(FromReconciledField).value_or(false);
    transfer.toReconciled = fields.flag(ToReconciledField).value_or(false);
    if (transfer.amount <= Decimal(0)) errors << u"The transfer amount must be greater than zero."_s;
    if (errors.isEmpty() && transfer.from == transfer.to)
        errors << u"A transfer must be between two different bank accounts."_s;
    checkLockDates(call.tenant.organisation, transfer.date, errors);
    return transfer;
}

Response saveTransfers(const Call& call, int forced, WriteMode mode)
{
    RowBook<BankTransfer>& transfers = call.tenant.transfers;
    const auto save = [&](const Fields& fields, ValueReader& reader, BatchAnswer& answer) {
        QStringList errors;
        BankTransfer transfer;
        const int position = forced >= 0 ? forced : transfers.byId(fields.guid(IdField).value_or(QUuid()));
        if (mode == WriteMode::Create) {
            transfer = read(call, fields, reader, errors);
        } else if (position < 0) {
            errors << u"An existing bank transfer with the specified BankTransferID could not be found"_s;
        } else {
            transfer = transfers.at(position);
            if (transfer.deleted || fields.text(StatusField) != u"DELETED"_s)
                errors << u"Bank transfer not of valid status for modification"_s;
            checkLockDates(call.tenant.organisation, transfer.date, errors);
        }
        if (errors.isEmpty() && reader.fault().isEmpty()) {
            transfer.updated = call.now;
            transfer.deleted = mode != WriteMode::Create;
            if (mode == WriteMode::Create) {
                transfer.id = call.guids.next();
                transfer.fromTransaction = call.guids.next();
                transfer.toTransaction = call.guids.next();
                transfer.created = call.now;
                transfers.add(transfer);
            } else {
                transfers.edit(position) = transfer;
            }
        }
        writeTransfer(answer.beginRow(), call.tenant, transfer);
        answer.endRow(errors, {});
    };
    return saveElements(call, "BankTransfers", u"BankTransfer", transferFields(), errorReport(call.request),
                        save);
}

Response showTransfers(const Call& call, const RowChoice& choice)
{
    return rowsReply(call, "BankTransfers", choice, [&call](ReplyWriter& writer, int position) {
        writeTransfer(writer, call.tenant, call.tenant.transfers.at(position));
    });
}

Response listTransfers(const Call& call)
{
    const bool withDeleted = queryFlag(call.request, u"includeDeleted");
    const RowBook<BankTransfer>& transfers = call.tenant.transfers;
    const auto choice = chooseRows<BankTransfer>(
        call, transfers.size(), [&transfers](int at) -> const BankTransfer& { return transfers.at(at); },
        std::span(kColumns), {.type = u"BankTransfer", .pages = false},
        [withDeleted](const BankTransfer& row) { return withDeleted || !row.deleted; });
    return choice ? showTransfers(call, *choice) : choice.error();
}

enum LinkField : int {
    LinkIdField,
    SourceField,
    SourceLineField,
    ContactField,
    TargetField,
    TargetLineField
};

const FieldTable& linkFields()
{
    static const FieldTable kFields{
        {u"LinkedTransactionID", FieldKind::Guid}, {u"SourceTransactionID", FieldKind::Guid},
        {u"SourceLineItemID", FieldKind::Guid},    {u"ContactID", FieldKind::Guid},
        {u"TargetTransactionID", FieldKind::Guid}, {u"TargetLineItemID", FieldKind::Guid},
    };
    return kFields;
}

bool hasLine(const DocumentBody& document, const QUuid& line)
{
    return std::any_of(document.lines.begin(), document.lines.end(),
                       [&line](const DocumentLine& own) { return own.id == line; });
}

const DocumentBody* sourceOf(const Tenant& tenant, const QUuid& id)
{
    const int bill = tenant.invoices.byId(id);
    if (bill >= 0 && tenant.invoices.at(bill).type == InvoiceType::Payable) return &tenant.invoices.at(bill);
    const DocumentBook& bank = tenant.documents(DocumentKind::BankTransaction);
    const int spent = bank.byId(id);
    return spent >= 0 && bank.at(spent).type == "SPEND"_L1 ? &bank.at(spent) : nullptr;
}

void checkLink(const Tenant& tenant, LinkedTransaction& link, QStringList& errors)
{
    const DocumentBody* source = sourceOf(tenant, link.source);
    if (!source)
        errors << u"The SourceTransactionID could not be found"_s;
    else if (!hasLine(*source, link.sourceLine))
        errors << u"The SourceLineItemID and SourceTransactionID do not match"_s;
    link.spend = source && tenant.invoices.byId(link.source) < 0;
    if (!link.contact.isNull() && tenant.contacts.byId(link.contact) < 0)
        errors << u"The Contact with the specified ContactID could not be found"_s;
    if (link.target.isNull()) return;
    const int target = tenant.invoices.byId(link.target);
    if (target < 0 || tenant.invoices.at(target).type != InvoiceType::Receivable)
        errors << u"The TargetTransactionID could not be found"_s;
    else if (!link.targetLine.isNull() && !hasLine(tenant.invoices.at(target), link.targetLine))
        errors << u"The TargetLineItemID and TargetTransactionID do not match"_s;
    else if (!link.contact.isNull() &&
             tenant.contacts.at(tenant.invoices.at(target).contact).id != link.contact)
        errors << u"The ContactID does not match the target transaction"_s;
}

std::string_view linkStatus(const Tenant& tenant, const LinkedTransaction& link)
{
    if (link.deleted) return "VOIDED";
    const int target = tenant.invoices.byId(link.target);
    if (target >= 0) {
        const InvoiceStatus status = tenant.invoices.at(target).status;
        const bool approved = status == InvoiceStatus::Authorised || status == InvoiceStatus::Paid;
        return approved ? "BILLED" : "ONDRAFT";
    }
    const int bill = tenant.invoices.byId(link.source);
    const bool draft = bill >= 0 && tenant.invoices.at(bill).status == InvoiceStatus::Draft;
    return draft ? "DRAFT" : "APPROVED";
}

void writeLink(ReplyWriter& writer, const Tenant& tenant, const LinkedTransaction& link)
{
    writer.guid("LinkedTransactionID", link.id);
    writer.guid("SourceTransactionID", link.source);
    writer.guid("SourceLineItemID", link.sourceLine);
    for (const auto& [key, id] : {std::pair<std::string_view, QUuid>{"ContactID", link.contact},
                                  {"TargetTransactionID", link.target},
                                  {"TargetLineItemID", link.targetLine}}) {
        if (!id.isNull()) writer.guid(key, id);
    }
    writer.ascii("Status", linkStatus(tenant, link));
    writer.ascii("Type", "BILLABLEEXPENSE");
    writer.ascii("SourceTransactionTypeCode", link.spend ? "SPEND" : "ACCPAY");
    if (link.updated != Instant{}) writer.instant("UpdatedDateUTC", link.updated);
}

Response saveLinks(const Call& call, int forced)
{
    RowBook<LinkedTransaction>& links = call.tenant.links;
    const auto save = [&](const Fields& fields, ValueReader&, BatchAnswer& answer) {
        QStringList errors;
        const int position = forced >= 0 ? forced : links.byId(fields.guid(LinkIdField).value_or(QUuid()));
        LinkedTransaction link = position < 0 ? LinkedTransaction() : links.at(position);
        const auto take = [&fields](int field, QUuid& id) { id = fields.guid(field).value_or(id); };
        take(SourceField, link.source);
        take(SourceLineField, link.sourceLine);
        take(ContactField, link.contact);
        take(TargetField, link.target);
        take(TargetLineField, link.targetLine);
        checkLink(call.tenant, link, errors);
        if (errors.isEmpty()) {
            link.updated = call.now;
            if (position < 0) {
                link.id = call.guids.next();
                link.created = call.now;
                links.add(link);
            } else {
                links.edit(position) = link;
            }
        }
        writeLink(answer.beginRow(), call.tenant, link);
        answer.endRow(errors, {});
    };
    return saveElements(call, "LinkedTransactions", u"LinkedTransaction", linkFields(),
                        ErrorReport::Summarised, save);
}

Response showLinks(const Call& call, const RowChoice& choice)
{
    return rowsReply(call, "LinkedTransactions", choice, [&call](ReplyWriter& writer, int position) {
        writeLink(writer, call.tenant, call.tenant.links.at(position));
    });
}

Response listLinks(const Call& call)
{
    const auto wanted = [&call](QStringView name) { return parseGuid(call.request.queryValue(name)); };
    const QUuid source = wanted(u"SourceTransactionID");
    const QUuid target = wanted(u"TargetTransactionID");
    const QUuid contact = wanted(u"ContactID");
    const QString status = call.request.queryValue(u"Status");
    const auto keep = [&](const LinkedTransaction& link) {
        const std::string_view word = linkStatus(call.tenant, link);
        return (source.isNull() || link.source == source) && (target.isNull() || link.target == target) &&
               (contact.isNull() || link.contact == contact) &&
               (status.isEmpty() ? !link.deleted : status == QLatin1StringView(word.data()));
    };
    const RowBook<LinkedTransaction>& links = call.tenant.links;
    const auto choice = chooseRows<LinkedTransaction>(
        call, links.size(), [&links](int at) -> const LinkedTransaction& { return links.at(at); },
        std::span<const Column<LinkedTransaction>>(),
        {.type = u"LinkedTransaction", .tellsPages = false, .filters = false}, keep);
    return choice ? showLinks(call, *choice) : choice.error();
}

} // namespace

Response answerBankTransfers(const Call& call)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 1) {
        if (method == "GET") return listTransfers(call);
        return method == "PUT" || method == "POST"
                   ? saveTransfers(call, -1, method == "PUT" ? WriteMode::Create : WriteMode::Upsert)
                   : notImplementedReply();
    }
    const int position = call.tenant.transfers.byId(parseGuid(call.path[1]));
    if (position < 0) return notFoundReply();
    if (method == "GET") return showTransfers(call, {{position}, std::nullopt});
    return method == "POST" ? saveTransfers(call, position, WriteMode::Upsert) : notImplementedReply();
}

Response answerLinkedTransactions(const Call& call)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 1) {
        if (method == "GET") return listLinks(call);
        return method == "PUT" || method == "POST" ? saveLinks(call, -1) : notImplementedReply();
    }
    const int position = call.tenant.links.byId(parseGuid(call.path[1]));
    if (position < 0) return notFoundReply();
    if (method == "GET") return showLinks(call, {{position}, std::nullopt});
    if (method == "POST") return saveLinks(call, position);
    if (method != "DELETE") return notImplementedReply();
    call.tenant.links.edit(position).deleted = true;
    call.tenant.links.edit(position).updated = call.now;
    return emptyReply(204);
}

} // namespace tieout::sandbox::xero
