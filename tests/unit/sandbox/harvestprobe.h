#pragma once

#include "sandbox/companyclock.h"
#include "sandbox/harvest/harvestsystem.h"

#include <QTest>

namespace tieout::support {

/// A practice Harvest with a held clock, and calls as one of its three people.
class HarvestProbe final
{
  public:
    HarvestProbe()
    {
        m_clock.hold(Instant(std::chrono::sys_days(std::chrono::year(2026) / 6 / 30)) +
                     std::chrono::hours(2));
        m_system.setBaseUrl("http://localhost:5");
    }

    sandbox::Response call(const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
                           const QByteArray& who = "administrator")
    {
        sandbox::Request request;
        request.method = method;
        const qsizetype mark = path.indexOf('?');
        request.path = mark < 0 ? path : path.first(mark);
        if (mark >= 0) request.query = path.sliced(mark + 1);
        request.headers = {{"Authorization", "Bearer practice-harvest-" + who},
                           {"Harvest-Account-Id", QByteArray::number(sandbox::HarvestSystem::accountId())},
                           {"User-Agent", "tests (tests@tieout.example)"},
                           {"Content-Type", "application/json"}};
        request.body = body;
        return m_system.handle(request);
    }
    /// The answer's JSON; the test fails on another status.
    Json json(int status, const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
              const QByteArray& who = "administrator")
    {
        const sandbox::Response response = call(method, path, body, who);
        if (response.status != status) {
            const QByteArray text = method + ' ' + path + " gave " + QByteArray::number(response.status) +
                                    ": " + response.body.left(400);
            QTest::qFail(text.constData(), __FILE__, __LINE__);
        }
        return Json::parse(response.body).value_or(Json());
    }
    Json get(const QByteArray& path, const QByteArray& who = "administrator")
    {
        return json(200, "GET", "/v2/" + path, {}, who);
    }
    /// The rows of a list, by value: safe to loop over.
    Json::Array rows(const QByteArray& path, QStringView key, const QByteArray& who = "administrator")
    {
        return get(path, who)[key].toArray();
    }
    Json post(const QByteArray& path, const QByteArray& body, const QByteArray& who = "administrator")
    {
        return json(201, "POST", "/v2/" + path, body, who);
    }
    /// The one text of a 422.
    QString refusal(const QByteArray& method, const QByteArray& path, const QByteArray& body = {})
    {
        return json(422, method, "/v2/" + path, body)[u"message"].toText();
    }
    static QByteArray id(const Json& row) { return QByteArray::number(row[u"id"].toInteger()); }
    sandbox::HarvestSystem& system() { return m_system; }
    sandbox::CompanyClock& clock() { return m_clock; }

  private:
    sandbox::CompanyClock m_clock;
    SeededRandom m_random{9};
    sandbox::HarvestSystem m_system{m_clock, m_random, sandbox::business::Business(1), 6};
};

} // namespace tieout::support
