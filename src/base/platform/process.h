#pragma once

#include <QString>

/// Telling one process of this machine from another, also after its number has been given away.
namespace tieout::platform {

enum class ProcessLife : quint8 {
    Alive,
    Ended,   ///< does nothing any more, whether or not its parent has taken notice
    Unknown, ///< of another machine, another start of this one, or another container
};

/// This process by name: its number, when it began, and where numbers like it count. Holds no '|'.
[[nodiscard]] QString thisProcess();
/// What became of a process that gave its name.
[[nodiscard]] ProcessLife lifeOf(const QString& process);

} // namespace tieout::platform
