#include "base/ids.h"
#include "connectors/manifestcatalogue.h"
#include "connectors/rest/restconnector.h"
#include "connectors/targetrows.h"
#include "support/memorytransport.h"
#include "support/tasks.h"

#include <QTest>

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;
using namespace Qt::StringLiterals;
using model::RowOutcome;
using model::Value;

namespace {

const net::Headers kJson{{"Content-Type", "application/json; charset=utf-8"}};

WriteRow invoice(const QString& key)
{
    const model::Record line = recordOf({{u"Description"_s, Value(u"Widget 'large'"_s)},
                                         {u"Quantity"_s, number("1.5")},
                                         {u"UnitAmount"_s, number("1234567890123456.7800")},
                                         {u"TaxType"_s, Value()}});
    WriteRow row;
    row.key = key;
    row.target = recordOf({{u"Reference"_s, Value(key)},
                           {u"Contact"_s, Value(u"c-1"_s)},
                           {u"Date"_s, Value(QDate(2026, 3, 12))},
                           {u"DueDate"_s, Value()},
                           {u"SentToContact"_s, Value(false)},
                           {u"LineItems"_s, Value(model::ValueList{Value(line)})}});
    return row;
}

QByteArray okRow(const QString& id, const QString& key, const QByteArray& more = {})
{
    return "{\"InvoiceID\":\"" + id.toUtf8() + "\",\"Reference\":\"" + key.toUtf8() +
           "\",\"StatusAttributeString\":\"OK\",\"HasErrors\":false,\"InvoiceNumber\":\"INV-" + key.toUtf8() +
           "\",\"Total\":11.10,\"UpdatedDateUTC\":\"/Date(1573516800000+0000)/\"" + more + "}";
}

QByteArray errorRow(const QString& key, const QByteArray& message)
{
    return "{\"InvoiceID\":\"00000000-0000-0000-0000-000000000000\",\"Reference\":\"" + key.toUtf8() +
           "\",\"StatusAttributeString\":\"ERROR\",\"HasErrors\":true,\"ValidationErrors\":[{\"Message\":\"" +
           message + "\"}]}";
}

QByteArray envelope(const QByteArray& rows)
{
    return "{\"Id\":\"x\",\"Status\":\"OK\",\"Invoices\":[" + rows + "]}";
}

struct Bench {
    Bench()
    {
        connection.id = u"xero-1"_s;
        connection.tenantId = u"t-1"_s;
        manifest = catalogue.find(u"xero"_s);
        connection.settings = practiceSettings(*manifest, QUrl(u"http://127.0.0.1:5001"_s));
        connector = std::make_unique<RestConnector>(manifest, connection, transport, clock, random, nullptr);
    }
    Result<QList<RowOutcome>> send(const QList<WriteRow>& rows, Operation operation = Operation::Create,
                                   const QString& object = u"Invoices"_s, StopToken stop = {})
    {
        return runTask(connector->send(connector->prepare(object, operation, rows, u"key-1"_s), stop), clock);
    }

    ManifestCatalogue catalogue;
    std::shared_ptr<const Manifest> manifest;
    model::Connection connection;
    ManualClock clock;
    SeededRandom random{1};
    MemoryTransport transport{clock};
    std::unique_ptr<RestConnector> connector;
};

} // namespace

class TestRestWriting final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aBatchIsOneRequestWithExactNumbersAndNoBlanks()
    {
        Bench bench;
        WriteRow row = invoice(u"006A"_s);
        row.clear = QStringList{u"Url"_s, u"ExpectedPaymentDate"_s};
        const PreparedWrite write =
            bench.connector->prepare(u"Invoices"_s, Operation::Create, {row}, u"key-1"_s);
        QCOMPARE(write.request.verb, net::Verb::Put);
        QCOMPARE(write.request.url.toString(),
                 u"http://127.0.0.1:5001/api.xro/2.0/Invoices?summarizeErrors=false&unitdp=4"_s);
        QByteArray expected =
            R"({"Invoices":[{"Type":"ACCREC","Reference":"006A","Contact":{"ContactID":"c-1"},)";
        expected +=
            R"("Date":"2026-03-12","SentToContact":false,"LineItems":[{"Description":"Widget 'large'",)";
        expected +=
            R"("Quantity":1.5,"UnitAmount":1234567890123456.7800}],"Url":"","ExpectedPaymentDate":null}]})";
        QCOMPARE(write.request.body, expected);
        QVERIFY(write.request.headers.contains({"Idempotency-Key", "key-1"}));
        QVERIFY(write.request.headers.contains({"xero-tenant-id", "t-1"}));
        QCOMPARE(write.idempotencyKey, u"key-1"_s);
        QCOMPARE(write.requestHash,
                 fingerprintHex({"PUT " + write.request.url.toEncoded() + "\n", write.request.body}));
    }

    void anUpdatePostsTheIdAndSendsNoKey()
    {
        Bench bench;
        WriteRow row = invoice(u"006A"_s);
        row.targetId = u"i-1"_s;
        const PreparedWrite write =
            bench.connector->prepare(u"Invoices"_s, Operation::Update, {row}, u"key-1"_s);
        QCOMPARE(write.request.verb, net::Verb::Post);
        QVERIFY(write.request.body.startsWith(R"({"Invoices":[{"InvoiceID":"i-1","Reference":"006A")"));
        for (const auto& [name, value] : write.request.headers)
            QVERIFY(name != "Idempotency-Key");
        QVERIFY(write.idempotencyKey.isEmpty());
        QCOMPARE(bench.connector->keyWindow(u"Invoices"_s, Operation::Update).count(), 0);
        QCOMPARE(bench.connector->keyWindow(u"Invoices"_s, Operation::Create).count(), 360);
        QCOMPARE(bench.connector->batchSize(u"Contacts"_s, Operation::Create), 50);
        QCOMPARE(bench.connector->batchSize(u"Organisation"_s, Operation::Create), 0);
    }

    void aLongKeyIsHashedToFit()
    {
        Bench bench;
        const QString key(200, u'k');
        const PreparedWrite write =
            bench.connector->prepare(u"Invoices"_s, Operation::Create, {invoice(u"a"_s)}, key);
        QCOMPARE(write.idempotencyKey, sha256Hex(key.toUtf8()));
    }

    void foldedFieldsTravelInTheirLists()
    {
        Bench bench;
        WriteRow row;
        row.target = recordOf({{u"Name"_s, Value(u"Acme"_s)},
                               {u"PostalCode"_s, Value(u"2000"_s)},
                               {u"City"_s, Value(u"Sydney"_s)},
                               {u"Phone"_s, Value(u"555"_s)}});
        const PreparedWrite write = bench.connector->prepare(u"Contacts"_s, Operation::Create, {row}, u"k"_s);
        QByteArray expected =
            R"({"Contacts":[{"Name":"Acme","Addresses":[{"AddressType":"POBOX","City":"Sydney",)";
        expected += R"("PostalCode":"2000"}],"Phones":[{"PhoneType":"DEFAULT","PhoneNumber":"555"}]}]})";
        QCOMPARE(write.request.body, expected);
    }

    void everyRowGetsItsOwnVerdictByPosition()
    {
        Bench bench;
        bench.transport.answer(200,
                               envelope(okRow(u"i-1"_s, u"a"_s) + ',' +
                                        errorRow(u"b"_s, "Organisation is not subscribed to currency EUR") +
                                        ',' +
                                        okRow(u"i-3"_s, u"c"_s, R"(,"Warnings":[{"Message":"careful"}])")
                                            .replace("\"OK\"", "\"WARNING\"")),
                               kJson);
        const auto outcomes = bench.send({invoice(u"a"_s), invoice(u"b"_s), invoice(u"c"_s)});
        QVERIFY(outcomes);
        QCOMPARE(outcomes->size(), 3);
        QCOMPARE(outcomes->at(0).state, RowOutcome::State::Written);
        QCOMPARE(outcomes->at(0).targetId, u"i-1"_s);
        QCOMPARE(outcomes->at(0).targetNumber, u"INV-a"_s);
        QCOMPARE(outcomes->at(0).targetVersion, u"2019-11-12T00:00:00.000Z"_s);
        QCOMPARE(outcomes->at(0).total->toString(), u"11.10"_s);
        QCOMPARE(outcomes->at(1).state, RowOutcome::State::Rejected);
        QCOMPARE(outcomes->at(1).error.kind, ErrorKind::RowRejected);
        QCOMPARE(outcomes->at(1).error.code, u"xero.currency-not-enabled"_s);
        QCOMPARE(outcomes->at(1).error.facts, QStringList{u"EUR"_s});
        QCOMPARE(outcomes->at(2).state, RowOutcome::State::Written);
        QCOMPARE(outcomes->at(2).warnings, QStringList{u"careful"_s});
    }

    void aDoubtfulAnswerIsNeverTakenForAVerdict_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("first");
        const QByteArray ok = okRow(u"i-1"_s, u"a"_s);
        const QByteArray ok2 = okRow(u"i-2"_s, u"b"_s);
        QTest::newRow("one row too few") << envelope(ok) << u"answer.rows"_s;
        QTest::newRow("one row too many") << envelope(ok + ',' + ok2 + ',' + ok2) << u"answer.rows"_s;
        QTest::newRow("none") << envelope({}) << u"answer.rows"_s;
        QTest::newRow("swapped") << envelope(ok2 + ',' + ok) << u"answer.rows"_s;
        QTest::newRow("zero id") << envelope(okRow(u"00000000-0000-0000-0000-000000000000"_s, u"a"_s) + ',' +
                                             ok2)
                                 << u"answer.no-id"_s;
        QTest::newRow("no id") << envelope(R"({"StatusAttributeString":"OK"},)" + ok2) << u"answer.no-id"_s;
        QTest::newRow("unknown status")
            << envelope(QByteArray(ok).replace("\"OK\"", "\"MAYBE\"") + ',' + ok2) << u"answer.status"_s;
        QTest::newRow("OK with an error")
            << envelope(okRow(u"i-1"_s, u"a"_s, R"(,"ValidationErrors":[{"Message":"x"}])") + ',' + ok2)
            << u"answer.contradiction"_s;
    }
    void aDoubtfulAnswerIsNeverTakenForAVerdict()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, first);
        Bench bench;
        bench.transport.answer(200, body, kJson);
        const auto outcomes = bench.send({invoice(u"a"_s), invoice(u"b"_s)});
        QVERIFY(outcomes);
        QCOMPARE(outcomes->size(), 2);
        QCOMPARE(outcomes->first().state, RowOutcome::State::Uncertain);
        QCOMPARE(outcomes->first().error.kind, ErrorKind::Uncertain);
        QCOMPARE(outcomes->first().error.code, first);
    }

    void anUpdateMustAnswerWithItsOwnId()
    {
        Bench bench;
        WriteRow row = invoice(u"a"_s);
        row.targetId = u"i-9"_s;
        bench.transport.answer(200, envelope(okRow(u"i-1"_s, u"a"_s)), kJson);
        const auto outcomes = bench.send({row}, Operation::Update);
        QVERIFY(outcomes);
        QCOMPARE(outcomes->first().state, RowOutcome::State::Uncertain);
        row.targetId = u"I-1"_s;
        bench.transport.answer(200, envelope(okRow(u"i-1"_s, u"a"_s)), kJson);
        QCOMPARE(bench.send({row}, Operation::Update)->first().state, RowOutcome::State::Written);
    }

    void aRejectedUpdateKeepsItsMessage()
    {
        Bench bench;
        WriteRow row = invoice(u"a"_s);
        row.targetId = u"i-1"_s;
        bench.transport.answer(
            200,
            envelope(R"({"InvoiceID":"i-1","Reference":"a","StatusAttributeString":"ERROR","HasErrors":true,
            "ValidationErrors":[{"Description":"Invoice not of valid status for modification"}]})"),
            kJson);
        const auto outcomes = bench.send({row}, Operation::Update);
        QVERIFY(outcomes);
        QCOMPARE(outcomes->first().state, RowOutcome::State::Rejected);
        QCOMPARE(outcomes->first().error.code, u"xero.not-editable"_s);
    }

    void anUnreadableAnswerLeavesTheWholeBatchUncertain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("code");
        const QByteArray whole = envelope(okRow(u"i-1"_s, u"a"_s));
        QTest::newRow("cut") << 200 << whole.left(whole.size() - 9) << QByteArray("application/json")
                             << u"answer.malformed"_s;
        QTest::newRow("no rows member")
            << 200 << QByteArray("{}") << QByteArray("application/json") << u"answer.incomplete"_s;
        QTest::newRow("html") << 200 << QByteArray("<html>") << QByteArray("text/html")
                              << u"answer.not-json"_s;
        QTest::newRow("server error")
            << 500 << QByteArray("{}") << QByteArray("application/json") << u"xero.server-error"_s;
        QTest::newRow("gateway") << 502 << QByteArray("<html>") << QByteArray("text/html")
                                 << u"xero.server-error"_s;
    }
    void anUnreadableAnswerLeavesTheWholeBatchUncertain()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(QString, code);
        Bench bench;
        bench.transport.setHandler([&](const net::HttpRequest&) -> MemoryTransport::Answer {
            return MemoryTransport::response(status, body, {{"Content-Type", type}});
        });
        const auto outcomes = bench.send({invoice(u"a"_s)});
        QVERIFY(!outcomes);
        QCOMPARE(outcomes.error().kind, ErrorKind::Uncertain);
        QCOMPARE(outcomes.error().code, code);
    }

    void aRefusedBatchIsJudgedElementByElement()
    {
        Bench bench;
        const QByteArray both =
            R"({"ErrorNumber":10,"Type":"ValidationException","Message":"A validation exception occurred","Elements":[)" +
            errorRow(u"a"_s, "Account must be valid.") + ',' + errorRow(u"b"_s, "Invoice # must be unique.") +
            "]}";
        bench.transport.answer(400, both, kJson);
        auto outcomes = bench.send({invoice(u"a"_s), invoice(u"b"_s)});
        QVERIFY(outcomes);
        QCOMPARE(outcomes->at(0).error.code, u"xero.account-unknown"_s);
        QCOMPARE(outcomes->at(1).error.code, u"xero.invoice-number-taken"_s);

        // Only the bad one is listed: the other may have been saved.
        const QByteArray one = R"({"Type":"ValidationException","Elements":[)" +
                               errorRow(u"b"_s, "Account must be valid.") + "]}";
        bench.transport.answer(400, one, kJson);
        outcomes = bench.send({invoice(u"a"_s), invoice(u"b"_s)});
        QVERIFY(outcomes);
        QCOMPARE(outcomes->at(0).state, RowOutcome::State::Uncertain);
        QCOMPARE(outcomes->at(1).state, RowOutcome::State::Rejected);
    }

    void aRefusalOfTheWholeBatchWasNotCarriedOut()
    {
        Bench bench;
        bench.transport.answer(400, R"({"ErrorNumber":14,"Type":"PostDataInvalidException","Message":"x"})",
                               kJson);
        const auto outcomes = bench.send({invoice(u"a"_s)});
        QVERIFY(!outcomes);
        QCOMPARE(outcomes.error().kind, ErrorKind::Bug);
        QCOMPARE(outcomes.error().code, u"xero.body-unreadable"_s);
        QCOMPARE(bench.transport.calls().size(), 1);
    }

    void aCutCreateIsSentAgainWithTheSameBytesInsideTheWindow()
    {
        Bench bench;
        bench.transport.fail(ErrorKind::Uncertain, u"net.cut"_s);
        bench.transport.answer(200, envelope(okRow(u"i-1"_s, u"a"_s)), kJson);
        const auto outcomes = bench.send({invoice(u"a"_s)});
        QVERIFY(outcomes);
        QCOMPARE(outcomes->first().state, RowOutcome::State::Written);
        QCOMPARE(bench.transport.calls().size(), 2);
        QCOMPARE(bench.transport.calls().at(0).request.body, bench.transport.calls().at(1).request.body);
        QCOMPARE(bench.transport.calls().at(0).request.headers,
                 bench.transport.calls().at(1).request.headers);
    }

    void noRepeatStartsBehindHalfTheWindow()
    {
        Bench bench;
        for (int i = 0; i < 9; ++i)
            bench.transport.hang();
        const auto outcomes = bench.send({invoice(u"a"_s)});
        QVERIFY(!outcomes);
        QCOMPARE(outcomes.error().kind, ErrorKind::Uncertain);
        for (const auto& call : bench.transport.calls())
            QVERIFY((call.at - bench.transport.calls().first().at) <= std::chrono::seconds{180});
        QVERIFY(bench.transport.calls().size() >= 2);
    }

    void aKeyUsedForOtherBytesMustBeLookedUp()
    {
        Bench bench;
        bench.transport.answer(
            400,
            R"({"Type":"ValidationException","Message":"Idempotency Key: key-1 is used with a different request."})",
            kJson);
        const auto outcomes = bench.send({invoice(u"a"_s)});
        QVERIFY(!outcomes);
        QCOMPARE(outcomes.error().kind, ErrorKind::Uncertain);
        QCOMPARE(outcomes.error().code, u"xero.key-reused"_s);
        QCOMPARE(bench.transport.calls().size(), 1);
    }

    void aBodyOverTheLimitNeverLeaves()
    {
        Bench bench;
        QList<WriteRow> rows;
        for (int i = 0; i < 2; ++i) {
            WriteRow row;
            row.target = recordOf({{u"Reference"_s, Value(QString(2'000'000, u'x'))}});
            rows.append(row);
        }
        const auto outcomes = bench.send(rows);
        QVERIFY(!outcomes);
        QCOMPARE(outcomes.error().kind, ErrorKind::RowRejected);
        QCOMPARE(outcomes.error().code, u"connector.body-too-large"_s);
        QVERIFY(bench.transport.calls().isEmpty());
    }

    void nothingLeavesAfterStopNow()
    {
        Bench bench;
        StopSource stop;
        stop.request(StopMode::Now);
        const auto outcomes = bench.send({invoice(u"a"_s)}, Operation::Create, u"Invoices"_s, stop.token());
        QVERIFY(!outcomes);
        QCOMPARE(outcomes.error().kind, ErrorKind::Cancelled);
        QVERIFY(bench.transport.calls().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRestWriting)
#include "testrestwriting.moc"
