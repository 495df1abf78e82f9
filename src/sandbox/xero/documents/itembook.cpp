#include "sandbox/xero/documents/itembook.h"

namespace tieout::sandbox::xero {

int ItemBook::add(Item item)
{
    const int position = size();
    m_items.push_back(std::move(item));
    index(position);
    return position;
}

void ItemBook::replace(int position, Item item)
{
    unindex(position);
    m_items[size_t(position)] = std::move(item);
    index(position);
}

void ItemBook::remove(int position)
{
    unindex(position);
    m_items[size_t(position)].deleted = true;
}

int ItemBook::byCode(const QString& code) const
{
    return code.isEmpty() ? -1 : m_codes.value(code.toCaseFolded(), -1);
}

void ItemBook::receive(int position, const Decimal& quantity, const Decimal& cost)
{
    Item& item = m_items[size_t(position)];
    item.quantityOnHand = item.quantityOnHand.plus(quantity).value_or(item.quantityOnHand);
    item.costPool = item.costPool.plus(cost).value_or(item.costPool).rounded(2);
}

void ItemBook::issue(int position, const Decimal& quantity)
{
    const Item& item = m_items[size_t(position)];
    Decimal cost;
    if (!item.quantityOnHand.isZero()) {
        cost =
            item.costPool.times(quantity)
                .and_then([&item](const Decimal& product) { return product.dividedBy(item.quantityOnHand); })
                .value_or(Decimal())
                .rounded(2);
    }
    receive(position, quantity.negated(), cost.negated());
}

void ItemBook::index(int position)
{
    const Item& item = at(position);
    m_ids.insert(item.id, position);
    m_codes.insert(item.code.toCaseFolded(), position);
    m_tracked += item.isTracked() ? 1 : 0;
}

void ItemBook::unindex(int position)
{
    const Item& item = at(position);
    m_ids.remove(item.id);
    m_codes.remove(item.code.toCaseFolded());
    m_tracked -= item.isTracked() ? 1 : 0;
}

} // namespace tieout::sandbox::xero
