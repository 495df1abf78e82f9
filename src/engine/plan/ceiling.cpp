#include "engine/plan/ceiling.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;

Ceiling::Ceiling(const model::FlowRules& rules, Above above)
    : m_mostRecords(rules.maxRecords)
    , m_mostAmount(rules.maxAmount)
    , m_above(above)
{
}

bool Ceiling::admits(const QString& currency, const std::optional<Decimal>& amount)
{
    if (m_reached) return false;
    auto money = m_money.value(currency);
    if (amount) money = money.plus(*amount).value_or(money);
    const auto most = Decimal::parse(QStringView(m_mostAmount));
    const bool tooMany = m_mostRecords > 0 && m_writes >= m_mostRecords;
    const bool tooMuch = !m_mostAmount.isEmpty() && most && money > *most;
    if ((tooMany || tooMuch) && m_above == Above::Stops) {
        const QString ceiling = tooMany ? QString::number(m_mostRecords) : m_mostAmount + u' ' + currency;
        m_reached = errorOf(ErrorKind::BadConfig, u"run.ceiling"_s,
                            u"more writes than the sync's ceiling allows"_s, {ceiling});
        return false;
    }
    ++m_writes;
    m_money.insert(currency, money);
    return true;
}

} // namespace tieout::engine
