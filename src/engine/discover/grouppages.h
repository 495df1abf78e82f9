#pragma once

#include "connectors/exchange.h"
#include "mapping/grouping.h"

namespace tieout::engine {

/// Collects the pages of a flat source into one page of groups: what a grouped mapping maps. A row that could
/// not be read holds its group; a row without a key is held alone, named by its number. On the stack of a
/// SourceStream's reading.
class GroupPages final
{
  public:
    /// `sourceKey` is the field that names a record of the sync.
    GroupPages(const model::Grouping& group, QString sourceKey);
    /// Error: as RowGrouper::add, those that end the stream.
    [[nodiscard]] Result<void> add(connectors::Page page);
    /// Only those named in `wanted`; empty = all. Error: BadConfig "group.same-source" (facts: value, field):
    /// two groups of one name would become one record.
    [[nodiscard]] Result<connectors::Page> finish(const QStringList& wanted);

  private:
    void hold(const model::Record& row, const Error& error);

    model::Grouping m_group;
    QString m_sourceKey;
    mapping::RowGrouper m_grouper;
    QHash<qsizetype, Error> m_faults; ///< by group
    connectors::Page m_alone;         ///< rows without a key
    connectors::Cursor m_cursor;
    qint64 m_rows = 0;
};

} // namespace tieout::engine
