#pragma once

#include "engine/ending.h"

namespace tieout::engine {

/// What a transaction of a run keeps beside outcomes and links, rarely: planned actions of a preview, what
/// became of an approved plan, decisions that were used, lapses, and notes that are owed. Part of a RunEntry.
class Asides final
{
  public:
    /// `report` is the run's.
    void add(const Ending& ending, const model::RunReport& report, Instant at);
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] Result<void> keep(store::Database& database) const;

  private:
    void addFollowed(const Ending& ending);
    void addReturn(const Ending& ending);

    qint64 m_run = 0;
    qint64 m_approved = 0;
    Instant m_at{};
    QList<model::PlannedAction> m_planned;
    QHash<QString, QStringList> m_written; ///< flow → source ids of the approved plan
    QHash<QString, QStringList> m_passed;
    QHash<QString, QStringList> m_decided;
    QList<store::Lapse> m_lapses;
    QList<store::Note> m_notes;
};

/// The line of a run's record about its note; nothing when none is owed.
[[nodiscard]] std::optional<Error> noteRemark(const Ending& ending);

} // namespace tieout::engine
