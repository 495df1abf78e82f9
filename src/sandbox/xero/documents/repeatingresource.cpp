#include "sandbox/xero/documents/repeatingresource.h"

#include "sandbox/xero/contacts/contactrows.h"
#include "sandbox/xero/documents/documentdraft.h"
#include "sandbox/xero/documents/documentlines.h"
#include "sandbox/xero/documents/lineamounts.h"
#include "sandbox/xero/documents/linerows.h"
#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr std::string_view kStatusNames[] = {"DRAFT", "AUTHORISED", "DELETED"};

enum OwnField : int { IdField, ScheduleField, SendingField, CopyField, SentField, PdfField };

const FieldTable& ownFields()
{
    static const FieldTable kFields{
        {u"RepeatingInvoiceID", FieldKind::Guid}, {u"Schedule", FieldKind::Part},
        {u"ApprovedForSending", FieldKind::Flag}, {u"SendCopy", FieldKind::Flag},
        {u"MarkAsSent", FieldKind::Flag},         {u"IncludePDF", FieldKind::Flag},
    };
    return kFields;
}

enum ScheduleMember : int { PeriodField, UnitField, DueField, DueTypeField, StartField, NextField, EndField };

const FieldTable& scheduleFields()
{
    static const FieldTable kFields{
        {u"Period", FieldKind::Number},  {u"Unit", FieldKind::Text},
        {u"DueDate", FieldKind::Number}, {u"DueDateType", FieldKind::Text},
        {u"StartDate", FieldKind::Day},  {u"NextScheduledDate", FieldKind::Day},
        {u"EndDate", FieldKind::Day},
    };
    return kFields;
}

constexpr QStringView kDueTypes[] = {u"DAYSAFTERBILLDATE",     u"DAYSAFTERBILLMONTH", u"DAYSAFTERINVOICEDATE",
                                     u"DAYSAFTERINVOICEMONTH", u"OFCURRENTMONTH",     u"OFFOLLOWINGMONTH"};

constexpr Column<RepeatingInvoice> kColumns[] = {
    {u"RepeatingInvoiceID", WhereType::Guid,
     [](const Tenant&, const RepeatingInvoice& row) { return WhereValue(row.id); }},
    {u"Type", WhereType::Text,
     [](const Tenant&, const RepeatingInvoice& row) { return whereWord(typeName(row.type)); }},
    {u"Status", WhereType::Text,
     [](const Tenant&, const RepeatingInvoice& row) { return whereWord(kStatusNames[size_t(row.status)]); }},
    {u"Reference", WhereType::Text,
     [](const Tenant&, const RepeatingInvoice& row) { return whereText(row.reference); }},
    {u"Total", WhereType::Number,
     [](const Tenant&, const RepeatingInvoice& row) { return WhereValue(row.total); }},
    {u"Contact.ContactID", WhereType::Guid,
     [](const Tenant& tenant, const RepeatingInvoice& row) {
         return WhereValue(tenant.contacts.at(row.contact).id);
     }},
    {u"Contact.Name", WhereType::Text,
     [](const Tenant& tenant, const RepeatingInvoice& row) {
         return whereText(tenant.contacts.at(row.contact).name());
     }},
};

struct RepeatingEdit {
    InvoiceEdit common;
    Fields own;
    std::optional<Fields> schedule;
};

RepeatingEdit readEdit(const Json& json, ValueReader& reader)
{
    RepeatingEdit edit{readInvoiceEdit(json, reader), Fields::read(json, ownFields(), reader), {}};
    if (edit.own.has(ScheduleField))
        edit.schedule = Fields::read(edit.own.part(ScheduleField), scheduleFields(), reader);
    return edit;
}

using Draft = DocumentDraft<RepeatingInvoice>;

int wholeNumber(const Fields& fields, int field, int otherwise)
{
    const std::optional<Decimal> number = fields.number(field);
    if (!number) return otherwise;
    const QString text = number->normalized().toString();
    bool whole = false;
    const int value = text.toInt(&whole);
    return whole ? value : -1;
}

void applySchedule(Draft& draft, const std::optional<Fields>& fields)
{
    RepeatingSchedule& schedule = draft.row.schedule;
    if (!fields) {
        draft.errors << u"A schedule must be specified."_s;
        return;
    }
    schedule.period = wholeNumber(*fields, PeriodField, 0);
    if (schedule.period < 1) draft.errors << u"The schedule period must be greater than zero."_s;
    const QString unit = fields->text(UnitField).value_or(QString());
    schedule.weekly = unit == "WEEKLY"_L1;
    if (!schedule.weekly && unit != "MONTHLY"_L1) draft.errors << u"The schedule unit must be valid."_s;
    schedule.dueDate = wholeNumber(*fields, DueField, -1);
    if (schedule.dueDate < 0) draft.errors << u"The schedule due date must be specified."_s;
    fields->take(DueTypeField, schedule.dueDateType);
    if (std::find(std::begin(kDueTypes), std::end(kDueTypes), QStringView(schedule.dueDateType)) ==
        std::end(kDueTypes))
        draft.errors << u"The schedule due date type must be valid."_s;
    if (const std::optional<Date> next = fields->day(NextField)) schedule.start = *next;
    schedule.start = fields->day(StartField).value_or(schedule.start);
    schedule.end = fields->day(EndField).value_or(schedule.end);
    if (!schedule.start.isValid()) draft.errors << u"The schedule start date must be specified."_s;
    if (schedule.end.isValid() && schedule.end < schedule.start)
        draft.errors << u"The schedule end date must not be before its start date."_s;
}

void applyFlags(Draft& draft, const Fields& own)
{
    RepeatingInvoice& row = draft.row;
    row.approvedForSending = own.flag(SendingField).value_or(false);
    row.sendCopy = own.flag(CopyField).value_or(false);
    row.markAsSent = own.flag(SentField).value_or(false);
    row.includePdf = own.flag(PdfField).value_or(false);
    if (row.approvedForSending && row.status != RepeatingStatus::Authorised)
        draft.errors << u"Only AUTHORISED repeating invoices may be approved for sending."_s;
    if (row.sendCopy && !row.approvedForSending)
        draft.errors << u"SendCopy can only be set on repeating invoices that are approved for sending."_s;
}

void applyHead(Draft& draft, const InvoiceEdit& edit)
{
    RepeatingInvoice& row = draft.row;
    const std::optional<InvoiceType> type = edit.type ? typeFromName(*edit.type) : std::nullopt;
    if (type)
        row.type = *type;
    else
        draft.errors << u"Invoice type must be valid."_s;
    const QString status = edit.status.value_or(u"DRAFT"_s);
    if (status == "AUTHORISED"_L1)
        row.status = RepeatingStatus::Authorised;
    else if (status != "DRAFT"_L1)
        draft.errors << u"Repeating invoice not of valid status for creation"_s;
    row.reference = edit.reference.value_or(QString());
    if (row.reference.size() > 255) draft.errors << u"Reference must not exceed 255 characters."_s;
    row.brandingTheme = edit.brandingTheme.value_or(QUuid());
    applyAmountTypes(edit, row, draft.errors);
}

void make(Draft& draft, const Call& call, const RepeatingEdit& edit, ContactDesk& contacts)
{
    applyHead(draft, edit.common);
    applyCurrency(call.tenant, edit.common, draft.isNew(), draft.row, draft.errors);
    draft.takeContact(contacts, edit.common.contact);
    const bool sale = draft.row.type == InvoiceType::Receivable;
    const DocumentLines lines(call.tenant, call.guids,
                              {.unitDecimals = unitDecimals(call.request), .sale = sale, .discounts = sale});
    if (edit.common.lines) lines.apply(draft.row, *edit.common.lines, draft.errors);
    if (draft.row.lines.empty()) draft.errors << u"One or more line items must be specified"_s;
    computeTotals(draft.row);
    if (draft.row.status == RepeatingStatus::Authorised) lines.checkComplete(draft.row, draft.errors);
    applySchedule(draft, edit.schedule);
    applyFlags(draft, edit.own);
}

// A template that is there can only go: everything else about it is changed by people, in the ledger itself.
void remove(Draft& draft, const RepeatingEdit& edit)
{
    if (draft.row.status == RepeatingStatus::Deleted)
        draft.errors << u"Repeating invoice not of valid status for modification"_s;
    else if (edit.common.status.value_or(QString()) != "DELETED"_L1)
        draft.errors << u"Existing repeating invoices can only be deleted."_s;
    else
        draft.row.status = RepeatingStatus::Deleted;
}

SaveOutcome<RepeatingInvoice> saveOne(const Call& call, const RepeatingEdit& edit, WriteMode mode, int forced)
{
    RowBook<RepeatingInvoice>& book = call.tenant.repeating;
    ContactDesk contacts(call.tenant, call.guids, call.now);
    Draft draft;
    draft.row.currency = qint16(call.tenant.chart.currency(call.tenant.organisation.baseCurrency));
    const QUuid id = edit.own.guid(IdField).value_or(QUuid());
    draft.position = forced >= 0 || mode == WriteMode::Create || id.isNull() ? forced : book.byId(id);
    if (!draft.isNew()) {
        draft.row = book.at(draft.position);
        remove(draft, edit);
    } else if (mode == WriteMode::Upsert && !id.isNull()) {
        draft.errors
            << u"An existing repeating invoice with the specified RepeatingInvoiceID could not be found"_s;
    } else {
        make(draft, call, edit, contacts);
    }
    if (!draft.errors.isEmpty()) return draft.refused();
    draft.commitContact(contacts);
    draft.row.updated = call.now;
    SaveOutcome<RepeatingInvoice> outcome;
    outcome.position = draft.position;
    if (draft.isNew()) {
        draft.row.id = call.guids.next();
        draft.row.created = call.now;
        draft.row.madeUntil = call.tenant.organisation.today(call.now).addDays(-1);
        outcome.position = book.add(std::move(draft.row));
    } else {
        book.edit(draft.position) = std::move(draft.row);
    }
    return outcome;
}

Response save(const Call& call, WriteMode mode, int forced)
{
    const auto elements = readElements(call.request.body, u"RepeatingInvoices", u"RepeatingInvoice");
    if (!elements) return elements.error();
    ValueReader reader;
    std::vector<RepeatingEdit> edits;
    for (const Json& element : *elements)
        edits.push_back(readEdit(element, reader));
    if (!reader.fault().isEmpty()) return unreadableReply(reader.fault());
    const Tenant& tenant = call.tenant;
    BatchAnswer answer(errorReport(call.request));
    for (const RepeatingEdit& edit : edits) {
        const SaveOutcome<RepeatingInvoice> outcome = saveOne(call, edit, mode, forced);
        const RepeatingInvoice& row =
            outcome.position < 0 ? outcome.echo : tenant.repeating.at(outcome.position);
        const Contact* contact = outcome.contact ? &*outcome.contact : nullptr;
        if (!contact && row.contact >= 0) contact = &tenant.contacts.at(row.contact);
        writeRepeatingInvoice(answer.beginRow(), tenant, row, contact, call.now);
        answer.endRow(outcome.errors, outcome.warnings);
    }
    return answer.finish("RepeatingInvoices", {call.guids.next(), call.now, std::nullopt});
}

Response show(const Call& call, const RowChoice& choice)
{
    return rowsReply(call, "RepeatingInvoices", choice, [&call](ReplyWriter& writer, int position) {
        const RepeatingInvoice& row = call.tenant.repeating.at(position);
        writeRepeatingInvoice(writer, call.tenant, row, &call.tenant.contacts.at(row.contact), call.now);
    });
}

Response list(const Call& call)
{
    const RowBook<RepeatingInvoice>& book = call.tenant.repeating;
    const auto choice = chooseRows<RepeatingInvoice>(
        call, book.size(), [&book](int at) -> const RepeatingInvoice& { return book.at(at); },
        std::span(kColumns), {.type = u"RepeatingInvoice", .pages = false},
        [](const RepeatingInvoice& row) { return row.status != RepeatingStatus::Deleted; });
    return choice ? show(call, *choice) : choice.error();
}

void writeSchedule(ReplyWriter& writer, const RepeatingInvoice& row, Date today)
{
    const RepeatingSchedule& schedule = row.schedule;
    writer.beginObject("Schedule");
    writer.number("Period", qint64(schedule.period));
    writer.ascii("Unit", schedule.weekly ? "WEEKLY" : "MONTHLY");
    writer.number("DueDate", qint64(schedule.dueDate));
    if (!schedule.dueDateType.isEmpty()) writer.text("DueDateType", schedule.dueDateType);
    if (schedule.start.isValid()) writer.day("StartDate", schedule.start);
    const Date next = schedule.nextFrom(row.madeUntil >= today ? today.addDays(1) : today);
    if (next.isValid() && row.status != RepeatingStatus::Deleted) writer.day("NextScheduledDate", next);
    if (schedule.end.isValid()) writer.day("EndDate", schedule.end);
    writer.endObject();
}

} // namespace

void writeRepeatingInvoice(ReplyWriter& writer, const Tenant& tenant, const RepeatingInvoice& row,
                           const Contact* contact, Instant now)
{
    writeSchedule(writer, row, tenant.organisation.today(now));
    writer.guid("RepeatingInvoiceID", row.id);
    writer.ascii("Type", typeName(row.type));
    writer.text("Reference", row.reference);
    writer.flag("HasAttachments", tenant.hasAttachments(row.id));
    writer.flag("ApprovedForSending", row.approvedForSending);
    writer.flag("SendCopy", row.sendCopy);
    writer.flag("MarkAsSent", row.markAsSent);
    writer.flag("IncludePDF", row.includePdf);
    writer.guid("ID", row.id);
    if (!row.brandingTheme.isNull()) writer.guid("BrandingThemeID", row.brandingTheme);
    if (contact) {
        writer.beginObject("Contact");
        writeContactStub(writer, *contact);
        writer.endObject();
    }
    writer.ascii("Status", kStatusNames[size_t(row.status)]);
    writer.ascii("LineAmountTypes", amountTypesName(row.amountTypes));
    writeLines(writer, tenant, row.lines, LineDetail::Full, 4);
    writer.number("SubTotal", row.subTotal);
    writer.number("TotalTax", row.totalTax);
    writer.number("Total", row.total);
    if (row.currency >= 0) writer.text("CurrencyCode", tenant.chart.currencies()[size_t(row.currency)].code);
}

Response answerRepeatingInvoices(const Call& call)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 1) {
        if (method == "GET") return list(call);
        if (method == "PUT") return save(call, WriteMode::Create, -1);
        return method == "POST" ? save(call, WriteMode::Upsert, -1) : notImplementedReply();
    }
    const int position = call.tenant.repeating.byId(parseGuid(call.path[1]));
    if (position < 0) return notFoundReply();
    if (method == "GET") return show(call, {{position}, std::nullopt});
    return method == "POST" ? save(call, WriteMode::Upsert, position) : notImplementedReply();
}

} // namespace tieout::sandbox::xero
