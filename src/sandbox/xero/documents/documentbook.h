#pragma once

#include "sandbox/xero/documents/document.h"

#include <QHash>

#include <deque>

namespace tieout::sandbox::xero {

/// The documents of one kind in one organisation. Positions never change. A value: copies are snapshots.
class DocumentBook final
{
  public:
    [[nodiscard]] int size() const { return int(m_documents.size()); }
    [[nodiscard]] const Document& at(int position) const { return m_documents[size_t(position)]; }
    int add(Document document);
    void replace(int position, Document document);
    /// Amounts and status that follow from allocations and refunds.
    void settle(int position, const Decimal& applied, const Decimal& refunded, Date lastOn, Instant now);

    // Positions; -1 when there is none. Numbers without case; those of supplier credit notes are not unique
    // and not found.
    [[nodiscard]] int byId(const QUuid& id) const { return m_ids.value(id, -1); }
    [[nodiscard]] int byNumber(const QString& number) const;
    [[nodiscard]] QString nextNumber(QStringView prefix);

  private:
    [[nodiscard]] static bool hasOwnNumber(const Document& document);
    void index(int position);
    void unindex(int position);

    std::deque<Document> m_documents;
    QHash<QUuid, int> m_ids;
    QHash<QString, int> m_numbers;
    int m_lastNumber = 0;
};

} // namespace tieout::sandbox::xero
