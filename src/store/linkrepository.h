#pragma once

#include "model/problem.h"
#include "store/database.h"

#include <QHash>

namespace tieout::store {

/// Which records are the same. `flow` is the (parent) flow's id.
class LinkRepository final
{
  public:
    explicit LinkRepository(Database& database)
        : m_database(database)
    {
    }
    [[nodiscard]] Result<QHash<QString, model::Link>> bySource(const QString& flow,
                                                               const QStringList& sourceIds);
    [[nodiscard]] Result<QHash<QString, model::Link>> byTarget(const QString& flow,
                                                               const QStringList& targetIds);
    [[nodiscard]] Result<void> save(const QList<model::Link>& links); ///< insert or replace; hot path
    [[nodiscard]] Result<QList<model::Link>> window(const QString& flow, qint64 offset, int limit);
    [[nodiscard]] Result<qint64> count(const QString& flow);

  private:
    Database& m_database;
};

} // namespace tieout::store
