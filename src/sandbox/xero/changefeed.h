#pragma once

#include <QList>
#include <QString>
#include <QUuid>

namespace tieout::sandbox::xero {

enum class ChangeKind : quint8 { Contact, Invoice, CreditNote, Prepayment, Overpayment };

enum class ChangeType : quint8 { Created, Updated };

struct Change {
    ChangeKind kind = ChangeKind::Invoice;
    QUuid id;
    ChangeType type = ChangeType::Updated;
};

/// What webhooks would tell of, noted by the desks as they store. Costs nothing while nobody listens. A
/// value.
class ChangeFeed final
{
  public:
    void setListening(bool listening) { m_listening = listening; }
    void note(ChangeKind kind, const QUuid& id, ChangeType type)
    {
        if (m_listening) m_changes.append({kind, id, type});
    }
    [[nodiscard]] QList<Change> take() { return std::exchange(m_changes, {}); }

  private:
    QList<Change> m_changes;
    bool m_listening = false;
};

} // namespace tieout::sandbox::xero
