#include "service/enginehost.h"

#include "connectors/rest/signinsettings.h"

namespace tieout::service {

using namespace Qt::StringLiterals;

QString vaultKeyOf(const QString& connection)
{
    return u"tieout/"_s + connection + u"/tokens"_s;
}

bool isPracticeKey(const QString& key)
{
    return key.startsWith(u"tieout/practice-"_s);
}

struct EngineHost::Line {
    model::Connection connection;
    std::unique_ptr<auth::OAuthSession> session;
    std::unique_ptr<connectors::RestConnector> connector;
};

EngineHost::EngineHost(store::Store& store, auth::Vault& vault)
    : m_store(store)
    , m_vault(vault)
{
}

EngineHost::~EngineHost()
{
    m_lines.clear(); // before the wire and the clock that they use
}

Result<std::shared_ptr<EngineHost::Line>> EngineHost::lineOf(const model::Connection& connection)
{
    if (!m_clock) m_clock = std::make_unique<SystemClock>();
    if (!m_wire) m_wire = std::make_unique<net::NetworkTransport>();
    if (const auto known = m_lines.constFind(connection.id); known != m_lines.cend()) return *known;
    const auto manifest = m_manifests.find(connection.system);
    if (!manifest)
        return fail(ErrorKind::BadConfig, u"connection.no-system"_s,
                    u"no manifest for "_s + connection.system, {connection.system});
    const auto settings = connectors::oauthSettings(*manifest, connection);
    if (!settings) return tl::unexpected(settings.error());
    auto line = std::make_shared<Line>();
    line->connection = connection;
    line->session = std::make_unique<auth::OAuthSession>(vaultKeyOf(connection.id), *settings, *m_wire,
                                                         *m_clock, m_vault);
    line->connector = std::make_unique<connectors::RestConnector>(manifest, connection, *m_wire, *m_clock,
                                                                  m_random, line->session.get());
    line->session->onRenewed([this, manifest, id = connection.id](const auth::Tokens& tokens) {
        const auto renewed = m_lines.value(id);
        if (!renewed) return;
        auto changed = renewed->connection.settings;
        const auto told = connectors::settingsFromTokens(*manifest, tokens);
        for (auto it = told.cbegin(); it != told.cend(); ++it) {
            changed.insert(it.key(), it.value());
            renewed->connector->setSetting(it.key(), it.value());
        }
        if (changed == renewed->connection.settings) return;
        renewed->connection.settings = changed;
        Q_EMIT settingsChanged(id, changed);
    });
    m_lines.insert(connection.id, line);
    return line;
}

void EngineHost::report(const Line& line)
{
    Usage usage;
    usage.connection = line.connection.id;
    usage.dayRemaining = line.connector->dayRemaining();
    usage.perDay = line.connector->perDay();
    Q_EMIT used(usage);
}

Task<Result<model::RunReport>> EngineHost::run(Job job)
{
    const auto source = lineOf(job.source);
    if (!source) co_return tl::unexpected(source.error());
    const auto target = lineOf(job.target);
    if (!target) co_return tl::unexpected(target.error());
    const engine::RunEnvironment environment{*(*source)->connector, *(*target)->connector, m_store, *m_clock};
    engine::Run run(environment, job.request, job.stop,
                    [this](const model::RunProgress& progress) { Q_EMIT progressed(progress); });
    const model::RunReport report = co_await run.execute();
    this->report(**source);
    this->report(**target);
    co_return report;
}

Task<Result<connectors::OrganisationInfo>> EngineHost::test(model::Connection connection, StopToken stop)
{
    const auto line = lineOf(connection);
    if (!line) co_return tl::unexpected(line.error());
    const Result<connectors::OrganisationInfo> info = co_await (*line)->connector->test(stop);
    report(**line);
    co_return info;
}

Task<Result<QList<connectors::OrganisationInfo>>> EngineHost::organisations(model::Connection connection,
                                                                            StopToken stop)
{
    const auto line = lineOf(connection);
    if (!line) co_return tl::unexpected(line.error());
    const Result<QList<connectors::OrganisationInfo>> list = co_await (*line)->connector->organisations(stop);
    co_return list;
}

Task<Result<bool>> EngineHost::signOut(model::Connection connection, StopToken stop)
{
    const auto line = lineOf(connection);
    if (!line) co_return tl::unexpected(line.error());
    const Result<void> left = co_await (*line)->session->signOut(stop);
    forget(connection.id);
    if (!left) co_return tl::unexpected(left.error());
    co_return true;
}

void EngineHost::forget(const QString& connection)
{
    m_lines.remove(connection);
}

} // namespace tieout::service
