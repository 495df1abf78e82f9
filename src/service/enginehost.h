#pragma once

#include "auth/oauth.h"
#include "auth/vault.h"
#include "base/random.h"
#include "connectors/manifestcatalogue.h"
#include "connectors/rest/restconnector.h"
#include "engine/run.h"
#include "model/connection.h"
#include "model/entry.h"
#include "model/filesniff.h"
#include "model/recordsample.h"
#include "net/networktransport.h"
#include "service/environment.h"
#include "service/workbench.h"
#include "store/store.h"

#include <QObject>

namespace tieout::service {

class FileEndings;

/// What the engine thread reports of one connection after it was used.
struct Usage {
    QString connection;
    std::optional<int> dayRemaining;
    int perDay = 0;
};

/// All that lives on the engine thread: the network, one connector per connection with its rate gate and
/// sign-in, and the runs. Made by the Workbench, moved to the thread before use, destroyed on it.
class EngineHost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineHost)
  public:
    EngineHost(store::Store& store, auth::Vault& vault, FileWords words = {});
    ~EngineHost() override;

    /// The flow's connections must be given: the host has no list of its own.
    struct Job {
        engine::RunRequest request;
        model::Connection source;
        model::Connection target;
        StopToken stop;
    };
    /// Reads the manifests, the user's own too; must come before anything else. Main thread's copy shares
    /// them.
    [[nodiscard]] Task<connectors::ManifestCatalogue> readManifests();
    [[nodiscard]] Task<Result<model::RunReport>> run(Job job);
    [[nodiscard]] Task<Result<connectors::OrganisationInfo>> test(model::Connection connection,
                                                                  StopToken stop);
    [[nodiscard]] Task<Result<QList<connectors::OrganisationInfo>>>
    organisations(model::Connection connection, StopToken stop);
    /// Names and labels of what the connection can reach; fields only where they cost no call.
    [[nodiscard]] Task<Result<QList<model::ObjectSchema>>> objects(model::Connection connection,
                                                                   StopToken stop);
    [[nodiscard]] Task<Result<model::ObjectSchema>> describe(model::Connection connection, QString object,
                                                             StopToken stop);
    [[nodiscard]] Task<Result<model::RecordSample>> sample(model::Connection connection,
                                                           model::SampleRequest request, StopToken stop);
    [[nodiscard]] Task<Result<model::EntryReport>> enter(model::Connection connection, QString title,
                                                         model::EntryRequest request, StopToken stop);
    /// What became of entries that an earlier program left open; the runs whose report changed. Once for each
    /// connection, unless it failed.
    [[nodiscard]] Task<Result<QList<model::RunReport>>> recoverEntries(model::Connection connection,
                                                                       StopToken stop);
    /// How a file connection with these settings would be read.
    [[nodiscard]] Task<Result<model::FileSniff>> lookAtFile(QHash<QString, QString> settings);
    /// Address that opens a record in the system's own site; empty = none.
    [[nodiscard]] Task<Result<QString>> link(model::Connection connection, QString object, QString id);
    /// Leave: others live on the same person's permission, only this organisation's part of it ends.
    enum class Permission : quint8 { Leave, Revoke };
    /// Removes the connection's keys from the vault, whatever the system says, and takes back the permission
    /// there. The error tells what did not work.
    [[nodiscard]] Task<Result<SignedOut>> signOut(model::Connection connection, Permission permission,
                                                  StopToken stop);
    /// What reaches a connection; stays while it is held. Engine thread.
    [[nodiscard]] Result<std::shared_ptr<connectors::Connector>>
    connectorOf(const model::Connection& connection);
    [[nodiscard]] store::Store& store() { return m_store; }
    /// Once a connector was asked for.
    [[nodiscard]] Clock& clock() { return *m_clock; }
    /// The next describe of these objects asks the system, whatever is known.
    void forgetSchemas(const QString& connection, const QStringList& objects);
    /// Tells the calls that are left, after a connection was used.
    void reportUse(const QString& connection);
    /// Forgets the connector of a connection (changed settings, new sign-in, removed).
    void forget(const QString& connection);

  Q_SIGNALS:
    void progressed(const tieout::model::RunProgress& progress);
    void used(const tieout::service::Usage& usage);
    /// The system gave new tokens, here or to another program on this workspace. The settings may be others
    /// (Salesforce moved the organisation).
    void signInRenewed(const QString& connection, const QHash<QString, QString>& settings);

  private:
    struct Line; ///< one connection in use
    [[nodiscard]] Result<std::shared_ptr<Line>> lineOf(const model::Connection& connection);
    [[nodiscard]] Result<std::shared_ptr<Line>> openLine(const model::Connection& connection);
    [[nodiscard]] std::function<Task<Result<Secret>>()> passwordOf(const QString& connection);
    [[nodiscard]] std::function<void(const auth::Tokens&)>
    renewedHandler(std::shared_ptr<const connectors::Manifest> manifest, QString id);
    [[nodiscard]] QString renewalLockFile(const QString& connection) const;
    [[nodiscard]] Task<Result<SignedOut>> takeBack(std::shared_ptr<Line> line, Permission permission,
                                                   StopToken stop);
    void report(const Line& line);
    [[nodiscard]] Task<void> keepReport(model::RunReport report);
    [[nodiscard]] Task<Result<void>> concludeFiles(std::shared_ptr<Line> line, const Job* job,
                                                   model::RunReport run, FileEndings* endings);

    store::Store& m_store;
    auth::Vault& m_vault;
    FileWords m_words;
    connectors::ManifestCatalogue m_manifests = connectors::ManifestCatalogue::unread();
    SystemRandom m_random;
    std::unique_ptr<SystemClock> m_clock;          ///< made on the engine thread
    std::unique_ptr<net::NetworkTransport> m_wire; ///< made on the engine thread
    QHash<QString, std::shared_ptr<Line>> m_lines;
    Instant m_began = SystemClock().now(); ///< what is open from before belongs to nobody
    QSet<QString> m_recovered;             ///< connections whose entries were looked up
};

[[nodiscard]] QString vaultKeyOf(const QString& connection);
/// Where the keys and passwords are that a person typed for a connection.
[[nodiscard]] QString secretKeyOf(const QString& connection);
/// Practice connections are told by their id, so that a vault can judge a key by itself.
[[nodiscard]] bool isPracticeKey(const QString& key);

} // namespace tieout::service

Q_DECLARE_METATYPE(tieout::service::Usage)
