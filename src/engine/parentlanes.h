#pragma once

#include "engine/childqueue.h"
#include "engine/flowlane.h"

namespace tieout::engine {

/// The parent flows of a run (the contacts of invoices): finds or makes each parent that a record needs, and
/// keeps the record back until it is there. Engine thread; owned by the run.
class ParentLanes final
{
  public:
    explicit ParentLanes(store::Store& store)
        : m_store(store)
    {
    }
    Q_DISABLE_COPY_MOVE(ParentLanes)

    /// Error BadConfig as FlowLane::compile().
    [[nodiscard]] Result<void> add(const model::Flow& parent, const RunParts& parts,
                                   model::ObjectSchema target, const connectors::ReferenceData& reference);
    /// The parents that are known to be there. Lives as long as this.
    [[nodiscard]] const LinkedIds& ids() const { return m_children.there(); }

    /// Takes records of the main flow: their missing parents are planned, they wait or are ready.
    [[nodiscard]] Task<Result<void>> bringFor(QList<Subject> children);
    [[nodiscard]] QList<Subject> takeReady() { return m_children.takeReady(); }
    [[nodiscard]] QList<ChildQueue::Orphan> takeOrphans() { return m_children.takeOrphans(); }
    /// Nothing is ready and nothing was orphaned.
    [[nodiscard]] bool isIdle() const { return m_children.isIdle(); }
    /// So many records wait that part-filled batches of parents should go.
    [[nodiscard]] bool isCrowded() const;

    /// Sends what is queued and waits for all of it.
    [[nodiscard]] Task<Result<void>> settle();
    [[nodiscard]] std::optional<Error> fault() const;

  private:
    [[nodiscard]] QList<Subject> missingParents(const ChildQueue::Parent& parent,
                                                const QList<Subject>& children) const;
    [[nodiscard]] Task<Result<void>> bring(FlowLane& lane, ChildQueue::Parent parent, QList<Subject> wanted);

    store::Store& m_store;
    ChildQueue m_children;
    std::vector<std::unique_ptr<FlowLane>> m_lanes;
};

} // namespace tieout::engine
