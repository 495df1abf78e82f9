#pragma once

#include <QList>
#include <QString>
#include <QUuid>

namespace tieout::sandbox::xero {

enum class ChangeKind : quint8 { Contact, Invoice, CreditNote, Prepayment, Overpayment };

struct Change {
    ChangeKind kind = ChangeKind::Invoice;
    QUuid id;
    bool created = false;
};

/// What webhooks would tell of, noted by the desks as they store. Costs nothing while nobody listens. A
/// value.
class ChangeFeed final
{
  public:
    void setListening(bool listening) { m_listening = listening; }
    void note(ChangeKind kind, const QUuid& id, bool created)
    {
        if (m_listening) m_changes.append({kind, id, created});
    }
    [[nodiscard]] QList<Change> take() { return std::exchange(m_changes, {}); }

  private:
    QList<Change> m_changes;
    bool m_listening = false;
};

} // namespace tieout::sandbox::xero
