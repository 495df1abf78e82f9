#include "sandbox/xero/expenses/claimrows.h"

#include "sandbox/xero/contacts/contactrows.h"
#include "sandbox/xero/documents/linerows.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

const OrganisationUser* userOf(const Tenant& tenant, const QUuid& id)
{
    const auto& users = tenant.organisation.users;
    const auto found = std::find_if(users.begin(), users.end(),
                                    [&id](const OrganisationUser& user) { return user.id == id; });
    return found == users.end() ? nullptr : &*found;
}

std::string_view statusName(ReceiptStatus status)
{
    constexpr std::string_view kNames[] = {"DRAFT", "SUBMITTED", "AUTHORISED", "DECLINED", "VOIDED"};
    return kNames[size_t(status)];
}

std::string_view statusName(ClaimStatus status)
{
    constexpr std::string_view kNames[] = {"SUBMITTED", "AUTHORISED", "PAID", "VOIDED", "DELETED"};
    return kNames[size_t(status)];
}

void writeUser(ReplyWriter& writer, const Tenant& tenant, const OrganisationUser& user)
{
    writer.guid("UserID", user.id);
    writer.text("EmailAddress", user.email);
    writer.text("FirstName", user.firstName);
    writer.text("LastName", user.lastName);
    writer.instant("UpdatedDateUTC", tenant.organisation.created);
    writer.flag("IsSubscriber", user.role == "FINANCIALADVISER"_L1);
    writer.text("OrganisationRole", user.role);
}

namespace {

void writeUserPart(ReplyWriter& writer, const Tenant& tenant, const QUuid& id)
{
    const OrganisationUser* const user = userOf(tenant, id);
    if (!user) return;
    writer.beginObject("User");
    writeUser(writer, tenant, *user);
    writer.endObject();
}

} // namespace

void writeReceipt(ReplyWriter& writer, const Tenant& tenant, const Receipt& row, const Contact* contact,
                  RowDetail detail, int unitDecimals)
{
    writer.guid("ReceiptID", row.id);
    writer.text("ReceiptNumber", row.number);
    writer.ascii("Status", statusName(row.status));
    writeUserPart(writer, tenant, row.user);
    if (contact) {
        writer.beginObject("Contact");
        writeContactStub(writer, *contact);
        writer.endObject();
    }
    if (row.date.isValid()) writer.day("Date", row.date);
    if (row.updated != Instant{}) writer.instant("UpdatedDateUTC", row.updated);
    writer.text("Reference", row.reference);
    writer.ascii("LineAmountTypes", amountTypesName(row.amountTypes));
    if (detail == RowDetail::Whole)
        writeLines(writer, tenant, row.lines, LineDetail::Full, unitDecimals);
    else
        writer.emptyArray("LineItems");
    writer.number("SubTotal", row.subTotal);
    writer.number("TotalTax", row.totalTax);
    writer.number("Total", row.total);
    writer.guid("ID", row.id);
    if (!row.url.isEmpty()) writer.text("Url", row.url);
    writer.flag("HasAttachments", tenant.hasAttachments(row.id));
}

void writeClaim(ReplyWriter& writer, const Tenant& tenant, const ExpenseClaim& row, RowDetail detail)
{
    writer.guid("ExpenseClaimID", row.id);
    writer.ascii("Status", statusName(row.status));
    if (row.updated != Instant{}) writer.instant("UpdatedDateUTC", row.updated);
    writeUserPart(writer, tenant, row.user);
    writer.beginArray("Receipts");
    for (const int position : row.receipts) {
        if (detail == RowDetail::Head) break;
        const Receipt& receipt = tenant.receipts.at(position);
        writer.beginObject();
        writeReceipt(writer, tenant, receipt, &tenant.contacts.at(receipt.contact), RowDetail::Whole, 2);
        writer.endObject();
    }
    writer.endArray();
    writer.emptyArray("Payments");
    const bool open = row.status == ClaimStatus::Submitted || row.status == ClaimStatus::Authorised;
    const Decimal nothing = Decimal::fromScaled(0, 2);
    writer.number("Total", row.total);
    writer.number("AmountDue", open ? row.total : nothing);
    writer.number("AmountPaid", row.status == ClaimStatus::Paid ? row.total : nothing);
    if (row.paymentDueDate.isValid()) writer.day("PaymentDueDate", row.paymentDueDate);
    if (row.reportingDate.isValid()) writer.day("ReportingDate", row.reportingDate);
}

} // namespace tieout::sandbox::xero
