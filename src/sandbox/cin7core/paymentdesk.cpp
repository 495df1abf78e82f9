#include "sandbox/cin7/wire.h"
#include "sandbox/cin7core/dealdesk.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7core {

using cin7::amountOrZero;
using cin7::memberOf;

namespace {

/// Where a payment is: its deal and the task that it settles.
struct Place {
    Json deal;
    QString list; ///< "Invoices" or "CreditNotes"
    Json task;
    Json payment; ///< null: none with the id
};

QString paymentsOf(const QString& list)
{
    return list == u"Invoices" ? u"Payments"_s : u"Refunds"_s;
}

std::optional<Place> placeOf(const Books& books, Kind kind, QStringView member, const QString& id)
{
    for (const cin7::Shelf::Entry& entry : books.shelf(kind).entries()) {
        for (const QString& list : {u"Invoices"_s, u"CreditNotes"_s}) {
            for (const Json& task : entry.row[list].toArray()) {
                if (member == u"TaskID" && task[member].toText().compare(id, Qt::CaseInsensitive) == 0)
                    return Place{entry.row, list, task, {}};
                for (const Json& payment : task[paymentsOf(list)].toArray()) {
                    if (member == u"ID" && payment[member].toText().compare(id, Qt::CaseInsensitive) == 0)
                        return Place{entry.row, list, task, payment};
                }
            }
        }
    }
    return {};
}

/// Puts the payments into the task, and the task into its deal.
void settle(Place& place, const Json& payments)
{
    place.task.set(paymentsOf(place.list), payments);
    Decimal paid;
    for (const Json& payment : payments.toArray()) {
        const Decimal amount = amountOrZero(payment[u"Amount"]);
        const bool isBack = payment[u"Type"].toText() == u"Refund" && place.list == u"Invoices";
        paid = isBack ? cin7::minus(paid, amount) : cin7::plus(paid, amount);
    }
    if (place.list == u"Invoices") {
        place.task.set(u"Paid"_s, Json(paid));
        const bool isPaid = !paid.isZero() && paid >= place.task[u"Total"].toDecimal();
        place.task.set(u"Status"_s, Json(isPaid ? u"PAID"_s : u"AUTHORISED"_s));
    }
    Json tasks = Json::array();
    for (const Json& task : place.deal[place.list].toArray())
        tasks.append(task[u"TaskID"] == place.task[u"TaskID"] ? place.task : task);
    place.deal.set(place.list, tasks);
}

Json listed(const Json& deal, Kind kind)
{
    Json all = Json::array();
    for (const QString& list : {u"Invoices"_s, u"CreditNotes"_s}) {
        for (const Json& task : deal[list].toArray()) {
            for (Json payment : task[paymentsOf(list)].toArray()) {
                payment.set(kind == Kind::Sale ? u"SaleID"_s : u"PurchaseID"_s, deal[u"ID"]);
                all.append(payment);
            }
        }
    }
    return all;
}

} // namespace

Response DealDesk::payment(Kind kind)
{
    if (m_call.isPost() || m_call.isPut()) return savePayment(kind);
    if (m_call.isDelete()) return removePayment(kind);
    const QString id =
        m_call.parameter(kind == Kind::Sale ? QStringView(u"SaleID") : QStringView(u"PurchaseID"));
    const Json* deal = m_call.books.find(kind, id);
    return deal ? jsonReply(200, listed(*deal, kind)) : unknownDeal(id);
}

void DealDesk::takePayment(const Json& body, const QString& usual, Json& payment, Problems& problems) const
{
    for (const QString& name : {u"Type"_s, u"Amount"_s, u"DatePaid"_s, u"Account"_s, u"CurrencyRate"_s,
                                u"Reference"_s, u"CreditID"_s}) {
        if (cin7::hasMember(body, name)) payment.set(name, memberOf(body, name));
    }
    if (payment[u"Type"].isNull()) payment.set(u"Type"_s, Json(usual));
    const QString type = payment[u"Type"].toText();
    if (type != u"Payment" && type != u"Refund" && type != u"Prepayment")
        problems.add(u"Type '%1' is not valid"_s.arg(type));
    const auto amount = cin7::amountOf(payment[u"Amount"]);
    if (!amount || amount->isZero() || amount->isNegative()) problems.add(u"Amount is required"_s);
    if (amount) payment.set(u"Amount"_s, Json(*amount));
    const QString code = payment[u"Account"].toText();
    const Json* account = m_call.books.shelf(Kind::Account).findBy(u"Code", code);
    if (!account)
        problems.add(u"Account '%1' not found"_s.arg(code), 404);
    else if (!(*account)[u"ForPayments"].toBool())
        problems.add(u"Account '%1' cannot be used for payments"_s.arg(code));
    if (payment[u"DatePaid"].isNull()) problems.add(u"DatePaid is required"_s);
    checkLockDate(m_call, payment[u"DatePaid"], problems);
}

Response DealDesk::savePayment(Kind kind)
{
    const Json body = m_call.body;
    const QString key = m_call.isPost() ? u"TaskID"_s : u"ID"_s;
    auto place = placeOf(m_call.books, kind, key, memberOf(body, key).toText());
    if (!place) return unknownDeal(memberOf(body, key).toText());
    const bool forInvoice = place->list == u"Invoices";
    const QString status = place->task[u"Status"].toText();
    Problems problems;
    if (status != u"AUTHORISED" && (m_call.isPost() || status != u"PAID"))
        problems.add(u"Payment cannot be saved for a document in status %1"_s.arg(status));
    Json payment = m_call.isPost() ? Json::object({{u"ID"_s, Json(m_call.books.newGuid())},
                                                   {u"TaskID"_s, place->task[u"TaskID"]},
                                                   {u"DateCreated"_s, Json(stampOf(m_call.now))}})
                                   : place->payment;
    takePayment(body, forInvoice ? u"Payment"_s : u"Refund"_s, payment, problems);
    Json payments = Json::array();
    Decimal paid = amountOrZero(payment[u"Amount"]);
    for (const Json& each : place->task[paymentsOf(place->list)].toArray()) {
        if (each[u"ID"] == payment[u"ID"]) continue;
        payments.append(each);
        paid = cin7::plus(paid, amountOrZero(each[u"Amount"]));
    }
    if (payment[u"Type"].toText() != u"Refund" && paid > place->task[u"Total"].toDecimal())
        problems.add(u"Payment amount is greater than the amount due"_s);
    if (!problems.isEmpty()) return problems.reply(m_call.modes);
    const QString number = forInvoice ? u"InvoiceNumber"_s : u"CreditNoteNumber"_s;
    payment.set(number, place->task[number]);
    payments.append(payment);
    settle(*place, payments);
    const bool isFull = place->task[u"Status"].toText() == u"PAID";
    keep(kind, place->deal,
         kind == Kind::Sale ? (isFull ? u"Sale/FullPaymentReceived"_s : u"Sale/PartialPaymentReceived"_s)
                            : u"Purchase/Updated"_s);
    payment.set(kind == Kind::Sale ? u"SaleID"_s : u"PurchaseID"_s, place->deal[u"ID"]);
    payment.set(u"SaleOrderNumber"_s, place->deal[u"Order"][u"SaleOrderNumber"]);
    return jsonReply(200, payment);
}

Response DealDesk::removePayment(Kind kind)
{
    const QString id = m_call.parameter(u"ID");
    auto place = placeOf(m_call.books, kind, u"ID", id);
    if (!place) return refusal(m_call, u"Payment with ID '%1' not found"_s.arg(id), 404);
    Json payments = Json::array();
    for (const Json& each : place->task[paymentsOf(place->list)].toArray()) {
        if (each[u"ID"] != place->payment[u"ID"]) payments.append(each);
    }
    settle(*place, payments);
    keep(kind, place->deal, {});
    return jsonReply(200, Json::object({{u"Success"_s, Json(true)}}));
}

} // namespace tieout::sandbox::cin7core
