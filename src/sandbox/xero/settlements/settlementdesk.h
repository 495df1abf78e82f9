#pragma once

#include "sandbox/xero/organisation/guids.h"
#include "sandbox/xero/organisation/tenant.h"
#include "sandbox/xero/wire/fields.h"

namespace tieout::sandbox::xero {

struct PaymentOutcome {
    int position = -1; ///< stored here; -1 = refused
    Payment echo;      ///< when refused
    QStringList errors;
};

struct BatchOutcome {
    int position = -1;
    BatchPayment echo;
    QStringList errors;
};

struct AllocationOutcome {
    int position = -1;
    Allocation echo;
    QStringList errors;
};

/// Takes payments, batches and allocations for one organisation and keeps the amounts and statuses of what
/// they settle. Lives for one request.
class SettlementDesk final
{
  public:
    SettlementDesk(Tenant& tenant, GuidSource& guids, Instant now);

    [[nodiscard]] static const FieldTable& paymentFields();
    [[nodiscard]] static const FieldTable& batchFields();
    [[nodiscard]] static const FieldTable& allocationFields();

    [[nodiscard]] PaymentOutcome pay(const Fields& fields, ValueReader& reader);
    /// A payment can only be deleted: anything else is refused.
    [[nodiscard]] PaymentOutcome change(int position, const Fields& fields);
    [[nodiscard]] BatchOutcome payBatch(const Fields& fields, ValueReader& reader);
    [[nodiscard]] BatchOutcome changeBatch(int position, const Fields& fields);
    [[nodiscard]] AllocationOutcome allocate(const SettledDocument& credit, const Fields& fields,
                                             ValueReader& reader);
    /// Empty = done; else the API's message.
    [[nodiscard]] QStringList takeBack(int allocation);
    /// Which document "Invoice", "CreditNote", "Prepayment" or "Overpayment" names; position −1 with an
    /// error.
    [[nodiscard]] SettledDocument targetOf(const Fields& fields, ValueReader& reader,
                                           QStringList& errors) const;

  private:
    [[nodiscard]] int accountOf(const Fields& fields, ValueReader& reader, QStringList& errors) const;
    void readBatch(const Fields& fields, ValueReader& reader, BatchPayment& batch, QStringList& errors) const;
    [[nodiscard]] Payment readBatchPayment(const Fields& fields, ValueReader& reader, BatchPayment& batch,
                                           QStringList& errors) const;
    void checkPayment(const Payment& payment, QStringList& errors) const;
    void priceInBank(Payment& payment, const Fields& fields) const;
    void checkAllocation(const Allocation& allocation, QStringList& errors) const;
    void settle(const SettledDocument& document);
    void settleInvoice(int position);
    void removePayment(int position);

    Tenant& m_tenant;
    GuidSource& m_guids;
    Instant m_now;
};

} // namespace tieout::sandbox::xero
