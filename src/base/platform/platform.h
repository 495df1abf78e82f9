#pragma once

#include "base/result.h"

#include <QString>

#include <chrono>

/// What each operating system does in its own way; nothing outside this folder asks which one it is.
namespace tieout::platform {

/// Folder for the user's workspaces; made by whoever writes there.
[[nodiscard]] QString dataFolder();
/// Name of this machine, as leases and logs show it.
[[nodiscard]] QString hostName();

/// Largest resident memory of this process so far, in bytes; 0 = unknown.
[[nodiscard]] qint64 peakMemory();
/// Processor time of this process, user and system.
[[nodiscard]] std::chrono::milliseconds processorTime();

[[nodiscard]] qint64 currentProcess();
/// A process of this machine; one that belongs to another user counts as alive.
[[nodiscard]] bool isProcessAlive(qint64 pid);

/// Only the user may read or write the file or folder. Error: LocalFault "file.permissions".
[[nodiscard]] Result<void> makePrivate(const QString& path);

} // namespace tieout::platform
