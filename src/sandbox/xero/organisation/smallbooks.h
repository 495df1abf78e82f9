#pragma once

#include "sandbox/xero/documents/documentbody.h"

#include <QHash>
#include <QSet>

#include <deque>

namespace tieout::sandbox::xero {

/// Rows that are found by their id alone. Positions never change. A value: copies are snapshots.
template<class Row>
class RowBook final
{
  public:
    [[nodiscard]] int size() const { return int(m_rows.size()); }
    [[nodiscard]] const Row& at(int position) const { return m_rows[size_t(position)]; }
    /// For changes that leave the id alone.
    [[nodiscard]] Row& edit(int position) { return m_rows[size_t(position)]; }
    int add(Row row)
    {
        m_ids.insert(row.id, size());
        m_rows.push_back(std::move(row));
        return size() - 1;
    }
    [[nodiscard]] int byId(const QUuid& id) const { return m_ids.value(id, -1); }

  private:
    std::deque<Row> m_rows;
    QHash<QUuid, int> m_ids;
};

struct JournalLine {
    QString description;
    Decimal amount; ///< + debit, − credit
    Decimal taxAmount;
    int account = -1;
    int taxRate = -1;
    std::array<TrackingMark, 2> tracking;
};

enum class JournalStatus : quint8 { Draft, Posted, Deleted, Voided, Archived };

struct ManualJournal {
    QUuid id;
    QString narration;
    QString url;
    Date date;
    Instant created{};
    Instant updated{};
    std::vector<JournalLine> lines;
    LineAmountTypes amountTypes = LineAmountTypes::NoTax;
    JournalStatus status = JournalStatus::Draft;
    bool onCashReports = true;
};

struct BankTransfer {
    QUuid id;
    QUuid fromTransaction;
    QUuid toTransaction;
    int from = -1; ///< accounts: positions in the chart
    int to = -1;
    Decimal amount;
    Decimal currencyRate;
    Date date;
    QString reference;
    Instant created{};
    Instant updated{};
    bool fromReconciled = false;
    bool toReconciled = false;
    bool deleted = false;
};

/// A bill's line that is charged on to a customer.
struct LinkedTransaction {
    QUuid id;
    QUuid source;
    QUuid sourceLine;
    QUuid contact;
    QUuid target;
    QUuid targetLine;
    Instant created{};
    Instant updated{};
    bool spend = false; ///< the source is a bank transaction
    bool deleted = false;
};

struct ContactGroup {
    QUuid id;
    QString name;
    std::vector<int> contacts; ///< positions, in the order they joined
    Instant created{};
    Instant updated{};
    bool deleted = false;
};

struct BrandingTheme {
    QUuid id;
    QString name;
    std::vector<int> paymentServices; ///< positions
};

/// A way to pay that invoices offer online.
struct PaymentService {
    QUuid id;
    QString name;
    QString url;
    QString payNowText;
};

struct Attachment {
    QUuid id;
    QString fileName;
    QString mimeType;
    QByteArray bytes;
    bool includeOnline = false;
};

} // namespace tieout::sandbox::xero
