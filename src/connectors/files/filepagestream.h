#pragma once

#include "connectors/connector.h"
#include "connectors/files/filesession.h"
#include "connectors/files/rowrecords.h"

#include <QSet>

#include <memory>

namespace tieout::connectors {

/// The rows of all files that were not read before, one file after the other, in pages. A file with a fault
/// stops the run only when the others have been read. Engine thread.
class FilePageStream final : public PageStream
{
  public:
    FilePageStream(std::shared_ptr<FileSession> session, ReadRequest request);
    [[nodiscard]] Task<Result<std::optional<Page>>> next(StopToken stop) override;

  private:
    [[nodiscard]] Task<Result<void>> begin(StopToken stop);
    [[nodiscard]] Result<bool> openNext();
    [[nodiscard]] Result<bool> open(const ShelfFile& file);
    [[nodiscard]] Result<Page> readPage();
    void finishFile();

    std::shared_ptr<FileSession> m_session;
    ReadRequest m_request;
    RowRecords::Plan m_plan;
    FileCursor m_cursor;
    QList<ShelfFile> m_files;
    qsizetype m_nextFile = 0;
    ReadFile m_file;
    FileSession::Start m_start;
    std::unique_ptr<TableReader> m_table;
    std::optional<RowRecords> m_records;
    std::optional<Error> m_problem; ///< of the first file that could not be read
    bool m_begun = false;
};

/// Rows by their ids, wherever they lie: in the files that wait or in done/. One page. Engine thread.
class FileLookupStream final : public PageStream
{
  public:
    FileLookupStream(std::shared_ptr<FileSession> session, ReadRequest request);
    [[nodiscard]] Task<Result<std::optional<Page>>> next(StopToken stop) override;

  private:
    [[nodiscard]] Result<void> search(const ShelfFile& file, QSet<QString>& wanted, Page& page);

    std::shared_ptr<FileSession> m_session;
    ReadRequest m_request;
    RowRecords::Plan m_plan;
    bool m_ended = false;
};

} // namespace tieout::connectors
