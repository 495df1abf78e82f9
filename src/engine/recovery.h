#pragma once

#include "base/error.h"

namespace tieout::engine {

/// What an error does to the record it concerns.
enum class Consequence : quint8 {
    Nothing,        ///< stopped on purpose: the record is read again next time
    HoldRecord,     ///< a person must decide or correct something
    FailRecord,     ///< tried again by itself later
    LookUp,         ///< find out whether it was written before anything else
    ParkConnection, ///< no call to this connection until the cause is gone; the run ends
    StopRun,        ///< the run ends; nothing about this record is decided
};

/// The one table from a kind to what happens next (architecture: Errors).
[[nodiscard]] Consequence consequenceOf(ErrorKind kind);

} // namespace tieout::engine
