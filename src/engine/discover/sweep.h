#pragma once

#include "engine/discover/departures.h"

namespace tieout::engine {

/// For systems whose changes do not tell what was deleted: reads the ids of all records now and then, and
/// compares them with the links. A record that seems gone is asked for by its id before anybody is told. Ids
/// are kept as their hashes, eight bytes each. Engine thread; part of one run.
class Sweep final
{
  public:
    Sweep(const FlowLane& lane, connectors::Connector& source, store::Store& store, Clock& clock,
          RunBook& book, StopToken stop);

    /// Does nothing when the source needs no sweep, or had one lately. Error: what reading or the store met.
    [[nodiscard]] Task<Result<void>> performWhenDue();

  private:
    using Links = QList<model::Link>;
    [[nodiscard]] Task<Result<bool>> isDue();
    [[nodiscard]] Task<Result<void>> readPresent();
    [[nodiscard]] bool isPresent(const QString& id) const;
    [[nodiscard]] Task<Result<Links>> links(qint64 offset);
    [[nodiscard]] Task<Result<void>> compare();
    [[nodiscard]] Task<Result<QStringList>> confirmed(QStringList missing);
    [[nodiscard]] Task<Result<void>> tellReturned(Links returned);
    [[nodiscard]] Task<Result<void>> keepTime();

    const FlowLane& m_lane;
    connectors::Connector& m_source;
    store::Store& m_store;
    Clock& m_clock;
    RunBook& m_book;
    StopToken m_stop;
    std::vector<quint64> m_present; ///< sorted hashes of the ids
};

} // namespace tieout::engine
