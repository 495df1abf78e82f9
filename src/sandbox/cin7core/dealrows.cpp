#include "sandbox/cin7/wire.h"
#include "sandbox/cin7core/dealdesk.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7core {

namespace {

const Json& lastOf(const Json& list)
{
    return list.at(list.size() - 1);
}

bool anyIs(const Json& list, QStringView member, const QStringList& words)
{
    const Json::Array& items = list.toArray();
    return std::any_of(items.begin(), items.end(),
                       [&](const Json& item) { return words.contains(item[member].toText()); });
}

Decimal sumOf(const Json& list, QStringView member)
{
    Decimal sum;
    for (const Json& item : list.toArray()) {
        if (item[u"Status"].toText() != u"VOIDED") sum = cin7::plus(sum, item[member].toDecimal());
    }
    return sum;
}

QString invoiceStatus(const Json& deal)
{
    const QStringList issued{u"AUTHORISED"_s, u"PAID"_s};
    if (anyIs(deal[u"Invoices"], u"Status", issued)) return u"INVOICED"_s;
    return anyIs(deal[u"Invoices"], u"Status", {u"DRAFT"_s}) ? u"NOT INVOICED"_s : u"NOT AVAILABLE"_s;
}

QString paymentStatus(const Json& deal)
{
    const Decimal paid = sumOf(deal[u"Invoices"], u"Paid");
    if (paid.isZero()) return u"UNPAID"_s;
    return paid < sumOf(deal[u"Invoices"], u"Total") ? u"PARTIALLY PAID"_s : u"PAID"_s;
}

QString saleStatus(const Json& deal)
{
    const QString order = deal[u"Order"][u"Status"].toText();
    const bool isInvoiced = invoiceStatus(deal) == u"INVOICED";
    const bool isShipped = anyIs(deal[u"Fulfilments"], u"FulFilmentStatus", {u"FULFILLED"_s});
    if (isInvoiced && anyIs(deal[u"CreditNotes"], u"Status", {u"AUTHORISED"_s})) return u"CREDITED"_s;
    if (isInvoiced && (isShipped || deal[u"ServiceOnly"].toBool()) && paymentStatus(deal) == u"PAID")
        return u"COMPLETED"_s;
    if (isInvoiced) return u"INVOICED"_s;
    if (isShipped) return u"INVOICING"_s;
    const Json& task = lastOf(deal[u"Fulfilments"]);
    if (task[u"Pack"][u"Status"].toText() == u"AUTHORISED") return u"PACKED"_s;
    if (task[u"Pick"][u"Status"].toText() == u"AUTHORISED") return u"PICKED"_s;
    if (order == u"AUTHORISED") return u"ORDERED"_s;
    if (order == u"DRAFT") return u"ORDERING"_s;
    return deal[u"Quote"][u"Status"].toText() == u"AUTHORISED" ? u"ESTIMATED"_s : u"ESTIMATING"_s;
}

QString purchaseStatus(const Json& deal)
{
    const bool isInvoiced = invoiceStatus(deal) == u"INVOICED";
    const bool isReceived = anyIs(deal[u"StockReceived"], u"Status", {u"AUTHORISED"_s});
    const bool isCredited = anyIs(deal[u"CreditNotes"], u"Status", {u"AUTHORISED"_s});
    if (isCredited) return isReceived ? u"RECEIVED / CREDITED"_s : u"CREDITED"_s;
    if (isInvoiced && isReceived) return paymentStatus(deal) == u"PAID" ? u"COMPLETED"_s : u"INVOICED"_s;
    if (isInvoiced) return u"INVOICED"_s;
    if (isReceived) return u"RECEIVED"_s;
    const QString order = deal[u"Order"][u"Status"].toText();
    if (order == u"AUTHORISED") return u"ORDERED"_s;
    return deal[u"Order"][u"Lines"].size() > 0 ? u"ORDERING"_s : u"DRAFT"_s;
}

} // namespace

QString statusOf(Kind kind, const Json& deal)
{
    if (deal[u"Status"].toText() == u"VOIDED") return u"VOIDED"_s;
    return kind == Kind::Sale ? saleStatus(deal) : purchaseStatus(deal);
}

Json saleRow(const Json& deal)
{
    const Json& invoice = lastOf(deal[u"Invoices"]);
    const Json& credit = lastOf(deal[u"CreditNotes"]);
    const Json& task = lastOf(deal[u"Fulfilments"]);
    const auto step = [&task](QStringView name, const QString& done) {
        return Json(task[name][u"Status"].toText() == u"AUTHORISED" ? done : u"NOT "_s + done);
    };
    return Json::object(
        {{u"SaleID"_s, deal[u"ID"]},
         {u"OrderNumber"_s, deal[u"Order"][u"SaleOrderNumber"]},
         {u"Status"_s, deal[u"Status"]},
         {u"OrderDate"_s, deal[u"SaleOrderDate"]},
         {u"InvoiceDate"_s, invoice[u"InvoiceDate"]},
         {u"Customer"_s, deal[u"Customer"]},
         {u"CustomerID"_s, deal[u"CustomerID"]},
         {u"InvoiceNumber"_s, invoice[u"InvoiceNumber"]},
         {u"CustomerReference"_s, deal[u"CustomerReference"]},
         {u"InvoiceAmount"_s, Json(sumOf(deal[u"Invoices"], u"Total"))},
         {u"PaidAmount"_s, Json(sumOf(deal[u"Invoices"], u"Paid"))},
         {u"InvoiceDueDate"_s, invoice[u"InvoiceDueDate"]},
         {u"ShipBy"_s, deal[u"ShipBy"]},
         {u"BaseCurrency"_s, deal[u"BaseCurrency"]},
         {u"CustomerCurrency"_s, deal[u"CustomerCurrency"]},
         {u"CreditNoteNumber"_s, credit[u"CreditNoteNumber"]},
         {u"Updated"_s, deal[u"LastModifiedOn"]},
         {u"QuoteStatus"_s, deal[u"Quote"][u"Status"]},
         {u"OrderStatus"_s, deal[u"Order"][u"Status"]},
         {u"CombinedPickingStatus"_s, step(u"Pick", u"PICKED"_s)},
         {u"CombinedPackingStatus"_s, step(u"Pack", u"PACKED"_s)},
         {u"CombinedShippingStatus"_s, step(u"Ship", u"SHIPPED"_s)},
         {u"CombinedInvoiceStatus"_s, Json(invoiceStatus(deal))},
         {u"CombinedPaymentStatus"_s, Json(paymentStatus(deal))},
         {u"CombinedTrackingNumbers"_s, Json()},
         {u"FulFilmentStatus"_s,
          task[u"FulFilmentStatus"].isNull() ? Json(u"NOT FULFILLED"_s) : task[u"FulFilmentStatus"]},
         {u"CreditNoteStatus"_s, credit[u"Status"].isNull() ? Json(u"NOT AVAILABLE"_s) : credit[u"Status"]},
         {u"Type"_s, deal[u"Type"]},
         {u"SourceChannel"_s, deal[u"SourceChannel"]},
         {u"ExternalID"_s, deal[u"ExternalID"]},
         {u"OrderLocationID"_s, deal[u"OrderLocationID"]}});
}

Json purchaseRow(const Json& deal)
{
    const Json& invoice = lastOf(deal[u"Invoices"]);
    const Json& credit = lastOf(deal[u"CreditNotes"]);
    const bool isReceived = anyIs(deal[u"StockReceived"], u"Status", {u"AUTHORISED"_s});
    const Json received(isReceived ? u"FULLY RECEIVED"_s : u"NOT RECEIVED"_s);
    return Json::object(
        {{u"ID"_s, deal[u"ID"]},
         {u"Type"_s, deal[u"Type"]},
         {u"OrderNumber"_s, deal[u"OrderNumber"]},
         {u"Status"_s, deal[u"Status"]},
         {u"OrderDate"_s, deal[u"OrderDate"]},
         {u"RequiredBy"_s, deal[u"RequiredBy"]},
         {u"OrderStatus"_s, deal[u"Order"][u"Status"]},
         {u"StockReceivedStatus"_s, received},
         {u"UnstockStatus"_s, Json(u"NOT AVAILABLE"_s)},
         {u"InvoiceStatus"_s, invoice[u"Status"].isNull() ? Json(u"NOT AVAILABLE"_s) : invoice[u"Status"]},
         {u"InvoiceNumber"_s, invoice[u"InvoiceNumber"]},
         {u"InvoiceDate"_s, invoice[u"InvoiceDate"]},
         {u"InvoiceDueDate"_s, invoice[u"InvoiceDueDate"]},
         {u"InvoiceAmount"_s, Json(sumOf(deal[u"Invoices"], u"Total"))},
         {u"PaidAmount"_s, Json(sumOf(deal[u"Invoices"], u"Paid"))},
         {u"CreditNoteNumber"_s, credit[u"CreditNoteNumber"]},
         {u"CreditNoteStatus"_s, credit[u"Status"].isNull() ? Json(u"NOT AVAILABLE"_s) : credit[u"Status"]},
         {u"Supplier"_s, deal[u"Supplier"]},
         {u"SupplierID"_s, deal[u"SupplierID"]},
         {u"BaseCurrency"_s, deal[u"BaseCurrency"]},
         {u"SupplierCurrency"_s, deal[u"SupplierCurrency"]},
         {u"BlindReceipt"_s, Json(false)},
         {u"IsServiceOnly"_s, Json(deal[u"Type"].toText() == u"Service Purchase")},
         {u"DropShipTaskID"_s, Json()},
         {u"CombinedInvoiceStatus"_s, Json(invoiceStatus(deal))},
         {u"CombinedPaymentStatus"_s, Json(paymentStatus(deal))},
         {u"CombinedReceivingStatus"_s, received},
         {u"LastUpdatedDate"_s, deal[u"LastModifiedOn"]}});
}

} // namespace tieout::sandbox::cin7core
