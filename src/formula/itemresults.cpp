#include "formula/itemresults.h"

namespace tieout::formula {

static_assert(size_t(FaultKind::NotLinked) == 6, "one place for each kind of error");

ItemResults::ItemResults(FaultLog& faults, qsizetype size)
    : m_faults(faults)
    , m_mark(faults.m_faults.size())
{
    m_items.reserve(size);
    m_known.fill(-1);
}

void ItemResults::add(Operand item)
{
    item = m_faults.whole(std::move(item));
    const qint32 fault = item.failed() ? firstOfItsKind(item.fault) : -1;
    if (fault >= 0 && m_failed.empty()) m_failed.assign(size_t(m_items.size()), -1);
    if (fault >= 0 || !m_failed.empty()) m_failed.push_back(fault);
    m_items.append(std::move(item.value));
}

/// The number that this fault, or one of its kind before it, goes by; a fault of the same kind is forgotten.
qint32 ItemResults::firstOfItsKind(qint32 fault)
{
    qint32& known = m_known[size_t(m_faults.at(fault).kind)];
    if (known < 0) {
        known = fault;
    } else if (size_t(fault) >= m_mark) {
        m_faults.m_faults.erase(m_faults.m_faults.begin() + qptrdiff(m_mark), m_faults.m_faults.end());
    }
    m_mark = m_faults.m_faults.size();
    return known;
}

Operand ItemResults::take()
{
    Operand list(model::Value(std::move(m_items)));
    if (!m_failed.empty()) list.spoilt = m_faults.keep(std::move(m_failed));
    return list;
}

} // namespace tieout::formula
