#include "sandbox/cin7core/dealdesk.h"

#include "sandbox/cin7/wire.h"
#include "sandbox/cin7core/dealparts.h"
#include "sandbox/cin7core/stocklevels.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7core {

using cin7::amountOrZero;
using cin7::memberOf;

Response DealDesk::unknownDeal(const QString& id) const
{
    return refusal(m_call, u"Task with ID '%1' not found"_s.arg(id.left(60)));
}

std::optional<Response> DealDesk::answer()
{
    const QString& path = m_call.path;
    if (path == u"sale") return head(Kind::Sale, Form::Simple);
    if (path == u"purchase") return head(Kind::Purchase, Form::Simple);
    if (path == u"advanced-purchase") return head(Kind::Purchase, Form::Advanced);
    if (path == u"sale/payment") return payment(Kind::Sale);
    if (path == u"purchase/payment") return payment(Kind::Purchase);
    if (path.startsWith(u"sale/fulfilment/")) return fulfilmentStep(path.section(u'/', 2));
    if (path.startsWith(u"sale/")) return stage(Kind::Sale, path.section(u'/', 1));
    if (path.startsWith(u"purchase/")) return stage(Kind::Purchase, path.section(u'/', 1));
    return {};
}

std::optional<Response> DealDesk::stage(Kind kind, const QString& name)
{
    static const QStringList kSaleStages{u"quote"_s, u"order"_s, u"fulfilment"_s, u"invoice"_s,
                                         u"creditnote"_s};
    static const QStringList kPurchaseStages{u"order"_s, u"stock"_s, u"invoice"_s, u"creditnote"_s};
    if (!(kind == Kind::Sale ? kSaleStages : kPurchaseStages).contains(name)) return {};
    if (m_call.isDelete()) return textReply(405, "Method Not Allowed");
    const QString key = idMember(kind);
    const QString id = m_call.isRead() ? m_call.parameter(key) : memberOf(m_call.body, key).toText();
    const QString dealId = kind == Kind::Purchase && !m_call.isRead() && m_call.body.contains(u"PurchaseID")
                               ? m_call.body[u"PurchaseID"].toText()
                               : id;
    const Json* found = m_call.books.find(kind, dealId);
    if (!found) return unknownDeal(dealId);
    const Json deal = *found;
    if (!m_call.isRead() && deal[u"Status"].toText() == u"VOIDED")
        return refusal(m_call, u"Task is voided and cannot be changed"_s);
    if (name == u"quote") return quote(deal);
    if (name == u"order") return order(kind, deal);
    if (name == u"fulfilment") return fulfilment(deal);
    if (name == u"stock") return stock(deal);
    return name == u"invoice" ? invoice(kind, deal) : creditNote(kind, deal);
}

Response DealDesk::head(Kind kind, Form form)
{
    if (m_call.isPost() || m_call.isPut()) return saveHead(kind, form);
    const QString id = m_call.parameter(u"ID");
    const Json* found = m_call.books.find(kind, id);
    if (!found) return unknownDeal(id);
    if (kind == Kind::Purchase && form == Form::Simple && (*found)[u"Type"].toText() != u"Simple Purchase") {
        return refusal(m_call, u"This endpoint does not support advanced and service purchases, "
                               "use the /advanced-purchase endpoint"_s);
    }
    return m_call.isDelete() ? voidOrUndo(kind, *found) : jsonReply(200, *found);
}

Json DealDesk::newDeal(Kind kind, Form form)
{
    const bool isSale = kind == Kind::Sale;
    Books& books = m_call.books;
    const bool skips = !isSale || memberOf(m_call.body, u"SkipQuote").toBool();
    Json deal = Json::object({{u"ID"_s, Json(books.newGuid())},
                              {u"BaseCurrency"_s, books.company[u"Currency"]},
                              {u"CurrencyRate"_s, Json(1)},
                              {u"TaxCalculation"_s, Json(u"Exclusive"_s)},
                              {u"Type"_s, Json(isSale                   ? u"Simple Sale"_s
                                               : form == Form::Advanced ? u"Advanced Purchase"_s
                                                                        : u"Simple Purchase"_s)}});
    deal.set(isSale ? u"SaleOrderDate"_s : u"OrderDate"_s, Json(stampOf(m_call.now)));
    if (isSale) deal.set(u"Quote"_s, stageOf(skips ? u"NOT AVAILABLE"_s : u"DRAFT"_s));
    deal.set(u"Order"_s, stageOf(skips ? u"DRAFT"_s : u"NOT AVAILABLE"_s));
    deal.set(isSale ? u"Fulfilments"_s : u"StockReceived"_s, Json::array());
    deal.set(u"Invoices"_s, Json::array());
    deal.set(u"CreditNotes"_s, Json::array());
    if (!isSale) deal.set(u"OrderNumber"_s, Json(books.newNumber(u"PO"_s)));
    return deal;
}

void DealDesk::namePartner(Kind kind, const Json& partner, Json& deal)
{
    const bool isSale = kind == Kind::Sale;
    const QString partnerName = isSale ? u"Customer"_s : u"Supplier"_s;
    deal.set(partnerName, partner[u"Name"]);
    deal.set(partnerName + u"ID"_s, partner[u"ID"]);
    deal.set(partnerName + u"Currency"_s, partner[u"Currency"]);
    if (deal[u"Terms"].isNull()) deal.set(u"Terms"_s, partner[u"PaymentTerm"]);
    if (deal[u"TaxRule"].isNull()) deal.set(u"TaxRule"_s, partner[u"TaxRule"]);
    if (deal[u"DefaultAccount"].isNull())
        deal.set(u"DefaultAccount"_s, isSale ? partner[u"RevenueAccount"] : Json(u"310"_s));
}

// By id, else by name; null with a problem when there is none.
const Json* DealDesk::takePartner(Kind kind, Problems& problems) const
{
    const bool isSale = kind == Kind::Sale;
    const QString label = isSale ? u"Customer"_s : u"Supplier"_s;
    const cin7::Shelf& partners = m_call.books.shelf(isSale ? Kind::Customer : Kind::Supplier);
    const QString id = memberOf(m_call.body, label + u"ID"_s).toText();
    const QString name = memberOf(m_call.body, label).toText();
    if (id.isEmpty() && !cin7::hasMember(m_call.body, label)) {
        if (m_call.isPost()) problems.add(label + u" is required"_s);
        return nullptr;
    }
    const Json* const known = id.isEmpty() ? partners.findBy(u"Name", name) : partners.find(id.toLower());
    if (!known)
        problems.add(u"%1 '%2' not found"_s.arg(label, id.isEmpty() ? name : id), 404);
    else if ((*known)[u"Status"].toText() == u"Deprecated")
        problems.add(u"%1 '%2' is deprecated"_s.arg(label, (*known)[u"Name"].toText()));
    return known;
}

void DealDesk::takeHead(const Json& sent, Json& deal)
{
    static constexpr QStringView kTaken[] = {
        u"Contact",        u"Phone",     u"Email",         u"Terms",           u"TaxRule",
        u"TaxCalculation", u"Note",      u"ShippingNotes", u"ExternalID",      u"CustomerReference",
        u"SaleOrderDate",  u"OrderDate", u"ShipBy",        u"RequiredBy",      u"CurrencyRate",
        u"DefaultAccount", u"SkipQuote", u"ServiceOnly",   u"Location",        u"SourceChannel",
        u"BillingAddress", u"PriceTier", u"Carrier",       u"ShippingAddress", u"SalesRepresentative"};
    for (const QStringView name : kTaken) {
        if (cin7::hasMember(sent, name)) deal.set(name.toString(), memberOf(sent, name));
    }
}

Response DealDesk::saveHead(Kind kind, Form form)
{
    const bool isSale = kind == Kind::Sale;
    const Books& books = m_call.books;
    Json deal = Json::object();
    if (m_call.isPut()) {
        const QString id = memberOf(m_call.body, u"ID").toText();
        const Json* found = books.find(kind, id);
        if (!found) return unknownDeal(id);
        deal = *found;
        if (deal[u"Status"].toText() == u"VOIDED")
            return refusal(m_call, u"Task is voided and cannot be changed"_s);
    }
    Problems problems;
    const Json* const partner = takePartner(kind, problems);
    checkLockDate(m_call,
                  memberOf(m_call.body, isSale ? QStringView(u"SaleOrderDate") : QStringView(u"OrderDate")),
                  problems);
    const QString rule = memberOf(m_call.body, u"TaxRule").toText();
    if (!rule.isEmpty() && !books.shelf(Kind::Tax).findBy(u"Name", rule))
        problems.add(u"TaxRule '%1' not found"_s.arg(rule), 404);
    if (!problems.isEmpty()) return problems.reply(m_call.modes);
    if (m_call.isPost()) deal = newDeal(kind, form);
    if (partner) namePartner(kind, *partner, deal);
    takeHead(m_call.body, deal);
    const QString id = deal[u"ID"].toText();
    keep(kind, deal, isSale && m_call.isPost() ? u"Sale/Created"_s : QString());
    return jsonReply(200, *books.find(kind, id));
}

Response DealDesk::voidOrUndo(Kind kind, const Json& found)
{
    Json deal = found;
    const bool toVoid = m_call.parameter(u"Void").compare(u"true", Qt::CaseInsensitive) == 0;
    for (const Json& invoice : deal[u"Invoices"].toArray()) {
        if (!amountOrZero(invoice[u"Paid"]).isZero())
            return refusal(m_call, u"Task has payments and cannot be voided or undone"_s);
    }
    if (deal[u"Status"].toText() == u"VOIDED") return refusal(m_call, u"Task is already voided"_s);
    if (toVoid) {
        deal.set(u"Status"_s, Json(u"VOIDED"_s));
    } else {
        // Back to an order that is being written.
        Json order = deal[u"Order"];
        order.set(u"Status"_s, Json(u"DRAFT"_s));
        deal.set(u"Order"_s, order);
        for (const QString& list : {u"Fulfilments"_s, u"StockReceived"_s, u"Invoices"_s, u"CreditNotes"_s}) {
            if (deal.contains(list)) deal.set(list, Json::array());
        }
    }
    const QString prefix = kind == Kind::Sale ? u"Sale/"_s : u"Purchase/"_s;
    keep(kind, deal,
         kind == Kind::Sale ? prefix + (toVoid ? u"Voided"_s : u"Undo"_s) : prefix + u"Updated"_s);
    return jsonReply(200, *m_call.books.find(kind, deal[u"ID"].toText()));
}

Json DealDesk::takeLine(Kind kind, const Json& deal, const Json& sent, Problems& problems) const
{
    const Books& books = m_call.books;
    const QString id = memberOf(sent, u"ProductID").toText();
    const QString sku = memberOf(sent, u"SKU").toText();
    const Json* product =
        id.isEmpty() ? books.shelf(Kind::Product).findBy(u"SKU", sku) : books.find(Kind::Product, id);
    if (!product) {
        problems.add(u"Product '%1' not found"_s.arg(id.isEmpty() ? sku : id), 404);
        return {};
    }
    Json line = Json::object({{u"ProductID"_s, (*product)[u"ID"]},
                              {u"SKU"_s, (*product)[u"SKU"]},
                              {u"Name"_s, (*product)[u"Name"]}});
    for (const QString& name :
         {u"Quantity"_s, u"Price"_s, u"Discount"_s, u"TaxRule"_s, u"Account"_s, u"Comment"_s})
        line.set(name, memberOf(sent, name));
    if (!cin7::amountOf(line[u"Quantity"])) problems.add(u"Quantity is required"_s);
    if (line[u"Price"].isNull()) line.set(u"Price"_s, (*product)[u"PriceTier1"]);
    if (line[u"TaxRule"].isNull()) line.set(u"TaxRule"_s, deal[u"TaxRule"]);
    if (line[u"Account"].isNull()) line.set(u"Account"_s, deal[u"DefaultAccount"]);
    if (!books.shelf(Kind::Tax).findBy(u"Name", line[u"TaxRule"].toText()))
        problems.add(u"TaxRule '%1' not found"_s.arg(line[u"TaxRule"].toText()), 404);
    if (!books.shelf(Kind::Account).findBy(u"Code", line[u"Account"].toText()))
        problems.add(u"Account '%1' not found"_s.arg(line[u"Account"].toText()), 404);
    Q_UNUSED(kind)
    price(books, deal, line);
    return line;
}

Json DealDesk::takeCharge(const Books& books, const Json& deal, const Json& sent, Problems& problems)
{
    Json line = Json::object();
    for (const QString& name : {u"Description"_s, u"Price"_s, u"Quantity"_s, u"Discount"_s, u"TaxRule"_s,
                                u"Account"_s, u"Comment"_s})
        line.set(name, memberOf(sent, name));
    if (line[u"Description"].toText().isEmpty()) problems.add(u"Description is required"_s);
    if (line[u"TaxRule"].isNull()) line.set(u"TaxRule"_s, deal[u"TaxRule"]);
    if (line[u"Account"].isNull()) line.set(u"Account"_s, deal[u"DefaultAccount"]);
    price(books, deal, line);
    return line;
}

Json DealDesk::takeLines(Kind kind, const Json& deal, const Json& sent, Problems& problems) const
{
    Json lines = Json::array();
    for (const Json& line : sent.toArray())
        lines.append(takeLine(kind, deal, line, problems));
    return lines;
}

// A write replaces the whole set of lines.
Json DealDesk::takeStage(Kind kind, const Json& deal, Problems& problems) const
{
    const Json& body = m_call.body;
    const QString status = memberOf(body, u"Status").toText(u"DRAFT"_s).toUpper();
    if (status != u"DRAFT" && status != u"AUTHORISED")
        problems.add(u"Status '%1' is not valid"_s.arg(status));
    Json stage = stageOf(status);
    stage.set(u"Memo"_s, memberOf(body, u"Memo"));
    stage.set(u"Lines"_s, takeLines(kind, deal, memberOf(body, u"Lines"), problems));
    Json charges = Json::array();
    for (const Json& charge : memberOf(body, u"AdditionalCharges").toArray())
        charges.append(takeCharge(m_call.books, deal, charge, problems));
    stage.set(u"AdditionalCharges"_s, charges);
    if (status == u"AUTHORISED" && stage[u"Lines"].size() + charges.size() == 0)
        problems.add(u"At least one line is required"_s);
    addUp(stage, taxPlaceOf(deal));
    return stage;
}

void DealDesk::keep(Kind kind, Json deal, const QString& event)
{
    deal.set(u"Status"_s, Json(statusOf(kind, deal)));
    deal.set(u"LastModifiedOn"_s, Json(stampOf(m_call.now)));
    const QString id = deal[u"ID"].toText();
    const Json* before = m_call.books.find(kind, id);
    const std::optional<Json> old = before ? std::optional(*before) : std::nullopt;
    m_call.books.put(kind, id, deal);
    if (m_call.modes.movesStock) moveStock(m_call.books, kind, old ? &*old : nullptr, deal);
    if (event.isEmpty()) return;
    m_call.books.events.append(Json::object({{u"Type"_s, Json(event)},
                                             {idMember(kind), deal[u"ID"]},
                                             {u"SaleOrderNumber"_s, deal[u"Order"][u"SaleOrderNumber"]}}));
}

Response DealDesk::saleTask(const Json& deal, const QString& list, const Json& task) const
{
    const Json only = Json::array({task});
    return jsonReply(200, Json::object({{u"SaleID"_s, deal[u"ID"]}, {list, only}}));
}

} // namespace tieout::sandbox::cin7core
