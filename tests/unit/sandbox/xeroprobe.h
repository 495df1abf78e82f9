#pragma once

#include "base/ids.h"
#include "sandbox/oauth.h"
#include "sandbox/practiceclock.h"
#include "sandbox/xero/xerosystem.h"

#include <QCryptographicHash>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

namespace tieout::sandbox {

/// A clock that moves when a test says so.
class HeldClock final : public PracticeClock
{
  public:
    [[nodiscard]] Instant now() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }

  private:
    Instant m_now = instantFromMs(1'795'230'000'000); // 2026-11-21T03:00:00Z
};

/// A signed-in client of a practice Xero, with the requests that the tests send.
class XeroProbe final
{
  public:
    XeroProbe()
        : m_system(m_clock, m_random)
    {
        m_system.setBaseUrl("http://127.0.0.1:5001");
        m_system.setLimitsEnabled(false);
    }

    XeroSystem& system() { return m_system; }
    HeldClock& clock() { return m_clock; }
    QString tenant(int index = 0) const { return m_system.tenants().at(index).id; }
    void useTenant(int index) { m_tenant = tenant(index); }

    static QString allScopes()
    {
        return QStringLiteral("openid profile email offline_access accounting.invoices accounting.contacts "
                              "accounting.settings");
    }

    static QString everyScope()
    {
        return allScopes() +
               QStringLiteral(" accounting.payments accounting.banktransactions accounting.manualjournals "
                              "accounting.attachments payroll.employees accounting.reports.aged.read "
                              "accounting.reports.trialbalance.read accounting.reports.balancesheet.read "
                              "accounting.reports.profitandloss.read accounting.reports.banksummary.read "
                              "accounting.journals.read accounting.budgets.read paymentservices");
    }

    static QByteArray authorizeQuery(const QString& scope, const QString& state = QStringLiteral("st"))
    {
        const QByteArray challenge =
            base64Url(QCryptographicHash::hash(QByteArray(kVerifier), QCryptographicHash::Sha256));
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("response_type"), QStringLiteral("code"));
        query.addQueryItem(QStringLiteral("client_id"), QStringView(kPracticeClientId).toString());
        query.addQueryItem(QStringLiteral("redirect_uri"), registeredRedirectUris().first());
        query.addQueryItem(QStringLiteral("scope"), scope);
        query.addQueryItem(QStringLiteral("state"), state);
        query.addQueryItem(QStringLiteral("code_challenge"), QString::fromLatin1(challenge));
        query.addQueryItem(QStringLiteral("code_challenge_method"), QStringLiteral("S256"));
        return query.toString(QUrl::FullyEncoded).toLatin1();
    }

    /// The query of the redirect that an automatic consent ends in.
    QUrlQuery consent(const QString& scope, const QString& organisation)
    {
        Request request;
        request.method = "GET";
        request.path = "/identity/connect/authorize";
        request.query = authorizeQuery(scope) + "&practice_auto=1&organisation=" + organisation.toLatin1();
        const Response response = m_system.handle(request);
        return QUrlQuery(QUrl(QString::fromLatin1(headerValue(response.headers, "Location"))));
    }

    Response postForm(const QByteArray& path, const QByteArray& form)
    {
        Request request;
        request.method = "POST";
        request.path = path;
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = form;
        return m_system.handle(request);
    }

    Response exchange(const QString& code, const QByteArray& verifier = kVerifier)
    {
        return postForm("/connect/token",
                        "grant_type=authorization_code&client_id=tieout-practice&code=" +
                            code.toLatin1().toPercentEncoding() + "&redirect_uri=" +
                            registeredRedirectUris().first().toLatin1().toPercentEncoding() +
                            "&code_verifier=" + verifier);
    }

    Response refresh(const QString& token)
    {
        return postForm("/connect/token",
                        "grant_type=refresh_token&client_id=tieout-practice&refresh_token=" +
                            token.toLatin1().toPercentEncoding());
    }

    Json signIn(const QString& scope = allScopes(), int organisation = 0)
    {
        const QString code = consent(scope, tenant(organisation)).queryItemValue(QStringLiteral("code"));
        const Json tokens = json(exchange(code));
        m_access = tokens[u"access_token"].toText().toLatin1();
        m_tenant = tenant(organisation);
        return tokens;
    }

    /// `target` is "/Invoices?page=1"; the call carries token, tenant and Accept.
    Response call(const QByteArray& method, const QByteArray& target, const QByteArray& body = {},
                  const Headers& more = {})
    {
        Request request;
        request.method = method;
        const qsizetype mark = target.indexOf('?');
        request.path = "/api.xro/2.0" + (mark < 0 ? target : target.left(mark));
        request.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
        request.headers = more;
        request.headers.emplaceBack("Authorization", "Bearer " + m_access);
        request.headers.emplaceBack("xero-tenant-id", m_tenant.toLatin1());
        request.headers.emplaceBack("Accept", "application/json");
        request.body = body;
        return m_system.handle(request);
    }

    /// The same with the whole path, for other APIs and other answers.
    Response callAt(const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
                    const QByteArray& accept = "application/json")
    {
        Request request;
        request.method = method;
        request.path = path;
        request.headers = {{"Authorization", "Bearer " + m_access},
                           {"xero-tenant-id", m_tenant.toLatin1()},
                           {"Accept", accept}};
        request.body = body;
        return m_system.handle(request);
    }

    Response identity(const QByteArray& method, const QByteArray& path)
    {
        Request request;
        request.method = method;
        request.path = path;
        request.headers = {{"Authorization", "Bearer " + m_access}};
        return m_system.handle(request);
    }

    static Json json(const Response& response)
    {
        const Result<Json> parsed = Json::parse(response.body);
        return parsed ? *parsed : Json();
    }

    /// Messages of one element, joined with " | ".
    static QString messages(const Json& element, QStringView list = u"ValidationErrors")
    {
        QStringList texts;
        for (const Json& entry : element[list].toArray())
            texts << entry[u"Message"].toText();
        return texts.join(QStringLiteral(" | "));
    }

    static constexpr const char* kVerifier = "abcdefghijklmnopqrstuvwxyz0123456789-._~ABCDEFG";

  private:
    HeldClock m_clock;
    SeededRandom m_random{7};
    XeroSystem m_system;
    QByteArray m_access;
    QString m_tenant;
};

} // namespace tieout::sandbox
