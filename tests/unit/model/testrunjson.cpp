#include "model/errorjson.h"
#include "model/runjson.h"

#include <QTest>

using namespace tieout;
using namespace tieout::model;
using namespace Qt::StringLiterals;

namespace {

Error sampleError()
{
    Error error;
    error.kind = ErrorKind::RowRejected;
    error.code = u"xero.tax-type-for-account"_s;
    error.text = u"The TaxType cannot be used"_s;
    error.facts = {u"OUTPUT"_s, u"200"_s};
    error.context.flow = u"closed-won-to-invoice"_s;
    error.context.httpStatus = 400;
    error.retryAfter = std::chrono::milliseconds(1500);
    Error cause;
    cause.kind = ErrorKind::LocalFault;
    cause.code = u"store.full"_s;
    error.cause = std::make_shared<const Error>(cause);
    return error;
}

RunReport sampleReport()
{
    RunReport report;
    report.id = 42;
    report.flow = u"closed-won-to-invoice"_s;
    report.flowTitle = u"Closed-won deals → invoices"_s;
    report.mappingVersion = 3;
    report.trigger = RunTrigger::Schedule;
    report.state = RunState::Finished;
    report.startedAt = instantFromMs(1'795'230'540'000);
    report.finishedAt = instantFromMs(1'795'230'541'250);
    report.counts = {.read = 28,
                     .created = 7,
                     .updated = 6,
                     .unchanged = 5,
                     .skipped = 4,
                     .held = 3,
                     .failed = 2,
                     .uncertain = 1};
    report.related.insert(u"accounts-to-contacts"_s, RunCounts{.read = 2, .created = 2});
    report.readCalls = 3;
    report.writeCalls = 2;
    report.totals.insert(u"AUD"_s, Decimal::parse(u"12345678901234567.50").value());
    report.totals.insert(u"NZD"_s, Decimal(7));
    report.updatedTotals.insert(u"NZD"_s, Decimal(3));
    report.approvedPreview = 41;
    report.warnings.append(sampleError());
    return report;
}

} // namespace

class TestRunJson final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aReportHasTheMembersThatMachinesRead();
    void aReportComesBack();
    void aRunningReportHasNoEnd();
    void aFaultComesBack();
    void brokenReportsAreRefused_data();
    void brokenReportsAreRefused();
    void errorsComeBackWithCauseAndContext();
    void aLongChainOfCausesIsCut();
    void unknownKindsReadAsBug();
    void wordsComeBack();
};

void TestRunJson::aReportHasTheMembersThatMachinesRead()
{
    const Json json = toJson(sampleReport());
    QCOMPARE(json[u"run"].toInteger(), 42);
    const QStringList counts{u"read"_s,    u"created"_s, u"updated"_s, u"unchanged"_s,
                             u"skipped"_s, u"held"_s,    u"failed"_s,  u"uncertain"_s};
    const QList<qint64> expected{28, 7, 6, 5, 4, 3, 2, 1};
    for (int i = 0; i < counts.size(); ++i)
        QCOMPARE(json[counts.at(i)].toInteger(-1), expected.at(i));
    QCOMPARE(json[u"calls"].toBytes(), QByteArray(R"({"read":3,"write":2})"));
    QCOMPARE(json[u"totals"].toBytes(), QByteArray(R"([{"currency":"AUD","amount":"12345678901234567.50"},)"
                                                   R"({"currency":"NZD","amount":"7"}])"));
    QCOMPARE(json[u"createdTotals"].toBytes(),
             QByteArray(R"([{"currency":"AUD","amount":"12345678901234567.50"},)"
                        R"({"currency":"NZD","amount":"4"}])"));
    QCOMPARE(json[u"updatedTotals"].toBytes(), QByteArray(R"([{"currency":"NZD","amount":"3"}])"));
    QCOMPARE(json[u"approvedPreview"].toInteger(), 41);
    QCOMPARE(json[u"durationMs"].toInteger(), 1250);
    QCOMPARE(json[u"mode"].toText(), u"sync"_s);
    QCOMPARE(json[u"state"].toText(), u"finished"_s);
    QCOMPARE(json[u"startedAt"].toText(), u"2026-11-21T03:09:00.000Z"_s);
    QCOMPARE(json[u"related"][u"accounts-to-contacts"][u"created"].toInteger(), 2);
    QCOMPARE(json[u"warnings"].at(0)[u"code"].toText(), u"xero.tax-type-for-account"_s);
    QVERIFY(!json.contains(u"fault"));
}

void TestRunJson::aReportComesBack()
{
    const auto read = Json::parse(toJson(sampleReport()).toBytes());
    QVERIFY(read);
    const auto report = runReportFromJson(*read);
    QVERIFY2(report, report ? "" : qPrintable(report.error().text));
    QCOMPARE(report->counts, sampleReport().counts);
    QCOMPARE(report->counts.ended(), report->counts.read);
    QCOMPARE(report->related, sampleReport().related);
    QCOMPARE(report->totals, sampleReport().totals);
    QCOMPARE(report->updatedTotals, sampleReport().updatedTotals);
    QCOMPARE(report->approvedPreview, 41);
    QCOMPARE(report->finishedAt, sampleReport().finishedAt);
    QCOMPARE(toJson(*report).toBytes(), toJson(sampleReport()).toBytes());
}

void TestRunJson::aRunningReportHasNoEnd()
{
    RunReport report = sampleReport();
    report.finishedAt.reset();
    report.state = RunState::Running;
    const Json json = toJson(report);
    QVERIFY(!json.contains(u"finishedAt"));
    QVERIFY(!json.contains(u"durationMs"));
    QVERIFY(!runReportFromJson(json)->finishedAt);
}

void TestRunJson::aFaultComesBack()
{
    RunReport report = sampleReport();
    report.state = RunState::Faulted;
    report.fault = sampleError();
    const auto back = runReportFromJson(toJson(report));
    QVERIFY(back);
    QVERIFY(back->fault);
    QCOMPARE(back->fault->facts, sampleError().facts);
}

void TestRunJson::brokenReportsAreRefused_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value");
    QTest::newRow("mode") << u"mode"_s << u"dream"_s;
    QTest::newRow("trigger") << u"trigger"_s << u""_s;
    QTest::newRow("state") << u"state"_s << u"lost"_s;
    QTest::newRow("start") << u"startedAt"_s << u"yesterday"_s;
    QTest::newRow("end") << u"finishedAt"_s << u"2026-02-30T00:00:00Z"_s;
}

void TestRunJson::brokenReportsAreRefused()
{
    QFETCH(QString, member);
    QFETCH(QString, value);
    Json json = toJson(sampleReport());
    json.set(member, Json(value));
    const auto report = runReportFromJson(json);
    QVERIFY(!report);
    QCOMPARE(report.error().code, u"run.syntax"_s);
    QCOMPARE(report.error().facts.first(), member);
}

void TestRunJson::errorsComeBackWithCauseAndContext()
{
    const auto read = Json::parse(toJson(sampleError()).toBytes());
    QVERIFY(read);
    const Error error = errorFromJson(*read);
    QCOMPARE(error.kind, ErrorKind::RowRejected);
    QCOMPARE(error.code, sampleError().code);
    QCOMPARE(error.text, sampleError().text);
    QCOMPARE(error.facts, sampleError().facts);
    QCOMPARE(error.context, sampleError().context);
    QCOMPARE(error.retryAfter, sampleError().retryAfter);
    QVERIFY(error.cause);
    QCOMPARE(error.cause->code, u"store.full"_s);
    QCOMPARE(toJson(Error{}).toBytes(), QByteArray(R"({"kind":"bug","code":""})"));
}

void TestRunJson::aLongChainOfCausesIsCut()
{
    auto error = std::make_shared<const Error>();
    for (int i = 0; i < 1000; ++i) {
        Error outer;
        outer.cause = error;
        error = std::make_shared<const Error>(outer);
    }
    QVERIFY(Json::parse(toJson(*error).toBytes()));
}

void TestRunJson::unknownKindsReadAsBug()
{
    QCOMPARE(errorFromJson(Json::object({{u"kind"_s, u"brand-new"}, {u"code"_s, u"x"}})).kind,
             ErrorKind::Bug);
}

void TestRunJson::wordsComeBack()
{
    for (int i = 0; i <= int(Outcome::Uncertain); ++i) {
        QVERIFY(!outcomeName(Outcome(i)).isEmpty());
        QCOMPARE(outcomeFromName(outcomeName(Outcome(i))), std::optional(Outcome(i)));
    }
    for (int i = 0; i <= int(RunTrigger::Recovery); ++i) {
        QCOMPARE(triggerFromName(triggerName(RunTrigger(i))), std::optional(RunTrigger(i)));
    }
    for (int i = 0; i <= int(RunState::Faulted); ++i) {
        QCOMPARE(stateFromName(stateName(RunState(i))), std::optional(RunState(i)));
    }
    QCOMPARE(outcomeName(Outcome::Held), u"held"_s);
    QVERIFY(!outcomeFromName(u"HELD"));
}

QTEST_GUILESS_MAIN(TestRunJson)
#include "testrunjson.moc"
