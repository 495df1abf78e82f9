#pragma once

#include "base/error.h"
#include "model/flow.h"

#include <QHash>

#include <optional>

namespace tieout::engine {

/// The most that one run of a flow may write, by count and by money of a currency. Above, nothing more is
/// written and the run asks. Engine thread.
class Ceiling final
{
  public:
    enum class Above : quint8 {
        Stops,  ///< a sync
        Passes, ///< a preview shows all of it
    };
    Ceiling(const model::FlowRules& rules, Above above);

    /// Counts one more write; false when it may not be.
    [[nodiscard]] bool admits(const QString& currency, const std::optional<Decimal>& amount);
    [[nodiscard]] qint64 admitted() const { return m_writes; }
    /// BadConfig "run.ceiling" (facts: the ceiling) once it was reached.
    [[nodiscard]] const std::optional<Error>& reached() const { return m_reached; }

  private:
    int m_mostRecords;
    QString m_mostAmount;
    Above m_above;
    qint64 m_writes = 0;
    QHash<QString, Decimal> m_money;
    std::optional<Error> m_reached;
};

} // namespace tieout::engine
