#pragma once

#include "sandbox/message.h"

namespace tieout::sandbox {

/// One POST that a system owes to an address on this machine.
struct OutgoingCall {
    quint64 number = 0;
    QByteArray url;
    Headers headers;
    QByteArray body;
};

/// A system that tells others what happened. Implemented by systems; a sender asks it what is due and says
/// what came back, on the thread that the system lives on.
class OutgoingCalls
{
  public:
    virtual ~OutgoingCalls() = default;
    OutgoingCalls() = default;
    Q_DISABLE_COPY_MOVE(OutgoingCalls)

    [[nodiscard]] virtual QList<OutgoingCall> dueCalls() = 0;
    /// `status` 0: no answer in time, or an address that is not on this machine.
    virtual void callAnswered(quint64 number, int status) = 0;
};

} // namespace tieout::sandbox
