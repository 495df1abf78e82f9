#include "sandbox/xero/documents/itemsresource.h"

#include "sandbox/xero/contacts/contactdesk.h"
#include "sandbox/xero/wire/rowlist.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

using enum WhereType;

enum ItemField : int {
    IdField,
    CodeField,
    NameField,
    DescriptionField,
    PurchaseDescriptionField,
    InventoryField,
    SoldField,
    PurchasedField,
    SalesField,
    PurchaseField,
};

const FieldTable& itemFields()
{
    static const FieldTable kFields{
        {u"ItemID", FieldKind::Guid},
        {u"Code", FieldKind::Text},
        {u"Name", FieldKind::Text},
        {u"Description", FieldKind::Text},
        {u"PurchaseDescription", FieldKind::Text},
        {u"InventoryAssetAccountCode", FieldKind::Text},
        {u"IsSold", FieldKind::Flag},
        {u"IsPurchased", FieldKind::Flag},
        {u"SalesDetails", FieldKind::Part},
        {u"PurchaseDetails", FieldKind::Part},
    };
    return kFields;
}

constexpr Column<Item> kColumns[] = {
    {u"ItemID", Guid, [](const Tenant&, const Item& row) { return WhereValue(row.id); }},
    {u"Code", Text, [](const Tenant&, const Item& row) { return whereText(row.code); }},
    {u"Name", Text, [](const Tenant&, const Item& row) { return whereText(row.name); }},
    {u"Description", Text, [](const Tenant&, const Item& row) { return whereText(row.description); }},
    {u"IsSold", Bool, [](const Tenant&, const Item& row) { return WhereValue(row.isSold); }},
    {u"IsPurchased", Bool, [](const Tenant&, const Item& row) { return WhereValue(row.isPurchased); }},
    {u"IsTrackedAsInventory", Bool,
     [](const Tenant&, const Item& row) { return WhereValue(row.isTracked()); }},
    {u"UpdatedDateUTC", Moment, [](const Tenant&, const Item& row) { return WhereValue(row.updated); }},
};

void applyTerms(ItemTerms& terms, const Json& part, int decimals, ValueReader& reader)
{
    static const FieldTable kFields{{u"UnitPrice", FieldKind::Number},
                                    {u"AccountCode", FieldKind::Text},
                                    {u"TaxType", FieldKind::Text},
                                    {u"COGSAccountCode", FieldKind::Text}};
    const Fields fields = Fields::read(part, kFields, reader);
    if (const auto price = fields.number(0)) terms.unitPrice = price->rounded(decimals);
    fields.take(1, terms.accountCode);
    fields.take(2, terms.taxType);
    fields.take(3, terms.costOfSalesCode);
}

void writeTerms(ReplyWriter& writer, std::string_view key, const ItemTerms& terms, int decimals)
{
    writer.beginObject(key);
    if (terms.unitPrice) writer.number("UnitPrice", terms.unitPrice->rounded(decimals));
    if (!terms.accountCode.isEmpty()) writer.text("AccountCode", terms.accountCode);
    if (!terms.taxType.isEmpty()) writer.text("TaxType", terms.taxType);
    if (!terms.costOfSalesCode.isEmpty()) writer.text("COGSAccountCode", terms.costOfSalesCode);
    writer.endObject();
}

void checkTerms(const Tenant& tenant, const ItemTerms& terms, QStringList& errors)
{
    for (const QString& code : {terms.accountCode, terms.costOfSalesCode}) {
        const int account = code.isEmpty() ? 0 : tenant.chart.accountByCode(code);
        if (account < 0)
            errors << u"Account must be valid."_s;
        else if (!code.isEmpty() && tenant.chart.account(account).archived)
            errors << u"Account code '%1' has been archived, or deleted."_s.arg(code);
    }
    if (!terms.taxType.isEmpty() && tenant.chart.taxRate(terms.taxType) < 0)
        errors << u"Tax rate must be valid."_s;
}

void checkItem(const Tenant& tenant, const Item& item, int position, QStringList& errors)
{
    if (item.code.isEmpty()) errors << u"Price List Item Code must be specified"_s;
    if (item.code.size() > 30) errors << u"Price List Item Code must not exceed 30 characters."_s;
    if (item.name.size() > 50) errors << u"Price List Item Name must not exceed 50 characters."_s;
    if (item.description.size() > 4000 || item.purchaseDescription.size() > 4000)
        errors << u"Description must not exceed 4000 characters."_s;
    const int holder = tenant.items.byCode(item.code);
    if (holder >= 0 && holder != position)
        errors << u"Price List Item with Code '%1' already exists"_s.arg(item.code);
    checkTerms(tenant, item.sales, errors);
    checkTerms(tenant, item.purchases, errors);
    if (!item.isTracked()) return;
    const int account = tenant.chart.accountByCode(item.inventoryAccount);
    if (account < 0 || tenant.chart.account(account).type != "INVENTORY"_L1)
        errors << u"The inventory asset account must be of type INVENTORY."_s;
    if (item.purchases.costOfSalesCode.isEmpty())
        errors << u"A tracked item must have a cost of goods sold account."_s;
}

void apply(Item& item, const Fields& fields, int decimals, ValueReader& reader)
{
    fields.take(CodeField, item.code);
    item.code = item.code.trimmed();
    fields.take(NameField, item.name);
    fields.take(DescriptionField, item.description);
    fields.take(PurchaseDescriptionField, item.purchaseDescription);
    fields.take(InventoryField, item.inventoryAccount);
    item.isSold = fields.flag(SoldField).value_or(item.isSold);
    item.isPurchased = fields.flag(PurchasedField).value_or(item.isPurchased);
    applyTerms(item.sales, fields.part(SalesField), decimals, reader);
    applyTerms(item.purchases, fields.part(PurchaseField), decimals, reader);
    // What is not sold or bought any more loses its terms.
    if (!item.isSold) item.sales = {};
    if (!item.isPurchased) item.purchases = {};
}

int locate(const ItemBook& items, const Fields& fields, WriteMode mode, QStringList& errors)
{
    if (mode == WriteMode::Create) return -1;
    const std::optional<QUuid> id = fields.guid(IdField);
    if (!id) return items.byCode(fields.text(CodeField).value_or(QString()));
    const int position = items.byId(*id);
    if (position < 0) errors << u"An existing Item with the specified ItemID could not be found"_s;
    return position;
}

Response save(const Call& call, WriteMode mode, int forced)
{
    const int decimals = unitDecimals(call.request);
    ItemBook& items = call.tenant.items;
    const auto saveOne = [&](const Fields& fields, ValueReader& reader, BatchAnswer& answer) {
        QStringList errors;
        const int position = forced >= 0 ? forced : locate(items, fields, mode, errors);
        Item item = position < 0 ? Item() : items.at(position);
        apply(item, fields, decimals, reader);
        checkItem(call.tenant, item, position, errors);
        if (errors.isEmpty() && reader.fault().isEmpty()) {
            item.updated = call.now;
            if (position < 0) {
                item.id = call.guids.next();
                item.created = call.now;
                items.add(item);
            } else {
                items.replace(position, item);
            }
        }
        writeItem(answer.beginRow(), item, decimals);
        answer.endRow(errors, {});
    };
    return saveElements(call, "Items", u"Item", itemFields(), errorReport(call.request), saveOne);
}

Response show(const Call& call, const RowChoice& choice)
{
    return rowsReply(call, "Items", choice, [&call](ReplyWriter& writer, int position) {
        writeItem(writer, call.tenant.items.at(position), unitDecimals(call.request));
    });
}

Response list(const Call& call)
{
    const ItemBook& items = call.tenant.items;
    const auto choice = chooseRows<Item>(
        call, items.size(), [&items](int at) -> const Item& { return items.at(at); }, std::span(kColumns),
        {.type = u"Item", .pages = false}, [](const Item& row) { return !row.deleted; });
    return choice ? show(call, *choice) : choice.error();
}

// Tracked stock that is there keeps its item.
Response remove(const Call& call, int position)
{
    const Item& item = call.tenant.items.at(position);
    if (item.isTracked() && !item.quantityOnHand.isZero())
        return exceptionReply(10, u"ValidationException",
                              u"An item with tracked inventory on hand cannot be deleted.");
    call.tenant.items.remove(position);
    return emptyReply(204);
}

} // namespace

void writeItem(ReplyWriter& writer, const Item& item, int unitDecimals)
{
    writer.guid("ItemID", item.id);
    writer.text("Code", item.code);
    if (!item.name.isEmpty()) writer.text("Name", item.name);
    if (!item.description.isEmpty()) writer.text("Description", item.description);
    if (!item.purchaseDescription.isEmpty()) writer.text("PurchaseDescription", item.purchaseDescription);
    if (item.updated != Instant{}) writer.instant("UpdatedDateUTC", item.updated);
    writeTerms(writer, "PurchaseDetails", item.purchases, unitDecimals);
    writeTerms(writer, "SalesDetails", item.sales, unitDecimals);
    writer.flag("IsTrackedAsInventory", item.isTracked());
    if (item.isTracked()) {
        writer.text("InventoryAssetAccountCode", item.inventoryAccount);
        writer.number("TotalCostPool", item.costPool);
        writer.number("QuantityOnHand", item.quantityOnHand);
    }
    writer.flag("IsSold", item.isSold);
    writer.flag("IsPurchased", item.isPurchased);
}

Response answerItems(const Call& call)
{
    const QByteArray& method = call.request.method;
    if (call.path.size() == 1) {
        if (method == "GET") return list(call);
        if (method == "PUT") return save(call, WriteMode::Create, -1);
        return method == "POST" ? save(call, WriteMode::Upsert, -1) : notImplementedReply();
    }
    const QUuid id = parseGuid(call.path[1]);
    const int position = id.isNull() ? call.tenant.items.byCode(call.path[1]) : call.tenant.items.byId(id);
    if (position < 0) return notFoundReply();
    if (method == "GET") return show(call, {{position}, std::nullopt});
    if (method == "DELETE") return remove(call, position);
    return method == "POST" ? save(call, WriteMode::Upsert, position) : notImplementedReply();
}

} // namespace tieout::sandbox::xero
