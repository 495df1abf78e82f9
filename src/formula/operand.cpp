#include "formula/operand.h"

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

} // namespace tieout::formula
