#pragma once

#include "store/database.h"

namespace tieout::store {

/// A transaction on one connection; undone when it is left without a commit.
class Transaction final
{
  public:
    enum class Kind : quint8 { Write, Read };
    [[nodiscard]] static Result<std::unique_ptr<Transaction>> begin(Database& database, Kind kind);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    [[nodiscard]] Result<void> commit();
    void rollback();

    [[nodiscard]] Result<void> mark(); ///< a savepoint
    [[nodiscard]] Result<void> keep(); ///< what was done since the mark stays
    /// Undoes what was done since the mark; false when the database has already undone the whole transaction
    /// (it does so when the disk is full).
    [[nodiscard]] bool undo();

  private:
    explicit Transaction(Database& database)
        : m_database(database)
    {
    }
    Database& m_database;
    bool m_open = true;
};

} // namespace tieout::store
