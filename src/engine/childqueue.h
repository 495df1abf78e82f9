#pragma once

#include "engine/ending.h"
#include "engine/linkedids.h"

#include <QSet>

namespace tieout::engine {

/// The records of the main flow and the parents they need (the contacts of invoices): who waits for whom,
/// which parents are there, which were refused. Engine thread; owned by ParentLanes.
class ChildQueue final
{
  public:
    struct Parent {
        QString flow;
        QString key; ///< field path of the parent's source id in the child's record
    };
    struct Orphan {
        Subject child;
        Error why;
    };

    /// Every record of the main flow may need a parent of this flow.
    void needs(Parent parent) { m_parents += std::move(parent); }

    /// The parent of this flow that a record needs, when nothing is known of it yet; else empty.
    [[nodiscard]] QString unknownParent(const Parent& parent, const model::Record& record) const;
    /// The parent is under way: its children wait.
    void expect(const QString& flow, const QString& key) { m_underWay.insert(nameOf(flow, key)); }
    void found(const QString& flow, const QString& key, const QString& targetId)
    {
        m_there.set(flow, key, targetId);
    }
    /// Parents have ended: their children are ready, wait for the next parent, or are orphans.
    void parentsEnded(const QString& flow, const QList<Ending>& endings);

    void admit(Subject child);
    [[nodiscard]] QList<Subject> takeReady() { return std::exchange(m_ready, {}); }
    [[nodiscard]] QList<Orphan> takeOrphans() { return std::exchange(m_orphans, {}); }
    [[nodiscard]] bool isIdle() const { return m_ready.isEmpty() && m_orphans.isEmpty(); }
    [[nodiscard]] qsizetype waiting() const { return m_waitingCount; }

    [[nodiscard]] const LinkedIds& there() const { return m_there; }
    /// Forgets parents that nobody needs at the moment; the store knows them.
    void trim();

  private:
    [[nodiscard]] static QString nameOf(const QString& flow, const QString& key)
    {
        return flow + QChar(0x1f) + key;
    }

    QList<Parent> m_parents;
    LinkedIds m_there;
    QSet<QString> m_underWay;                 ///< parent flow ␟ key
    QHash<QString, QList<Subject>> m_waiting; ///< the same → children
    QHash<QString, Error> m_refused;          ///< the same → why this run could not make it
    qsizetype m_waitingCount = 0;
    QList<Subject> m_ready;
    QList<Orphan> m_orphans;
};

} // namespace tieout::engine
