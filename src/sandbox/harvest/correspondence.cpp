#include "sandbox/harvest/documentrules.h"

#include "sandbox/harvest/printer.h"
#include "sandbox/harvest/replies.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::harvest {

namespace {

/// What an event does to a document's state.
struct Step {
    Kind kind;
    const char16_t* event;
    const char16_t* from; ///< blank-separated
    const char16_t* to;
    const char16_t* stamp; ///< set to this moment; null: none
};

constexpr Step kSteps[] = {
    {Kind::Invoice, u"send", u"draft", u"open", u"sent_at"},
    {Kind::Invoice, u"close", u"open", u"closed", u"closed_at"},
    {Kind::Invoice, u"re-open", u"closed", u"open", nullptr},
    {Kind::Invoice, u"draft", u"open", u"draft", nullptr},
    {Kind::Estimate, u"send", u"draft", u"sent", u"sent_at"},
    {Kind::Estimate, u"accept", u"sent", u"accepted", u"accepted_at"},
    {Kind::Estimate, u"decline", u"sent", u"declined", u"declined_at"},
    {Kind::Estimate, u"re-open", u"accepted declined", u"sent", nullptr},
    {Kind::Estimate, u"draft", u"sent", u"draft", nullptr},
};

constexpr Kind messageKind(Kind document)
{
    return document == Kind::Invoice ? Kind::InvoiceMessage : Kind::EstimateMessage;
}

// What a state before the new one had left behind goes.
void clearStamps(Row& row)
{
    const QString state = row.text(u"state");
    const auto clear = [&](QStringView name) {
        if (row.has(name)) row.data.set(name.toString(), Json());
    };
    if (state == u"draft") clear(u"sent_at");
    if (state != u"closed") clear(u"closed_at");
    if (state != u"accepted") clear(u"accepted_at");
    if (state != u"declined") clear(u"declined_at");
}

QString takeStep(Call& call, Kind kind, Row& row, const QString& event)
{
    for (const Step& step : kSteps) {
        if (step.kind != kind || event != QStringView(step.event)) continue;
        const QString state = row.text(u"state");
        if (!QStringView(step.from).split(u' ').contains(state))
            return u"%1 is %2 and cannot be marked with \"%3\"."_s.arg(
                kind == Kind::Invoice ? u"Invoice"_s : u"Estimate"_s, state, event);
        row.data.set(u"state"_s, QString::fromUtf16(step.to));
        if (step.stamp) row.data.set(QString::fromUtf16(step.stamp), formatInstantSeconds(call.now));
        clearStamps(row);
        row.updated = call.now;
        return {};
    }
    return u"Event type is not included in the list"_s;
}

Json sender(const Call& call)
{
    const Row* user = call.books.find(Kind::User, call.viewer.userId);
    return Json::object({{u"name"_s, call.books.userName(call.viewer.userId)},
                         {u"email"_s, user ? (*user)[u"email"] : Json()}});
}

Response store(Call& call, Kind document, const Row& row, Json message)
{
    const Json from = sender(call);
    for (const QStringView name : {u"sent_by", u"sent_from"}) {
        message.set(name.toString(), from[u"name"]);
        message.set(name.toString() + u"_email"_s, from[u"email"]);
    }
    message.set(document == Kind::Invoice ? u"invoice_id"_s : u"estimate_id"_s, Json(row.id));
    const Kind kind = messageKind(document);
    call.books.replace(document, row);
    const qint64 id = call.books.add(kind, std::move(message), call.now);
    return jsonReply(201, Printer(call).show(kind, *call.books.find(kind, id)));
}

// A letter to the client. On a draft it is the sending as well.
Response sendLetter(Call& call, Kind document, Row row, Draft& draft)
{
    const Json& recipients = call.body.members[u"recipients"];
    Json kept = Json::array();
    for (const Json& to : recipients.toArray()) {
        if (!to[u"email"].toText().contains(u'@')) draft.refuse(u"Recipients email is invalid"_s);
        kept.append(Json::object({{u"name"_s, to[u"name"]}, {u"email"_s, to[u"email"]}}));
    }
    if (kept.size() == 0 && !draft.row.flag(u"send_me_a_copy")) draft.refuse(u"Recipients can't be blank"_s);
    if (!draft.problems.isEmpty()) return refusedReply(draft.problems);
    const QString subject =
        draft.row.has(u"subject")
            ? draft.row.text(u"subject")
            : (document == Kind::Invoice ? u"Invoice #"_s : u"Estimate #"_s) + row.text(u"number");
    draft.row.data.set(u"subject"_s, subject);
    draft.row.data.set(u"recipients"_s, kept);
    for (const Json& to : kept.toArray())
        sendMail(call, draft.row.flag(u"thank_you") ? u"thank-you"_s : u"letter"_s, to[u"email"].toText(),
                 subject);
    if (draft.row.flag(u"send_me_a_copy"))
        sendMail(call, u"copy"_s, sender(call)[u"email"].toText(), subject);
    if (row.text(u"state") == u"draft") takeStep(call, document, row, u"send"_s);
    return store(call, document, row, draft.row.data);
}

} // namespace

Response postMessage(Call& call, Kind document, const Row& row)
{
    Draft draft{messageKind(document), {}, nullptr, call, {}, {}};
    takeMembers(draft);
    const QString event = draft.row.text(u"event_type");
    if (event.isEmpty()) return sendLetter(call, document, row, draft);
    Row changed = row;
    const QString problem = takeStep(call, document, changed, event);
    if (!problem.isEmpty()) return refusedReply({problem});
    return store(call, document, changed, Json::object({{u"event_type"_s, event}}));
}

Response newMessage(const Call& call, const Row& invoice)
{
    const Row* client = call.books.find(Kind::Client, invoice.integer(u"client_id"));
    const QString name = client ? client->text(u"name") : QString();
    const bool thanks = call.request.queryValue(u"thank_you") == u"true";
    const bool reminder = call.request.queryValue(u"reminder") == u"true";
    const QString subject = (thanks     ? u"Thank you for paying invoice #"_s
                             : reminder ? u"Reminder: invoice #"_s
                                        : u"Invoice #"_s) +
                            invoice.text(u"number");
    return jsonReply(200, Json::object({{u"invoice_id"_s, Json(invoice.id)},
                                        {u"subject"_s, subject},
                                        {u"body"_s, u"Dear %1,\n\n%2"_s.arg(name, subject)},
                                        {u"reminder"_s, Json(reminder)},
                                        {u"event_type"_s, Json()},
                                        {u"thank_you"_s, Json(thanks)}}));
}

Response postPayment(Call& call, const Row& invoice)
{
    Draft draft{Kind::InvoicePayment, {}, nullptr, call, {}, {}};
    takeMembers(draft);
    if (!draft.malformed.isEmpty()) return badRequestReply(draft.malformed);
    const Decimal amount = draft.row.number(u"amount");
    if (draft.row.has(u"amount") && !(amount > Decimal(0))) draft.refuse(u"Amount must be greater than 0"_s);
    if (draft.sent(u"paid_at") && draft.sent(u"paid_date"))
        draft.refuse(u"Use paid_at or paid_date, not both"_s);
    if (invoice.text(u"state") == u"closed") draft.refuse(u"Invoice is closed"_s);
    if (amount > invoice.number(u"due_amount")) draft.refuse(u"Amount is more than what is due"_s);
    if (!draft.problems.isEmpty()) return refusedReply(draft.problems);
    Json& data = draft.row.data;
    if (draft.row.has(u"paid_date")) {
        data.set(u"paid_at"_s, draft.row.text(u"paid_date") + u"T00:00:00Z"_s);
    } else {
        if (!draft.row.has(u"paid_at")) data.set(u"paid_at"_s, formatInstantSeconds(call.now));
        data.set(u"paid_date"_s, draft.row.text(u"paid_at").left(10));
    }
    const Json from = sender(call);
    data.set(u"recorded_by"_s, from[u"name"]);
    data.set(u"recorded_by_email"_s, from[u"email"]);
    data.set(u"invoice_id"_s, Json(invoice.id));
    const qint64 id = call.books.add(Kind::InvoicePayment, data, call.now);
    Row settled = invoice;
    settleInvoice(call.books, settled, call.now);
    settled.updated = call.now;
    call.books.replace(Kind::Invoice, settled);
    // On by default: the trap that the outbox is for.
    const Json& thanks = call.body.members[u"send_thank_you"];
    const bool silent = thanks.toText() == u"false" || (thanks.isBool() && !thanks.toBool());
    if (settled.text(u"state") == u"paid" && !silent)
        sendMail(call, u"thank-you"_s, u"client "_s + QString::number(invoice.integer(u"client_id")),
                 u"Thank you for paying invoice #"_s + invoice.text(u"number"));
    return jsonReply(201,
                     Printer(call).show(Kind::InvoicePayment, *call.books.find(Kind::InvoicePayment, id)));
}

Response deletePayment(Call& call, const Row& invoice, const Row& payment)
{
    const Json shown = Printer(call).show(Kind::InvoicePayment, payment);
    call.books.remove(Kind::InvoicePayment, payment.id);
    Row open = invoice;
    settleInvoice(call.books, open, call.now);
    open.updated = call.now;
    call.books.replace(Kind::Invoice, open);
    if (call.modes.echoDeleted) return jsonReply(200, shown);
    return removedReply();
}

} // namespace tieout::sandbox::harvest
