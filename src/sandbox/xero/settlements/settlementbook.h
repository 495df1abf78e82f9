#pragma once

#include "base/date.h"
#include "base/decimal.h"

#include <QHash>
#include <QUuid>

#include <deque>
#include <vector>

namespace tieout::sandbox::xero {

enum class SettledKind : quint8 { Invoice, CreditNote, Prepayment, Overpayment };

/// One document that money is set against: its book and its position there.
struct SettledDocument {
    SettledKind kind = SettledKind::Invoice;
    int position = -1;

    bool operator==(const SettledDocument&) const = default;
    friend size_t qHash(const SettledDocument& document, size_t seed)
    {
        return qHashMulti(seed, int(document.kind), document.position);
    }
};

struct Payment {
    QUuid id;
    QUuid batch; ///< null: made on its own
    SettledDocument target;
    Date date;
    Decimal amount;     ///< in the document's currency
    Decimal bankAmount; ///< in the account's
    Decimal currencyRate;
    QString reference;
    QString details;
    Instant created{};
    Instant updated{};
    int account = -1; ///< position in the chart
    bool reconciled = false;
    bool deleted = false;
};

/// Credit of one document used on an invoice.
struct Allocation {
    QUuid id;
    SettledDocument source;
    int invoice = -1;
    Decimal amount;
    Date date;
    bool deleted = false;
};

struct BatchPayment {
    QUuid id;
    int account = -1;
    Date date;
    Decimal total;
    QString reference;
    QString particulars;
    QString code;
    QString details;
    QString narrative;
    std::vector<int> payments; ///< positions
    Instant created{};
    Instant updated{};
    bool receivable = true;
    bool reconciled = false;
    bool deleted = false;
};

/// Payments, batches and allocations of one organisation, found by what they settle. A value: copies are
/// snapshots.
class SettlementBook final
{
  public:
    [[nodiscard]] const std::deque<Payment>& payments() const { return m_payments; }
    [[nodiscard]] const std::deque<Allocation>& allocations() const { return m_allocations; }
    [[nodiscard]] const std::deque<BatchPayment>& batches() const { return m_batches; }
    int addPayment(Payment payment);
    int addAllocation(Allocation allocation);
    int addBatch(BatchPayment batch);
    void deletePayment(int position, Instant now);
    void deleteAllocation(int position);
    void deleteBatch(int position, Instant now);

    [[nodiscard]] int paymentById(const QUuid& id) const { return m_paymentIds.value(id, -1); }
    [[nodiscard]] int batchById(const QUuid& id) const;
    [[nodiscard]] int allocationById(const QUuid& id) const { return m_allocationIds.value(id, -1); }
    // Live ones in the order they were made.
    [[nodiscard]] QList<int> paymentsOn(const SettledDocument& document) const;
    [[nodiscard]] QList<int> allocationsFrom(const SettledDocument& source) const;
    [[nodiscard]] QList<int> allocationsTo(int invoice) const;

  private:
    std::deque<Payment> m_payments;
    std::deque<Allocation> m_allocations;
    std::deque<BatchPayment> m_batches;
    QHash<QUuid, int> m_paymentIds;
    QHash<QUuid, int> m_allocationIds;
    QHash<SettledDocument, QList<int>> m_paymentsOn;
    QHash<SettledDocument, QList<int>> m_allocationsFrom;
    QHash<int, QList<int>> m_allocationsTo;
};

} // namespace tieout::sandbox::xero
