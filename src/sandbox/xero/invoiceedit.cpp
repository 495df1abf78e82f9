#include "sandbox/xero/invoiceedit.h"

namespace tieout::sandbox::xero {

namespace {

enum LineMember : int {
    LineId, Description, Quantity, UnitAmount, LineAmount, ItemCode, AccountCode, AccountId, TaxType, TaxAmount,
    DiscountRate, DiscountAmount,
};

const MemberNames& lineMembers()
{
    static const MemberNames kNames{u"LineItemID",  u"Description", u"Quantity",  u"UnitAmount",
                                    u"LineAmount",  u"ItemCode",    u"AccountCode", u"AccountID",
                                    u"TaxType",     u"TaxAmount",   u"DiscountRate", u"DiscountAmount"};
    return kNames;
}

enum InvoiceMember : int {
    InvoiceId, Type, InvoiceNumber, Reference, Status, AmountTypes, CurrencyCode, Url, BrandingTheme, CurrencyRate,
    DateMember, DateString, DueDate, DueDateString, ExpectedDate, PlannedDate, SentToContact, ContactMember,
    LineItems,
};

const MemberNames& invoiceMembers()
{
    static const MemberNames kNames{u"InvoiceID", u"Type", u"InvoiceNumber", u"Reference", u"Status",
                                    u"LineAmountTypes", u"CurrencyCode", u"Url", u"BrandingThemeID",
                                    u"CurrencyRate", u"Date", u"DateString", u"DueDate", u"DueDateString",
                                    u"ExpectedPaymentDate", u"PlannedPaymentDate", u"SentToContact", u"Contact",
                                    u"LineItems"};
    return kNames;
}

void readLineMember(int number, const Json& value, LineEdit& line, ValueReader& reader)
{
    switch (number) {
    case LineId: line.id = reader.guid(value).value_or(QUuid()); break;
    case Description: line.description = reader.text(value); break;
    case Quantity: line.quantity = reader.number(value); break;
    case UnitAmount: line.unitAmount = reader.number(value); break;
    case LineAmount: line.lineAmount = reader.number(value); break;
    case ItemCode: line.itemCode = reader.text(value); break;
    case AccountCode: line.accountCode = reader.text(value); break;
    case AccountId: line.accountId = reader.guid(value); break;
    case TaxType: line.taxType = reader.text(value); break;
    case TaxAmount: line.taxAmount = reader.number(value); break;
    case DiscountRate: line.discountRate = reader.number(value); break;
    case DiscountAmount: line.discountAmount = reader.number(value); break;
    default: break;
    }
}

std::vector<LineEdit> readLines(const Json& json, ValueReader& reader)
{
    std::vector<LineEdit> lines;
    lines.reserve(size_t(json.size()));
    for (const Json& item : json.toArray()) {
        LineEdit& line = lines.emplace_back();
        for (const Json::Member& member : item.toObject()) {
            if (!member.second.isNull())
                readLineMember(lineMembers().find(member.first), member.second, line, reader);
        }
    }
    return lines;
}

// "Date" and "DateString" say the same; the first readable one counts.
void readDay(std::optional<Date>& day, const Json& value, ValueReader& reader)
{
    if (!day) day = reader.day(value);
}

void readInvoiceMember(int number, const Json& value, InvoiceEdit& edit, ValueReader& reader)
{
    switch (number) {
    case InvoiceId: edit.id = reader.guid(value).value_or(QUuid()); break;
    case Type: edit.type = reader.text(value); break;
    case InvoiceNumber: edit.number = reader.text(value); break;
    case Reference: edit.reference = reader.text(value); break;
    case Status: edit.status = reader.text(value); break;
    case AmountTypes: edit.amountTypes = reader.text(value); break;
    case CurrencyCode: edit.currency = reader.text(value); break;
    case Url: edit.url = reader.text(value); break;
    case BrandingTheme: edit.brandingTheme = reader.guid(value); break;
    case CurrencyRate: edit.currencyRate = reader.number(value); break;
    case DateMember:
    case DateString: readDay(edit.date, value, reader); break;
    case DueDate:
    case DueDateString: readDay(edit.dueDate, value, reader); break;
    case ExpectedDate: edit.expectedPaymentDate = reader.day(value); break;
    case PlannedDate: edit.plannedPaymentDate = reader.day(value); break;
    case SentToContact: edit.sentToContact = reader.flag(value); break;
    case ContactMember: edit.contact = readContactEdit(value, reader); break;
    case LineItems: edit.lines = readLines(value, reader); break;
    default: break;
    }
}

} // namespace

InvoiceEdit readInvoiceEdit(const Json& json, ValueReader& reader)
{
    InvoiceEdit edit;
    for (const Json::Member& member : json.toObject()) {
        if (!member.second.isNull())
            readInvoiceMember(invoiceMembers().find(member.first), member.second, edit, reader);
    }
    return edit;
}

} // namespace tieout::sandbox::xero
