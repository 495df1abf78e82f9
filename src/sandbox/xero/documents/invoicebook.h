#pragma once

#include "sandbox/xero/documents/invoice.h"

#include <QHash>
#include <QSet>

#include <deque>

namespace tieout::sandbox::xero {

/// The invoices and bills of one organisation with their indexes and the next free number. Positions never
/// change. A value: copies are snapshots.
class InvoiceBook final
{
  public:
    [[nodiscard]] int size() const { return int(m_invoices.size()); }
    [[nodiscard]] const Invoice& at(int position) const { return m_invoices[size_t(position)]; }
    int add(Invoice invoice);
    void replace(int position, Invoice invoice);
    /// Amounts and status that follow from payments and allocations; `lastOn` is the day of the latest.
    void settle(int position, const Decimal& paid, const Decimal& credited, Date lastOn, Instant now);

    // Positions; -1 when there is none. Numbers are compared without case and only receivable ones are
    // unique.
    [[nodiscard]] int byId(const QUuid& id) const { return m_ids.value(id, -1); }
    [[nodiscard]] int receivableByNumber(const QString& number) const;
    [[nodiscard]] QList<int> allByNumber(const QString& number) const;
    /// "INV-0001" onwards, skipping numbers in use.
    [[nodiscard]] QString nextNumber();
    /// One shared copy of a text that repeats on many lines.
    [[nodiscard]] QString shared(const QString& text);

  private:
    void index(int position);
    void unindex(int position);

    std::deque<Invoice> m_invoices;
    QHash<QUuid, int> m_ids;
    QHash<QString, int> m_receivables; // by folded number
    QMultiHash<QString, int> m_payables;
    QSet<QString> m_texts;
    int m_lastNumber = 0;
};

} // namespace tieout::sandbox::xero
