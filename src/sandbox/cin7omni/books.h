#pragma once

#include "base/date.h"
#include "sandbox/cin7/shelf.h"
#include "sandbox/cin7omni/kinds.h"

#include <array>
#include <optional>

namespace tieout::sandbox::cin7omni {

/// What the facts about Cin7 Omni leave open, as switches.
struct Modes {
    bool retryAfter = true;          ///< a refused call says how long to wait
    bool paymentsTouchOrders = true; ///< a payment changes the modifiedDate of its order
    bool dropUnsentLines = false;    ///< a change of lines removes those it does not name
    bool movesStock = true;          ///< saving an approved order or move changes the stock
    bool shuffleResults = false;     ///< the verdicts of a batch come in another order
    int deniedStatus = 403;          ///< of a permission that is left off
    QStringList denied;              ///< "Payments.Read", "SalesOrders.Create" …
};

/// Everything one Cin7 Omni account holds. A value whose copies are snapshots. Owned by the system.
class Books final
{
  public:
    [[nodiscard]] const cin7::Shelf& shelf(Kind kind) const { return m_shelves[size_t(kind)]; }
    [[nodiscard]] cin7::Shelf& shelf(Kind kind) { return m_shelves[size_t(kind)]; }
    [[nodiscard]] const Json* find(Kind kind, qint64 id) const
    {
        return shelf(kind).find(QString::number(id));
    }
    [[nodiscard]] qint64 newId(Kind kind);
    [[nodiscard]] qint64 newLineId() { return ++m_lastLine; }
    [[nodiscard]] qint64 newInvoiceNumber() { return ++m_lastInvoice; }
    [[nodiscard]] QString newReference(Kind kind);
    /// An order of any kind.
    [[nodiscard]] std::optional<std::pair<Kind, qint64>> findOrder(qint64 id) const;
    /// A row as the service shows it: every member, in the order of its kind.
    [[nodiscard]] Json show(Kind kind, const Json& row) const;
    void linkOption(qint64 product, qint64 option);

  private:
    [[nodiscard]] Json optionsOf(qint64 product) const;

    std::array<cin7::Shelf, kKindCount> m_shelves;
    std::array<qint64, kKindCount> m_lastIds{};
    qint64 m_lastOrder = 21'400; // orders of all kinds share one row of ids
    qint64 m_lastLine = 880'200;
    qint64 m_lastInvoice = 5'000;
    qint64 m_lastReference = 1'000;
    QHash<qint64, QList<qint64>> m_options; // product → options
};

} // namespace tieout::sandbox::cin7omni
