#include "engine/parentlanes.h"

namespace tieout::engine {

namespace {

/// Children that may wait for their parents before a part-filled parent batch is sent: bounds memory.
constexpr qsizetype kMostWaiting = 4000;

} // namespace

Result<void> ParentLanes::add(const model::Flow& parent, const RunParts& parts, model::ObjectSchema target,
                              const connectors::ReferenceData& reference)
{
    const QString id = parent.id;
    m_lanes.push_back(std::make_unique<FlowLane>(
        parent, FlowLane::Role::Parent, parts, std::move(target), reference,
        [this, id](const QList<Ending>& endings) { m_children.parentsEnded(id, endings); }));
    m_children.needs({id, parent.sourceKey});
    return m_lanes.back()->compile();
}

bool ParentLanes::isCrowded() const
{
    return m_children.waiting() > kMostWaiting;
}

Task<Result<void>> ParentLanes::bringFor(QList<Subject> children)
{
    m_children.trim();
    for (const auto& lane : m_lanes) {
        const ChildQueue::Parent parent{lane->flow().id, lane->flow().sourceKey};
        QList<Subject> wanted = missingParents(parent, children);
        if (wanted.isEmpty()) continue;
        const Result<void> brought = co_await bring(*lane, parent, std::move(wanted));
        if (!brought) co_return brought;
    }
    for (auto& child : children)
        m_children.admit(std::move(child));
    co_return Result<void>();
}

/// Each parent once that some child needs and of which nothing is known yet.
QList<Subject> ParentLanes::missingParents(const ChildQueue::Parent& parent,
                                           const QList<Subject>& children) const
{
    QList<Subject> wanted;
    QSet<QString> keys;
    for (const auto& child : children) {
        const QString key = m_children.unknownParent(parent, child.record);
        if (key.isEmpty() || keys.contains(key)) continue;
        Subject subject;
        subject.record = child.record;
        subject.sourceId = key;
        subject.sourceVersion = child.sourceVersion;
        keys.insert(key);
        wanted += std::move(subject);
    }
    return wanted;
}

/// Finds the parents that are linked and makes the others.
Task<Result<void>> ParentLanes::bring(FlowLane& lane, ChildQueue::Parent parent, QList<Subject> wanted)
{
    const QString flow = parent.flow;
    QStringList keys;
    for (const auto& subject : std::as_const(wanted))
        keys += subject.sourceId;
    using Links = QHash<QString, model::Link>;
    std::function<Result<Links>(store::Database&)> look = [flow, keys](store::Database& database) {
        return store::LinkRepository(database).bySource(flow, keys);
    };
    const Result<Links> links = co_await m_store.read<Links>(look);
    if (!links) co_return tl::unexpected(links.error());
    QList<Subject> missing;
    for (auto& subject : wanted) {
        if (const auto link = links->constFind(subject.sourceId); link != links->cend()) {
            m_children.found(flow, subject.sourceId, link->targetId);
            continue;
        }
        m_children.expect(flow, subject.sourceId);
        missing += std::move(subject);
    }
    const Result<void> planned = co_await lane.plan(std::move(missing));
    co_return planned;
}

Task<Result<void>> ParentLanes::settle()
{
    for (const auto& lane : m_lanes) {
        const Result<void> settled = co_await lane->settle();
        if (!settled) co_return settled;
    }
    co_return Result<void>();
}

std::optional<Error> ParentLanes::fault() const
{
    for (const auto& lane : m_lanes)
        if (lane->fault()) return lane->fault();
    return std::nullopt;
}

} // namespace tieout::engine
