#include "sandbox/xero/expenses/receiptsresource.h"

#include "sandbox/xero/documents/documentdraft.h"
#include "sandbox/xero/documents/documentlines.h"
#include "sandbox/xero/documents/lineamounts.h"
#include "sandbox/xero/expenses/claimrows.h"
#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

enum OwnField : int { IdField, UserField };

const FieldTable& ownFields()
{
    static const FieldTable kFields{{u"ReceiptID", FieldKind::Guid}, {u"User", FieldKind::Part}};
    return kFields;
}

constexpr Column<Receipt> kColumns[] = {
    {u"ReceiptID", WhereType::Guid, [](const Tenant&, const Receipt& row) { return WhereValue(row.id); }},
    {u"ReceiptNumber", WhereType::Text,
     [](const Tenant&, const Receipt& row) { return whereText(row.number); }},
    {u"Status", WhereType::Text,
     [](const Tenant&, const Receipt& row) { return whereWord(statusName(row.status)); }},
    {u"Reference", WhereType::Text,
     [](const Tenant&, const Receipt& row) { return whereText(row.reference); }},
    {u"Date", WhereType::Moment, [](const Tenant&, const Receipt& row) { return whereDay(row.date); }},
    {u"Total", WhereType::Number, [](const Tenant&, const Receipt& row) { return WhereValue(row.total); }},
    {u"User.UserID", WhereType::Guid, [](const Tenant&, const Receipt& row) { return WhereValue(row.user); }},
    {u"Contact.ContactID", WhereType::Guid,
     [](const Tenant& tenant, const Receipt& row) { return WhereValue(tenant.contacts.at(row.contact).id); }},
    {u"UpdatedDateUTC", WhereType::Moment,
     [](const Tenant&, const Receipt& row) { return WhereValue(row.updated); }},
};

struct ReceiptEdit {
    InvoiceEdit common;
    Fields own;
    std::optional<QUuid> user;
};

ReceiptEdit readEdit(const Json& json, ValueReader& reader)
{
    ReceiptEdit edit{readInvoiceEdit(json, reader), Fields::read(json, ownFields(), reader), {}};
    if (edit.own.has(UserField)) edit.user = reader.guid(memberOf(edit.own.part(UserField), u"UserID"));
    return edit;
}

/// One receipt of a request on its way through the checks.
class ReceiptDesk final
{
  public:
    ReceiptDesk(const Call& call, int position)
        : m_call(call)
        , m_contacts(call.tenant, call.guids, call.now)
        , m_lines(call.tenant, call.guids,
                  {.unitDecimals = unitDecimals(call.request), .sale = false, .discounts = false})
    {
        m_draft.position = position;
        m_draft.row.currency = qint16(call.tenant.chart.currency(call.tenant.organisation.baseCurrency));
        if (m_draft.isNew()) return;
        m_draft.row = call.tenant.receipts.at(position);
        m_draft.dateBefore = m_draft.row.date;
    }

    [[nodiscard]] SaveOutcome<Receipt> save(const ReceiptEdit& edit)
    {
        if (m_draft.row.status != ReceiptStatus::Draft)
            m_draft.errors << u"Receipt not of valid status for modification"_s;
        else
            apply(edit);
        return m_draft.errors.isEmpty() ? commit() : m_draft.refused();
    }

  private:
    void apply(const ReceiptEdit& edit)
    {
        Receipt& row = m_draft.row;
        QStringList& errors = m_draft.errors;
        if (edit.user) row.user = *edit.user;
        if (!userOf(m_call.tenant, row.user)) errors << u"A valid User must be specified."_s;
        if (edit.common.reference) row.reference = *edit.common.reference;
        if (row.reference.size() > 255) errors << u"Reference must not exceed 255 characters."_s;
        row.date = edit.common.date.value_or(row.date);
        if (!row.date.isValid()) errors << u"The Date field must be specified."_s;
        applyStatus(edit.common.status.value_or(QString()));
        applyAmountTypes(edit.common, row, errors);
        applyCurrency(m_call.tenant, edit.common, m_draft.isNew(), row, errors);
        m_draft.takeContact(m_contacts, edit.common.contact);
        if (edit.common.lines)
            m_lines.apply(row, *edit.common.lines, errors);
        else if (edit.common.amountTypes)
            m_lines.taxAgain(row);
        if (row.lines.empty()) errors << u"One or more line items must be specified"_s;
        m_lines.checkComplete(row, errors);
        checkAccounts();
        computeTotals(row);
        m_draft.checkLocks(m_call.tenant.organisation);
        errors.removeDuplicates();
    }

    // Submitting, approving and declining are steps of the claim.
    void applyStatus(const QString& status)
    {
        if (status == "VOIDED"_L1 && !m_draft.isNew())
            m_draft.row.status = ReceiptStatus::Voided;
        else if (!status.isEmpty() && status != "DRAFT"_L1)
            m_draft.errors << u"Receipt not of valid status for %1"_s.arg(m_draft.isNew() ? u"creation"
                                                                                          : u"modification");
    }

    void checkAccounts()
    {
        for (const DocumentLine& line : m_draft.row.lines) {
            if (line.account < 0) continue;
            const Account& account = m_call.tenant.chart.account(line.account);
            if (!account.inExpenseClaims)
                m_draft.errors << u"Account code '%1' is not available for expense claims."_s.arg(
                    account.code);
        }
    }

    [[nodiscard]] SaveOutcome<Receipt> commit()
    {
        RowBook<Receipt>& book = m_call.tenant.receipts;
        m_draft.commitContact(m_contacts);
        m_draft.row.updated = m_call.now;
        SaveOutcome<Receipt> outcome;
        outcome.position = m_draft.position;
        if (!m_draft.isNew()) {
            book.edit(m_draft.position) = std::move(m_draft.row);
            return outcome;
        }
        int number = 1;
        for (int position = 0; position < book.size(); ++position)
            number += book.at(position).user == m_draft.row.user ? 1 : 0;
        m_draft.row.number = QString::number(number);
        m_draft.row.id = m_call.guids.next();
        m_draft.row.created = m_call.now;
        outcome.position = book.add(std::move(m_draft.row));
        return outcome;
    }

    const Call& m_call;
    ContactDesk m_contacts;
    DocumentLines m_lines;
    DocumentDraft<Receipt> m_draft;
};

Response save(const Call& call, int forced)
{
    const auto elements = readElements(call.request.body, u"Receipts", u"Receipt");
    if (!elements) return elements.error();
    ValueReader reader;
    std::vector<ReceiptEdit> edits;
    for (const Json& element : *elements)
        edits.push_back(readEdit(element, reader));
    if (!reader.fault().isEmpty()) return unreadableReply(reader.fault());
    const Tenant& tenant = call.tenant;
    BatchAnswer answer(errorReport(call.request));
    for (const ReceiptEdit& edit : edits) {
        const SaveOutcome<Receipt> outcome = ReceiptDesk(call, forced).save(edit);
        const Receipt& row = outcome.position < 0 ? outcome.echo : tenant.receipts.at(outcome.position);
        const Contact* contact = outcome.contact ? &*outcome.contact : nullptr;
        if (!contact && row.contact >= 0) contact = &tenant.contacts.at(row.contact);
        writeReceipt(answer.beginRow(), tenant, row, contact, RowDetail::Whole, unitDecimals(call.request));
        answer.endRow(outcome.errors, outcome.warnings);
    }
    return answer.finish("Receipts", {call.guids.next(), call.now, std::nullopt});
}

Response show(const Call& call, const RowChoice& choice, RowDetail detail)
{
    return rowsReply(call, "Receipts", choice, [&call, detail](ReplyWriter& writer, int position) {
        const Receipt& row = call.tenant.receipts.at(position);
        writeReceipt(writer, call.tenant, row, &call.tenant.contacts.at(row.contact), detail,
                     unitDecimals(call.request));
    });
}

Response list(const Call& call)
{
    const RowBook<Receipt>& book = call.tenant.receipts;
    const auto choice = chooseRows<Receipt>(
        call, book.size(), [&book](int at) -> const Receipt& { return book.at(at); }, std::span(kColumns),
        {.type = u"Receipt", .pages = false}, [](const Receipt&) { return true; });
    return choice ? show(call, *choice, RowDetail::Head) : choice.error();
}

} // namespace

Response answerReceipts(const Call& call)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 1) {
        if (method == "GET") return list(call);
        return method == "PUT" ? save(call, -1) : notImplementedReply();
    }
    const int position = call.tenant.receipts.byId(parseGuid(call.path[1]));
    if (position < 0) return notFoundReply();
    if (method == "GET") return show(call, {{position}, std::nullopt}, RowDetail::Whole);
    return method == "POST" ? save(call, position) : notImplementedReply();
}

} // namespace tieout::sandbox::xero
