#pragma once

#include "base/json.h"
#include "sandbox/cin7core/cin7coresystem.h"
#include "sandbox/cin7omni/cin7omnisystem.h"
#include "sandbox/companyclock.h"

#include <QTest>

namespace tieout::support {

/// JSON with single quotes for double ones: moc loses its way in many raw texts.
inline QByteArray js(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

/// A practice Cin7 Omni with a held clock, and calls with the key that may do everything.
class OmniProbe final
{
  public:
    OmniProbe() { m_system.setLimitsEnabled(false); }

    sandbox::Response call(const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
                           const QByteArray& pair = "PracticeAU:practice-cin7-omni-key")
    {
        sandbox::Request request;
        request.method = method;
        const qsizetype mark = path.indexOf('?');
        request.path = "/api/v1/" + (mark < 0 ? path : path.first(mark));
        if (mark >= 0) request.query = path.sliced(mark + 1);
        if (!pair.isEmpty()) request.headers = {{"Authorization", "Basic " + pair.toBase64()}};
        request.body = body;
        return m_system.handle(request);
    }
    Json json(const QByteArray& method, const QByteArray& path, const QByteArray& body = {})
    {
        const sandbox::Response response = call(method, path, body);
        if (response.status != 200) QTest::qFail(response.body.left(300).constData(), __FILE__, __LINE__);
        return Json::parse(response.body).value_or(Json());
    }
    Json get(const QByteArray& path) { return json("GET", path); }
    /// The verdict on the only row.
    Json write(const QByteArray& method, const QByteArray& path, const QByteArray& row)
    {
        return json(method, path, '[' + row + ']').at(0);
    }
    sandbox::Cin7OmniSystem& system() { return m_system; }
    sandbox::CompanyClock& clock() { return m_clock; }

  private:
    sandbox::CompanyClock m_clock{
        Instant(std::chrono::sys_days(std::chrono::year(2026) / 6 / 30) + std::chrono::hours(2))};
    sandbox::Cin7OmniSystem m_system{m_clock, sandbox::business::Business(1), 12};
};

/// A practice Cin7 Core with a held clock, and calls with its first application's key.
class CoreProbe final
{
  public:
    CoreProbe()
    {
        m_system.setLimitsEnabled(false);
        m_system.setBaseUrl("http://localhost:5");
    }

    sandbox::Response call(const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
                           const QByteArray& key = sandbox::Cin7CoreSystem::applicationKey())
    {
        sandbox::Request request;
        request.method = method;
        const qsizetype mark = path.indexOf('?');
        request.path = "/ExternalApi/v2/" + (mark < 0 ? path : path.first(mark));
        if (mark >= 0) request.query = path.sliced(mark + 1);
        request.headers = {{"api-auth-accountid", sandbox::Cin7CoreSystem::accountId()},
                           {"api-auth-applicationkey", key}};
        request.body = body;
        return m_system.handle(request);
    }
    Json json(const QByteArray& method, const QByteArray& path, const QByteArray& body = {}, int status = 200)
    {
        const sandbox::Response response = call(method, path, body);
        if (response.status != status) {
            const QByteArray text = method + ' ' + path + " gave " + QByteArray::number(response.status) +
                                    ": " + response.body.left(300);
            QTest::qFail(text.constData(), __FILE__, __LINE__);
        }
        return Json::parse(response.body).value_or(Json());
    }
    Json get(const QByteArray& path) { return json("GET", path); }
    Json post(const QByteArray& path, const QByteArray& body) { return json("POST", path, body); }
    /// The first text of a refusal.
    QString refusal(const QByteArray& method, const QByteArray& path, const QByteArray& body = {})
    {
        return json(method, path, body, 400).at(0)[u"Exception"].toText();
    }
    sandbox::Cin7CoreSystem& system() { return m_system; }
    sandbox::CompanyClock& clock() { return m_clock; }

  private:
    sandbox::CompanyClock m_clock{
        Instant(std::chrono::sys_days(std::chrono::year(2026) / 6 / 30) + std::chrono::hours(2))};
    sandbox::Cin7CoreSystem m_system{m_clock, sandbox::business::Business(1), 12};
};

} // namespace tieout::support
