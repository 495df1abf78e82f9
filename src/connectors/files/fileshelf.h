#pragma once

#include "connectors/files/filesettings.h"

namespace tieout::connectors {

struct ShelfFile {
    QString path;
    QString name;
    qint64 size = 0;
    qint64 changedMs = 0; ///< time of the last change

    bool operator==(const ShelfFile&) const = default;
};

/// The files of one connection: the single one, or those of the watched folder that its pattern names, oldest
/// first. Finished ones lie in done/ beneath. Result files, hidden files and locks of other programs are not
/// among them; links are not followed out of the folder. Any thread; no state.
class FileShelf final
{
  public:
    explicit FileShelf(FileSettings settings);

    /// Error: BadConfig "file.not-found" | "file.no-folder", LocalFault "file.unreadable".
    [[nodiscard]] Result<QList<ShelfFile>> waiting() const;
    [[nodiscard]] QList<ShelfFile> done() const;
    /// The file as it is now; nullopt when gone.
    [[nodiscard]] static std::optional<ShelfFile> look(const QString& path);
    /// 16 hex digits over the whole content, or over its first `most` bytes.
    [[nodiscard]] static Result<QString> contentHash(const QString& path, qint64 most = -1);
    /// Moves a file into done/, under a free name beside its own. Gives where it lies now. Error: LocalFault
    /// "file.read-only" | "file.write" | "file.disk-full".
    [[nodiscard]] Result<QString> moveToDone(const QString& path) const;
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString doneFolder() const;
    /// "march.result.csv" beside "march.csv".
    [[nodiscard]] static QString resultPath(const QString& path);

  private:
    [[nodiscard]] QList<ShelfFile> listed(const QString& folder) const;

    FileSettings m_settings;
};

enum class Disk : quint8 { HasSpace, Full };

/// LocalFault of a file that cannot be written: "file.disk-full", "file.read-only", "file.write".
[[nodiscard]] Error writeFault(const QString& path, Disk disk, const QString& reason);

} // namespace tieout::connectors
