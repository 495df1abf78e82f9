#include "sandbox/xero/documents/documentedit.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

enum OtherMember : int {
    // The first ones are DocumentText in its order.
    ExpiryDate = int(DocumentText::Count),
    ExpiryDateText,
    DeliveryDate,
    DeliveryDateText,
    ArrivalDate,
    Reconciled,
    BankAccount,
};

const MemberNames& otherMembers()
{
    static const MemberNames kNames{u"Title",
                                    u"Summary",
                                    u"Terms",
                                    u"DeliveryAddress",
                                    u"AttentionTo",
                                    u"Telephone",
                                    u"DeliveryInstructions",
                                    u"ExpiryDate",
                                    u"ExpiryDateString",
                                    u"DeliveryDate",
                                    u"DeliveryDateString",
                                    u"ExpectedArrivalDate",
                                    u"IsReconciled",
                                    u"BankAccount"};
    return kNames;
}

void readOther(int number, const Json& value, DocumentEdit& edit, ValueReader& reader)
{
    if (number < 0 || value.isNull()) return;
    if (number < int(DocumentText::Count)) {
        edit.texts[size_t(number)] = reader.text(value);
        return;
    }
    switch (number) {
    case ExpiryDate:
    case ExpiryDateText:
    case DeliveryDate:
    case DeliveryDateText:
        if (!edit.common.dueDate) edit.common.dueDate = reader.day(value);
        break;
    case ArrivalDate:
        edit.arrival = reader.day(value);
        break;
    case Reconciled:
        edit.reconciled = reader.flag(value);
        break;
    case BankAccount:
        edit.bankAccountId = reader.guid(memberOf(value, u"AccountID"));
        edit.bankAccountCode = reader.text(memberOf(value, u"Code"));
        break;
    default:
        break;
    }
}

bool isNamed(const QString& member, QStringView name)
{
    return !name.isEmpty() && name.compare(member, Qt::CaseInsensitive) == 0;
}

} // namespace

DocumentEdit readDocumentEdit(const DocumentRules& rules, const Json& json, ValueReader& reader)
{
    DocumentEdit edit;
    for (const Json::Member& member : json.toObject()) {
        if (isNamed(member.first, rules.idName))
            edit.common.id = reader.guid(member.second).value_or(QUuid());
        else if (isNamed(member.first, rules.numberName))
            edit.common.number = reader.text(member.second);
        else if (isNamed(member.first, u"InvoiceID") || isNamed(member.first, u"InvoiceNumber"))
            continue; // another document's
        else if (!readInvoiceMember(member, edit.common, reader))
            readOther(otherMembers().find(member.first), member.second, edit, reader);
    }
    return edit;
}

} // namespace tieout::sandbox::xero
