#pragma once

#include "store/database.h"

namespace tieout::store {

/// How far each object of a connection has been read by a flow. An unknown position is empty text.
class CursorRepository final
{
  public:
    explicit CursorRepository(Database& database)
        : m_database(database)
    {
    }
    [[nodiscard]] Result<QString> get(const QString& flow, const QString& connection, const QString& object);
    [[nodiscard]] Result<void> set(const QString& flow, const QString& connection, const QString& object,
                                   const QString& cursor);

  private:
    Database& m_database;
};

} // namespace tieout::store
