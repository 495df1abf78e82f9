#include "engine/recovery.h"

namespace tieout::engine {

Consequence consequenceOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return Consequence::Nothing;
    case ErrorKind::Conflict:
        return Consequence::HoldRecord;
    case ErrorKind::RowRejected:
        return Consequence::FailRecord;
    case ErrorKind::Retry:
        return Consequence::FailRecord;
    case ErrorKind::RemoteFault:
        return Consequence::FailRecord;
    case ErrorKind::Uncertain:
        return Consequence::LookUp;
    case ErrorKind::RateLimited:
        return Consequence::ParkConnection;
    case ErrorKind::NeedsLogin:
        return Consequence::ParkConnection;
    case ErrorKind::BadConfig:
        return Consequence::StopRun;
    case ErrorKind::LocalFault:
        return Consequence::StopRun;
    case ErrorKind::Bug:
        return Consequence::StopRun;
    }
    return Consequence::StopRun;
}

} // namespace tieout::engine
