#include "sandbox/xero/documents/invoicedesk.h"

#include "sandbox/xero/documents/documentlines.h"
#include "sandbox/xero/documents/lineamounts.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr qsizetype kMaxText = 255;

// From → to, for documents that exist. PAID comes and goes by itself only.
bool mayBecome(InvoiceStatus from, InvoiceStatus to)
{
    using enum InvoiceStatus;
    switch (from) {
    case Draft:
    case Submitted:
        return to == Draft || to == Submitted || to == Authorised || to == Deleted;
    case Authorised:
        return to == Authorised || to == Voided;
    case Paid:
        return to == Paid;
    case Voided:
    case Deleted:
        return false;
    }
    return false;
}

bool movesStock(InvoiceStatus status)
{
    return status == InvoiceStatus::Authorised || status == InvoiceStatus::Paid;
}

// With money against it only some header fields may change; lines keep their amounts.
bool changesFrozenPart(const InvoiceEdit& edit, const Invoice& stored)
{
    if (edit.currency || edit.currencyRate || edit.amountTypes) return true;
    if (edit.date && *edit.date != stored.date) return true;
    if (!edit.lines) return false;
    return std::any_of(edit.lines->begin(), edit.lines->end(), [](const LineEdit& line) {
        return line.id.isNull() || line.quantity || line.unitAmount || line.lineAmount || line.taxAmount ||
               line.taxType || line.discountRate || line.discountAmount;
    });
}

} // namespace

struct InvoiceDesk::Draft : EditedDocument<Invoice, InvoiceEdit> {
    using EditedDocument::EditedDocument;

    bool movesStamp = true; ///< false for edits that leave UpdatedDateUTC alone
};

InvoiceDesk::InvoiceDesk(Tenant& tenant, GuidSource& guids, Instant now, const InvoiceWishes& wishes)
    : m_tenant(tenant)
    , m_guids(guids)
    , m_now(now)
    , m_wishes(wishes)
    , m_contacts(tenant, guids, now)
{
}

InvoiceOutcome InvoiceDesk::save(const InvoiceEdit& edit, WriteMode mode, int forced)
{
    Draft draft{edit};
    draft.position = forced >= 0 ? forced : locate(edit, mode, draft.errors);
    begin(draft);
    if (!draft.errors.isEmpty()) return draft.refused();
    applyType(draft);
    applyNumber(draft);
    applyTexts(draft);
    applyCurrency(m_tenant, edit, draft.isNew(), draft.row, draft.errors);
    applyDates(draft);
    draft.takeContact(m_contacts, edit.contact);
    const DocumentLines lines(m_tenant, m_guids, rulesFor(draft.row));
    if (edit.lines)
        lines.apply(draft.row, *edit.lines, draft.errors);
    else if (edit.amountTypes)
        lines.taxAgain(draft.row);
    if (draft.row.lines.empty()) draft.errors << u"One or more line items must be specified"_s;
    computeTotals(draft.row);
    applyStatus(draft);
    checkReady(draft);
    draft.checkLocks(m_tenant.organisation);
    return draft.errors.isEmpty() ? commit(draft) : draft.refused();
}

int InvoiceDesk::enter(Invoice invoice)
{
    const InvoiceEdit nothing;
    Draft draft{nothing};
    draft.row = std::move(invoice);
    return commit(draft).position;
}

LineRules InvoiceDesk::rulesFor(const Invoice& invoice) const
{
    const bool sale = invoice.type == InvoiceType::Receivable;
    return {.unitDecimals = m_wishes.unitDecimals, .sale = sale, .discounts = sale};
}

int InvoiceDesk::locate(const InvoiceEdit& edit, WriteMode mode, QStringList& errors) const
{
    const InvoiceBook& invoices = m_tenant.invoices;
    const bool receivable = !edit.type || *edit.type == "ACCREC"_L1;
    const int numbered = edit.number && receivable ? invoices.receivableByNumber(*edit.number) : -1;
    if (mode == WriteMode::Create) {
        if (numbered >= 0) errors << u"Invoice # must be unique."_s;
        return -1;
    }
    if (edit.id.isNull()) return numbered;
    const int position = invoices.byId(edit.id);
    if (position < 0) errors << u"An existing Invoice with the specified InvoiceID could not be found"_s;
    return position;
}

void InvoiceDesk::begin(Draft& draft) const
{
    if (draft.isNew()) {
        draft.row.currency = qint16(m_tenant.chart.currency(m_tenant.organisation.baseCurrency));
        if (draft.edit.reference) draft.row.reference = *draft.edit.reference;
        return;
    }
    draft.row = m_tenant.invoices.at(draft.position);
    draft.dateBefore = draft.row.date;
    const InvoiceStatus status = draft.row.status;
    if (status == InvoiceStatus::Voided || status == InvoiceStatus::Deleted)
        draft.errors << u"Invoice not of valid status for modification"_s;
    else if (draft.row.hasAllocation() && changesFrozenPart(draft.edit, draft.row))
        draft.errors
            << u"This document cannot be edited as it has a payment or credit note allocated to it."_s;
    draft.movesStamp = !(draft.row.hasAllocation() && status == InvoiceStatus::Authorised &&
                         (draft.edit.dueDate || draft.edit.sentToContact) && !draft.edit.reference &&
                         !draft.edit.lines && !draft.edit.contact && !draft.edit.url);
}

void InvoiceDesk::applyType(Draft& draft) const
{
    const InvoiceEdit& edit = draft.edit;
    if (edit.type) {
        const std::optional<InvoiceType> type = typeFromName(*edit.type);
        if (!type || (!draft.isNew() && *type != draft.row.type)) {
            draft.errors << u"Invoice type must be valid."_s;
        } else {
            draft.row.type = *type;
        }
    } else if (draft.isNew()) {
        draft.errors << u"Invoice type must be specified."_s;
    }
    applyAmountTypes(edit, draft.row, draft.errors);
}

void InvoiceDesk::applyNumber(Draft& draft) const
{
    if (!draft.edit.number || draft.edit.number->isEmpty()) return;
    const QString& number = *draft.edit.number;
    draft.row.number = number;
    checkNumber(number, u"Invoice", draft.errors);
    const int holder = m_tenant.invoices.receivableByNumber(number);
    if (draft.row.type == InvoiceType::Receivable && holder >= 0 && holder != draft.position)
        draft.errors << u"Invoice # must be unique."_s;
}

void InvoiceDesk::applyTexts(Draft& draft) const
{
    const InvoiceEdit& edit = draft.edit;
    Invoice& invoice = draft.row;
    if (edit.reference && invoice.type == InvoiceType::Receivable) invoice.reference = *edit.reference;
    if (invoice.type == InvoiceType::Payable) invoice.reference.clear();
    if (invoice.reference.size() > kMaxText) draft.errors << u"Reference must not exceed 255 characters."_s;
    if (edit.url) {
        invoice.url = *edit.url;
        checkUrl(invoice.url, draft.errors);
    }
    if (edit.brandingTheme) invoice.brandingTheme = *edit.brandingTheme;
}

void InvoiceDesk::applyDates(Draft& draft) const
{
    const InvoiceEdit& edit = draft.edit;
    Invoice& invoice = draft.row;
    if (edit.date)
        invoice.date = *edit.date;
    else if (!invoice.date.isValid())
        invoice.date = m_tenant.organisation.today(m_now);
    if (edit.dueDate) invoice.dueDate = *edit.dueDate;
    if (edit.expectedPaymentDate) invoice.expectedPaymentDate = *edit.expectedPaymentDate;
    if (edit.plannedPaymentDate) invoice.plannedPaymentDate = *edit.plannedPaymentDate;
}

void InvoiceDesk::applyStatus(Draft& draft) const
{
    const InvoiceEdit& edit = draft.edit;
    const InvoiceStatus before = draft.row.status;
    const std::optional<InvoiceStatus> wanted = edit.status ? statusFromName(*edit.status) : before;
    if (draft.isNew()) {
        using enum InvoiceStatus;
        if (wanted == Draft || wanted == Submitted || wanted == Authorised)
            draft.row.status = *wanted;
        else
            draft.errors << u"Invoice not of valid status for creation"_s;
    } else if (!wanted || !mayBecome(before, *wanted) ||
               (*wanted == InvoiceStatus::Voided && draft.row.hasAllocation())) {
        draft.errors << u"Invoice not of valid status for modification"_s;
    } else {
        draft.row.status = *wanted;
    }
    if (!edit.sentToContact) return;
    const bool approved =
        draft.row.status == InvoiceStatus::Authorised || draft.row.status == InvoiceStatus::Paid;
    if (approved)
        draft.row.sentToContact = *edit.sentToContact;
    else if (*edit.sentToContact)
        draft.warnings << u"Only AUTHORISED invoices may have SentToContact updated."_s;
}

void InvoiceDesk::checkReady(Draft& draft) const
{
    const Invoice& invoice = draft.row;
    if (invoice.total.isNegative() && draft.errors.isEmpty())
        draft.errors << u"The Total for this document must be greater than or equal to zero."_s;
    if (invoice.status != InvoiceStatus::Submitted && invoice.status != InvoiceStatus::Authorised) return;
    if (!invoice.dueDate.isValid()) draft.errors << u"The document DueDate field must be specified."_s;
    DocumentLines(m_tenant, m_guids, rulesFor(invoice)).checkComplete(invoice, draft.errors);
    if (m_tenant.items.keepsStock()) checkStock(draft);
}

// Approved sales take stock that must be there, unless the caller lets it go short.
void InvoiceDesk::checkStock(Draft& draft) const
{
    const Invoice& invoice = draft.row;
    const bool wasApproved = !draft.isNew() && movesStock(m_tenant.invoices.at(draft.position).status);
    if (m_wishes.allowBackorders || wasApproved || invoice.type != InvoiceType::Receivable ||
        !movesStock(invoice.status))
        return;
    for (const DocumentLine& line : invoice.lines) {
        if (line.item < 0) continue;
        const Item& item = m_tenant.items.at(line.item);
        if (item.isTracked() && line.quantity > item.quantityOnHand)
            draft.errors << u"Insufficient stock on hand for item '%1'."_s.arg(item.code);
    }
}

void InvoiceDesk::bookStock(const Draft& draft)
{
    const bool receivable = draft.row.type == InvoiceType::Receivable;
    if (!draft.isNew()) {
        const Invoice& before = m_tenant.invoices.at(draft.position);
        if (movesStock(before.status))
            moveStock(m_tenant.items, before, receivable ? Goods::Come : Goods::Go);
    }
    if (movesStock(draft.row.status))
        moveStock(m_tenant.items, draft.row, receivable ? Goods::Go : Goods::Come);
}

InvoiceOutcome InvoiceDesk::commit(Draft& draft)
{
    if (m_tenant.items.keepsStock()) bookStock(draft);
    Invoice& invoice = draft.row;
    draft.commitContact(m_contacts);
    const Contact& contact = m_tenant.contacts.at(invoice.contact);
    if (invoice.type == InvoiceType::Receivable && !contact.isCustomer)
        m_tenant.contacts.markCustomer(invoice.contact);
    if (invoice.type == InvoiceType::Payable && !contact.isSupplier)
        m_tenant.contacts.markSupplier(invoice.contact);
    if (draft.movesStamp) invoice.updated = m_now;
    InvoiceOutcome outcome;
    outcome.warnings = std::move(draft.warnings);
    outcome.position = draft.position;
    if (!draft.isNew()) {
        m_tenant.changes.note(ChangeKind::Invoice, invoice.id, ChangeType::Updated);
        m_tenant.invoices.replace(draft.position, std::move(invoice));
        return outcome;
    }
    invoice.id = m_guids.next();
    m_tenant.changes.note(ChangeKind::Invoice, invoice.id, ChangeType::Created);
    invoice.created = m_now;
    if (invoice.number.isEmpty() && invoice.type == InvoiceType::Receivable)
        invoice.number = m_tenant.invoices.nextNumber();
    outcome.position = m_tenant.invoices.add(std::move(invoice));
    return outcome;
}

} // namespace tieout::sandbox::xero
