#include "engine/childqueue.h"

#include "engine/plan/offplan.h"

namespace tieout::engine {

using namespace Qt::StringLiterals;
using model::Outcome;

QString ChildQueue::unknownParent(const Parent& parent, const model::Record& record) const
{
    const QString key = record.path(parent.key).toPlainText();
    if (key.isEmpty() || m_there.contains(parent.flow, key)) return {};
    const QString name = nameOf(parent.flow, key);
    return m_underWay.contains(name) || m_refused.contains(name) ? QString() : key;
}

void ChildQueue::admit(Subject child)
{
    for (const auto& parent : std::as_const(m_parents)) {
        if (m_underWay.isEmpty() && m_refused.isEmpty()) break;
        const QString name = nameOf(parent.flow, child.record.path(parent.key).toPlainText());
        if (const auto refused = m_refused.constFind(name); refused != m_refused.cend()) {
            m_orphans.append({std::move(child), *refused});
            return;
        }
        if (!m_underWay.contains(name)) continue;
        m_waiting[name] += std::move(child);
        ++m_waitingCount;
        return;
    }
    m_ready += std::move(child);
}

void ChildQueue::parentsEnded(const QString& flow, const QList<Ending>& endings)
{
    for (const auto& ending : endings) {
        const QString name = nameOf(flow, ending.sourceId);
        m_underWay.remove(name);
        const bool there = ending.outcome == Outcome::Created || ending.outcome == Outcome::Updated ||
                           ending.outcome == Outcome::Unchanged;
        if (there) {
            // In a preview the contact does not exist yet; its invoice is planned as if it did.
            const QString id = ending.link ? ending.link->targetId : ending.targetId;
            m_there.set(flow, ending.sourceId, id.isEmpty() ? kNotThereYet : id);
        } else {
            Error error = ending.error.value_or(Error{});
            error.context.object = ending.targetObject;
            m_refused.insert(name, error);
        }
        auto children = m_waiting.take(name);
        m_waitingCount -= children.size();
        for (auto& child : children)
            admit(std::move(child));
    }
}

void ChildQueue::trim()
{
    // A child that is ready still asks for the ids of its parents; one that waits has more than one.
    const bool needed = !m_ready.isEmpty() || (m_parents.size() > 1 && !m_waiting.isEmpty());
    if (!needed) m_there.trim();
}

} // namespace tieout::engine
