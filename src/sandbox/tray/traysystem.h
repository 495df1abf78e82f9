#pragma once

#include "base/random.h"
#include "sandbox/business/business.h"
#include "sandbox/outgoingcalls.h"
#include "sandbox/practiceclock.h"
#include "sandbox/system.h"
#include "sandbox/tray/modes.h"
#include "sandbox/tray/postroom.h"

#include <memory>

namespace tieout::sandbox {

/// The practice Tray: GraphQL, platform REST, the tool server and the public addresses of workflows. It is
/// read only: whatever would change or start something is refused and noted. Its books are made up when the
/// first call comes. Single-threaded; owned by the practice company or by a simulation.
class TraySystem final : public System, public OutgoingCalls
{
  public:
    /// `customers`: how many of the business's have a solution instance.
    TraySystem(const PracticeClock& clock, Random& random, const business::Business& business,
               qint64 customers);
    ~TraySystem() override;
    Q_DISABLE_COPY_MOVE(TraySystem)

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response handle(const Request& request) override;
    /// "connectors", "triggers", "workspaces", "projects", "workflows", "executions", "instances",
    /// "subscriptions", "refused": the writes that were asked for, or "messages": what was sent to receivers.
    [[nodiscard]] Json state(QStringView object) const override;
    void snapshot() override;
    void reset() override;
    void setBaseUrl(const QByteArray& url) override;
    void setLimitsEnabled(bool enabled) override;
    void expireTokens() override;
    void revokeSignIns() override;

    void setModes(const tray::Modes& modes);
    [[nodiscard]] tray::Modes modes() const;
    /// Saves a project anew, as its owner would: a new version whose workflows have new version ids. `change`
    /// is "save", "drop-workflow" or "move" (the first workflow leaves for the next project, with a new id).
    /// False when there is no such project or change.
    bool saveProject(const QString& projectId, const QString& change);
    /// The bodies that Tray would push, ready for a receiver: see tray/events.h for the kinds. Null when
    /// unknown.
    [[nodiscard]] Json pushed(const QString& kind, const QString& subject) const;
    /// Where log streams or alerts are sent to.
    void setReceiver(tray::Channel channel, const tray::Receiver& receiver);
    /// Sends what Tray would; see PostRoom::post.
    int post(const QString& kind, const QString& subject);
    [[nodiscard]] QList<OutgoingCall> dueCalls() override;
    void callAnswered(quint64 number, int status) override;

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tieout::sandbox
