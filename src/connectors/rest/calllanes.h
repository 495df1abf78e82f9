#pragma once

#include "connectors/manifest.h"

namespace tieout::connectors {

/// The limits that hold for some addresses only: what a call passes before the connection's own gate, and for
/// how many it counts there. Engine thread; owned by the session.
class CallLanes final
{
  public:
    CallLanes(const Manifest& manifest, Clock& clock);
    Q_DISABLE_COPY_MOVE(CallLanes)

    /// Held while a call is under way.
    using Places = std::vector<std::shared_ptr<net::RateGate::Permit>>;
    /// Waits for a place in every lane of the address. Errors as RateGate::enter.
    [[nodiscard]] Task<Result<Places>> enter(QUrl url, StopToken stop);
    /// For how many calls one to this address counts.
    [[nodiscard]] int weightOf(const QUrl& url) const;
    /// Tells the lanes of an address that it was turned away.
    void refused(const QUrl& url, const Error& error);

  private:
    struct Lane {
        QRegularExpression path;
        int weight = 1;
        std::unique_ptr<net::RateGate> gate; ///< null when the entry has only a weight
    };
    std::vector<Lane> m_lanes;
};

} // namespace tieout::connectors
