#pragma once

#include "store/access.h"
#include "store/database.h"

namespace tieout::store {

class StatementProbe;

/// When a commit counts as done.
enum class Durability : quint8 {
    Disk,  ///< when the disk has it: survives a power cut
    System ///< when the operating system has it: survives the end of the process
};

/// Opens workspace files: all that is special to SQLite as a file lives here (recognising it, write-ahead
/// log, locks, read-only places). PostgreSQL will be a second one.
class Connector final
{
  public:
    /// For the writing connection: creates the file when absent, brings its schema up to date.
    /// Errors: see Store::open.
    [[nodiscard]] static Result<std::unique_ptr<Database>>
    openForWriting(const QString& path, Durability durability, std::shared_ptr<StatementProbe> probe);
    /// The file must exist and have our schema version. Error in addition: LocalFault "store.older".
    [[nodiscard]] static Result<std::unique_ptr<Database>>
    openForReading(const QString& path, std::shared_ptr<StatementProbe> probe);

  private:
    [[nodiscard]] static Result<std::unique_ptr<Database>>
    connect(const QString& name, const QString& options, std::shared_ptr<StatementProbe> probe);
};

} // namespace tieout::store
