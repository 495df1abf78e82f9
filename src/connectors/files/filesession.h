#pragma once

#include "base/clock.h"
#include "connectors/files/filecursor.h"
#include "connectors/files/filesniffer.h"

namespace tieout::connectors {

/// A file that was read in this run, as its end needs it.
struct ReadFile {
    ShelfFile file;
    QString idName; ///< the file's name in the ids of its rows
    FileLayout layout;
    bool complete = false;
};

/// What the connector of one file connection and its reads share. Engine thread.
class FileSession final
{
  public:
    FileSession(FileSettings settings, Clock& clock);

    /// Waits until the files stand still, a second of the clock at a time, half a minute at most. Those that
    /// are still being written are left out; a single file then is an error of kind Retry,
    /// "file.still-written".
    [[nodiscard]] Task<Result<QList<ShelfFile>>> settledFiles(StopToken stop);

    /// The name under which the rows of a file are known; it stays when the file is renamed. A second, other
    /// file of a finished file's name gets a name of its own. `from` is the line behind which reading goes
    /// on. Error: BadConfig "file.needs-key" when rows cannot be told from earlier ones.
    struct Start {
        QString idName;
        QString hash;
        qint64 from = 0;
        bool known = false; ///< read to its end before
    };
    [[nodiscard]] Result<Start> startOf(const ShelfFile& file, const FileCursor& cursor) const;

    [[nodiscard]] Result<SniffedFile> sniff(const ShelfFile& file) const;
    [[nodiscard]] const FileSettings& settings() const { return m_settings; }
    [[nodiscard]] const FileShelf& shelf() const { return m_shelf; }
    void noteRead(const ReadFile& file);
    [[nodiscard]] QList<ReadFile> takeRead() { return std::exchange(m_read, {}); }
    /// Name in row ids of a finished file in done/, and of one that still waits.
    [[nodiscard]] static QString distinctName(const QString& name, const QString& hash);

  private:
    FileSettings m_settings;
    Clock& m_clock;
    FileShelf m_shelf;
    QList<ReadFile> m_read;
};

} // namespace tieout::connectors
