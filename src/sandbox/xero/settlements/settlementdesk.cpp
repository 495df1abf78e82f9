#include "sandbox/xero/settlements/settlementdesk.h"

#include "sandbox/xero/documents/documentchecks.h"
#include "sandbox/xero/settlements/settlementrows.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

enum PaymentField : int {
    InvoiceField,
    CreditNoteField,
    PrepaymentField,
    OverpaymentField,
    InvoiceNumberField,
    CreditNoteNumberField,
    AccountField,
    CodeField,
    DateField,
    AmountField,
    CurrencyRateField,
    BankAmountField,
    ReferenceField,
    ReconciledField,
    StatusField,
    PaymentIdField,
};

enum BatchField : int {
    BatchAccountField,
    BatchDateField,
    BatchReferenceField,
    BatchParticularsField,
    BatchCodeField,
    BatchDetailsField,
    BatchNarrativeField,
    BatchPaymentsField,
    BatchStatusField,
    BatchIdField,
};

enum AllocationField : int { AllocatedInvoiceField, AllocatedAmountField, AllocatedDateField };

constexpr int kCents = 2;
constexpr int kRateDecimals = 6;

DocumentBook& creditBook(Tenant& tenant, SettledKind kind)
{
    if (kind == SettledKind::Prepayment) return tenant.documents(DocumentKind::Prepayment);
    if (kind == SettledKind::Overpayment) return tenant.documents(DocumentKind::Overpayment);
    return tenant.documents(DocumentKind::CreditNote);
}

ChangeKind changeKind(SettledKind kind)
{
    if (kind == SettledKind::Prepayment) return ChangeKind::Prepayment;
    return kind == SettledKind::Overpayment ? ChangeKind::Overpayment : ChangeKind::CreditNote;
}

/// An id or a number in the part of a request that names a document.
struct NamedDocument {
    QUuid id;
    QString number;
};

NamedDocument readName(const Json& part, QStringView idName, QStringView numberName, ValueReader& reader)
{
    NamedDocument name;
    name.id = reader.guid(memberOf(part, idName)).value_or(QUuid());
    if (!numberName.isEmpty()) name.number = reader.text(memberOf(part, numberName)).value_or(QString());
    return name;
}

int invoiceOf(const Tenant& tenant, const NamedDocument& name)
{
    if (!name.id.isNull()) return tenant.invoices.byId(name.id);
    const QList<int> numbered = tenant.invoices.allByNumber(name.number);
    return numbered.isEmpty() ? -1 : numbered.first();
}

} // namespace

SettlementDesk::SettlementDesk(Tenant& tenant, GuidSource& guids, Instant now)
    : m_tenant(tenant)
    , m_guids(guids)
    , m_now(now)
{
}

const FieldTable& SettlementDesk::paymentFields()
{
    using enum FieldKind;
    static const FieldTable kFields{
        {u"Invoice", Part},     {u"CreditNote", Part},     {u"Prepayment", Part},
        {u"Overpayment", Part}, {u"InvoiceNumber", Text},  {u"CreditNoteNumber", Text},
        {u"Account", Part},     {u"Code", Text},           {u"Date", Day},
        {u"Amount", Number},    {u"CurrencyRate", Number}, {u"BankAmount", Number},
        {u"Reference", Text},   {u"IsReconciled", Flag},   {u"Status", Text},
        {u"PaymentID", Guid},
    };
    return kFields;
}

const FieldTable& SettlementDesk::batchFields()
{
    using enum FieldKind;
    static const FieldTable kFields{
        {u"Account", Part},        {u"Date", Day},      {u"Reference", Text},
        {u"Particulars", Text},    {u"Code", Text},     {u"Details", Text},
        {u"Narrative", Text},      {u"Payments", Part}, {u"Status", Text},
        {u"BatchPaymentID", Guid},
    };
    return kFields;
}

const FieldTable& SettlementDesk::allocationFields()
{
    using enum FieldKind;
    static const FieldTable kFields{{u"Invoice", Part}, {u"Amount", Number}, {u"Date", Day}};
    return kFields;
}

SettledDocument SettlementDesk::targetOf(const Fields& fields, ValueReader& reader, QStringList& errors) const
{
    int named = 0;
    SettledDocument target;
    const auto find = [&](SettledKind kind, const NamedDocument& name) {
        if (name.id.isNull() && name.number.isEmpty()) return;
        ++named;
        target.kind = kind;
        if (kind == SettledKind::Invoice) {
            target.position = invoiceOf(m_tenant, name);
        } else {
            const DocumentBook& book = creditBook(m_tenant, kind);
            target.position = name.id.isNull() ? book.byNumber(name.number) : book.byId(name.id);
        }
    };
    NamedDocument invoice = readName(fields.part(InvoiceField), u"InvoiceID", u"InvoiceNumber", reader);
    if (invoice.id.isNull() && invoice.number.isEmpty())
        invoice.number = fields.text(InvoiceNumberField).value_or(QString());
    NamedDocument note = readName(fields.part(CreditNoteField), u"CreditNoteID", u"CreditNoteNumber", reader);
    if (note.id.isNull() && note.number.isEmpty())
        note.number = fields.text(CreditNoteNumberField).value_or(QString());
    find(SettledKind::Invoice, invoice);
    find(SettledKind::CreditNote, note);
    find(SettledKind::Prepayment, readName(fields.part(PrepaymentField), u"PrepaymentID", {}, reader));
    find(SettledKind::Overpayment, readName(fields.part(OverpaymentField), u"OverpaymentID", {}, reader));
    if (named != 1)
        errors << u"Exactly one of Invoice, CreditNote, Prepayment or Overpayment must be specified."_s;
    else if (target.position < 0)
        errors << u"The document to be paid could not be found."_s;
    if (!errors.isEmpty()) target.position = -1;
    return target;
}

int SettlementDesk::accountOf(const Fields& fields, ValueReader& reader, QStringList& errors) const
{
    const Json part = fields.part(AccountField);
    const QUuid id = reader.guid(memberOf(part, u"AccountID")).value_or(QUuid());
    QString code = reader.text(memberOf(part, u"Code")).value_or(QString());
    if (code.isEmpty()) code = fields.text(CodeField).value_or(QString());
    if (id.isNull() && code.isEmpty()) {
        errors << u"An Account must be specified for this payment."_s;
        return -1;
    }
    const Chart& chart = m_tenant.chart;
    const int position = id.isNull() ? chart.accountByCode(code) : chart.accountById(id);
    if (position < 0) {
        errors << u"Account must be valid."_s;
        return -1;
    }
    const Account& account = chart.account(position);
    if (account.archived || account.deleted)
        errors << u"Account code '%1' has been archived, or deleted."_s.arg(account.code);
    else if (!account.isBank() && !account.enablePayments)
        errors << u"Account must be a bank account or have payments enabled."_s;
    return position;
}

void SettlementDesk::checkPayment(const Payment& payment, QStringList& errors) const
{
    const SettledFacts facts = factsOf(m_tenant, payment.target);
    if (!facts.authorised && facts.status != "PAID"_L1)
        errors << u"Payments can only be made against Authorised documents"_s;
    else if (payment.amount > facts.outstanding)
        errors << u"Payment amount exceeds the amount outstanding on this document"_s;
    checkLockDates(m_tenant.organisation, payment.date, errors);
}

// The account's currency is the base currency unless the account says otherwise.
void SettlementDesk::priceInBank(Payment& payment, const Fields& fields) const
{
    const SettledFacts facts = factsOf(m_tenant, payment.target);
    const QString& document = m_tenant.chart.currencies()[size_t(facts.currency)].code;
    const QString& base = m_tenant.organisation.baseCurrency;
    const bool foreign = document != base;
    payment.currencyRate = foreign
                               ? fields.number(CurrencyRateField).value_or(facts.rate).rounded(kRateDecimals)
                               : Decimal::fromScaled(1'000'000, kRateDecimals);
    const QString bank = payment.account < 0 ? QString() : m_tenant.chart.account(payment.account).currency;
    const bool sameCurrency = !foreign || bank == document;
    payment.bankAmount = sameCurrency ? payment.amount : inBaseCurrency(payment.amount, payment.currencyRate);
    if (const auto stated = fields.number(BankAmountField); stated && !sameCurrency)
        payment.bankAmount = stated->rounded(kCents);
}

PaymentOutcome SettlementDesk::pay(const Fields& fields, ValueReader& reader)
{
    PaymentOutcome outcome;
    Payment& payment = outcome.echo;
    QStringList& errors = outcome.errors;
    payment.target = targetOf(fields, reader, errors);
    payment.account = accountOf(fields, reader, errors);
    payment.date = fields.day(DateField).value_or(m_tenant.organisation.today(m_now));
    payment.amount = fields.number(AmountField).value_or(Decimal()).rounded(kCents);
    payment.reference = fields.text(ReferenceField).value_or(QString());
    payment.reconciled = fields.flag(ReconciledField).value_or(false);
    if (payment.amount <= Decimal(0)) errors << u"Payment amount must be greater than zero."_s;
    if (payment.target.position >= 0) {
        priceInBank(payment, fields);
        if (payment.currencyRate <= Decimal(0)) errors << u"Currency rate must be greater than zero."_s;
        checkPayment(payment, errors);
    }
    if (!errors.isEmpty() || !reader.fault().isEmpty()) return outcome;
    payment.id = m_guids.next();
    payment.created = m_now;
    payment.updated = m_now;
    const SettledDocument target = payment.target;
    outcome.position = m_tenant.settlements.addPayment(payment);
    settle(target);
    return outcome;
}

PaymentOutcome SettlementDesk::change(int position, const Fields& fields)
{
    PaymentOutcome outcome;
    outcome.echo = m_tenant.settlements.payments()[size_t(position)];
    if (outcome.echo.deleted || fields.text(StatusField) != u"DELETED"_s)
        outcome.errors << u"Payment not of valid status for modification"_s;
    else if (!outcome.echo.batch.isNull())
        outcome.errors << u"This payment is part of a batch and can only be deleted with the batch."_s;
    checkLockDates(m_tenant.organisation, outcome.echo.date, outcome.errors);
    if (!outcome.errors.isEmpty()) return outcome;
    removePayment(position);
    outcome.position = position;
    return outcome;
}

void SettlementDesk::removePayment(int position)
{
    const SettledDocument target = m_tenant.settlements.payments()[size_t(position)].target;
    m_tenant.settlements.deletePayment(position, m_now);
    settle(target);
}

void SettlementDesk::settle(const SettledDocument& target)
{
    if (target.kind == SettledKind::Invoice) {
        settleInvoice(target.position);
        return;
    }
    const SettlementBook& settlements = m_tenant.settlements;
    Decimal applied = Decimal::fromScaled(0, kCents);
    Decimal refunded = applied;
    Date last;
    for (const int position : settlements.allocationsFrom(target)) {
        applied = sumOf(applied, settlements.allocations()[size_t(position)].amount);
        last = std::max(last, settlements.allocations()[size_t(position)].date);
    }
    for (const int position : settlements.paymentsOn(target)) {
        refunded = sumOf(refunded, settlements.payments()[size_t(position)].amount);
        last = std::max(last, settlements.payments()[size_t(position)].date);
    }
    DocumentBook& book = creditBook(m_tenant, target.kind);
    book.settle(target.position, applied, refunded, last, m_now);
    m_tenant.changes.note(changeKind(target.kind), book.at(target.position).id, ChangeType::Updated);
}

void SettlementDesk::settleInvoice(int invoice)
{
    const SettlementBook& settlements = m_tenant.settlements;
    Decimal paid = Decimal::fromScaled(0, kCents);
    Decimal credited = paid;
    Date last;
    for (const int position : settlements.paymentsOn({SettledKind::Invoice, invoice})) {
        paid = sumOf(paid, settlements.payments()[size_t(position)].amount);
        last = std::max(last, settlements.payments()[size_t(position)].date);
    }
    for (const int position : settlements.allocationsTo(invoice)) {
        credited = sumOf(credited, settlements.allocations()[size_t(position)].amount);
        last = std::max(last, settlements.allocations()[size_t(position)].date);
    }
    m_tenant.invoices.settle(invoice, paid, credited, last, m_now);
    m_tenant.changes.note(ChangeKind::Invoice, m_tenant.invoices.at(invoice).id, ChangeType::Updated);
}

void SettlementDesk::readBatch(const Fields& fields, ValueReader& reader, BatchPayment& batch,
                               QStringList& errors) const
{
    const Json account = fields.part(BatchAccountField);
    batch.account =
        m_tenant.chart.accountById(reader.guid(memberOf(account, u"AccountID")).value_or(QUuid()));
    batch.date = fields.day(BatchDateField).value_or(m_tenant.organisation.today(m_now));
    fields.take(BatchReferenceField, batch.reference);
    fields.take(BatchParticularsField, batch.particulars);
    fields.take(BatchCodeField, batch.code);
    fields.take(BatchDetailsField, batch.details);
    fields.take(BatchNarrativeField, batch.narrative);
    const qsizetype most = m_tenant.organisation.version == "NZ"_L1 ? 12 : 18;
    for (const QString& text : {batch.particulars, batch.code, batch.details, batch.narrative}) {
        if (text.size() > most) errors << u"Statement texts must not exceed %1 characters."_s.arg(most);
    }
    if (batch.account < 0 || !m_tenant.chart.account(batch.account).isBank())
        errors << u"A batch payment must be made to or from a bank account."_s;
    checkLockDates(m_tenant.organisation, batch.date, errors);
}

Payment SettlementDesk::readBatchPayment(const Fields& fields, ValueReader& reader, BatchPayment& batch,
                                         QStringList& errors) const
{
    Payment payment;
    QStringList faults;
    payment.target = targetOf(fields, reader, faults);
    errors << faults;
    payment.account = batch.account;
    payment.date = batch.date;
    payment.amount = fields.number(AmountField).value_or(Decimal()).rounded(kCents);
    payment.reference = fields.text(ReferenceField).value_or(batch.reference);
    payment.currencyRate = Decimal::fromScaled(1'000'000, kRateDecimals);
    payment.bankAmount = payment.amount;
    if (payment.amount <= Decimal(0)) errors << u"Payment amount must be greater than zero."_s;
    if (payment.target.position < 0) return payment;
    const SettledFacts facts = factsOf(m_tenant, payment.target);
    if (payment.target.kind != SettledKind::Invoice)
        errors << u"A batch payment can only be made for invoices or bills."_s;
    else if (m_tenant.chart.currencies()[size_t(facts.currency)].code != m_tenant.organisation.baseCurrency)
        errors << u"A batch payment can only be made in the base currency."_s;
    else if (!batch.total.isZero() && facts.receivable != batch.receivable)
        errors << u"A batch payment cannot mix invoices and bills."_s;
    batch.receivable = facts.receivable;
    batch.total = sumOf(batch.total, payment.amount);
    return payment;
}

BatchOutcome SettlementDesk::payBatch(const Fields& fields, ValueReader& reader)
{
    BatchOutcome outcome;
    BatchPayment& batch = outcome.echo;
    QStringList& errors = outcome.errors;
    readBatch(fields, reader, batch, errors);
    std::vector<Payment> payments;
    QHash<int, Decimal> perInvoice;
    for (const Fields& part : readParts(fields.part(BatchPaymentsField), paymentFields(), reader)) {
        Payment payment = readBatchPayment(part, reader, batch, errors);
        if (payment.target.position >= 0) { // all parts of one invoice together must fit
            Payment whole = payment;
            Decimal& sum = perInvoice[payment.target.position];
            sum = sumOf(sum, payment.amount);
            whole.amount = sum;
            checkPayment(whole, errors);
        }
        payments.push_back(std::move(payment));
    }
    if (payments.empty()) errors << u"A batch payment must contain at least one payment."_s;
    errors.removeDuplicates();
    if (!errors.isEmpty() || !reader.fault().isEmpty()) return outcome;
    batch.id = m_guids.next();
    batch.created = m_now;
    batch.updated = m_now;
    for (Payment& payment : payments) {
        payment.id = m_guids.next();
        payment.batch = batch.id;
        payment.created = m_now;
        payment.updated = m_now;
        const SettledDocument target = payment.target;
        batch.payments.push_back(m_tenant.settlements.addPayment(std::move(payment)));
        settle(target);
    }
    outcome.position = m_tenant.settlements.addBatch(batch);
    return outcome;
}

BatchOutcome SettlementDesk::changeBatch(int position, const Fields& fields)
{
    BatchOutcome outcome;
    outcome.echo = m_tenant.settlements.batches()[size_t(position)];
    if (outcome.echo.deleted || fields.text(BatchStatusField) != u"DELETED"_s)
        outcome.errors << u"Batch payment not of valid status for modification"_s;
    checkLockDates(m_tenant.organisation, outcome.echo.date, outcome.errors);
    if (!outcome.errors.isEmpty()) return outcome;
    for (const int payment : outcome.echo.payments)
        removePayment(payment);
    m_tenant.settlements.deleteBatch(position, m_now);
    outcome.position = position;
    return outcome;
}

void SettlementDesk::checkAllocation(const Allocation& allocation, QStringList& errors) const
{
    const SettledFacts credit = factsOf(m_tenant, allocation.source);
    const SettledFacts invoice = factsOf(m_tenant, {SettledKind::Invoice, allocation.invoice});
    if (!credit.authorised) errors << u"Only AUTHORISED credits can be allocated."_s;
    if (!invoice.authorised)
        errors << u"Credits can only be allocated to Authorised invoices"_s;
    else if (credit.receivable != invoice.receivable)
        errors << u"A customer's credit cannot be allocated to a bill, nor a supplier's to an invoice."_s;
    else if (credit.contact != invoice.contact)
        errors << u"The credit and the invoice must belong to the same contact."_s;
    else if (credit.currency != invoice.currency)
        errors << u"The credit and the invoice must be in the same currency."_s;
    if (allocation.amount <= Decimal(0))
        errors << u"The amount must be greater than zero."_s;
    else if (allocation.amount > credit.outstanding)
        errors << u"The amount exceeds the remaining credit on this document"_s;
    else if (allocation.amount > invoice.outstanding)
        errors << u"The amount exceeds the amount outstanding on this document"_s;
    checkLockDates(m_tenant.organisation, allocation.date, errors);
}

AllocationOutcome SettlementDesk::allocate(const SettledDocument& credit, const Fields& fields,
                                           ValueReader& reader)
{
    AllocationOutcome outcome;
    Allocation& allocation = outcome.echo;
    allocation.source = credit;
    allocation.amount = fields.number(AllocatedAmountField).value_or(Decimal()).rounded(kCents);
    allocation.date = fields.day(AllocatedDateField).value_or(m_tenant.organisation.today(m_now));
    const Json part = fields.part(AllocatedInvoiceField);
    allocation.invoice = invoiceOf(m_tenant, readName(part, u"InvoiceID", u"InvoiceNumber", reader));
    if (allocation.invoice < 0)
        outcome.errors << u"The invoice to allocate to could not be found."_s;
    else
        checkAllocation(allocation, outcome.errors);
    if (!outcome.errors.isEmpty() || !reader.fault().isEmpty()) return outcome;
    allocation.id = m_guids.next();
    outcome.position = m_tenant.settlements.addAllocation(allocation);
    settle(credit);
    settleInvoice(allocation.invoice);
    return outcome;
}

QStringList SettlementDesk::takeBack(int position)
{
    QStringList errors;
    const Allocation allocation = m_tenant.settlements.allocations()[size_t(position)];
    checkLockDates(m_tenant.organisation, allocation.date, errors);
    if (!errors.isEmpty()) return errors;
    m_tenant.settlements.deleteAllocation(position);
    settle(allocation.source);
    settleInvoice(allocation.invoice);
    return {};
}

} // namespace tieout::sandbox::xero
