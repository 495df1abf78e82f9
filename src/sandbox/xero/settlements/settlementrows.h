#pragma once

#include "sandbox/xero/organisation/tenant.h"
#include "sandbox/xero/wire/replywriter.h"

namespace tieout::sandbox::xero {

/// What a settled document shows of itself inside payments and allocations.
struct SettledFacts {
    QUuid id;
    QString number;
    QString type; ///< "ACCREC", "ACCRECCREDIT", "ARPREPAYMENT" …
    QString paymentType;
    QString status;
    int contact = -1;
    qint16 currency = -1;
    Date date;
    Decimal outstanding;
    Decimal rate;
    bool receivable = true;
    bool authorised = false;
};

[[nodiscard]] SettledFacts factsOf(const Tenant& tenant, const SettledDocument& document);

/// Members of one payment into the open object.
void writePayment(ReplyWriter& writer, const Tenant& tenant, const Payment& payment);
void writeBatch(ReplyWriter& writer, const Tenant& tenant, const BatchPayment& batch);
void writeAllocation(ReplyWriter& writer, const Tenant& tenant, const Allocation& allocation);
/// The arrays "Payments", "CreditNotes", "Prepayments" and "Overpayments" of an invoice.
void writeInvoiceSettlements(ReplyWriter& writer, const Tenant& tenant, int invoice);
/// The arrays "Allocations" and "Payments" of a credit note, prepayment or overpayment.
void writeCreditSettlements(ReplyWriter& writer, const Tenant& tenant, const SettledDocument& credit);
/// "Account": {AccountID, Code, Name}
void writeAccountStub(ReplyWriter& writer, std::string_view key, const Chart& chart, int account);

} // namespace tieout::sandbox::xero
