#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace tieout::service {

// Files of records on this computer. Any thread; they block.

/// A name from another system as it may stand in a folder here: one name, no path, nothing that this or
/// another operating system reads otherwise. Never empty. Pure.
[[nodiscard]] QString localFileName(const QString& name);

/// What to do with a file that is there already.
enum class OnDisk : quint8 { Keep, Overwrite };

/// Where a file that is named `name` elsewhere is to be kept: `path` is a folder, which has its own name for
/// it, or the file itself. Errors LocalFault "save.exists" (facts: path) | "save.no-folder" (facts: folder).
[[nodiscard]] Result<QString> placeFor(const QString& path, const QString& name, OnDisk existing);
/// Whole or not at all. Errors as placeFor, and LocalFault "save.failed" (facts: path, reason).
[[nodiscard]] Result<void> keepFile(const QString& path, const QByteArray& bytes, OnDisk existing);

/// Error: LocalFault "add.unreadable" (facts: path, reason), RowRejected "connector.file-too-large" (facts:
/// name, bytes, most).
[[nodiscard]] Result<QByteArray> readWhole(const QString& path, qint64 most);

} // namespace tieout::service
