#pragma once

#include "base/clock.h"
#include "connectors/connector.h"

namespace tieout::engine {

/// Sends one prepared batch and finds out the verdict of each row, whatever becomes of the answer: repeats it
/// with its key while the system remembers the key, else looks the records up. A creation that is not there
/// is sent by the next run; an update that has not arrived is sent once more, for writing the same content
/// again is harmless. Engine thread.
class BatchSender final
{
  public:
    BatchSender(connectors::Connector& target, Clock& clock, StopToken stop);

    using Verdicts = Result<QList<model::RowOutcome>>;
    /// One outcome per row. An error is about the batch as a whole and is never Uncertain.
    [[nodiscard]] Task<Verdicts> send(connectors::PreparedWrite write);

  private:
    [[nodiscard]] Task<Verdicts> attempt(connectors::PreparedWrite write);
    [[nodiscard]] Task<Verdicts> lookUpCreated(connectors::PreparedWrite write, Error uncertain);
    [[nodiscard]] Task<Verdicts> compareUpdated(connectors::PreparedWrite write, Error uncertain);
    [[nodiscard]] Task<QList<model::RowOutcome>>
    updateAgain(connectors::PreparedWrite write, QList<qsizetype> rows, QList<model::RowOutcome> outcomes);

    connectors::Connector& m_target;
    Clock& m_clock;
    StopToken m_stop;
};

} // namespace tieout::engine
