#pragma once

#include "base/result.h"

#include <QString>

QT_BEGIN_NAMESPACE
class QFileDevice;
QT_END_NAMESPACE

/// Files that must be whole or absent, whatever happens to the machine.
namespace tieout::platform {

/// Everything written to the open file reaches the disk before this returns. Error: LocalFault "file.write"
/// {file, reason}, "file.disk-full" {file}.
[[nodiscard]] Result<void> syncFile(QFileDevice& file);
/// Puts `from` in the place of `to` in one step, on the same disk; `to` need not exist. Error: LocalFault
/// "file.write" {file, reason}.
[[nodiscard]] Result<void> replaceFile(const QString& from, const QString& to);
/// Gives `from` the name `to` unless something has that name already. Error: LocalFault "file.write"
/// {file, reason}.
[[nodiscard]] Result<void> moveFile(const QString& from, const QString& to);

} // namespace tieout::platform
