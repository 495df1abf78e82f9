#include "sandbox/cin7core/dealdesk.h"

#include "sandbox/cin7/wire.h"
#include "sandbox/cin7core/dealparts.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7core {

using cin7::memberOf;

Response DealDesk::quote(Json deal)
{
    const auto shown = [](const Json& whole) {
        Json reply = whole[u"Quote"];
        reply.set(u"SaleID"_s, whole[u"ID"]);
        return jsonReply(200, reply);
    };
    if (m_call.isRead()) return shown(deal);
    const QString status = deal[u"Quote"][u"Status"].toText();
    if (status != u"DRAFT") return refusal(m_call, u"Quote cannot be changed in status %1"_s.arg(status));
    Problems problems;
    const Json stage = takeStage(Kind::Sale, deal, problems);
    if (!problems.isEmpty()) return problems.reply(m_call.modes);
    deal.set(u"Quote"_s, stage);
    const bool isDone = stage[u"Status"].toText() == u"AUTHORISED";
    if (isDone) {
        Json order = stage;
        order.set(u"Status"_s, Json(u"DRAFT"_s));
        deal.set(u"Order"_s, order);
    }
    keep(Kind::Sale, deal, isDone ? u"Sale/QuoteAuthorised"_s : QString());
    return shown(deal);
}

Response DealDesk::order(Kind kind, Json deal)
{
    const auto shown = [kind](const Json& whole) {
        Json reply = whole[u"Order"];
        reply.set(idMember(kind), whole[u"ID"]);
        return jsonReply(200, reply);
    };
    if (m_call.isRead()) return shown(deal);
    const QString status = deal[u"Order"][u"Status"].toText();
    if (status == u"NOT AVAILABLE")
        return refusal(m_call, u"Quote must be AUTHORISED before the order can be saved"_s);
    if (status != u"DRAFT") return refusal(m_call, u"Order cannot be changed in status %1"_s.arg(status));
    Problems problems;
    Json stage = takeStage(kind, deal, problems);
    if (!problems.isEmpty()) return problems.reply(m_call.modes);
    const bool isDone = stage[u"Status"].toText() == u"AUTHORISED";
    if (kind == Kind::Sale) {
        const Json& number = deal[u"Order"][u"SaleOrderNumber"];
        stage.set(u"SaleOrderNumber"_s, number.isNull() ? Json(m_call.books.newNumber(u"SO"_s)) : number);
    }
    deal.set(u"Order"_s, stage);
    const QString mode = memberOf(m_call.body, u"AutoPickPackShipMode").toText(u"NOPICK"_s);
    if (kind == Kind::Sale && isDone && mode.startsWith(u"AUTOPICK")) {
        const auto step = [](bool done) {
            return Json::object({{u"Status"_s, Json(done ? u"AUTHORISED"_s : u"NOT AVAILABLE"_s)}});
        };
        const bool ships = mode == u"AUTOPICKPACKSHIP";
        const Json task =
            Json::object({{u"TaskID"_s, Json(m_call.books.newGuid())},
                          {u"FulfillmentNumber"_s, Json(1)},
                          {u"LinkedInvoiceNumber"_s, Json()},
                          {u"Pick"_s, step(true)},
                          {u"Pack"_s, step(mode != u"AUTOPICK")},
                          {u"Ship"_s, step(ships)},
                          {u"FulFilmentStatus"_s, Json(ships ? u"FULFILLED"_s : u"PARTIALLY FULFILLED"_s)}});
        deal.set(u"Fulfilments"_s, Json::array({task}));
    }
    keep(kind, deal,
         !isDone              ? QString()
         : kind == Kind::Sale ? u"Sale/OrderAuthorised"_s
                              : u"Purchase/OrderAuthorised"_s);
    return shown(deal);
}

Response DealDesk::fulfilment(Json deal)
{
    if (m_call.isRead()) {
        return jsonReply(
            200, Json::object({{u"SaleID"_s, deal[u"ID"]}, {u"Fulfilments"_s, deal[u"Fulfilments"]}}));
    }
    if (deal[u"Order"][u"Status"].toText() != u"AUTHORISED")
        return refusal(m_call, u"Order must be AUTHORISED before a fulfilment can be created"_s);
    const Json waiting = Json::object({{u"Status"_s, Json(u"DRAFT"_s)}, {u"Lines"_s, Json::array()}});
    const Json task = Json::object({{u"TaskID"_s, Json(m_call.books.newGuid())},
                                    {u"FulfillmentNumber"_s, Json(qint64(deal[u"Fulfilments"].size() + 1))},
                                    {u"LinkedInvoiceNumber"_s, Json()},
                                    {u"Pick"_s, waiting},
                                    {u"Pack"_s, waiting},
                                    {u"Ship"_s, waiting},
                                    {u"FulFilmentStatus"_s, Json(u"NOT FULFILLED"_s)}});
    deal.set(u"Fulfilments"_s, replaced(deal[u"Fulfilments"], u"TaskID"_s, task));
    keep(Kind::Sale, deal, {});
    return saleTask(deal, u"Fulfilments"_s, task);
}

Response DealDesk::fulfilmentStep(const QString& step)
{
    static const QStringList kSteps{u"Pick"_s, u"Pack"_s, u"Ship"_s};
    const auto place = std::find_if(kSteps.begin(), kSteps.end(), [&step](const QString& each) {
        return each.compare(step, Qt::CaseInsensitive) == 0;
    });
    if (place == kSteps.end()) return unknownDeal(step);
    const QString id =
        m_call.isRead() ? m_call.parameter(u"TaskID") : memberOf(m_call.body, u"TaskID").toText();
    Json deal = ownerOf(m_call.books, Kind::Sale, u"Fulfilments"_s, id);
    if (deal.isNull()) return unknownDeal(id);
    Json task = taskOf(deal[u"Fulfilments"], id);
    if (m_call.isRead()) return jsonReply(200, task[*place]);
    if (place != kSteps.begin() && task[*(place - 1)][u"Status"].toText() != u"AUTHORISED")
        return refusal(m_call, u"%1 must be AUTHORISED before %2"_s.arg(*(place - 1), *place));
    const QString status = memberOf(m_call.body, u"Status").toText(u"DRAFT"_s).toUpper();
    task.set(*place, Json::object({{u"TaskID"_s, Json(id)},
                                   {u"Status"_s, Json(status)},
                                   {u"Lines"_s, memberOf(m_call.body, u"Lines")}}));
    if (*place == u"Ship" && status == u"AUTHORISED") task.set(u"FulFilmentStatus"_s, Json(u"FULFILLED"_s));
    deal.set(u"Fulfilments"_s, replaced(deal[u"Fulfilments"], u"TaskID"_s, task));
    const QString event = *place == u"Ship" ? u"Shipment"_s : *place;
    keep(Kind::Sale, deal, status == u"AUTHORISED" ? u"Sale/%1Authorised"_s.arg(event) : QString());
    return jsonReply(200, task[*place]);
}

Response DealDesk::stock(Json deal)
{
    const auto shown = [](const Json& whole) {
        return jsonReply(
            200, Json::object({{u"TaskID"_s, whole[u"ID"]}, {u"StockReceived"_s, whole[u"StockReceived"]}}));
    };
    if (m_call.isRead()) return shown(deal);
    if (deal[u"Order"][u"Status"].toText() != u"AUTHORISED")
        return refusal(m_call, u"Order must be AUTHORISED before stock can be received"_s);
    Problems problems;
    Json stage = takeStage(Kind::Purchase, deal, problems);
    if (!problems.isEmpty()) return problems.reply(m_call.modes);
    deal.set(u"StockReceived"_s, Json::array({stage}));
    keep(Kind::Purchase, deal,
         stage[u"Status"].toText() == u"AUTHORISED" ? u"Purchase/StockReceivedAuthorised"_s : QString());
    return shown(deal);
}

Response DealDesk::invoice(Kind kind, Json deal)
{
    const QString key = idMember(kind);
    if (m_call.isRead()) {
        return jsonReply(200, Json::object({{key, deal[u"ID"]}, {u"Invoices"_s, deal[u"Invoices"]}}));
    }
    if (deal[u"Order"][u"Status"].toText() != u"AUTHORISED")
        return refusal(m_call, u"Order must be AUTHORISED before an invoice can be saved"_s);
    const QString wanted = kind == Kind::Sale ? memberOf(m_call.body, u"TaskID").toText()
                                              : memberOf(m_call.body, u"InvoiceTaskID").toText();
    const bool isNew = wanted.isEmpty() || wanted == zeroGuid();
    const Json before = isNew ? Json() : taskOf(deal[u"Invoices"], wanted);
    if (!isNew && before.isNull()) return unknownDeal(wanted);
    if (isIssued(before))
        return refusal(m_call, u"Invoice cannot be changed in status %1"_s.arg(before[u"Status"].toText()));
    Problems problems;
    Json task = takeStage(kind, deal, problems);
    checkLockDate(m_call, memberOf(m_call.body, u"InvoiceDate"), problems);
    if (!problems.isEmpty()) return problems.reply(m_call.modes);
    task.set(u"TaskID"_s, isNew ? Json(m_call.books.newGuid()) : before[u"TaskID"]);
    const Json& number = memberOf(m_call.body, u"InvoiceNumber");
    const Json made = before[u"InvoiceNumber"].isNull()
                          ? Json(m_call.books.newNumber(kind == Kind::Sale ? u"INV"_s : u"BILL"_s))
                          : before[u"InvoiceNumber"];
    task.set(u"InvoiceNumber"_s, number.isNull() ? made : number);
    for (const QString& name : {u"InvoiceDate"_s, u"InvoiceDueDate"_s, u"LinkedFulfillmentNumber"_s,
                                u"BillingAddressLine1"_s, u"BillingAddressLine2"_s})
        task.set(name, memberOf(m_call.body, name));
    if (task[u"InvoiceDate"].isNull()) task.set(u"InvoiceDate"_s, Json(stampOf(m_call.now)));
    task.set(u"CurrencyConversionRate"_s, deal[u"CurrencyRate"]);
    task.set(u"Payments"_s, Json::array());
    task.set(u"Paid"_s, Json(0));
    deal.set(u"Invoices"_s, replaced(deal[u"Invoices"], u"TaskID"_s, task));
    const QString event = kind == Kind::Sale ? u"Sale/InvoiceAuthorised"_s : u"Purchase/InvoiceAuthorised"_s;
    keep(kind, deal, isIssued(task) ? event : QString());
    const Json only = Json::array({task});
    return jsonReply(200, Json::object({{key, deal[u"ID"]}, {u"Invoices"_s, only}}));
}

Response DealDesk::creditNote(Kind kind, Json deal)
{
    const QString key = idMember(kind);
    if (m_call.isRead()) {
        return jsonReply(200, Json::object({{key, deal[u"ID"]}, {u"CreditNotes"_s, deal[u"CreditNotes"]}}));
    }
    const Json::Array& invoices = deal[u"Invoices"].toArray();
    const auto issued = std::find_if(invoices.begin(), invoices.end(), isIssued);
    if (issued == invoices.end())
        return refusal(m_call, u"Invoice must be AUTHORISED before a credit note can be saved"_s);
    const QString wanted = kind == Kind::Sale ? memberOf(m_call.body, u"TaskID").toText() : QString();
    const bool isNew = wanted.isEmpty() || wanted == zeroGuid();
    const Json before = isNew ? Json() : taskOf(deal[u"CreditNotes"], wanted);
    if (!isNew && before.isNull()) return unknownDeal(wanted);
    if (isIssued(before)) return refusal(m_call, u"Credit note cannot be changed in status AUTHORISED"_s);
    Problems problems;
    Json task = takeStage(kind, deal, problems);
    checkLockDate(m_call, memberOf(m_call.body, u"CreditNoteDate"), problems);
    if (!problems.isEmpty()) return problems.reply(m_call.modes);
    task.set(u"TaskID"_s, isNew ? Json(m_call.books.newGuid()) : before[u"TaskID"]);
    task.set(u"CreditNoteNumber"_s, before[u"CreditNoteNumber"].isNull()
                                        ? Json(m_call.books.newNumber(u"CR"_s))
                                        : before[u"CreditNoteNumber"]);
    const Json& named = memberOf(m_call.body, u"CreditNoteInvoiceNumber");
    task.set(u"CreditNoteInvoiceNumber"_s, named.isNull() ? (*issued)[u"InvoiceNumber"] : named);
    task.set(u"CreditNoteDate"_s, memberOf(m_call.body, u"CreditNoteDate"));
    if (task[u"CreditNoteDate"].isNull()) task.set(u"CreditNoteDate"_s, Json(stampOf(m_call.now)));
    task.set(u"CreditNoteConversionRate"_s, deal[u"CurrencyRate"]);
    task.set(u"Refunds"_s, Json::array());
    task.set(u"Restock"_s, Json::array());
    deal.set(u"CreditNotes"_s, replaced(deal[u"CreditNotes"], u"TaskID"_s, task));
    const QString event =
        kind == Kind::Sale ? u"Sale/CreditNoteAuthorised"_s : u"Purchase/CreditNoteAuthorised"_s;
    keep(kind, deal, isIssued(task) ? event : QString());
    const Json only = Json::array({task});
    return jsonReply(200, Json::object({{key, deal[u"ID"]}, {u"CreditNotes"_s, only}}));
}

} // namespace tieout::sandbox::cin7core
