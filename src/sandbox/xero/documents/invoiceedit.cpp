#include "sandbox/xero/documents/invoiceedit.h"

namespace tieout::sandbox::xero {

namespace {

// Members by name, and where each is kept: the tables run in the order of the names.
using LineText = std::optional<QString> LineEdit::*;
using LineNumber = std::optional<Decimal> LineEdit::*;
using InvoiceText = std::optional<QString> InvoiceEdit::*;
using InvoiceDay = std::optional<Date> InvoiceEdit::*;

const MemberNames& lineMembers()
{
    static const MemberNames kNames{u"Description",  u"ItemCode",       u"AccountCode", u"TaxType",
                                    u"Quantity",     u"UnitAmount",     u"LineAmount",  u"TaxAmount",
                                    u"DiscountRate", u"DiscountAmount", u"LineItemID",  u"AccountID",
                                    u"Tracking"};
    return kNames;
}

constexpr LineText kLineTexts[] = {&LineEdit::description, &LineEdit::itemCode, &LineEdit::accountCode,
                                   &LineEdit::taxType};
constexpr LineNumber kLineNumbers[] = {&LineEdit::quantity,     &LineEdit::unitAmount,
                                       &LineEdit::lineAmount,   &LineEdit::taxAmount,
                                       &LineEdit::discountRate, &LineEdit::discountAmount};
constexpr int kLineNumberStart = int(std::size(kLineTexts));
constexpr int kLineIdStart = kLineNumberStart + int(std::size(kLineNumbers));

const MemberNames& invoiceMembers()
{
    static const MemberNames kNames{u"Type",
                                    u"InvoiceNumber",
                                    u"Reference",
                                    u"Status",
                                    u"LineAmountTypes",
                                    u"CurrencyCode",
                                    u"Url",
                                    u"Date",
                                    u"DateString",
                                    u"DueDate",
                                    u"DueDateString",
                                    u"ExpectedPaymentDate",
                                    u"PlannedPaymentDate",
                                    u"InvoiceID",
                                    u"BrandingThemeID",
                                    u"CurrencyRate",
                                    u"SentToContact",
                                    u"Contact",
                                    u"LineItems"};
    return kNames;
}

constexpr InvoiceText kInvoiceTexts[] = {
    &InvoiceEdit::type,        &InvoiceEdit::number,   &InvoiceEdit::reference, &InvoiceEdit::status,
    &InvoiceEdit::amountTypes, &InvoiceEdit::currency, &InvoiceEdit::url};
// "Date" and "DateString" say the same; the first one counts.
constexpr InvoiceDay kInvoiceDays[] = {&InvoiceEdit::date,
                                       &InvoiceEdit::date,
                                       &InvoiceEdit::dueDate,
                                       &InvoiceEdit::dueDate,
                                       &InvoiceEdit::expectedPaymentDate,
                                       &InvoiceEdit::plannedPaymentDate};
constexpr int kDayStart = int(std::size(kInvoiceTexts));

enum OtherMember : int {
    InvoiceId = kDayStart + int(std::size(kInvoiceDays)),
    BrandingTheme,
    CurrencyRate,
    SentToContact,
    ContactMember,
    LineItems,
};

void readLineMember(int number, const Json& value, LineEdit& line, ValueReader& reader)
{
    if (number < 0) return;
    if (number < kLineNumberStart)
        line.*kLineTexts[number] = reader.text(value);
    else if (number < kLineIdStart)
        line.*kLineNumbers[number - kLineNumberStart] = reader.number(value);
    else if (number == kLineIdStart)
        line.id = reader.guid(value).value_or(QUuid());
    else if (number == kLineIdStart + 1)
        line.accountId = reader.guid(value);
    else
        line.tracking = readTracking(value, reader);
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

void readInvoiceMember(int number, const Json& value, InvoiceEdit& edit, ValueReader& reader)
{
    if (number < 0) return;
    if (number < kDayStart) {
        edit.*kInvoiceTexts[number] = reader.text(value);
        return;
    }
    if (number < InvoiceId) {
        std::optional<Date>& day = edit.*kInvoiceDays[number - kDayStart];
        if (!day) day = reader.day(value);
        return;
    }
    switch (number) {
    case InvoiceId:
        edit.id = reader.guid(value).value_or(QUuid());
        break;
    case BrandingTheme:
        edit.brandingTheme = reader.guid(value);
        break;
    case CurrencyRate:
        edit.currencyRate = reader.number(value);
        break;
    case SentToContact:
        edit.sentToContact = reader.flag(value);
        break;
    case ContactMember:
        edit.contact = readContactEdit(value, reader);
        break;
    case LineItems:
        edit.lines = readLines(value, reader);
        break;
    default:
        break;
    }
}

} // namespace

bool readInvoiceMember(const Json::Member& member, InvoiceEdit& edit, ValueReader& reader)
{
    const int number = invoiceMembers().find(member.first);
    if (number < 0) return false;
    if (!member.second.isNull()) readInvoiceMember(number, member.second, edit, reader);
    return true;
}

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
