#pragma once

#include "base/result.h"

#include <QHash>
#include <QStringList>

namespace tieout::cli {

/// Exit codes, as scripts rely on them.
enum ExitCode : int { kAllGood = 0, kFault = 1, kUsage = 2, kRecordsNeedAttention = 3 };

/// One command as typed: `tieoutctl [--workspace DIR] [--json] COMMAND [ARGUMENTS] [--option VALUE]`.
struct Invocation {
    QString command;
    QStringList arguments;
    QHash<QString, QString> options; ///< without the dashes
    QString workspace;               ///< --workspace, TIEOUT_WORKSPACE, or the user's default folder
    bool json = false;
};

/// Between the values of an option that was given several times.
inline constexpr QChar kOptionSeparator{0x1f};

/// Error BadConfig "cli.usage" (facts: what is wrong).
[[nodiscard]] Result<Invocation> parseCommandLine(const QStringList& arguments);
/// Prints the fault and the usage to standard error; returns kUsage.
[[nodiscard]] int refuseUsage(const Error& error);
[[nodiscard]] QString usageText();

} // namespace tieout::cli
