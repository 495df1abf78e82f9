#pragma once

#include "engine/flowlane.h"

namespace tieout::engine {

/// What a link's source version says when its source record is deleted: the record is told about once, and is
/// compared anew should it come back.
inline const QString kDepartedVersion = QStringLiteral("deleted");

/// Source records that are known to be deleted. What was written for them stays as it is: nothing is deleted
/// in a ledger. The link is marked, and a problem tells a person, who decides. A record that never was
/// written needs no word. Engine thread; part of one run.
class Departures final
{
  public:
    /// Asked: the record was read by its id because a person or a due problem asked for it.
    enum class Seen : quint8 { InChanges, Asked };

    Departures(const FlowLane& lane, store::Store& store, RunBook& book)
        : m_lane(lane)
        , m_store(store)
        , m_book(book)
    {
    }
    /// Ends those of the records that have something to end. `shown`: what the system still shows of them.
    [[nodiscard]] Task<Result<void>> end(QStringList ids, QList<model::Record> shown, Seen seen);

  private:
    [[nodiscard]] std::optional<Ending> endingOf(Subject subject, Seen seen) const;

    const FlowLane& m_lane;
    store::Store& m_store;
    RunBook& m_book;
};

} // namespace tieout::engine
