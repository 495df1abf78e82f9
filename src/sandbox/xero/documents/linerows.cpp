#include "sandbox/xero/documents/linerows.h"

namespace tieout::sandbox::xero {

namespace {

void writeAccount(ReplyWriter& writer, const Chart& chart, const DocumentLine& line, LineDetail detail)
{
    if (line.account >= 0) {
        const Account& account = chart.account(line.account);
        writer.text("AccountCode", account.code);
        if (detail == LineDetail::Full) writer.guid("AccountID", account.id);
    }
    if (line.taxRate >= 0) writer.text("TaxType", chart.taxRates()[size_t(line.taxRate)].taxType);
}

void writeItem(ReplyWriter& writer, const Tenant& tenant, const DocumentLine& line, LineDetail detail)
{
    if (line.itemCode.isEmpty()) return;
    writer.text("ItemCode", line.itemCode);
    if (line.item < 0 || detail != LineDetail::Full) return;
    const Item& item = tenant.items.at(line.item);
    writer.beginObject("Item");
    writer.guid("ItemID", item.id);
    writer.text("Name", item.name);
    writer.text("Code", item.code);
    writer.endObject();
}

void writeLine(ReplyWriter& writer, const Tenant& tenant, const DocumentLine& line, LineDetail detail,
               int unitDecimals)
{
    writer.beginObject();
    writeItem(writer, tenant, line, detail);
    writer.text("Description", line.description);
    if (line.hasAmount) {
        writer.number("UnitAmount", line.unitAmount.scale() == unitDecimals
                                        ? line.unitAmount
                                        : line.unitAmount.rounded(unitDecimals));
    }
    writeAccount(writer, tenant.chart, line, detail);
    writer.number("TaxAmount", line.taxAmount);
    writer.number("LineAmount", line.hasAmount ? line.lineAmount : Decimal::fromScaled(0, 2));
    if (line.hasDiscountRate) writer.number("DiscountRate", line.discountRate.rounded(2));
    if (line.hasDiscountAmount) writer.number("DiscountAmount", line.discountAmount);
    if (line.tracking[0].isSet())
        writeTracking(writer, tenant.tracking, line.tracking);
    else if (detail == LineDetail::Full)
        writer.emptyArray("Tracking");
    if (line.hasAmount) writer.number("Quantity", line.quantity);
    writer.guid("LineItemID", line.id);
    if (detail == LineDetail::Full) writer.emptyArray("ValidationErrors");
    writer.endObject();
}

} // namespace

void writeLines(ReplyWriter& writer, const Tenant& tenant, const std::vector<DocumentLine>& lines,
                LineDetail detail, int unitDecimals)
{
    writer.beginArray("LineItems");
    for (const DocumentLine& line : lines)
        writeLine(writer, tenant, line, detail, unitDecimals);
    writer.endArray();
}

void writeTracking(ReplyWriter& writer, const TrackingBook& book, const std::array<TrackingMark, 2>& marks,
                   const char* member)
{
    writer.beginArray(member);
    for (const TrackingMark& mark : marks) {
        if (!mark.isSet()) continue;
        const TrackingCategory& category = book.categories()[size_t(mark.category)];
        const TrackingOption& option = category.options[size_t(mark.option)];
        writer.beginObject();
        writer.text("Name", category.name);
        writer.text("Option", option.name);
        writer.guid("TrackingCategoryID", category.id);
        writer.guid("TrackingOptionID", option.id);
        writer.endObject();
    }
    writer.endArray();
}

} // namespace tieout::sandbox::xero
