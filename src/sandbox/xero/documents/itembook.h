#pragma once

#include "base/date.h"
#include "base/decimal.h"

#include <QHash>
#include <QUuid>

#include <vector>

namespace tieout::sandbox::xero {

/// What an item says for one side of the trade.
struct ItemTerms {
    std::optional<Decimal> unitPrice;
    QString accountCode;
    QString taxType;
    QString costOfSalesCode; ///< purchases of tracked items only

    [[nodiscard]] bool isEmpty() const
    {
        return !unitPrice && accountCode.isEmpty() && taxType.isEmpty() && costOfSalesCode.isEmpty();
    }
};

struct Item {
    QUuid id;
    QString code;
    QString name;
    QString description;
    QString purchaseDescription;
    QString inventoryAccount; ///< set: its stock is tracked
    ItemTerms sales;
    ItemTerms purchases;
    Decimal quantityOnHand = Decimal::fromScaled(0, 4);
    Decimal costPool = Decimal::fromScaled(0, 2);
    Instant created{};
    Instant updated{};
    bool isSold = true;
    bool isPurchased = true;
    bool deleted = false;

    [[nodiscard]] bool isTracked() const { return !inventoryAccount.isEmpty(); }
};

/// The items of one organisation, found by code without case. Positions never change: lines keep them. A
/// value: copies are snapshots.
class ItemBook final
{
  public:
    [[nodiscard]] int size() const { return int(m_items.size()); }
    [[nodiscard]] const Item& at(int position) const { return m_items[size_t(position)]; }
    int add(Item item);
    void replace(int position, Item item);
    void remove(int position);
    [[nodiscard]] int byId(const QUuid& id) const { return m_ids.value(id, -1); }
    [[nodiscard]] int byCode(const QString& code) const;
    [[nodiscard]] bool keepsStock() const { return m_tracked > 0; }

    /// Stock moves at the average cost; purchases bring their own.
    void receive(int position, const Decimal& quantity, const Decimal& cost);
    void issue(int position, const Decimal& quantity);

  private:
    void index(int position);
    void unindex(int position);

    std::vector<Item> m_items;
    QHash<QUuid, int> m_ids;
    QHash<QString, int> m_codes;
    int m_tracked = 0;
};

} // namespace tieout::sandbox::xero
