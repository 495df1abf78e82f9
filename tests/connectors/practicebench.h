#pragma once

#include "auth/oauth.h"
#include "base/ids.h"
#include "connectors/manifestcatalogue.h"
#include "connectors/rest/restconnector.h"
#include "connectors/rest/signin/keyauthorizer.h"
#include "connectors/rest/signin/permissions.h"
#include "connectors/rest/signin/signinsettings.h"
#include "connectors/targetrows.h"
#include "sandbox/practiceclock.h"
#include "sandbox/system.h"
#include "support/memorytransport.h"
#include "support/recordingvault.h"
#include "support/tasks.h"

#include <QCryptographicHash>
#include <QTest>
#include <QUrlQuery>

namespace tieout::support {

/// The practice company's time, moved by the test's clock.
class SharedTime final : public sandbox::PracticeClock
{
  public:
    explicit SharedTime(const ManualClock& clock)
        : m_clock(clock)
    {
    }
    [[nodiscard]] Instant now() const override { return m_clock.now(); }

  private:
    const ManualClock& m_clock;
};

/// A request as the practice company gets it, without a socket.
inline sandbox::Request practiceRequest(const net::HttpRequest& request)
{
    sandbox::Request asked;
    asked.method = net::verbName(request.verb);
    asked.path = request.url.path(QUrl::FullyEncoded).toLatin1();
    asked.query = request.url.query(QUrl::FullyEncoded).toLatin1();
    asked.headers = request.headers;
    if (!request.contentType.isEmpty()) asked.headers.append({"Content-Type", request.contentType});
    asked.body = request.body;
    return asked;
}

/// What the practice system answers to it.
inline MemoryTransport::Answer practiceAnswer(sandbox::System& system, const net::HttpRequest& request)
{
    const sandbox::Response given = system.handle(practiceRequest(request));
    return MemoryTransport::response(given.status, given.body, given.headers);
}

/// What a wire says that is cut.
inline MemoryTransport::Answer cutAnswer(const net::HttpRequest& request)
{
    const bool isUncertain = request.repeat == net::Repeat::Never;
    return fail(isUncertain ? ErrorKind::Uncertain : ErrorKind::Retry, QStringLiteral("net.cut"),
                QStringLiteral("cut by the test"));
}

/// A connector that talks to a practice system in memory: the interpreter, the OAuth session and the
/// emulator, with no socket in between.
class PracticeBench final
{
  public:
    PracticeBench(const QString& systemId, sandbox::System& system, ManualClock& clock)
        : m_system(system)
        , m_clock(clock)
        , m_transport(clock)
    {
        system.setBaseUrl("http://127.0.0.1:5001");
        m_manifest = m_catalogue.find(systemId);
        m_connection.id = systemId + QStringLiteral("-1");
        m_connection.system = systemId;
        m_connection.practice = true;
        m_connection.settings =
            connectors::practiceSettings(*m_manifest, QUrl(QStringLiteral("http://127.0.0.1:5001")));
        m_transport.setHandler(
            [&system](const net::HttpRequest& request) { return practiceAnswer(system, request); });
    }

    MemoryTransport& transport() { return m_transport; }
    model::Connection& connection() { return m_connection; }
    /// The sign-in behind the connector; connect() comes first.
    [[nodiscard]] auth::OAuthSession& session() { return *m_session; }
    [[nodiscard]] const connectors::Manifest& manifest() const { return *m_manifest; }

    /// Consents without a page and exchanges the code, as the sign-in would. `more` is added to the authorize
    /// query.
    void signIn(const QByteArray& more = {})
    {
        // Objects of every kind are looked at: everything is asked for.
        const auto& auth = m_manifest->authOf(m_connection);
        const auto settings = connectors::oauthSettings(
            *m_manifest, m_connection, connectors::scopesFor(auth, connectors::allOperations(auth)));
        QVERIFY(settings);
        const QByteArray verifier(64, 'v');
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("response_type"), QStringLiteral("code"));
        query.addQueryItem(QStringLiteral("client_id"), settings->clientId);
        query.addQueryItem(QStringLiteral("redirect_uri"), redirect(*settings));
        query.addQueryItem(QStringLiteral("scope"), settings->scopes.join(QLatin1Char(' ')));
        query.addQueryItem(QStringLiteral("state"), QStringLiteral("s"));
        query.addQueryItem(QStringLiteral("code_challenge_method"), QStringLiteral("S256"));
        query.addQueryItem(
            QStringLiteral("code_challenge"),
            QString::fromLatin1(base64Url(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256))));
        sandbox::Request authorize;
        authorize.method = "GET";
        authorize.path = settings->authorizeUrl.path(QUrl::FullyEncoded).toLatin1();
        authorize.query = query.toString(QUrl::FullyEncoded).toLatin1() + "&practice_auto=1" + more;
        const sandbox::Response redirected = m_system.handle(authorize);
        const QUrl back(QString::fromLatin1(sandbox::headerValue(redirected.headers, "Location")));
        const QString code = QUrlQuery(back).queryItemValue(QStringLiteral("code"), QUrl::FullyDecoded);
        QVERIFY2(!code.isEmpty(), redirected.body.constData());
        exchange(*settings, code, verifier);
    }

    /// The connector, signed in.
    std::unique_ptr<connectors::RestConnector> connect()
    {
        const auto settings = connectors::oauthSettings(*m_manifest, m_connection);
        m_session = std::make_unique<auth::OAuthSession>(QStringLiteral("k"), *settings, m_transport, m_clock,
                                                         m_vault);
        return std::make_unique<connectors::RestConnector>(m_manifest, m_connection, m_transport, m_clock,
                                                           m_random, m_session.get());
    }

    /// The connector of a system that is reached with a key: the practice company's own.
    std::unique_ptr<connectors::RestConnector> connectWithKey()
    {
        connectors::Secrets secrets;
        for (const auto& setting : m_manifest->settings) {
            if (setting.kind == connectors::SettingSpec::Kind::Secret)
                secrets.insert(setting.name, Secret(setting.practice.toUtf8()));
        }
        m_vault.put(QStringLiteral("s"), connectors::packSecrets(secrets));
        auto signedBy = connectors::authorizerFor(*m_manifest, m_connection, m_transport, m_clock, m_vault,
                                                  QStringLiteral("k"), QStringLiteral("s"));
        if (signedBy) m_keyed = std::move(signedBy->authorizer);
        return std::make_unique<connectors::RestConnector>(m_manifest, m_connection, m_transport, m_clock,
                                                           m_random, m_keyed.get());
    }

    template<class T>
    T run(Task<T> task)
    {
        return runTask(std::move(task), m_clock);
    }

    /// Every record of a read; fails the test on an error.
    QList<model::Record> readAll(connectors::Connector& connector, const connectors::ReadRequest& request,
                                 connectors::Cursor* cursor = nullptr)
    {
        QList<model::Record> records;
        const auto stream = connector.read(request);
        for (;;) {
            auto page = run(stream->next({}));
            if (!page) {
                QTest::qFail(qPrintable(page.error().code + QStringLiteral(": ") + page.error().text),
                             __FILE__, __LINE__);
                return records;
            }
            if (!*page) return records;
            records += (*page)->records;
            if (cursor) *cursor = (*page)->cursor;
        }
    }

    /// What became of each row; fails the test when the call itself fails.
    QList<model::RowOutcome> send(connectors::Connector& connector, const connectors::PreparedWrite& prepared)
    {
        const auto outcomes = run(connector.send(prepared, {}));
        if (outcomes) return *outcomes;
        QTest::qFail(qPrintable(outcomes.error().code + QStringLiteral(": ") + outcomes.error().text),
                     __FILE__, __LINE__);
        return QList<model::RowOutcome>(prepared.rows.size());
    }

  private:
    static QString redirect(const auth::OAuthSettings& settings)
    {
        return QStringLiteral("http://localhost:%1%2")
            .arg(settings.redirectPorts.first())
            .arg(settings.redirectPath);
    }

    void exchange(const auth::OAuthSettings& settings, const QString& code, const QByteArray& verifier)
    {
        QUrlQuery form;
        form.addQueryItem(QStringLiteral("grant_type"), QStringLiteral("authorization_code"));
        form.addQueryItem(QStringLiteral("client_id"), settings.clientId);
        form.addQueryItem(QStringLiteral("code"), QString::fromLatin1(QUrl::toPercentEncoding(code)));
        form.addQueryItem(QStringLiteral("redirect_uri"), redirect(settings));
        form.addQueryItem(QStringLiteral("code_verifier"), QString::fromLatin1(verifier));
        sandbox::Request request;
        request.method = "POST";
        request.path = settings.tokenUrl.path(QUrl::FullyEncoded).toLatin1();
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = form.toString(QUrl::FullyEncoded).toLatin1();
        const sandbox::Response response = m_system.handle(request);
        const Result<Json> json = Json::parse(response.body);
        QVERIFY2(response.status == 200 && json, response.body.constData());
        auth::Tokens tokens;
        for (const auto& [name, value] : json->toObject()) {
            if (name == QLatin1String("access_token"))
                tokens.access = Secret(value.toText().toUtf8());
            else if (name == QLatin1String("refresh_token"))
                tokens.refresh = Secret(value.toText().toUtf8());
            else if (value.isText())
                tokens.extra.insert(name, value.toText());
        }
        m_connection.settings.insert(connectors::settingsFromTokens(*m_manifest, tokens));
        m_vault.put(QStringLiteral("k"), auth::packTokens(tokens));
    }

    sandbox::System& m_system;
    ManualClock& m_clock;
    connectors::ManifestCatalogue m_catalogue;
    std::shared_ptr<const connectors::Manifest> m_manifest;
    model::Connection m_connection;
    MemoryTransport m_transport;
    SeededRandom m_random{3};
    RecordingVault m_vault;
    std::unique_ptr<auth::OAuthSession> m_session;
    std::unique_ptr<net::Authorizer> m_keyed;
};

} // namespace tieout::support
