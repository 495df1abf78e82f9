#pragma once

#include <QString>

#include <optional>

/// What each operating system tells of a process. Inside this folder only.
namespace tieout::platform {

struct ProcessFacts {
    bool ended = false;
    quint64 began = 0; ///< in the system's own measure; 0 = not told
};

/// Nothing: there is no process of this number.
[[nodiscard]] std::optional<ProcessFacts> processFacts(qint64 number);
/// Two processes are numbered together when they say the same here; empty = not known.
[[nodiscard]] QString numberSpace();

} // namespace tieout::platform
