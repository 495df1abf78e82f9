#include "sandbox/practice.h"

#include <QTest>

using namespace tieout;
using namespace tieout::sandbox;
using namespace Qt::StringLiterals;

class TestPractice : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void faultsShapeTheAnswer_data();
    void faultsShapeTheAnswer();
    void faultStrikesAsOftenAsAsked();
    void faultMatchesMethodAndPath();
    void cutBeforeLeavesTheSystemAlone();
    void cutAfterHasCommitted();
    void chanceIsRepeatable();
    void badFaultsAreRefused_data();
    void badFaultsAreRefused();
    void callsAreLogged();
    void clockIsMoved();
    void dealsComeInAtRunTime();
    void stateShowsRows();
    void resetUndoesEverything();
    void sameSeedGivesTheSameCompany();
    void badLoadFileIsNamed();
    void unknownEndpointsAre404();
    void workflowsTellTheirReceivers();
    void repeatingInvoicesFollowTheClock();

  private:
    [[nodiscard]] Response control(const QByteArray& method, const QByteArray& path,
                                   const QByteArray& body = {}, const QByteArray& query = {});
    [[nodiscard]] Response get(const QString& system, const QByteArray& path = "/services/data");
    [[nodiscard]] Json json(const Response& response) const
    {
        return Json::parse(response.body).value_or(Json());
    }
    void fault(const QByteArray& body) { QCOMPARE(control("POST", "faults", body).status, 200); }
    [[nodiscard]] static PracticeSettings settings();

    std::unique_ptr<PracticeCompany> m_company;
};

PracticeSettings TestPractice::settings()
{
    PracticeSettings all;
    all.deals = 5;
    all.time = Instant(std::chrono::sys_days(std::chrono::year(2026) / 6 / 30));
    return all;
}

void TestPractice::init()
{
    auto opened = PracticeCompany::open(settings());
    QVERIFY(opened.has_value());
    m_company = std::move(*opened);
}

Response TestPractice::control(const QByteArray& method, const QByteArray& path, const QByteArray& body,
                               const QByteArray& query)
{
    Request request;
    request.method = method;
    request.path = "/_practice/" + path;
    request.body = body;
    request.query = query;
    return m_company->handle(u"control"_s, request);
}

Response TestPractice::get(const QString& system, const QByteArray& path)
{
    Request request;
    request.method = "GET";
    request.path = path;
    return m_company->handle(system, request);
}

void TestPractice::faultsShapeTheAnswer_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("system");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("delivery");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const QByteArray& rule, const char16_t* system, int status, Delivery delivery,
                        const QByteArray& header = {}, const QByteArray& value = {}) {
        const QString name = QString::fromUtf16(system);
        QTest::newRow((rule + name.toLatin1()).constData())
            << rule << name << status << int(delivery) << header << value;
    };
    row(R"({"kind":"status","status":503,"retryAfter":7})", u"salesforce", 503, Delivery::Deliver,
        "Retry-After", "7");
    row(R"({"kind":"status"})", u"xero", 500, Delivery::Deliver);
    row(R"({"kind":"html"})", u"salesforce", 200, Delivery::Deliver, "Content-Type",
        "text/html; charset=utf-8");
    row(R"({"kind":"html","status":502})", u"xero", 502, Delivery::Deliver);
    row(R"({"kind":"hang"})", u"xero", 200, Delivery::Hang);
    row(R"({"kind":"cut-before"})", u"salesforce", 200, Delivery::CutBefore);
    row(R"({"kind":"cut-after"})", u"salesforce", 200, Delivery::CutAfter);
    row(R"({"kind":"truncate"})", u"salesforce", 200, Delivery::Truncate);
    row(R"({"kind":"rate-minute"})", u"xero", 429, Delivery::Deliver, "X-Rate-Limit-Problem", "minute");
    row(R"({"kind":"rate-minute","retryAfter":3})", u"xero", 429, Delivery::Deliver, "Retry-After", "3");
    row(R"({"kind":"rate-day"})", u"xero", 429, Delivery::Deliver, "X-Rate-Limit-Problem", "day");
    row(R"({"kind":"rate-concurrent"})", u"xero", 429, Delivery::Deliver, "Retry-After", "");
    row(R"({"kind":"rate-day"})", u"salesforce", 403, Delivery::Deliver, "Sforce-Limit-Info",
        "api-usage=100000/100000");
    row(R"({"kind":"rate-concurrent"})", u"salesforce", 403, Delivery::Deliver);
}

void TestPractice::faultsShapeTheAnswer()
{
    QFETCH(QByteArray, rule);
    QFETCH(QString, system);
    QFETCH(QByteArray, header);
    fault(rule);
    const Response response = get(system);
    QTEST(response.status, "status");
    QTEST(int(response.delivery), "delivery");
    if (!header.isEmpty()) QTEST(headerValue(response.headers, header), "value");
}

void TestPractice::faultStrikesAsOftenAsAsked()
{
    fault(R"({"kind":"status","status":500,"system":"salesforce","count":2,"every":2})");
    QList<int> statuses;
    for (int i = 0; i < 6; ++i)
        statuses.append(get(u"salesforce"_s).status);
    QCOMPARE(statuses, QList<int>({200, 500, 200, 500, 200, 200}));
    fault(R"({"kind":"status"})");
    QCOMPARE(get(u"salesforce"_s).status, 500);
    fault(R"({"clear":true})");
    QCOMPARE(get(u"salesforce"_s).status, 200);
}

void TestPractice::faultMatchesMethodAndPath()
{
    fault(R"({"kind":"status","method":"post"})");
    QCOMPARE(get(u"salesforce"_s).status, 200);
    fault(R"({"kind":"status","status":501,"match":"/services/oauth2/"})");
    QCOMPARE(get(u"salesforce"_s).status, 200);
    QCOMPARE(get(u"salesforce"_s, "/services/oauth2/userinfo").status, 501);
    fault(R"({"kind":"status","status":502,"match":"data/?$"})");
    QCOMPARE(get(u"salesforce"_s).status, 502);
    QCOMPARE(get(u"xero"_s, "/services/data").status, 502);
}

void TestPractice::cutBeforeLeavesTheSystemAlone()
{
    fault(R"({"kind":"expire-tokens","count":1})");
    (void)get(u"salesforce"_s);
    fault(R"({"kind":"cut-before","count":1})");
    const Response cut = get(u"salesforce"_s);
    QVERIFY(cut.body.isEmpty());
    QCOMPARE(json(control("GET", "calls"))[u"calls"].at(1)[u"status"].toInteger(), 0);
}

void TestPractice::cutAfterHasCommitted()
{
    fault(R"({"kind":"cut-after","count":1})");
    const Response cut = get(u"salesforce"_s);
    QCOMPARE(cut.delivery, Delivery::CutAfter);
    QVERIFY(cut.body.contains("/services/data/v62.0"));
}

void TestPractice::chanceIsRepeatable()
{
    const auto pattern = [&] {
        fault(R"({"kind":"status","probability":0.5})");
        QString text;
        for (int i = 0; i < 64; ++i)
            text += get(u"salesforce"_s).status == 500 ? u'x' : u'.';
        return text;
    };
    const QString first = pattern();
    QVERIFY(first.count(u'x') > 10 && first.count(u'x') < 54);
    init();
    QCOMPARE(pattern(), first);
}

void TestPractice::badFaultsAreRefused_data()
{
    QTest::addColumn<QByteArray>("rule");
    for (const char* rule :
         {R"({"kind":"nothing"})", R"({"kind":"status","status":99})", R"({"kind":"status","match":"("})",
          R"({"kind":"status","every":0})", R"({"kind":"status","probability":1.5})",
          R"({"kind":"status","count":-5})", "[]", "x"})
        QTest::newRow(rule) << QByteArray(rule);
}

void TestPractice::badFaultsAreRefused()
{
    QFETCH(QByteArray, rule);
    const Response response = control("POST", "faults", rule);
    QCOMPARE(response.status, 400);
    QVERIFY(!json(response)[u"error"].toText().isEmpty());
    QCOMPARE(get(u"salesforce"_s).status, 200);
}

void TestPractice::callsAreLogged()
{
    (void)get(u"salesforce"_s);
    (void)get(u"xero"_s, "/nothing");
    fault(R"({"kind":"status","status":503,"count":1})");
    (void)get(u"salesforce"_s);
    const Json log = json(control("GET", "calls", {}, "system=salesforce&since=1"));
    QCOMPARE(log[u"total"].toInteger(), 3);
    QCOMPARE(log[u"counts"][u"salesforce"][u"GET"].toInteger(), 2);
    QCOMPARE(log[u"calls"].size(), 1);
    QCOMPARE(log[u"calls"].at(0)[u"number"].toInteger(), 3);
    QCOMPARE(log[u"calls"].at(0)[u"status"].toInteger(), 503);
    QCOMPARE(log[u"calls"].at(0)[u"fault"].toText(), u"status"_s);
    QCOMPARE(json(control("GET", "calls", {}, "counts=only"))[u"calls"].size(), 0);
}

void TestPractice::clockIsMoved()
{
    const auto now = [&] { return json(control("GET", "health"))[u"now"].toText(); };
    QCOMPARE(now(), u"2026-06-30T00:00:00.000Z"_s);
    QCOMPARE(control("POST", "clock", R"({"advanceMs":90000})").status, 200);
    QCOMPARE(now(), u"2026-06-30T00:01:30.000Z"_s);
    QCOMPARE(headerValue(get(u"salesforce"_s).headers, "Date"), QByteArray("Tue, 30 Jun 2026 00:01:30 GMT"));
    QCOMPARE(control("POST", "clock", R"({"set":"2027-01-01T00:00:00Z"})").status, 200);
    QCOMPARE(now(), u"2027-01-01T00:00:00.000Z"_s);
    QCOMPARE(control("POST", "clock", R"({"set":"soon"})").status, 400);
    QCOMPARE(control("POST", "clock", "{}").status, 400);
    QCOMPARE(control("POST", "clock", R"({"real":true})").status, 200);
    QVERIFY(!m_company->clock().isHeld());
}

void TestPractice::dealsComeInAtRunTime()
{
    const QByteArray deal =
        R"({"Id":"006000000000001AAA","Name":"new","StageName":"Closed Won","CloseDate":"2026-01-01"})";
    QCOMPARE(json(control("POST", "deals", deal))[u"taken"].toInteger(), 1);
    QCOMPARE(json(control("POST", "deals", '[' + deal + ',' + deal + ']'))[u"taken"].toInteger(), 2);
    const Json rows = json(control("GET", "state/salesforce/Opportunity"));
    QCOMPARE(rows.size(), 6);
    QCOMPARE(rows.at(5)[u"Name"].toText(), u"new"_s);
    QCOMPARE(rows.at(5)[u"SystemModstamp"].toText(), u"2026-06-30T00:00:00.002+0000"_s);
    const Response refused = control("POST", "deals", "{\"Name\":\"x\"}\n{");
    QCOMPARE(refused.status, 400);
    QCOMPARE(json(refused)[u"faults"].size(), 2);
}

void TestPractice::stateShowsRows()
{
    QCOMPARE(json(control("GET", "state/salesforce/Opportunity")).size(), 5);
    QCOMPARE(control("GET", "state/salesforce/Nothing").status, 404);
    QCOMPARE(control("GET", "state/nobody/Opportunity").status, 404);
    QCOMPARE(control("GET", "state/xero/Contacts").status, 200);
}

void TestPractice::resetUndoesEverything()
{
    const QByteArray before = control("GET", "state/salesforce/Opportunity").body;
    (void)control("POST", "deals", R"({"Name":"new","StageName":"s","CloseDate":"2026-01-01","Extra__c":1})");
    fault(R"({"kind":"status"})");
    (void)control("POST", "clock", R"({"advanceMs":1000})");
    (void)get(u"salesforce"_s);
    QVERIFY(control("GET", "state/salesforce/Opportunity").body != before);
    QCOMPARE(control("POST", "reset").status, 200);
    QCOMPARE(control("GET", "state/salesforce/Opportunity").body, before);
    QCOMPARE(get(u"salesforce"_s).status, 200);
    QCOMPARE(json(control("GET", "calls"))[u"total"].toInteger(), 1);
    QCOMPARE(json(control("GET", "health"))[u"now"].toText(), u"2026-06-30T00:00:00.000Z"_s);
}

void TestPractice::sameSeedGivesTheSameCompany()
{
    const QByteArray opportunities = control("GET", "state/salesforce/Opportunity").body;
    const QByteArray contacts = control("GET", "state/xero/Contacts").body;
    init();
    QCOMPARE(control("GET", "state/salesforce/Opportunity").body, opportunities);
    QCOMPARE(control("GET", "state/xero/Contacts").body, contacts);
}

void TestPractice::badLoadFileIsNamed()
{
    PracticeSettings broken = settings();
    broken.loadFile = u"/nowhere/deals.ndjson"_s;
    const auto opened = PracticeCompany::open(broken);
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, u"practice.load"_s);
    QVERIFY(opened.error().facts.first().contains(u"/nowhere/deals.ndjson"));
}

void TestPractice::unknownEndpointsAre404()
{
    QCOMPARE(control("GET", "nothing").status, 404);
    QCOMPARE(control("POST", "nothing", "{}").status, 404);
    QCOMPARE(control("DELETE", "calls").status, 405);
    QCOMPARE(get(u"control"_s, "/elsewhere").status, 404);
}

void TestPractice::workflowsTellTheirReceivers()
{
    QCOMPARE(control("POST", "tray", R"({"post":"every-event"})").status, 400); // nobody listens
    const QByteArray receiver =
        R"({"receiver":"log","url":"http://localhost:9/log","headers":{"X-Key":"k"}})";
    QCOMPARE(control("POST", "tray", receiver).status, 200);
    QCOMPARE(json(control("POST", "tray", R"({"post":"every-event"})"))[u"posted"].toInteger(), 8);
    const auto calls = m_company->tray().dueCalls();
    QCOMPARE(calls.size(), 8);
    QCOMPARE(headerValue(calls.first().headers, "X-Key"), QByteArray("k"));
    const Json messages = json(control("GET", "state/tray/messages"));
    QCOMPARE(messages.size(), 8);
    QCOMPARE(messages.at(0)[u"fate"].toText(), u"on its way"_s);
    QCOMPARE(control("POST", "tray", R"({"receiver":"nobody"})").status, 400);
}

void TestPractice::repeatingInvoicesFollowTheClock()
{
    PracticeSettings all = settings();
    all.history = true;
    auto opened = PracticeCompany::open(all);
    QVERIFY(opened.has_value());
    m_company = std::move(*opened);
    const auto made = [this] {
        int invoices = 0;
        for (const Json& invoice : json(control("GET", "state/xero/Invoices")).toArray())
            invoices += invoice[u"RepeatingInvoiceID"].isText() ? 1 : 0;
        return invoices;
    };
    const int before = made();
    QVERIFY(before > 0); // of the year that lies behind
    QCOMPARE(control("POST", "clock", R"({"advanceMs":7776000000})").status, 200); // 90 days
    const int after = made();
    QVERIFY2(after >= before + 2 * 4,
             qPrintable(u"%1, then %2"_s.arg(before).arg(after))); // four organisations
    QCOMPARE(control("POST", "reset", "{}").status, 200);
    QCOMPARE(made(), before);
}

QTEST_GUILESS_MAIN(TestPractice)
#include "testpractice.moc"
