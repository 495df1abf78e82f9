#include "sandbox/xero/settlements/settlementbook.h"

namespace tieout::sandbox::xero {

int SettlementBook::addPayment(Payment payment)
{
    const int position = int(m_payments.size());
    m_paymentIds.insert(payment.id, position);
    m_paymentsOn[payment.target].append(position);
    m_payments.push_back(std::move(payment));
    return position;
}

int SettlementBook::addAllocation(Allocation allocation)
{
    const int position = int(m_allocations.size());
    m_allocationIds.insert(allocation.id, position);
    m_allocationsFrom[allocation.source].append(position);
    m_allocationsTo[allocation.invoice].append(position);
    m_allocations.push_back(std::move(allocation));
    return position;
}

int SettlementBook::addBatch(BatchPayment batch)
{
    m_batches.push_back(std::move(batch));
    return int(m_batches.size()) - 1;
}

void SettlementBook::deletePayment(int position, Instant now)
{
    Payment& payment = m_payments[size_t(position)];
    payment.deleted = true;
    payment.updated = now;
    m_paymentsOn[payment.target].removeOne(position);
}

void SettlementBook::deleteAllocation(int position)
{
    Allocation& allocation = m_allocations[size_t(position)];
    allocation.deleted = true;
    m_allocationsFrom[allocation.source].removeOne(position);
    m_allocationsTo[allocation.invoice].removeOne(position);
}

void SettlementBook::deleteBatch(int position, Instant now)
{
    BatchPayment& batch = m_batches[size_t(position)];
    batch.deleted = true;
    batch.updated = now;
}

int SettlementBook::batchById(const QUuid& id) const
{
    for (size_t index = 0; index < m_batches.size(); ++index) {
        if (m_batches[index].id == id) return int(index);
    }
    return -1;
}

QList<int> SettlementBook::paymentsOn(const SettledDocument& document) const
{
    return m_paymentsOn.value(document);
}

QList<int> SettlementBook::allocationsFrom(const SettledDocument& source) const
{
    return m_allocationsFrom.value(source);
}

QList<int> SettlementBook::allocationsTo(int invoice) const
{
    return m_allocationsTo.value(invoice);
}

} // namespace tieout::sandbox::xero
