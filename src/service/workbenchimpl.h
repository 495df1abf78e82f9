#pragma once

#include "auth/oauth.h"
#include "auth/practicevault.h"
#include "auth/vaultproxy.h"
#include "auth/workspacevault.h"
#include "base/clock.h"
#include "connectors/systems.h"
#include "service/enginehost.h"
#include "service/environment.h"
#include "service/lease.h"
#include "service/mappingreads.h"
#include "service/permissions.h"
#include "service/schedule/scheduler.h"
#include "service/signinpages.h"
#include "service/signins.h"
#include "service/templatecatalogue.h"
#include "service/workbench.h"
#include "store/store.h"

#include <QThread>

namespace tieout::service {

/// What stands behind the façade. Main thread, but for the host, which lives on the engine thread.
class Workbench::Impl final
{
  public:
    Impl(QString folder, Environment environment, std::unique_ptr<store::Store> store);
    ~Impl();
    Q_DISABLE_COPY_MOVE(Impl)

    /// A sign-in whose organisation is not chosen yet.
    struct Ticket {
        model::Connection connection;
        QList<model::OrganisationInfo> organisations;
        bool renewal = false;
    };
    struct Running {
        StopSource stop;
        model::RunProgress progress;
    };

    void startEngine(Workbench* front);
    void stopEngine();

    // Lists
    /// On the engine thread: parsing them here would hold the window up.
    [[nodiscard]] Task<void> loadManifests();
    [[nodiscard]] Task<Result<void>> loadLists();
    [[nodiscard]] Task<void> refresh(); ///< lists again, then the change signals
    [[nodiscard]] const model::Connection* connection(const QString& id) const;
    /// Error: BadConfig "connection.unknown" (facts: id).
    [[nodiscard]] Result<model::Connection> usable(const QString& id) const;
    [[nodiscard]] const model::Flow* flow(const QString& id) const;
    /// Parents of syncs too.
    [[nodiscard]] const model::Flow* anyFlow(const QString& id) const;
    [[nodiscard]] QString titleOf(const model::Connection& connection) const;
    /// What the system allows in a day, by its manifest; 0 = no limit known.
    [[nodiscard]] int callsADay(const model::Connection& connection) const;
    [[nodiscard]] FlowSummary summaryOf(const model::Flow& flow) const;

    // Mapping
    /// Where a mapping is: in a sync, as its own or as that of a flow that makes records for it.
    struct MappingPlace {
        model::Flow sync;
        model::Flow mapped; ///< the sync itself, or the parent
        int place = 0;      ///< among the sync's kept mappings: 0 is its own
    };
    /// Error: BadConfig "flow.unknown".
    [[nodiscard]] Result<MappingPlace> mappingPlace(const QString& flow) const;
    /// Error: BadConfig "flow.no-connection".
    [[nodiscard]] Result<SyncEnds> endsOf(const model::Flow& sync) const;
    /// Syncs with a formula that asks the table.
    [[nodiscard]] QStringList flowsAsking(const QString& table) const;
    [[nodiscard]] Task<Result<model::MappingVersion>>
    saveMapping(QString flow, model::MappingDocument document, QString note, int restored);

    // Connections
    [[nodiscard]] Task<Result<SignedIn>> signIn(ConnectRequest request, StopToken stop,
                                                std::function<void(ConnectProgress)> progress);
    [[nodiscard]] Task<Result<model::Connection>> finishConnect(QString ticket, QString tenantId);
    [[nodiscard]] Result<Ticket> newTicket(const ConnectRequest& request) const;
    /// Through the system's own page in the browser.
    [[nodiscard]] Task<Result<void>> signInByBrowser(Ticket* ticket, ConnectRequest request, StopToken stop,
                                                     std::function<void(ConnectProgress)> progress);
    /// With what the person typed.
    [[nodiscard]] Task<Result<void>> signInByForm(Ticket* ticket, ConnectRequest request);
    [[nodiscard]] const connectors::SystemCard* card(const QString& system) const;
    [[nodiscard]] QString freeConnectionId(const QString& system, bool practice) const;
    /// Makes the workspace's id when it has none yet, and opens its part of the keychain.
    [[nodiscard]] Task<Result<void>> knowWorkspace();

    // What sign-ins cover (permissions are those of the connection's way to sign in)
    [[nodiscard]] QStringList scopesToAsk(const ConnectRequest& request,
                                          const model::Connection& connection) const;
    /// Operations that the syncs of a connection need.
    [[nodiscard]] QStringList neededBySyncs(const model::Connection& connection) const;
    /// Error: BadConfig "connection.permission-missing" (facts: title, permissions).
    [[nodiscard]] Result<void> covers(const model::Connection& connection,
                                      const QStringList& operations) const;
    [[nodiscard]] Task<Result<void>> saveConnection(model::Connection connection);

    // Syncs and runs
    [[nodiscard]] Task<Result<model::Flow>> addFlow(QString templateId, QString source, QString target);
    [[nodiscard]] Result<QString> onlyConnection(const QString& system, const QString& chosen) const;
    [[nodiscard]] Task<Result<void>> saveFlow(model::Flow flow);
    [[nodiscard]] Task<Result<model::RunReport>> run(QString flow, model::RunMode mode,
                                                     model::RunTrigger trigger, QStringList onlySources,
                                                     qint64 approvedPreview = 0);
    [[nodiscard]] Task<Result<void>> closeDeadRuns(QString flow);
    [[nodiscard]] Result<void> mayRun(const model::Flow& flow, model::RunMode mode) const;
    [[nodiscard]] Task<void> afterRun(model::RunReport report);
    void watchSchedules();
    /// A sign-in of the sync has ended: its schedule waits for the next one.
    [[nodiscard]] bool waitsForSignIn(const QString& flow) const;
    /// Starts what waited and need not any more.
    void resumeWaiting();
    /// What a run's end says of its connections.
    [[nodiscard]] Task<void> noteSignIns(model::RunReport report);
    /// Entries that an earlier program left open are looked up, when this one may write.
    [[nodiscard]] Task<void> recoverEntries();
    /// Whether another connection lives on the same person's permission.
    [[nodiscard]] bool sharesSignIn(const model::Connection& connection) const;
    /// Settled journal rows and the records of old runs end; runs, links and problems stay.
    [[nodiscard]] Task<void> retire();

    Workbench* m_front = nullptr;
    QString m_folder;
    std::unique_ptr<store::Store> m_store;
    SystemClock m_clock;
    Environment m_environment;
    std::shared_ptr<auth::Vault> m_realVault;
    SystemRandom m_random;
    connectors::ManifestCatalogue m_manifests = connectors::ManifestCatalogue::unread(); ///< until load()
    QList<connectors::SystemCard> m_systems;
    TemplateCatalogue m_templates;
    auth::PracticeVault m_practiceVault;
    auth::VaultRouter m_vaultRouter;
    auth::WorkspaceVault m_secrets; ///< what this thread asks
    auth::VaultProxy m_vault;       ///< what the engine thread asks
    QString m_workspaceId;
    QThread m_engineThread;
    EngineHost* m_host = nullptr;
    EngineLease m_lease;
    Scheduler m_scheduler;
    SignInWatch m_signIns;

    QList<model::Connection> m_connections;
    QList<model::Flow> m_flows;
    QHash<QString, model::RunReport> m_lastRuns;
    QHash<QString, QList<model::RunDay>> m_days;
    QHash<QString, qint64> m_problems;
    qint64 m_openProblems = 0;
    QHash<QString, Usage> m_usage;
    QHash<QString, Ticket> m_tickets;
    QHash<QString, Running> m_running;
    QStringList m_waiting; ///< syncs that were due while a sign-in had ended
    bool m_paused = false;
    bool m_scheduling = false;
    Clock::TimerId m_recoveryTimer = 0; ///< looks up open entries later
    std::list<Task<void>> m_background; ///< started by signals and schedules; kept until they ended
    void background(Task<void> task);
};

} // namespace tieout::service
