#include "service/enginehost.h"

#include "auth/renewallock.h"
#include "connectors/files/fileconnector.h"
#include "connectors/rest/signin/keyauthorizer.h"
#include "connectors/rest/signin/signinsettings.h"
#include "connectors/sql/sqlconnector.h"
#include "connectors/systems.h"
#include "engine/discover/sample.h"
#include "engine/entry/entrydesk.h"
#include "engine/entry/recoverentries.h"
#include "service/fileendings.h"
#include "store/repositories.h"

namespace tieout::service {

using namespace Qt::StringLiterals;

QString vaultKeyOf(const QString& connection)
{
    return u"tieout/"_s + connection + u"/tokens"_s;
}

QString secretKeyOf(const QString& connection)
{
    return u"tieout/"_s + connection + u"/secrets"_s;
}

bool isPracticeKey(const QString& key)
{
    // tieout/<connection>/<name>, or tieout/<workspace>/<connection>/<name>
    return key.section(u'/', -2, -2).startsWith(u"practice-"_s);
}

namespace {

/// A person knows a setting by its label.
Error withLabel(Error error, const std::shared_ptr<const connectors::Manifest>& manifest)
{
    if (!manifest || error.code != "connector.setting-missing"_L1) return error;
    if (const auto* setting = manifest->setting(error.facts.value(0))) error.facts = {setting->label};
    return error;
}

Task<Result<Secret>> readPassword(auth::Vault* vault, QString key)
{
    const Result<Secret> packed = co_await vault->read(key);
    if (!packed) co_return tl::unexpected(packed.error());
    const Result<connectors::Secrets> secrets = connectors::unpackSecrets(*packed);
    if (!secrets) co_return tl::unexpected(secrets.error());
    const Secret password = secrets->value(u"password"_s);
    co_return password;
}

} // namespace

struct EngineHost::Line {
    model::Connection connection;
    connectors::SignedBy signedBy;
    std::unique_ptr<connectors::Connector> connector;
    connectors::RestConnector* rest = nullptr;  ///< the connector, when it is one
    connectors::FileConnector* files = nullptr; ///< the same

    /// What was written becomes visible: rows gathered for a file become the file.
    [[nodiscard]] Result<void> publish() { return files ? files->publish() : Result<void>(); }
};

EngineHost::EngineHost(store::Store& store, auth::Vault& vault, FileWords words)
    : m_store(store)
    , m_vault(vault)
    , m_words(std::move(words))
{
}

Task<connectors::ManifestCatalogue> EngineHost::readManifests()
{
    m_manifests = connectors::ManifestCatalogue();
    m_manifests.addFolder(connectors::userConnectorsFolder());
    const connectors::ManifestCatalogue read = m_manifests;
    co_return read;
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
    auto opened = openLine(connection);
    if (!opened) return tl::unexpected(opened.error());
    m_lines.insert(connection.id, *opened);
    return *opened;
}

Result<std::shared_ptr<EngineHost::Line>> EngineHost::openLine(const model::Connection& connection)
{
    auto line = std::make_shared<Line>();
    line->connection = connection;
    if (connection.system == connectors::kSqlSystem) {
        auto settings = connectors::sqlSettings(connection);
        if (!settings) return tl::unexpected(settings.error());
        // A file has no password; a machine without a keychain can still use it.
        const bool isFile = settings->kind == connectors::SqlKind::Sqlite;
        line->connector = std::make_unique<connectors::SqlConnector>(
            *settings, isFile ? connectors::PasswordSource() : passwordOf(connection.id), *m_clock);
        return line;
    }
    if (connection.system == connectors::kFileSystem) {
        auto files = connectors::FileConnector::make(connection, *m_clock);
        if (!files) return tl::unexpected(files.error());
        line->files = files->get();
        line->connector = std::move(*files);
        return line;
    }
    const auto manifest = m_manifests.find(connection.system);
    if (!manifest)
        return fail(ErrorKind::BadConfig, u"connection.no-system"_s,
                    u"no manifest for "_s + connection.system, {connection.system});
    auto signedBy = connectors::authorizerFor(*manifest, connection, *m_wire, *m_clock, m_vault,
                                              vaultKeyOf(connection.id), secretKeyOf(connection.id));
    if (!signedBy) return tl::unexpected(signedBy.error());
    line->signedBy = std::move(*signedBy);
    auto rest = std::make_unique<connectors::RestConnector>(manifest, connection, *m_wire, *m_clock, m_random,
                                                            line->signedBy.authorizer.get());
    line->rest = rest.get();
    line->connector = std::move(rest);
    if (auth::OAuthSession* session = line->signedBy.oauth) {
        session->onRenewed(renewedHandler(manifest, connection.id));
        session->setRenewalLock(auth::fileRenewalLock(renewalLockFile(connection.id), *m_clock));
    }
    return line;
}

/// Beside the workspace, where every program that uses the connection finds it.
QString EngineHost::renewalLockFile(const QString& connection) const
{
    return m_store.path() + u'.' + connection + u".renewing"_s;
}

/// Asked on the engine thread each time a database is opened.
connectors::PasswordSource EngineHost::passwordOf(const QString& connection)
{
    auth::Vault* vault = &m_vault;
    return [vault, key = secretKeyOf(connection)]() { return readPassword(vault, key); };
}

std::function<void(const auth::Tokens&)>
EngineHost::renewedHandler(std::shared_ptr<const connectors::Manifest> manifest, QString id)
{
    return [this, manifest, id](const auth::Tokens& tokens) {
        const auto renewed = m_lines.value(id);
        if (!renewed) return;
        auto changed = renewed->connection.settings;
        const auto told = connectors::settingsFromTokens(*manifest, tokens);
        for (auto it = told.cbegin(); it != told.cend(); ++it) {
            changed.insert(it.key(), it.value());
            renewed->rest->setSetting(it.key(), it.value());
        }
        renewed->connection.settings = changed;
        Q_EMIT signInRenewed(id, changed);
    };
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
    FileEndings endings(m_words);
    engine::RunEnvironment environment{*(*source)->connector, *(*target)->connector, m_store, *m_clock};
    if ((*source)->files)
        environment.ended = [&endings](const QString& id, model::Outcome outcome, const auto& reason) {
            endings.note(id, outcome, reason);
        };
    engine::Run run(environment, job.request, job.stop,
                    [this](const model::RunProgress& progress) { Q_EMIT progressed(progress); });
    model::RunReport report = co_await run.execute();
    if (const auto published = (*target)->publish(); !published && !report.fault)
        report.fault = published.error();
    if ((*source)->files) {
        const std::shared_ptr<Line> files = *source;
        const Result<void> concluded = co_await concludeFiles(files, &job, report, &endings);
        if (!concluded) {
            report.warnings += concluded.error();
            co_await keepReport(report);
        }
    }
    this->report(**source);
    this->report(**target);
    co_return report;
}

Task<void> EngineHost::keepReport(model::RunReport report)
{
    std::function<Result<bool>(store::Database&)> keep = [report](store::Database& database) -> Result<bool> {
        if (auto done = store::RunRepository(database).update(report); !done)
            return tl::unexpected(done.error());
        return true;
    };
    const Result<bool> kept = co_await m_store.write<bool>(keep);
    Q_UNUSED(kept) // the report in hand says it
}

/// A result file beside each file that was read to its end; those without problems go to done/.
Task<Result<void>> EngineHost::concludeFiles(std::shared_ptr<Line> line, const Job* job, model::RunReport run,
                                             FileEndings* endings)
{
    if (run.mode == model::RunMode::Preview || run.state != model::RunState::Finished) {
        line->files->forgetReading();
        co_return Result<void>();
    }
    struct Left {
        QList<model::Problem> problems;
        QString cursor;
    };
    constexpr int kMostProblems = 100'000;
    const model::Flow flow = job->request.flow;
    std::function<Result<Left>(store::Database&)> look = [flow](store::Database& database) -> Result<Left> {
        model::ProblemFilter filter;
        filter.flow = flow.id;
        auto problems = store::ProblemRepository(database).window(filter, 0, kMostProblems);
        if (!problems) return tl::unexpected(problems.error());
        auto cursor = store::CursorRepository(database).get(flow.id, flow.from.connection, flow.from.object);
        if (!cursor) return tl::unexpected(cursor.error());
        return Left{*problems, *cursor};
    };
    const Result<Left> left = co_await m_store.read<Left>(look);
    if (!left) co_return tl::unexpected(left.error());
    for (const model::Problem& problem : left->problems)
        endings->notePrevious(problem.sourceId, problem.outcome, problem.error);
    const connectors::RowEndings told = [endings](const QString& id) { return endings->of(id); };
    Result<void> concluded = line->files->concludeReading(told);
    if (left->problems.isEmpty()) {
        const Result<void> known = line->files->concludeKnown(left->cursor, told);
        if (concluded) concluded = known;
    }
    co_return concluded;
}

Task<Result<model::FileSniff>> EngineHost::lookAtFile(QHash<QString, QString> settings)
{
    if (!m_clock) m_clock = std::make_unique<SystemClock>();
    model::Connection shown;
    shown.system = connectors::kFileSystem;
    shown.settings = settings;
    const auto files = connectors::FileConnector::make(shown, *m_clock);
    if (!files) co_return tl::unexpected(files.error());
    co_return (*files)->sniff();
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
    if ((*line)->rest) {
        const Result<QList<connectors::OrganisationInfo>> list = co_await (*line)->rest->organisations(stop);
        co_return list;
    }
    // A database or a folder is its own and only organisation.
    const Result<connectors::OrganisationInfo> only = co_await (*line)->connector->test(stop);
    if (!only) co_return tl::unexpected(only.error());
    co_return QList<connectors::OrganisationInfo>{*only};
}

Task<Result<QList<model::ObjectSchema>>> EngineHost::objects(model::Connection connection, StopToken stop)
{
    const auto line = lineOf(connection);
    if (!line) co_return tl::unexpected(line.error());
    const Result<QList<model::ObjectSchema>> list = co_await (*line)->connector->objects(stop);
    report(**line);
    co_return list;
}

Task<Result<model::ObjectSchema>> EngineHost::describe(model::Connection connection, QString object,
                                                       StopToken stop)
{
    const auto line = lineOf(connection);
    if (!line) co_return tl::unexpected(line.error());
    const Result<model::ObjectSchema> schema =
        co_await engine::describeObject((*line)->connector.get(), object, stop);
    report(**line);
    co_return schema;
}

Task<Result<model::RecordSample>> EngineHost::sample(model::Connection connection,
                                                     model::SampleRequest request, StopToken stop)
{
    const auto line = lineOf(connection);
    if (!line) co_return tl::unexpected(line.error());
    const Result<model::RecordSample> sample =
        co_await engine::takeSample((*line)->connector.get(), request, stop);
    report(**line);
    if (!sample) co_return tl::unexpected(withLabel(sample.error(), m_manifests.find(connection.system)));
    co_return sample;
}

Task<Result<model::EntryReport>> EngineHost::enter(model::Connection connection, QString title,
                                                   model::EntryRequest request, StopToken stop)
{
    const auto line = lineOf(connection);
    if (!line) co_return tl::unexpected(line.error());
    const std::shared_ptr<Line> held = *line;
    const engine::EntryDesk::Publish publish = [held] { return held->publish(); };
    const Result<QList<model::RunReport>> recovered = co_await recoverEntries(connection, stop);
    Q_UNUSED(
        recovered) // what could not be looked up does not concern these records; the next start tries again
    engine::EntryDesk entries(*held->connector, m_store, *m_clock, publish);
    const Result<model::EntryReport> report = co_await entries.enter(connection.id, title, request, stop);
    this->report(**line);
    co_return report;
}

Task<Result<QList<model::RunReport>>> EngineHost::recoverEntries(model::Connection connection, StopToken stop)
{
    using Reports = QList<model::RunReport>;
    if (m_recovered.contains(connection.id)) co_return Reports();
    const auto line = lineOf(connection);
    if (!line) co_return tl::unexpected(line.error());
    m_recovered.insert(connection.id);
    const std::shared_ptr<Line> held = *line;
    const Result<Reports> recovered =
        co_await engine::recoverEntries(connection.id, *held->connector, m_store, *m_clock, m_began, stop);
    if (!recovered) m_recovered.remove(connection.id);
    report(*held);
    co_return recovered;
}

Task<Result<QString>> EngineHost::link(model::Connection connection, QString object, QString id)
{
    const auto line = lineOf(connection);
    if (!line) co_return tl::unexpected(line.error());
    co_return (*line)->connector->link(object, id);
}

Task<Result<SignedOut>> EngineHost::takeBack(std::shared_ptr<Line> line, Permission permission,
                                             StopToken stop)
{
    auth::OAuthSession* session = line->signedBy.oauth;
    if (!session) co_return SignedOut::Forgotten;
    if (permission == Permission::Leave) {
        const Result<bool> left = co_await line->rest->leave(stop);
        if (!left && left.error().kind == ErrorKind::NeedsLogin)
            co_return SignedOut::Forgotten; // over already
        if (!left) co_return tl::unexpected(left.error());
        const auto done = *left ? SignedOut::OrganisationLeft : SignedOut::Forgotten;
        co_return done;
    }
    const bool revokes = session->revokes();
    const Result<void> revoked = co_await session->signOut(stop);
    if (!revoked) co_return tl::unexpected(revoked.error());
    const auto done = revokes ? SignedOut::Revoked : SignedOut::Forgotten;
    co_return done;
}

Task<Result<SignedOut>> EngineHost::signOut(model::Connection connection, Permission permission,
                                            StopToken stop)
{
    Result<SignedOut> left = SignedOut::Forgotten;
    const auto line = lineOf(connection);
    if (line)
        left = co_await takeBack(*line, permission, stop);
    else
        left = tl::unexpected(line.error());
    const Result<void> tokens = co_await m_vault.remove(vaultKeyOf(connection.id));
    const Result<void> secrets = co_await m_vault.remove(secretKeyOf(connection.id));
    forget(connection.id);
    if (!tokens) co_return tl::unexpected(tokens.error());
    if (!secrets) co_return tl::unexpected(secrets.error());
    co_return left;
}

Result<std::shared_ptr<connectors::Connector>> EngineHost::connectorOf(const model::Connection& connection)
{
    const auto line = lineOf(connection);
    if (!line) return tl::unexpected(line.error());
    return std::shared_ptr<connectors::Connector>(*line, (*line)->connector.get());
}

void EngineHost::forgetSchemas(const QString& connection, const QStringList& objects)
{
    const auto line = m_lines.value(connection);
    if (line && line->rest) line->rest->forgetSchemas(objects);
}

void EngineHost::reportUse(const QString& connection)
{
    if (const auto line = m_lines.value(connection)) report(*line);
}

void EngineHost::forget(const QString& connection)
{
    m_lines.remove(connection);
}

} // namespace tieout::service
