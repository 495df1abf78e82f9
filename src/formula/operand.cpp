#include "formula/operand.h"

#include <algorithm>

namespace tieout::formula {

Operand FaultLog::raise(FaultKind kind, Span at, QString code, QStringList facts)
{
    return raise(Fault{kind, at, std::move(code), std::move(facts)});
}

Operand FaultLog::raise(Fault fault)
{
    m_faults.push_back(std::move(fault));
    return Operand::faulted(qint32(m_faults.size()) - 1);
}

qint32 FaultLog::keep(std::vector<qint32> faults)
{
    m_spoilt.push_back(std::move(faults));
    return qint32(m_spoilt.size()) - 1;
}

Operand FaultLog::whole(Operand operand) const
{
    if (!operand.isSpoilt()) return operand;
    const auto& faults = m_spoilt[size_t(operand.spoilt)];
    return Operand::faulted(*std::find_if(faults.begin(), faults.end(), [](qint32 f) { return f >= 0; }));
}

} // namespace tieout::formula
