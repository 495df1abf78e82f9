#include "sandbox/xero/expenses/expenseclaimsresource.h"

#include "sandbox/xero/documents/documentchecks.h"
#include "sandbox/xero/expenses/claimrows.h"
#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

enum ClaimField : int { StatusField, UserField, ReceiptsField, DueField, ReportingField };

const FieldTable& claimFields()
{
    static const FieldTable kFields{{u"Status", FieldKind::Text},
                                    {u"User", FieldKind::Part},
                                    {u"Receipts", FieldKind::Part},
                                    {u"PaymentDueDate", FieldKind::Day},
                                    {u"ReportingDate", FieldKind::Day}};
    return kFields;
}

constexpr Column<ExpenseClaim> kColumns[] = {
    {u"ExpenseClaimID", WhereType::Guid,
     [](const Tenant&, const ExpenseClaim& row) { return WhereValue(row.id); }},
    {u"Status", WhereType::Text,
     [](const Tenant&, const ExpenseClaim& row) { return whereWord(statusName(row.status)); }},
    {u"Total", WhereType::Number,
     [](const Tenant&, const ExpenseClaim& row) { return WhereValue(row.total); }},
    {u"User.UserID", WhereType::Guid,
     [](const Tenant&, const ExpenseClaim& row) { return WhereValue(row.user); }},
    {u"UpdatedDateUTC", WhereType::Moment,
     [](const Tenant&, const ExpenseClaim& row) { return WhereValue(row.updated); }},
};

void collectReceipts(const Call& call, const Fields& fields, ValueReader& reader, ExpenseClaim& claim,
                     QStringList& errors)
{
    static const FieldTable kReceipt{{u"ReceiptID", FieldKind::Guid}};
    const RowBook<Receipt>& book = call.tenant.receipts;
    for (const Fields& part : readParts(fields.part(ReceiptsField), kReceipt, reader)) {
        const int position = book.byId(part.guid(0).value_or(QUuid()));
        if (position < 0) {
            errors << u"Receipt could not be found."_s;
            continue;
        }
        const Receipt& receipt = book.at(position);
        if (receipt.status != ReceiptStatus::Draft || receipt.user != claim.user)
            errors << u"Receipt not of valid status for an expense claim of this user"_s;
        if (std::find(claim.receipts.begin(), claim.receipts.end(), position) != claim.receipts.end())
            continue;
        claim.receipts.push_back(position);
        claim.total = sumOf(claim.total, inBaseCurrency(receipt.total, receipt.currencyRate));
    }
    if (claim.receipts.empty() && errors.isEmpty()) errors << u"At least one receipt must be specified."_s;
}

void make(const Call& call, const Fields& fields, ValueReader& reader, ExpenseClaim& claim,
          QStringList& errors)
{
    claim.user = reader.guid(memberOf(fields.part(UserField), u"UserID")).value_or(QUuid());
    if (!userOf(call.tenant, claim.user)) errors << u"A valid User must be specified."_s;
    if (fields.text(StatusField).value_or(u"SUBMITTED"_s) != "SUBMITTED"_L1)
        errors << u"Expense claim not of valid status for creation"_s;
    collectReceipts(call, fields, reader, claim, errors);
}

void applyStatus(ExpenseClaim& claim, const QString& status, QStringList& errors)
{
    using enum ClaimStatus;
    const bool submitted = claim.status == Submitted;
    const bool authorised = claim.status == Authorised;
    if (status == "AUTHORISED"_L1 && (submitted || authorised))
        claim.status = Authorised;
    else if (status == "DELETED"_L1 && submitted)
        claim.status = Deleted;
    else if (status == "VOIDED"_L1 && authorised)
        claim.status = Voided;
    else if (!submitted || (!status.isEmpty() && status != "SUBMITTED"_L1))
        errors << u"Expense claim not of valid status for modification"_s;
}

/// The receipts go with their claim; those of a claim that was taken back are free again.
void carryReceipts(RowBook<Receipt>& receipts, const ExpenseClaim& claim, Instant now)
{
    static constexpr std::pair<ClaimStatus, ReceiptStatus> kFollows[] = {
        {ClaimStatus::Submitted, ReceiptStatus::Submitted},
        {ClaimStatus::Authorised, ReceiptStatus::Authorised},
        {ClaimStatus::Voided, ReceiptStatus::Voided},
        {ClaimStatus::Deleted, ReceiptStatus::Draft}};
    for (const auto& [from, to] : kFollows) {
        if (claim.status != from) continue;
        for (const int position : claim.receipts) {
            Receipt& receipt = receipts.edit(position);
            receipt.status = to;
            receipt.updated = now;
        }
    }
}

Response save(const Call& call, int forced)
{
    Tenant& tenant = call.tenant;
    const auto saveOne = [&](const Fields& fields, ValueReader& reader, BatchAnswer& answer) {
        QStringList errors;
        ExpenseClaim claim = forced < 0 ? ExpenseClaim() : tenant.claims.at(forced);
        if (forced < 0)
            make(call, fields, reader, claim, errors);
        else
            applyStatus(claim, fields.text(StatusField).value_or(QString()), errors);
        claim.paymentDueDate = fields.day(DueField).value_or(claim.paymentDueDate);
        claim.reportingDate = fields.day(ReportingField).value_or(claim.reportingDate);
        if (claim.status == ClaimStatus::Authorised && !claim.reportingDate.isValid())
            claim.reportingDate = tenant.organisation.today(call.now);
        if (claim.reportingDate.isValid()) checkLockDates(tenant.organisation, claim.reportingDate, errors);
        errors.removeDuplicates();
        if (errors.isEmpty() && reader.fault().isEmpty()) {
            claim.updated = call.now;
            if (forced < 0) {
                claim.id = call.guids.next();
                claim.created = call.now;
                tenant.claims.add(claim);
            } else {
                tenant.claims.edit(forced) = claim;
            }
            carryReceipts(tenant.receipts, claim, call.now);
        }
        writeClaim(answer.beginRow(), tenant, claim, RowDetail::Whole);
        answer.endRow(errors, {});
    };
    return saveElements(call, "ExpenseClaims", u"ExpenseClaim", claimFields(), errorReport(call.request),
                        saveOne);
}

Response show(const Call& call, const RowChoice& choice, RowDetail detail)
{
    return rowsReply(call, "ExpenseClaims", choice, [&call, detail](ReplyWriter& writer, int position) {
        writeClaim(writer, call.tenant, call.tenant.claims.at(position), detail);
    });
}

Response list(const Call& call)
{
    const RowBook<ExpenseClaim>& book = call.tenant.claims;
    const auto choice = chooseRows<ExpenseClaim>(
        call, book.size(), [&book](int at) -> const ExpenseClaim& { return book.at(at); },
        std::span(kColumns), {.type = u"ExpenseClaim", .pages = false},
        [](const ExpenseClaim& row) { return row.status != ClaimStatus::Deleted; });
    return choice ? show(call, *choice, RowDetail::Head) : choice.error();
}

} // namespace

Response answerExpenseClaims(const Call& call)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 1) {
        if (method == "GET") return list(call);
        return method == "PUT" ? save(call, -1) : notImplementedReply();
    }
    const int position = call.tenant.claims.byId(parseGuid(call.path[1]));
    if (position < 0) return notFoundReply();
    if (method == "GET") return show(call, {{position}, std::nullopt}, RowDetail::Whole);
    return method == "POST" ? save(call, position) : notImplementedReply();
}

} // namespace tieout::sandbox::xero
