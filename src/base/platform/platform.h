#pragma once

#include "base/result.h"

#include <QString>

#include <chrono>
#include <functional>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

/// What each operating system does in its own way; nothing outside this folder asks which one it is.
namespace tieout::platform {

/// Folder for the user's workspaces; made by whoever writes there.
[[nodiscard]] QString dataFolder();
/// Folder for what a user sets up for all workspaces (connectors of one's own); may not exist.
[[nodiscard]] QString configFolder();
/// Name of this machine, as leases and logs show it.
[[nodiscard]] QString hostName();
/// Name of the person at this machine, as decisions keep it; empty = unknown.
[[nodiscard]] QString userName();

/// Largest resident memory of this process so far, in bytes; 0 = unknown.
[[nodiscard]] qint64 peakMemory();
/// Memory that comes and goes in blocks of megabytes (pages, batches) goes back to the system at once, so
/// that a large job needs no more than a small one. First thing in a program; a wish, not a promise.
void giveMemoryBack();
/// Processor time of this process, user and system.
[[nodiscard]] std::chrono::milliseconds processorTime();

/// Calls back, by the event loop of `context`, when this process is asked to end: Ctrl+C, a stop by the
/// system, a closing terminal. Only the first time; asked again, the process ends at once. Once in a program.
void onEndRequested(QObject* context, std::function<void()> callback);

/// Only the user may read or write the file or folder. Error: LocalFault "file.permissions".
[[nodiscard]] Result<void> makePrivate(const QString& path);

/// For a server's listening socket on loopback: segments as small as a real network's. The 64 KB ones of
/// Linux make a sender without TCP_NODELAY (QNetworkAccessManager sends a body in pieces) wait 40 ms for each
/// acknowledgement: measured 140 requests of 100 KB a second with them, 2,000 and more without.
void useNetworkSizedSegments(qintptr listeningSocket);

} // namespace tieout::platform
