#pragma once

#include "connectors/connector.h"
#include "engine/entry/entrybook.h"
#include "model/attachedfile.h"

namespace tieout::engine {

/// Hangs a file on a record because a person asked for it, with the care of an entry: a run of its own, the
/// journal row durable before the bytes leave, a verdict, an end in doubt looked up in the record's list and
/// never sent again by itself. Engine thread.
class FileEntryDesk final
{
  public:
    FileEntryDesk(connectors::Connector& target, store::Store& store, Clock& clock);

    /// `connection` and `title` name where it goes. Errors when nothing was begun: BadConfig
    /// "connector.no-files" (facts: object), RowRejected "connector.file-too-large" (facts: name, bytes,
    /// most), LocalFault of the store. All else is the outcome of the report.
    [[nodiscard]] Task<Result<model::FileReport>> attach(QString connection, QString title,
                                                         model::FileEntry entry, StopToken stop);

  private:
    [[nodiscard]] Result<void> mayBegin(const model::FileEntry& entry) const;
    [[nodiscard]] Task<void> send(model::FileReport* report, const model::FileEntry* entry, StopToken stop);

    connectors::Connector& m_target;
    EntryBook m_book;
};

} // namespace tieout::engine
