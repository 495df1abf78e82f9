#include "xeroprobe.h"

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::sandbox;

class TestXeroCalls final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void sixtyFirstCallOfAMinuteIsRefused();
    void dayLimitLastsUntilItsWindowEnds();
    void sixthCallAtOnceIsRefused();
    void organisationsHaveTheirOwnWindows();
    void replayAnswersWithoutExecuting();
    void sameKeyForAnotherRequestIsRefused();
    void refusalsAreReplayedToo();
    void keyIsNewAgainAfterSixMinutes();
    void replaysCostQuota();
    void withoutJsonAcceptedTheAnswerIsXml();
    void settingsAreListed();
    void settingsAreFound_data();
    void settingsAreFound();
};

void TestXeroCalls::sixtyFirstCallOfAMinuteIsRefused()
{
    XeroProbe probe;
    probe.signIn();
    probe.system().setLimitsEnabled(true);
    QCOMPARE(headerValue(probe.call("GET", "/Organisation").headers, "X-MinLimit-Remaining"), "59"_ba);
    probe.clock().advance(std::chrono::seconds(20));
    for (int call = 2; call <= 60; ++call)
        QCOMPARE(probe.call("GET", "/Organisation").status, 200);
    const Response refused = probe.call("GET", "/Organisation");
    QCOMPARE(refused.status, 429);
    QCOMPARE(headerValue(refused.headers, "X-Rate-Limit-Problem"), "minute"_ba);
    QCOMPARE(headerValue(refused.headers, "Retry-After"), "40"_ba);
    QCOMPARE(headerValue(refused.headers, "X-MinLimit-Remaining"), "0"_ba);
    QCOMPARE(headerValue(refused.headers, "X-DayLimit-Remaining"), "4940"_ba);
    probe.clock().advance(std::chrono::seconds(40));
    QCOMPARE(probe.call("GET", "/Organisation").status, 200);
}

void TestXeroCalls::dayLimitLastsUntilItsWindowEnds()
{
    XeroProbe probe;
    probe.signIn();
    probe.system().setLimitsEnabled(true);
    for (int call = 0; call < 5000; ++call) {
        if (call % 60 == 0) probe.clock().advance(std::chrono::seconds(61));
        if (call % 1000 == 0) probe.signIn();
        QCOMPARE(probe.call("GET", "/Currencies").status, 200);
    }
    probe.clock().advance(std::chrono::minutes(2));
    const Response refused = probe.call("GET", "/Currencies");
    QCOMPARE(refused.status, 429);
    QCOMPARE(headerValue(refused.headers, "X-Rate-Limit-Problem"), "day"_ba);
    QVERIFY(headerValue(refused.headers, "Retry-After").toInt() > 3600);
    probe.clock().advance(std::chrono::hours(24));
    probe.signIn();
    QCOMPARE(probe.call("GET", "/Currencies").status, 200);
}

void TestXeroCalls::sixthCallAtOnceIsRefused()
{
    XeroProbe probe;
    probe.signIn();
    probe.system().setLimitsEnabled(true);
    probe.system().setCallsInProgress(5);
    QCOMPARE(probe.call("GET", "/Organisation").status, 200);
    probe.system().setCallsInProgress(6);
    const Response refused = probe.call("GET", "/Organisation");
    QCOMPARE(refused.status, 429);
    QCOMPARE(headerValue(refused.headers, "X-Rate-Limit-Problem"), "concurrent"_ba);
    QVERIFY(headerValue(refused.headers, "Retry-After").isEmpty());
}

void TestXeroCalls::organisationsHaveTheirOwnWindows()
{
    XeroProbe probe;
    probe.signIn();
    probe.signIn(XeroProbe::allScopes(), 1);
    probe.system().setLimitsEnabled(true);
    for (int call = 0; call < 60; ++call)
        QCOMPARE(probe.call("GET", "/Organisation").status, 200);
    QCOMPARE(probe.call("GET", "/Organisation").status, 429);
    probe.useTenant(0);
    const Response other = probe.call("GET", "/Organisation");
    QCOMPARE(other.status, 200);
    QCOMPARE(headerValue(other.headers, "X-AppMinLimit-Remaining"), "9939"_ba);
}

void TestXeroCalls::replayAnswersWithoutExecuting()
{
    XeroProbe probe;
    probe.signIn();
    const Headers key{{"idempotency-key", "k1"}};
    const QByteArray body = R"({"Name":"Once"})";
    const Response first = probe.call("PUT", "/Contacts", body, key);
    const Response second = probe.call("PUT", "/Contacts", body, key);
    QCOMPARE(first.status, 200);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
    QCOMPARE(probe.call("PUT", "/Contacts", body).status, 400);
}

void TestXeroCalls::sameKeyForAnotherRequestIsRefused()
{
    XeroProbe probe;
    probe.signIn();
    const Headers key{{"Idempotency-Key", "k1"}};
    probe.call("PUT", "/Contacts", R"({"Name":"Once"})", key);
    for (const Response& response : {probe.call("PUT", "/Contacts", R"({"Name":"Other"})", key),
                                     probe.call("POST", "/Contacts", R"({"Name":"Once"})", key),
                                     probe.call("PUT", "/Contacts?page=1", R"({"Name":"Once"})", key)}) {
        QCOMPARE(response.status, 400);
        QCOMPARE(XeroProbe::json(response)[u"Message"].toText(),
                 u"Idempotency Key: k1 is used with a different request."_s);
    }
}

void TestXeroCalls::refusalsAreReplayedToo()
{
    XeroProbe probe;
    probe.signIn();
    const Headers key{{"Idempotency-Key", "k1"}};
    const QByteArray body = R"({"Name":"Free soon"})";
    const QByteArray id = XeroProbe::json(probe.call("PUT", "/Contacts", body))[u"Contacts"]
                              .at(0)[u"ContactID"]
                              .toText()
                              .toLatin1();
    QCOMPARE(probe.call("PUT", "/Contacts", body, key).status, 400);
    probe.call("POST", "/Contacts/" + id, R"({"ContactStatus":"ARCHIVED"})");
    QCOMPARE(probe.call("PUT", "/Contacts", body, key).status, 400);
    QCOMPARE(probe.call("PUT", "/Contacts", body).status, 200);
}

void TestXeroCalls::keyIsNewAgainAfterSixMinutes()
{
    XeroProbe probe;
    probe.signIn();
    const Headers key{{"Idempotency-Key", "k1"}};
    const QByteArray body = R"({"Name":"Once"})";
    QCOMPARE(probe.call("PUT", "/Contacts", body, key).status, 200);
    probe.clock().advance(std::chrono::seconds(359));
    QCOMPARE(probe.call("PUT", "/Contacts", body, key).status, 200);
    probe.clock().advance(std::chrono::seconds(1));
    QCOMPARE(probe.call("PUT", "/Contacts", body, key).status, 400);
}

void TestXeroCalls::replaysCostQuota()
{
    XeroProbe probe;
    probe.signIn();
    probe.system().setLimitsEnabled(true);
    const Headers key{{"Idempotency-Key", "k1"}};
    probe.call("PUT", "/Contacts", R"({"Name":"Once"})", key);
    const Response replay = probe.call("PUT", "/Contacts", R"({"Name":"Once"})", key);
    QCOMPARE(headerValue(replay.headers, "X-MinLimit-Remaining"), "58"_ba);
}

void TestXeroCalls::withoutJsonAcceptedTheAnswerIsXml()
{
    XeroProbe probe;
    probe.signIn();
    const Response response = probe.call("GET", "/Currencies", {}, {{"Accept", "*/*"}});
    QVERIFY(headerValue(response.headers, "Content-Type").startsWith("text/xml"));
    QVERIFY2(response.body.contains("<Currencies><Currency><Code>AUD</Code>"), response.body.constData());
}

void TestXeroCalls::settingsAreListed()
{
    XeroProbe probe;
    probe.signIn();
    const Json organisation = XeroProbe::json(probe.call("GET", "/Organisation"))[u"Organisations"].at(0);
    QCOMPARE(organisation[u"Name"].toText(), u"Demo Company (AU)"_s);
    QCOMPARE(organisation[u"BaseCurrency"].toText(), u"AUD"_s);
    QCOMPARE(organisation[u"Timezone"].toText(), u"AUSEASTERNSTANDARDTIME"_s);
    QCOMPARE(organisation[u"PeriodLockDate"].toText(), u"/Date(1688083200000+0000)/"_s);
    const Json actions = XeroProbe::json(probe.call("GET", "/Organisation/Actions"))[u"Actions"];
    QVERIFY(actions.size() > 3);
    QVERIFY(XeroProbe::json(probe.call("GET", "/Users"))[u"Users"].size() == 2);
    QCOMPARE(XeroProbe::json(probe.call("GET", "/TaxRates"))[u"TaxRates"].size(), 11);
    const Json sales =
        XeroProbe::json(probe.call("GET", "/Accounts?where=Code%3D%3D%22200%22"))[u"Accounts"].at(0);
    QCOMPARE(sales[u"Name"].toText(), u"Sales"_s);
    QCOMPARE(sales[u"Class"].toText(), u"REVENUE"_s);
    QCOMPARE(sales[u"TaxType"].toText(), u"OUTPUT"_s);
}

void TestXeroCalls::settingsAreFound_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("tax rate") << "/TaxRates/OUTPUT"_ba << 200;
    QTest::newRow("no tax rate") << "/TaxRates/TAX9"_ba << 404;
    QTest::newRow("no account") << "/Accounts/11111111-2222-4333-8444-555555555555"_ba << 404;
    QTest::newRow("no user") << "/Users/11111111-2222-4333-8444-555555555555"_ba << 404;
    QTest::newRow("no part") << "/Organisation/Nothing"_ba << 404;
    QTest::newRow("no resource") << "/Employees"_ba << 404;
    QTest::newRow("bad expression") << "/Accounts?where=Code%3D"_ba << 400;
    QTest::newRow("bad order") << "/Accounts?order=Height"_ba << 400;
}

void TestXeroCalls::settingsAreFound()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    XeroProbe probe;
    probe.signIn();
    QCOMPARE(probe.call("GET", target).status, status);
}

QTEST_GUILESS_MAIN(TestXeroCalls)
#include "testxerocalls.moc"
