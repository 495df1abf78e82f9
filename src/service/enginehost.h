#pragma once

#include "auth/oauth.h"
#include "auth/vault.h"
#include "base/random.h"
#include "connectors/manifestcatalogue.h"
#include "connectors/rest/restconnector.h"
#include "engine/run.h"
#include "model/connection.h"
#include "net/networktransport.h"
#include "store/store.h"

#include <QObject>

namespace tieout::service {

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
    EngineHost(store::Store& store, auth::Vault& vault);
    ~EngineHost() override;

    /// The flow's connections must be given: the host has no list of its own.
    struct Job {
        engine::RunRequest request;
        model::Connection source;
        model::Connection target;
        StopToken stop;
    };
    [[nodiscard]] Task<Result<model::RunReport>> run(Job job);
    [[nodiscard]] Task<Result<connectors::OrganisationInfo>> test(model::Connection connection,
                                                                  StopToken stop);
    [[nodiscard]] Task<Result<QList<connectors::OrganisationInfo>>>
    organisations(model::Connection connection, StopToken stop);
    [[nodiscard]] Task<Result<bool>> signOut(model::Connection connection, StopToken stop);
    /// Forgets the connector of a connection (changed settings, new sign-in, removed).
    void forget(const QString& connection);

  Q_SIGNALS:
    void progressed(const tieout::model::RunProgress& progress);
    void used(const tieout::service::Usage& usage);
    /// A renewed sign-in named other settings (Salesforce moved the organisation).
    void settingsChanged(const QString& connection, const QHash<QString, QString>& settings);

  private:
    struct Line; ///< one connection in use
    [[nodiscard]] Result<std::shared_ptr<Line>> lineOf(const model::Connection& connection);
    void report(const Line& line);

    store::Store& m_store;
    auth::Vault& m_vault;
    connectors::ManifestCatalogue m_manifests;
    SystemRandom m_random;
    std::unique_ptr<SystemClock> m_clock;          ///< made on the engine thread
    std::unique_ptr<net::NetworkTransport> m_wire; ///< made on the engine thread
    QHash<QString, std::shared_ptr<Line>> m_lines;
};

[[nodiscard]] QString vaultKeyOf(const QString& connection);
/// Practice connections are told by their id, so that a vault can judge a key by itself.
[[nodiscard]] bool isPracticeKey(const QString& key);

} // namespace tieout::service

Q_DECLARE_METATYPE(tieout::service::Usage)
