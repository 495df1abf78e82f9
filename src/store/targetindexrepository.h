#pragma once

#include "store/database.h"

#include <QHash>

namespace tieout::store {

/// What matching knows of the target's records: identity, usability and normalised keys.
struct TargetIndexRow {
    QString id;
    QString externalKey;
    QString title;
    QString version;
    bool usable = true;
    QStringList keys; ///< "rule-index\x1fnormalised text", made by engine/match
};

/// The target's records as matching last saw them. Hot path.
class TargetIndexRepository final
{
  public:
    explicit TargetIndexRepository(Database& database)
        : m_database(database)
    {
    }
    [[nodiscard]] Result<void> save(const QString& connection, const QString& object,
                                    const QList<TargetIndexRow>& rows);
    /// Rows by key (several rows may share one).
    [[nodiscard]] Result<QHash<QString, QList<TargetIndexRow>>>
    byKeys(const QString& connection, const QString& object, const QStringList& keys);
    /// By id; what the index does not know is absent.
    [[nodiscard]] Result<QHash<QString, TargetIndexRow>> byIds(const QString& connection,
                                                               const QString& object, const QStringList& ids);

  private:
    Database& m_database;
};

} // namespace tieout::store
