#pragma once

#include "base/error.h"
#include "cli/commandline.h"
#include "cli/endrequest.h"
#include "service/workbench.h"

namespace tieout::cli {

/// A command with its open workspace.
struct Session {
    Invocation invocation;
    service::Workbench& bench;
    EndRequest& end;

    /// --limit, within bounds; 50 without it.
    [[nodiscard]] int limit() const;
};

/// English source text in the words of the program's language.
[[nodiscard]] QString say(const char* text);
/// Prints the fault; returns kFault.
[[nodiscard]] int refuse(const Error& error, const Session& session);
/// Prints what should have been typed; returns kUsage.
[[nodiscard]] int refuseWords(const QString& what);

} // namespace tieout::cli
