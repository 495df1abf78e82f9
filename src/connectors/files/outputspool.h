#pragma once

#include "connectors/connector.h"
#include "connectors/files/filesettings.h"

namespace tieout::connectors {

/// Rows on their way into a file: each batch is on the disk before it counts as written, and all of them
/// become the file at the end of the run, in one step. What a crash leaves is taken up by the next run.
/// Beside the file, hidden. Engine thread; no state but the disk's.
class OutputSpool final
{
  public:
    OutputSpool(QString target, FileSettings settings);

    /// One line of JSON per row; what `append` takes.
    [[nodiscard]] static QByteArray linesOf(const QList<WriteRow>& rows, Operation operation);
    /// Error: LocalFault "file.disk-full" | "file.read-only" | "file.write"; then nothing of it was kept.
    [[nodiscard]] Result<void> append(const QByteArray& lines);
    /// Merges everything with the file as it is: rows with a known key are replaced, others added at the end.
    /// Nothing to do without rows. Error: also what reading the old file meets; the rows are kept then.
    [[nodiscard]] Result<void> publish();
    /// Keys of rows that wait here or stand in the file.
    [[nodiscard]] Result<QList<TargetRecord>> find(const QStringList& keys) const;
    [[nodiscard]] bool isEmpty() const;

  private:
    struct Line;
    struct Merge;
    [[nodiscard]] QString spoolPath() const;
    [[nodiscard]] Result<qint64> trim() const;
    [[nodiscard]] Result<void> index(Merge& merge) const;
    [[nodiscard]] Result<void> copyOld(Merge& merge) const;
    [[nodiscard]] Result<void> addNew(Merge& merge) const;
    [[nodiscard]] Result<void> settleColumns(Merge& merge) const;

    QString m_target;
    FileSettings m_settings;
};

/// The column that carries our key when the connection names none.
inline constexpr QStringView kKeyColumn = u"Key";

} // namespace tieout::connectors
