#include "sandbox/xero/documents/documentdesk.h"

#include "sandbox/xero/documents/lineamounts.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

struct TextLength {
    DocumentText which;
    int most;
    QStringView name;
};

constexpr TextLength kLengths[] = {
    {DocumentText::Title, 100, u"Title"},
    {DocumentText::Summary, 3000, u"Summary"},
    {DocumentText::Terms, 4000, u"Terms"},
    {DocumentText::DeliveryInstructions, 500, u"DeliveryInstructions"},
};

// What a document with credit used, or a quote that was answered, no longer lets change.
bool changesFrozenPart(const DocumentEdit& edit)
{
    return edit.common.lines || edit.common.contact || edit.common.currency || edit.common.currencyRate ||
           edit.common.amountTypes;
}

bool isOverpayment(QStringView type)
{
    return type.endsWith(u"-OVERPAYMENT");
}

bool isPrepayment(QStringView type)
{
    return type.endsWith(u"-PREPAYMENT");
}

bool movesStock(const Document& document)
{
    return document.kind == DocumentKind::CreditNote &&
           (document.status == DocumentStatus::Authorised || document.status == DocumentStatus::Paid);
}

} // namespace

DocumentDesk::DocumentDesk(Tenant& tenant, GuidSource& guids, Instant now, DocumentKind kind,
                           int unitDecimals)
    : m_tenant(tenant)
    , m_guids(guids)
    , m_now(now)
    , m_rules(rulesOf(kind))
    , m_unitDecimals(unitDecimals)
    , m_contacts(tenant, guids, now)
{
}

DocumentOutcome DocumentDesk::save(const DocumentEdit& edit, WriteMode mode, int forced)
{
    Draft draft{edit};
    draft.position = forced >= 0 ? forced : locate(edit, mode, draft.errors);
    begin(draft);
    if (!draft.errors.isEmpty()) return draft.refused();
    applyType(draft);
    applyNumber(draft);
    applyTexts(draft);
    applyBank(draft);
    applyCurrency(m_tenant, edit.common, draft.isNew(), draft.row, draft.errors);
    applyDates(draft);
    applyContact(draft);
    applyLines(draft);
    applyStatus(draft);
    checkReady(draft);
    checkLocks(draft);
    return draft.errors.isEmpty() ? commit(draft) : draft.refused();
}

int DocumentDesk::locate(const DocumentEdit& edit, WriteMode mode, QStringList& errors) const
{
    // Numbers of supplier credit notes are the supplier's: not unique, not a key.
    const bool keyed = edit.common.number && edit.common.type != u"ACCPAYCREDIT"_s;
    const int numbered = keyed ? book().byNumber(*edit.common.number) : -1;
    if (mode == WriteMode::Create) {
        if (numbered >= 0) errors << u"%1 # must be unique."_s.arg(m_rules.title);
        return -1;
    }
    if (edit.common.id.isNull()) return numbered;
    const int position = book().byId(edit.common.id);
    if (position < 0)
        errors << u"An existing %1 with the specified %2 could not be found"_s.arg(m_rules.title,
                                                                                   m_rules.idName);
    return position;
}

void DocumentDesk::begin(Draft& draft) const
{
    if (draft.isNew()) {
        draft.row.kind = m_rules.kind;
        draft.row.status = m_rules.first;
        draft.row.currency = qint16(m_tenant.chart.currency(m_tenant.organisation.baseCurrency));
        return;
    }
    draft.row = book().at(draft.position);
    draft.dateBefore = draft.row.date;
    const bool final =
        draft.row.status == DocumentStatus::Voided || draft.row.status == DocumentStatus::Deleted;
    const bool closed = !m_rules.mayEdit(draft.row.status) && draft.edit.common.lines;
    if (!final && draft.row.isSettled() && changesFrozenPart(draft.edit))
        draft.errors
            << u"This document cannot be edited as it has a payment or credit note allocated to it."_s;
    else if (final || closed)
        draft.errors << u"%1 not of valid status for modification"_s.arg(m_rules.title);
}

void DocumentDesk::applyType(Draft& draft) const
{
    const std::optional<QString>& type = draft.edit.common.type;
    Document& document = draft.row;
    const bool typed =
        m_rules.kind == DocumentKind::CreditNote || m_rules.kind == DocumentKind::BankTransaction;
    if (typed && type) {
        if (!m_rules.allowsType(*type) || (!draft.isNew() && *type != document.type))
            draft.errors << u"%1 type must be valid."_s.arg(m_rules.title);
        else
            document.type = *type;
    } else if (typed && draft.isNew()) {
        draft.errors << u"%1 type must be specified."_s.arg(m_rules.title);
    }
    if (isOverpayment(document.type))
        document.amountTypes = LineAmountTypes::NoTax;
    else
        applyAmountTypes(draft.edit.common, document, draft.errors);
}

void DocumentDesk::applyNumber(Draft& draft) const
{
    if (m_rules.numberName.isEmpty() || draft.edit.common.number.value_or(QString()).isEmpty()) return;
    const QString& number = *draft.edit.common.number;
    draft.row.number = number;
    checkNumber(number, m_rules.title, draft.errors);
    const int holder = book().byNumber(number);
    if (draft.row.type != "ACCPAYCREDIT"_L1 && holder >= 0 && holder != draft.position)
        draft.errors << u"%1 # must be unique."_s.arg(m_rules.title);
}

void DocumentDesk::applyTexts(Draft& draft) const
{
    const InvoiceEdit& edit = draft.edit.common;
    Document& document = draft.row;
    if (edit.reference) document.reference = *edit.reference;
    const qsizetype most = m_rules.kind == DocumentKind::Quote ? 4000 : 255;
    if (document.reference.size() > most)
        draft.errors << u"Reference must not exceed %1 characters."_s.arg(most);
    if (edit.url) {
        document.url = *edit.url;
        checkUrl(document.url, draft.errors);
    }
    if (edit.brandingTheme) document.brandingTheme = *edit.brandingTheme;
    for (size_t index = 0; index < document.texts.size(); ++index) {
        if (draft.edit.texts[index]) document.texts[index] = *draft.edit.texts[index];
    }
    for (const TextLength& length : kLengths) {
        if (document.text(length.which).size() > length.most)
            draft.errors << u"%1 must not exceed %2 characters."_s.arg(length.name).arg(length.most);
    }
    if (draft.edit.reconciled) document.reconciled = *draft.edit.reconciled;
}

void DocumentDesk::applyDates(Draft& draft) const
{
    const InvoiceEdit& edit = draft.edit.common;
    Document& document = draft.row;
    if (edit.date)
        document.date = *edit.date;
    else if (!document.date.isValid())
        document.date = m_tenant.organisation.today(m_now);
    if (edit.dueDate) document.dueDate = *edit.dueDate;
    if (draft.edit.arrival) document.arrival = *draft.edit.arrival;
    if (m_rules.kind != DocumentKind::Quote) return;
    // A quote's update repeats contact and date, or is refused.
    if (!draft.isNew() && (!edit.date || !edit.contact))
        draft.errors << u"Contact and Date must be specified when a quote is updated."_s;
    if (draft.isNew() && !edit.date) draft.errors << u"The Date field must be specified."_s;
}

void DocumentDesk::applyContact(Draft& draft) const
{
    draft.takeContact(m_contacts, draft.edit.common.contact);
    // Purchase orders never make a contact.
    if (draft.hasContact && draft.contact.errors.isEmpty() && draft.contact.position < 0 &&
        m_rules.kind == DocumentKind::PurchaseOrder)
        draft.errors << u"The Contact with the specified contact details could not be found"_s;
}

void DocumentDesk::applyBank(Draft& draft) const
{
    if (m_rules.kind != DocumentKind::BankTransaction) return;
    const Chart& chart = m_tenant.chart;
    Document& document = draft.row;
    const bool stated = draft.edit.bankAccountId || draft.edit.bankAccountCode;
    if (stated)
        document.bankAccount = draft.edit.bankAccountId
                                   ? chart.accountById(*draft.edit.bankAccountId)
                                   : chart.accountByCode(draft.edit.bankAccountCode.value_or(QString()));
    if (document.bankAccount < 0) {
        draft.errors << (stated ? u"Bank account could not be found."_s
                                : u"A Bank Account must be specified for this type of transaction"_s);
        return;
    }
    const Account& account = chart.account(document.bankAccount);
    if (!account.isBank() || account.archived || account.deleted)
        draft.errors << u"Bank account must be valid."_s;
    // The currency is the account's.
    if (draft.isNew() && !account.currency.isEmpty())
        document.currency = qint16(chart.currency(account.currency));
}

LineRules DocumentDesk::lineRules(const Document& document) const
{
    LineRules rules;
    rules.unitDecimals = m_rules.kind == DocumentKind::PurchaseOrder || m_rules.kind == DocumentKind::Quote
                             ? 4
                             : m_unitDecimals;
    rules.sale = document.isReceivable();
    rules.discounts = m_rules.kind == DocumentKind::Quote;
    rules.taxFromAccount = m_rules.kind != DocumentKind::Quote;
    rules.controlAccounts = isOverpayment(document.type);
    return rules;
}

void DocumentDesk::applyLines(Draft& draft) const
{
    Document& document = draft.row;
    const DocumentLines lines(m_tenant, m_guids, lineRules(document));
    if (draft.edit.common.lines)
        lines.apply(document, *draft.edit.common.lines, draft.errors);
    else if (draft.edit.common.amountTypes)
        lines.taxAgain(document);
    if (document.lines.empty()) draft.errors << u"One or more line items must be specified"_s;
    if (isOverpayment(document.type)) {
        const QStringView control = document.isReceivable() ? u"DEBTORS" : u"CREDITORS";
        for (DocumentLine& line : document.lines)
            line.account = qint16(m_tenant.chart.systemAccount(control));
    }
    computeTotals(document);
}

void DocumentDesk::applyStatus(Draft& draft) const
{
    const InvoiceEdit& edit = draft.edit.common;
    Document& document = draft.row;
    const DocumentStatus before = document.status;
    const std::optional<DocumentStatus> wanted =
        edit.status && !edit.status->isEmpty() ? documentStatusFromName(*edit.status) : before;
    if (draft.isNew()) {
        if (wanted && m_rules.mayStart(*wanted))
            document.status = *wanted;
        else
            draft.errors << u"%1 not of valid status for creation"_s.arg(m_rules.title);
    } else if (!wanted || !m_rules.mayBecome(before, *wanted) ||
               (document.isSettled() && *wanted == DocumentStatus::Voided)) {
        draft.errors << u"%1 not of valid status for modification"_s.arg(m_rules.title);
    } else {
        document.status = *wanted;
    }
    if (!edit.sentToContact) return;
    const bool approved = document.status == DocumentStatus::Authorised ||
                          document.status == DocumentStatus::Paid ||
                          document.status == DocumentStatus::Billed;
    if (approved)
        document.sentToContact = *edit.sentToContact;
    else if (*edit.sentToContact)
        draft.warnings << u"Only AUTHORISED documents may have SentToContact updated."_s;
}

void DocumentDesk::checkReady(Draft& draft) const
{
    const Document& document = draft.row;
    if (document.total.isNegative() && draft.errors.isEmpty())
        draft.errors << u"The Total for this document must be greater than or equal to zero."_s;
    const bool complete =
        document.status == DocumentStatus::Submitted || document.status == DocumentStatus::Authorised;
    const bool ledger =
        m_rules.kind == DocumentKind::CreditNote || m_rules.kind == DocumentKind::BankTransaction;
    if (complete && ledger && !isOverpayment(document.type))
        DocumentLines(m_tenant, m_guids, lineRules(document)).checkComplete(document, draft.errors);
    if (document.status != DocumentStatus::Deleted || document.twin.isNull()) return;
    for (const DocumentKind kind : {DocumentKind::Prepayment, DocumentKind::Overpayment}) {
        const int twin = m_tenant.documents(kind).byId(document.twin);
        if (twin >= 0 && m_tenant.documents(kind).at(twin).isSettled())
            draft.errors
                << u"This document cannot be edited as it has a payment or credit note allocated to it."_s;
    }
}

// Quotes and orders are outside the ledger and know no lock dates.
void DocumentDesk::checkLocks(Draft& draft) const
{
    if (m_rules.kind == DocumentKind::Quote || m_rules.kind == DocumentKind::PurchaseOrder) return;
    draft.checkLocks(m_tenant.organisation);
}

void DocumentDesk::bookStock(const Draft& draft)
{
    const bool back = draft.row.isReceivable(); // a customer's credit brings goods back
    if (!draft.isNew() && movesStock(book().at(draft.position)))
        moveStock(m_tenant.items, book().at(draft.position), back ? Goods::Go : Goods::Come);
    if (movesStock(draft.row)) moveStock(m_tenant.items, draft.row, back ? Goods::Come : Goods::Go);
}

DocumentOutcome DocumentDesk::commit(Draft& draft)
{
    bookStock(draft);
    Document& document = draft.row;
    draft.commitContact(m_contacts);
    if (m_rules.kind == DocumentKind::CreditNote || m_rules.kind == DocumentKind::BankTransaction) {
        if (document.isReceivable())
            m_tenant.contacts.markCustomer(document.contact);
        else
            m_tenant.contacts.markSupplier(document.contact);
    }
    document.updated = m_now;
    if (draft.isNew()) document.id = m_guids.next();
    if (m_rules.kind == DocumentKind::CreditNote)
        m_tenant.changes.note(ChangeKind::CreditNote, document.id,
                              draft.isNew() ? ChangeType::Created : ChangeType::Updated);
    DocumentOutcome outcome;
    outcome.warnings = std::move(draft.warnings);
    outcome.position = draft.position;
    DocumentBook& documents = m_tenant.documents(m_rules.kind);
    if (!draft.isNew()) {
        if (document.status == DocumentStatus::Deleted) voidTwin(document);
        documents.replace(draft.position, std::move(document));
        return outcome;
    }
    document.created = m_now;
    if (document.number.isEmpty() && !m_rules.prefix.isEmpty() && document.type != "ACCPAYCREDIT"_L1)
        document.number = documents.nextNumber(m_rules.prefix);
    makeTwin(document);
    outcome.position = documents.add(std::move(document));
    return outcome;
}

void DocumentDesk::makeTwin(Document& transaction)
{
    const bool pre = isPrepayment(transaction.type);
    if (!pre && !isOverpayment(transaction.type)) return;
    const DocumentKind kind = pre ? DocumentKind::Prepayment : DocumentKind::Overpayment;
    Document twin = transaction;
    twin.kind = kind;
    twin.id = m_guids.next();
    twin.twin = transaction.id;
    transaction.twin = twin.id;
    m_tenant.changes.note(pre ? ChangeKind::Prepayment : ChangeKind::Overpayment, twin.id,
                          ChangeType::Created);
    m_tenant.documents(kind).add(std::move(twin));
}

void DocumentDesk::voidTwin(const Document& transaction)
{
    for (const DocumentKind kind : {DocumentKind::Prepayment, DocumentKind::Overpayment}) {
        DocumentBook& documents = m_tenant.documents(kind);
        const int position = transaction.twin.isNull() ? -1 : documents.byId(transaction.twin);
        if (position < 0) continue;
        Document twin = documents.at(position);
        twin.status = DocumentStatus::Voided;
        twin.updated = m_now;
        m_tenant.changes.note(kind == DocumentKind::Prepayment ? ChangeKind::Prepayment
                                                               : ChangeKind::Overpayment,
                              twin.id, ChangeType::Updated);
        documents.replace(position, std::move(twin));
    }
}

} // namespace tieout::sandbox::xero
