#include "sandbox/harvest/documentrules.h"

#include "sandbox/harvest/documentlines.h"
#include "sandbox/harvest/documentsums.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

struct Term {
    const char16_t* name;
    int days;
};

constexpr Term kTerms[] = {
    {u"upon receipt", 0}, {u"net 15", 15}, {u"net 30", 30}, {u"net 45", 45}, {u"net 60", 60},
};

QString nextNumber(const Books& books, Kind kind)
{
    qint64 last = 1000;
    for (const Row& row : books.rows(kind))
        last = std::max(last, row.text(u"number").toLongLong());
    return QString::number(last + 1);
}

QString clientKey(const Draft& draft)
{
    const QByteArray seed = draft.row.text(u"number").toUtf8() + char('0' + int(draft.kind)) +
                            QByteArray::number(msSinceEpoch(draft.call.now));
    return QString::fromLatin1(QCryptographicHash::hash(seed, QCryptographicHash::Sha1).toHex());
}

// The due day follows from the term unless that is "custom".
void takeDueDate(Draft& draft)
{
    const auto issued = parseDate(draft.row.text(u"issue_date"));
    if (!issued) return;
    QString term = draft.row.text(u"payment_term").toLower();
    if (term.isEmpty()) term = draft.sent(u"due_date") ? u"custom"_s : u"upon receipt"_s;
    draft.row.data.set(u"payment_term"_s, term);
    if (term == u"custom") {
        if (!draft.row.has(u"due_date")) draft.row.data.set(u"due_date"_s, draft.row[u"issue_date"]);
        if (draft.row.text(u"due_date") < draft.row.text(u"issue_date"))
            draft.refuse(u"Due date must be on or after the issue date"_s);
        return;
    }
    for (const Term& known : kTerms) {
        if (term != QStringView(known.name)) continue;
        draft.row.data.set(u"due_date"_s, formatDate(issued->addDays(known.days)));
        return;
    }
    draft.refuse(u"Payment term is not included in the list"_s);
}

void checkPercents(Draft& draft)
{
    for (const QStringView name : {u"tax", u"tax2", u"discount"}) {
        const Decimal percent = draft.row.number(name);
        if (percent.isNegative() || percent > Decimal(100))
            draft.refuse(labelOf(name) + u" must be between 0 and 100"_s);
    }
}

void checkDocument(Draft& draft)
{
    Call& call = draft.call;
    const Row* client = needLink(draft, u"client_id", Kind::Client);
    if (!draft.row.has(u"number")) draft.row.data.set(u"number"_s, nextNumber(call.books, draft.kind));
    needUnique(draft, u"number", u"Number has already been taken"_s);
    if (!draft.row.has(u"issue_date")) draft.row.data.set(u"issue_date"_s, formatDate(localDate(call.now)));
    if (client && !draft.row.has(u"currency")) draft.row.data.set(u"currency"_s, (*client)[u"currency"]);
    if (draft.isNew()) {
        draft.row.data.set(u"client_key"_s, clientKey(draft));
        draft.row.data.set(u"creator_id"_s, Json(call.viewer.userId));
        draft.row.data.set(u"state"_s, u"draft"_s);
    }
    checkPercents(draft);
    takeLines(draft);
}

void checkInvoice(Draft& draft)
{
    needLink(draft, u"estimate_id", Kind::Estimate);
    checkDocument(draft);
    takeDueDate(draft);
    for (const Json& option : draft.row[u"payment_options"].toArray()) {
        static const QStringList kOptions{u"ach"_s, u"credit_card"_s, u"paypal"_s};
        if (!kOptions.contains(option.toText()))
            draft.refuse(u"Payment options is not included in the list"_s);
    }
    importLines(draft);
    fillSums(draft.row.data);
    settleInvoice(draft.call.books, draft.row, draft.call.now);
}

void checkEstimate(Draft& draft)
{
    checkDocument(draft);
    fillSums(draft.row.data);
}

void invoiceStored(Call& call, const Row& row, bool isNew)
{
    if (isNew) markImported(call, row.id);
}

void invoiceRemoved(Call& call, const Row& row)
{
    releaseImported(call, row.id);
    call.books.removeWhere(Kind::InvoiceMessage, u"invoice_id", row.id);
    call.books.removeWhere(Kind::InvoicePayment, u"invoice_id", row.id);
}

void estimateRemoved(Call& call, const Row& row)
{
    call.books.removeWhere(Kind::EstimateMessage, u"estimate_id", row.id);
}

void checkItemCategory(Draft& draft)
{
    needUnique(draft, u"name", u"Name has already been taken"_s);
}

QString itemCategoryKeeps(const Call&, const Row& row)
{
    return row.flag(u"use_as_service") || row.flag(u"use_as_expense")
               ? u"This item category is in use and not removable."_s
               : QString();
}

} // namespace

void settleInvoice(Books& books, Row& invoice, Instant now)
{
    Decimal paid;
    QString lastDay;
    for (const Row& payment : books.rows(Kind::InvoicePayment)) {
        if (payment.integer(u"invoice_id") != invoice.id || invoice.id == 0) continue;
        paid = plus(paid, payment.number(u"amount"));
        lastDay = std::max(lastDay, payment.text(u"paid_date"));
    }
    const Decimal due = minus(invoice.number(u"amount"), paid);
    invoice.data.set(u"due_amount"_s, Json(due.rounded(2)));
    const QString state = invoice.text(u"state");
    const bool settled = !paid.isZero() && !(due > Decimal(0));
    if (settled && (state == u"open" || state == u"draft")) {
        invoice.data.set(u"state"_s, u"paid"_s);
        invoice.data.set(u"paid_at"_s, formatInstantSeconds(now));
        invoice.data.set(u"paid_date"_s, lastDay);
    } else if (!settled && state == u"paid") {
        invoice.data.set(u"state"_s, u"open"_s);
        invoice.data.set(u"paid_at"_s, Json());
        invoice.data.set(u"paid_date"_s, Json());
    }
}

Rules documentRules(Kind kind)
{
    switch (kind) {
    case Kind::Invoice:
        return {checkInvoice, invoiceStored, nullptr, invoiceRemoved};
    case Kind::Estimate:
        return {checkEstimate, nullptr, nullptr, estimateRemoved};
    case Kind::InvoiceItemCategory:
        return {checkItemCategory, nullptr, itemCategoryKeeps, nullptr};
    default:
        return {checkItemCategory, nullptr, nullptr, nullptr};
    }
}

} // namespace tieout::sandbox::harvest
