#pragma once

#include "base/json.h"

#include <QHash>

namespace tieout::sandbox::cin7 {

/// The records of one kind, oldest first, found by id. A value whose copies share until they are changed:
/// copies are snapshots. Owned by a system's books.
class Shelf final
{
  public:
    struct Entry {
        QString id;
        Json row;
    };

    [[nodiscard]] const QList<Entry>& entries() const { return m_entries; }
    [[nodiscard]] qsizetype size() const { return m_entries.size(); }
    /// Null when there is none; valid until the next change.
    [[nodiscard]] const Json* find(const QString& id) const;
    /// The first whose member is this text, case aside; null when there is none.
    [[nodiscard]] const Json* findBy(QStringView member, QStringView text) const;
    /// Adds, or replaces what has the id.
    void put(const QString& id, const Json& row);
    void set(const QString& id, const QString& member, Json value);
    void remove(const QString& id);

  private:
    QList<Entry> m_entries;
    QHash<QString, qsizetype> m_places;
};

} // namespace tieout::sandbox::cin7
