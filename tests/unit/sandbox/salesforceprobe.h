#pragma once

#include "base/ids.h"
#include "sandbox/companyclock.h"
#include "sandbox/oauth.h"
#include "sandbox/salesforce/organisation.h"
#include "sandbox/salesforce/salesforcesystem.h"

#include <QCryptographicHash>
#include <QUrl>
#include <QUrlQuery>

namespace tieout::sandbox {

/// A practice Salesforce of its own with a client that is signed in. Owned by one test.
class SalesforceProbe final
{
  public:
    SalesforceProbe()
    {
        clock.hold(Instant(std::chrono::sys_days(std::chrono::year(2026) / 6 / 30)));
        system.setBaseUrl("http://localhost:1234");
        signIn();
    }

    [[nodiscard]] Response call(const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
                                const Headers& headers = {})
    {
        Request request;
        request.method = method;
        const qsizetype mark = path.indexOf('?');
        request.path = "/services/data/v62.0" + path.left(mark < 0 ? path.size() : mark);
        if (mark >= 0) request.query = path.mid(mark + 1);
        request.headers = Headers{{"Authorization", "Bearer " + access}, {"Host", host}} + headers;
        request.body = body;
        return system.handle(request);
    }
    [[nodiscard]] static Json json(const Response& response)
    {
        return Json::parse(response.body).value_or(Json());
    }
    [[nodiscard]] Json query(const QString& soql, const QByteArray& resource = "/query",
                             const Headers& headers = {})
    {
        return json(call("GET", resource + "?q=" + soql.toUtf8().toPercentEncoding(), {}, headers));
    }
    /// The new record's id; what was refused is warned of.
    [[nodiscard]] QString create(const QByteArray& object, const QByteArray& body)
    {
        const Response response = call("POST", "/sobjects/" + object, body);
        if (response.status != 201) qWarning("%s", response.body.constData());
        return json(response)[u"id"].toText();
    }
    /// The code of the error a call is refused with; empty when it is not.
    [[nodiscard]] QString refusal(const QByteArray& method, const QByteArray& path,
                                  const QByteArray& body = {}, const Headers& headers = {})
    {
        const Response response = call(method, path, body, headers);
        return response.status < 300 ? QString() : json(response).at(0)[u"errorCode"].toText();
    }
    [[nodiscard]] QString creation(const QByteArray& object, const QByteArray& body)
    {
        return refusal("POST", "/sobjects/" + object, body);
    }
    [[nodiscard]] bool set(const char* wishes)
    {
        const auto done = system.configure(Json::parse(wishes).value());
        if (!done) qWarning("%s", qPrintable(done.error().text));
        return done.has_value();
    }
    [[nodiscard]] Json token(const QByteArray& form)
    {
        Request request;
        request.method = "POST";
        request.path = "/services/oauth2/token";
        request.body = form + "&client_id=tieout-practice";
        return json(system.handle(request));
    }

    void signIn()
    {
        const QByteArray verifier(50, 'v');
        const QByteArray digest = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256);
        Request request;
        request.method = "GET";
        request.path = "/services/oauth2/authorize";
        request.query =
            "practice_auto=1&response_type=code&client_id=tieout-practice&scope=api%20refresh_token"
            "&redirect_uri=http%3A%2F%2Flocalhost%3A8742%2Fcallback&code_challenge=" +
            base64Url(digest);
        const QUrl url(QString::fromLatin1(headerValue(system.handle(request).headers, "Location")));
        const QByteArray code = QUrlQuery(url).queryItemValue(QStringLiteral("code")).toLatin1();
        const Json answer =
            token("grant_type=authorization_code&redirect_uri=http%3A%2F%2Flocalhost%3A8742%2F"
                  "callback&code_verifier=" +
                  verifier + "&code=" + code);
        access = answer[u"access_token"].toText().toLatin1();
        refresh = answer[u"refresh_token"].toText().toLatin1();
    }

    CompanyClock clock{Instant(std::chrono::sys_days(std::chrono::year(2026) / 6 / 30))};
    SeededRandom random{9};
    SalesforceSystem system{clock, random};
    QByteArray access;
    QByteArray refresh;
    QByteArray host = "localhost:1234";
};

} // namespace tieout::sandbox
