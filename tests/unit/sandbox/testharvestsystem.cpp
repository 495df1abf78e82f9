#include "harvestprobe.h"

#include <QSet>
#include <QUrl>
#include <QUrlQuery>

using namespace tieout;
using namespace tieout::sandbox;
using namespace tieout::support;
using namespace Qt::StringLiterals;

class TestHarvestSystem : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void callsNeedTokenAccountAndAgent_data();
    void callsNeedTokenAccountAndAgent();
    void accountsNameBothProducts();
    void signInGivesTokensThatRotate();
    void secretIsNeededAndDenialGoesBack();
    void expiredAndRevokedTokensAre401();
    void cursorsWalkThroughEverything();
    void cursorsDoNotShift();
    void pagesWalkThroughEverything_data();
    void pagesWalkThroughEverything();
    void listsAreNewestFirst();
    void updatedSinceIsHeeded();
    void filtersAreHeeded();
    void unknownIdsAreJsonUnknownPathsAreNot();
    void limitsAreTwo();
    void refusedCallsCanLackTheHeader();
    void rolesSeeTheirShare();
    void featuresCanBeOff();
    void formsAreUnderstood();
    void malformedBodiesAre400();
    void resetReturnsToTheSnapshot();

  private:
    [[nodiscard]] Response bare(const Headers& headers, const QByteArray& path = "/v2/company");
    [[nodiscard]] Json token(const QList<std::pair<QString, QString>>& form, int status = 200);
    [[nodiscard]] QString code(const QString& more = {});

    std::unique_ptr<HarvestProbe> m_probe;

  private Q_SLOTS:
    void init() { m_probe = std::make_unique<HarvestProbe>(); }
};

Response TestHarvestSystem::bare(const Headers& headers, const QByteArray& path)
{
    Request request;
    request.method = "GET";
    request.path = path;
    request.headers = headers;
    return m_probe->system().handle(request);
}

void TestHarvestSystem::callsNeedTokenAccountAndAgent_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("account");
    QTest::addColumn<QByteArray>("agent");
    QTest::addColumn<int>("status");
    const QByteArray token = "Bearer practice-harvest-administrator";
    QTest::newRow("all") << token << QByteArray("1285331") << QByteArray("a") << 200;
    QTest::newRow("no agent") << token << QByteArray("1285331") << QByteArray() << 400;
    QTest::newRow("no account") << token << QByteArray() << QByteArray("a") << 401;
    QTest::newRow("foreign account") << token << QByteArray("1285337") << QByteArray("a") << 401;
    QTest::newRow("unknown token") << QByteArray("Bearer x") << QByteArray("1285331") << QByteArray("a")
                                   << 401;
    QTest::newRow("no token") << QByteArray() << QByteArray("1285331") << QByteArray("a") << 401;
}

void TestHarvestSystem::callsNeedTokenAccountAndAgent()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, account);
    QFETCH(QByteArray, agent);
    QFETCH(int, status);
    const Response response =
        bare({{"Authorization", token}, {"Harvest-Account-Id", account}, {"User-Agent", agent}});
    QCOMPARE(response.status, status);
    if (status == 401) {
        QCOMPARE(Json::parse(response.body)->operator[](u"error").toText(), u"invalid_token"_s);
        QVERIFY(headerValue(response.headers, "WWW-Authenticate").startsWith("Bearer realm="));
    }
}

void TestHarvestSystem::accountsNameBothProducts()
{
    const Response response =
        bare({{"Authorization", "Bearer practice-harvest-member"}, {"User-Agent", "a"}}, "/api/v2/accounts");
    const Json answer = Json::parse(response.body).value();
    QCOMPARE(answer[u"accounts"].size(), 2);
    QSet<QString> products;
    for (const Json& account : answer[u"accounts"].toArray())
        products.insert(account[u"product"].toText());
    QCOMPARE(products, QSet<QString>({u"harvest"_s, u"forecast"_s}));
}

QString TestHarvestSystem::code(const QString& more)
{
    Request request;
    request.method = "GET";
    request.path = "/oauth2/authorize";
    request.query = "response_type=code&client_id=tieout-practice&state=s%201&practice_auto=1&redirect_uri="
                    "http%3A%2F%2Flocalhost%3A8742%2Fcallback" +
                    more.toLatin1();
    const QUrl back(QString::fromLatin1(headerValue(m_probe->system().handle(request).headers, "Location")));
    const QUrlQuery query(back);
    if (query.queryItemValue(u"scope"_s, QUrl::FullyDecoded) != u"harvest:1285331") return {};
    return query.queryItemValue(u"code"_s, QUrl::FullyDecoded);
}

Json TestHarvestSystem::token(const QList<std::pair<QString, QString>>& form, int status)
{
    QUrlQuery query;
    for (const auto& [name, value] : form)
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    Request request;
    request.method = "POST";
    request.path = "/api/v2/oauth2/token";
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = query.toString(QUrl::FullyEncoded).toLatin1();
    const Response response = m_probe->system().handle(request);
    if (response.status != status) QTest::qFail(response.body.constData(), __FILE__, __LINE__);
    return Json::parse(response.body).value_or(Json());
}

void TestHarvestSystem::signInGivesTokensThatRotate()
{
    const QList<std::pair<QString, QString>> app{{u"client_id"_s, u"tieout-practice"_s},
                                                 {u"client_secret"_s, u"tieout-practice-secret"_s}};
    const QString given = code();
    QVERIFY(!given.isEmpty());
    const Json first = token(app + QList<std::pair<QString, QString>>{
                                       {u"grant_type"_s, u"authorization_code"_s}, {u"code"_s, given}});
    QCOMPARE(first[u"token_type"].toText(), u"bearer"_s);
    QCOMPARE(first[u"expires_in"].toInteger(), 1'209'599);
    const QList<std::pair<QString, QString>> refresh{{u"grant_type"_s, u"refresh_token"_s},
                                                     {u"refresh_token"_s, first[u"refresh_token"].toText()}};
    const Json second = token(app + refresh);
    QVERIFY(second[u"refresh_token"] != first[u"refresh_token"]);
    QCOMPARE(token(app + refresh, 400)[u"error"].toText(), u"invalid_grant"_s);
    QCOMPARE(token(app + QList<std::pair<QString, QString>>{{u"grant_type"_s, u"authorization_code"_s},
                                                            {u"code"_s, given}},
                   400)[u"error"]
                 .toText(),
             u"invalid_grant"_s);
}

void TestHarvestSystem::secretIsNeededAndDenialGoesBack()
{
    QCOMPARE(
        token({{u"client_id"_s, u"tieout-practice"_s}, {u"grant_type"_s, u"refresh_token"_s}}, 401)[u"error"]
            .toText(),
        u"invalid_client"_s);
    Request request;
    request.method = "POST";
    request.path = "/oauth2/authorize";
    request.body =
        "response_type=code&client_id=tieout-practice&redirect_uri=http%3A%2F%2Flocalhost%3A8742%2F"
        "callback&state=x&decision=deny";
    const Response denied = m_probe->system().handle(request);
    QVERIFY(headerValue(denied.headers, "Location").contains("error=access_denied"));
    request.body.replace("tieout-practice", "unknown");
    QCOMPARE(m_probe->system().handle(request).status, 400);
}

void TestHarvestSystem::expiredAndRevokedTokensAre401()
{
    const Json tokens = token({{u"client_id"_s, u"tieout-practice"_s},
                               {u"client_secret"_s, u"tieout-practice-secret"_s},
                               {u"grant_type"_s, u"authorization_code"_s},
                               {u"code"_s, code()}});
    const Headers headers{{"Authorization", "Bearer " + tokens[u"access_token"].toText().toLatin1()},
                          {"Harvest-Account-Id", "1285331"},
                          {"User-Agent", "a"}};
    QCOMPARE(bare(headers).status, 200);
    m_probe->system().expireTokens();
    QCOMPARE(bare(headers).status, 401);
    QCOMPARE(m_probe->call("GET", "/v2/company").status, 200);
    m_probe->system().revokeSignIns();
    QCOMPARE(m_probe->call("GET", "/v2/company").status, 401);
    m_probe->system().reset();
    QCOMPARE(m_probe->call("GET", "/v2/company").status, 200);
}

void TestHarvestSystem::cursorsWalkThroughEverything()
{
    QByteArray path = "clients?per_page=2";
    QList<qint64> ids;
    for (int pages = 0; pages < 20 && !path.isEmpty(); ++pages) {
        const Json page = m_probe->get(path);
        QVERIFY(page[u"page"].isNull() && page[u"next_page"].isNull());
        for (const Json& row : page[u"clients"].toArray())
            ids.append(row[u"id"].toInteger());
        const QUrl next(page[u"links"][u"next"].toText());
        path = next.isEmpty() ? QByteArray() : "clients?" + next.query(QUrl::FullyEncoded).toLatin1();
        if (next.isEmpty()) QCOMPARE(ids.size(), page[u"total_entries"].toInteger());
    }
    QVERIFY(path.isEmpty());
    QCOMPARE(QSet<qint64>(ids.begin(), ids.end()).size(), ids.size());
    QVERIFY(std::is_sorted(ids.begin(), ids.end(), std::greater<>()));
}

void TestHarvestSystem::cursorsDoNotShift()
{
    const Json first = m_probe->get("clients?per_page=3");
    const qint64 last = first[u"clients"].at(2)[u"id"].toInteger();
    const QByteArray next = QUrl(first[u"links"][u"next"].toText()).query(QUrl::FullyEncoded).toLatin1();
    const Json before = m_probe->get("clients?" + next);
    static_cast<void>(m_probe->post("clients", R"({"name":"Comes in between"})"));
    QCOMPARE(m_probe->get("clients?" + next)[u"clients"], before[u"clients"]);
    QVERIFY(before[u"clients"].at(0)[u"id"].toInteger() < last);
    // By number everything moves on by one row.
    QCOMPARE(m_probe->get("clients?per_page=3&page=2")[u"clients"].at(0)[u"id"].toInteger(), last);
    const QByteArray back = QUrl(before[u"links"][u"previous"].toText()).query(QUrl::FullyEncoded).toLatin1();
    QCOMPARE(m_probe->get("clients?" + back)[u"clients"], first[u"clients"]);
}

void TestHarvestSystem::pagesWalkThroughEverything_data()
{
    QTest::addColumn<QByteArray>("list");
    for (const char* const list :
         {"clients", "contacts", "projects", "tasks", "users", "roles", "task_assignments",
          "user_assignments", "expense_categories", "expenses", "invoices", "estimates",
          "invoice_item_categories", "estimate_item_categories", "time_entries"})
        QTest::newRow(list) << QByteArray(list);
}

void TestHarvestSystem::pagesWalkThroughEverything()
{
    QFETCH(QByteArray, list);
    QSet<qint64> ids;
    qint64 total = -1;
    qint64 page = 1;
    while (page != 0) {
        const Json answer = m_probe->get(list + "?per_page=7&page=" + QByteArray::number(page));
        for (const Json& row : answer[QString::fromLatin1(list)].toArray())
            ids.insert(row[u"id"].toInteger());
        total = answer[u"total_entries"].toInteger();
        const qint64 next = answer[u"next_page"].toInteger();
        QVERIFY(next == 0 || next == page + 1);
        QCOMPARE(answer[u"links"][u"next"].isNull(), next == 0);
        page = next;
    }
    QVERIFY(total > 0);
    QCOMPARE(ids.size(), total);
    const Json past = m_probe->get(list + "?per_page=7&page=9999");
    QCOMPARE(past[QString::fromLatin1(list)].size(), 0);
}

void TestHarvestSystem::listsAreNewestFirst()
{
    const auto sorted = [&](const QByteArray& list, QStringView member) {
        QStringList days;
        const Json page = m_probe->get(list);
        for (const Json& row : page[QString::fromLatin1(list)].toArray())
            days.append(row[member].toText());
        return days.size() > 1 && std::is_sorted(days.begin(), days.end(), std::greater<>());
    };
    QVERIFY(sorted("invoices", u"issue_date"));
    QVERIFY(sorted("estimates", u"issue_date"));
    QVERIFY(sorted("time_entries", u"spent_date"));
    QVERIFY(sorted("expenses", u"spent_date"));
}

void TestHarvestSystem::updatedSinceIsHeeded()
{
    const QByteArray client = HarvestProbe::id(m_probe->get("clients?per_page=1")[u"clients"].at(0));
    m_probe->clock().advance(std::chrono::hours(1));
    QCOMPARE(m_probe->get("clients?updated_since=2026-06-30T02:30:00Z")[u"total_entries"].toInteger(), 0);
    static_cast<void>(m_probe->json(200, "PATCH", "/v2/clients/" + client, R"({"address":"x"})"));
    QCOMPARE(m_probe->get("clients?updated_since=2026-06-30T02:30:00Z")[u"total_entries"].toInteger(), 1);
    QCOMPARE(m_probe->get("clients?updated_since=2026-06-30T03:00:00Z")[u"total_entries"].toInteger(), 1);
    QCOMPARE(m_probe->get("clients?updated_since=2026-06-30T03:00:01Z")[u"total_entries"].toInteger(), 0);
    QCOMPARE(m_probe->call("GET", "/v2/clients?updated_since=yesterday").status, 400);
    QVERIFY(m_probe->get("roles?updated_since=yesterday")[u"total_entries"].toInteger() >
            0); // not a filter here
}

void TestHarvestSystem::filtersAreHeeded()
{
    const auto all = [&](const QByteArray& path, const QString& key) { return m_probe->get(path)[key]; };
    const Json entry = all("time_entries?per_page=1", u"time_entries"_s).at(0);
    const QByteArray project = QByteArray::number(entry[u"project"][u"id"].toInteger());
    const Json own = all("time_entries?project_id=" + project, u"time_entries"_s);
    QVERIFY(own.size() > 0);
    for (const Json& row : own.toArray())
        QCOMPARE(row[u"project"][u"id"], entry[u"project"][u"id"]);
    const QByteArray client = QByteArray::number(entry[u"client"][u"id"].toInteger());
    QVERIFY(all("time_entries?client_id=" + client, u"time_entries"_s).size() >= own.size());
    QCOMPARE(all("time_entries?is_running=true", u"time_entries"_s).size(), 1);
    const Json billed = all("time_entries?is_billed=true", u"time_entries"_s);
    QVERIFY(billed.size() > 0);
    QVERIFY(!billed.at(0)[u"invoice"].isNull());
    for (const Json& row : m_probe->rows("time_entries?from=2026-06-01&to=2026-06-10", u"time_entries"))
        QVERIFY(row[u"spent_date"].toText() >= u"2026-06-01" && row[u"spent_date"].toText() <= u"2026-06-10");
    QCOMPARE(m_probe->call("GET", "/v2/time_entries?from=soon").status, 400);
    QCOMPARE(all("invoices?state=unheard", u"invoices"_s).size(), 0);
    QCOMPARE(all("tasks?is_active=false", u"tasks"_s).size(), 1);
}

void TestHarvestSystem::unknownIdsAreJsonUnknownPathsAreNot()
{
    const Response gone = m_probe->call("GET", "/v2/clients/1");
    QCOMPARE(gone.status, 404);
    QCOMPARE(Json::parse(gone.body)->operator[](u"error").toText(), u"Not Found"_s);
    for (const char* const path : {"/v2/clients/abc", "/v2/nothing", "/v3/clients"}) {
        const Response page = m_probe->call("GET", path);
        QCOMPARE(page.status, 404);
        QVERIFY(headerValue(page.headers, "Content-Type").startsWith("text/html"));
    }
    QCOMPARE(m_probe->call("PUT", "/v2/clients", "{}").status, 404);
}

void TestHarvestSystem::limitsAreTwo()
{
    for (int i = 0; i < 100; ++i)
        QCOMPARE(m_probe->call("GET", "/v2/company").status, 200);
    const Response refused = m_probe->call("GET", "/v2/company");
    QCOMPARE(refused.status, 429);
    QCOMPARE(headerValue(refused.headers, "Retry-After"), QByteArray("15"));
    QCOMPARE(m_probe->call("GET", "/v2/reports/project_budget").status, 200); // counts by itself
    m_probe->clock().advance(std::chrono::seconds(15));
    QCOMPARE(m_probe->call("GET", "/v2/company").status, 200);
    for (int i = 0; i < 99; ++i)
        QCOMPARE(m_probe->call("GET", "/v2/reports/project_budget?per_page=1").status, 200);
    QCOMPARE(headerValue(m_probe->call("GET", "/v2/reports/project_budget").headers, "Retry-After"),
             QByteArray("885"));
    m_probe->system().setLimitsEnabled(false);
    QCOMPARE(m_probe->call("GET", "/v2/reports/project_budget").status, 200);
}

void TestHarvestSystem::refusedCallsCanLackTheHeader()
{
    harvest::Modes modes;
    modes.retryAfter = false;
    m_probe->system().setModes(modes);
    for (int i = 0; i < 100; ++i)
        static_cast<void>(m_probe->call("GET", "/v2/company"));
    const Response refused = m_probe->call("GET", "/v2/company");
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.body.isEmpty() && headerValue(refused.headers, "Retry-After").isEmpty());
    QVERIFY(headerValue(refused.headers, "Content-Type").startsWith("text/html"));
}

void TestHarvestSystem::rolesSeeTheirShare()
{
    for (const char* const path :
         {"/v2/clients", "/v2/invoices", "/v2/roles", "/v2/users", "/v2/reports/project_budget"}) {
        const Response refused = m_probe->call("GET", path, {}, "member");
        QCOMPARE(refused.status, 403);
        QCOMPARE(Json::parse(refused.body)->operator[](u"message").toText(), u"Not authorized!"_s);
        QVERIFY(!headerValue(refused.headers, "Hint").isEmpty());
    }
    const Json me = m_probe->get("users/me", "member");
    QVERIFY(!me.contains(u"cost_rate"));
    for (const Json& entry : m_probe->rows("time_entries", u"time_entries", "member")) {
        QCOMPARE(entry[u"user"][u"id"], me[u"id"]);
        QVERIFY(!entry.contains(u"billable_rate") && !entry.contains(u"cost_rate"));
    }
    const qint64 all = m_probe->get("projects")[u"total_entries"].toInteger();
    const qint64 some = m_probe->get("projects", "manager")[u"total_entries"].toInteger();
    QVERIFY(some < all);
    QCOMPARE(m_probe->call("POST", "/v2/clients", R"({"name":"x"})", "manager").status, 403);
    QCOMPARE(m_probe->call("GET", "/v2/users/me/project_assignments", {}, "member").status, 200);
}

void TestHarvestSystem::featuresCanBeOff()
{
    m_probe->system().setCompany(u"invoice_feature"_s, Json(false));
    QCOMPARE(m_probe->call("GET", "/v2/invoices").status, 403);
    QCOMPARE(m_probe->call("GET", "/v2/estimates").status, 200);
    m_probe->system().setCompany(u"expense_feature"_s, Json(false));
    QCOMPARE(m_probe->call("GET", "/v2/expenses").status, 403);
}

void TestHarvestSystem::formsAreUnderstood()
{
    Request request;
    request.method = "POST";
    request.path = "/v2/invoices";
    request.headers = {{"Authorization", "Bearer practice-harvest-administrator"},
                       {"Harvest-Account-Id", "1285331"},
                       {"User-Agent", "a"},
                       {"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = "client_id=" + HarvestProbe::id(m_probe->get("clients?per_page=1")[u"clients"].at(0)) +
                   "&line_items[][kind]=Service&line_items[][unit_price]=2.5&line_items[][taxed]=true"
                   "&line_items[][kind]=Product&line_items[][unit_price]=4&tax=10";
    const Json made = Json::parse(m_probe->system().handle(request).body).value();
    QCOMPARE(made[u"line_items"].size(), 2);
    QCOMPARE(made[u"amount"].toDecimal().toString(), u"6.75"_s);
}

void TestHarvestSystem::malformedBodiesAre400()
{
    QCOMPARE(m_probe->call("POST", "/v2/clients", "{").status, 400);
    QCOMPARE(m_probe->call("POST", "/v2/clients", "[]").status, 400);
    const Json project = m_probe->get("projects?per_page=1")[u"projects"].at(0);
    QCOMPARE(m_probe->call("POST", "/v2/expenses", R"({"spent_date":"30 February"})").status, 400);
}

void TestHarvestSystem::resetReturnsToTheSnapshot()
{
    const qint64 before = m_probe->get("clients")[u"total_entries"].toInteger();
    m_probe->system().snapshot();
    static_cast<void>(m_probe->post("clients", R"({"name":"New one"})"));
    QCOMPARE(m_probe->get("clients")[u"total_entries"].toInteger(), before + 1);
    m_probe->system().reset();
    QCOMPARE(m_probe->get("clients")[u"total_entries"].toInteger(), before);
    QCOMPARE(m_probe->system().state(u"clients").size(), before);
    QVERIFY(m_probe->system().state(u"unheard").isNull());
}

QTEST_GUILESS_MAIN(TestHarvestSystem)
#include "testharvestsystem.moc"
