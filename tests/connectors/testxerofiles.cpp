#include "xerobench.h"

using namespace tieout;
using namespace tieout::connectors;
using namespace tieout::support;

/// Files that hang on records of the practice Xero: listed, fetched byte by byte, added once.
class TestXeroFiles final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<XeroBench>();
        m_invoice = m_bench->newInvoice(u"DRAFT"_s);
        QVERIFY(!m_invoice.isEmpty());
        m_bench->bench().transport().clearCalls();
    }
    void cleanup() { m_bench.reset(); }

    void aFileComesBackByteByByte()
    {
        const QByteArray bytes = QByteArray::fromHex("255044462d312e370a00ff0d0a") + QByteArray(70'000, 'x');
        const auto attached = attach(u"Receipt 7 (café).pdf"_s, bytes);
        QVERIFY2(attached, qPrintable(attached ? QString() : attached.error().text));
        QCOMPARE(attached->file.name, u"Receipt_7__caf__.pdf"_s);
        QCOMPARE(attached->file.bytes, bytes.size());
        const auto files = m_bench->bench().run(connector().files(u"Invoices"_s, m_invoice, {}));
        QVERIFY(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().contentType, u"application/pdf"_s);
        const auto fetched =
            m_bench->bench().run(connector().fetchFile(u"Invoices"_s, m_invoice, files->first(), {}));
        QVERIFY2(fetched, qPrintable(fetched ? QString() : fetched.error().text));
        QCOMPARE(*fetched, bytes);
    }

    void theSameFileIsAddedOnce()
    {
        const auto first = attach(u"a.pdf"_s, "one");
        const auto again = attach(u"a.pdf"_s, "one");
        QVERIFY(first && again);
        QCOMPARE(again->file.id, first->file.id);
        QVERIFY(again->how == Attached::How::WasThere);
        QCOMPARE(puts(), 1);
        QVERIFY(attach(u"b.pdf"_s, "one"));
        QCOMPARE(m_bench->bench().run(connector().files(u"Invoices"_s, m_invoice, {}))->size(), 2);
    }

    void anotherFileOfTheSameNameIsReplacedOnlyWhenSaidSo_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::newRow("of another size") << QByteArray("three");
        QTest::newRow("of the same size") << QByteArray("two");
    }
    void anotherFileOfTheSameNameIsReplacedOnlyWhenSaidSo()
    {
        QFETCH(QByteArray, other);
        const auto first = attach(u"a.pdf"_s, "one");
        QVERIFY(first);
        const auto refused = attach(u"A.pdf"_s, other);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"connector.file-name-taken"_s);
        QCOMPARE(puts(), 1);
        QCOMPARE(contentOf(first->file), QByteArray("one"));
        const auto replaced = attach(u"A.pdf"_s, other, SameName::Replace);
        QVERIFY2(replaced, qPrintable(replaced ? QString() : replaced.error().text));
        QVERIFY(replaced->how == Attached::How::Replaced);
        QCOMPARE(contentOf(replaced->file), other);
        QCOMPARE(m_bench->bench().run(connector().files(u"Invoices"_s, m_invoice, {}))->size(), 1);
    }

    void whatTheLedgerRefusesIsSaidAndNotInDoubt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("kind of file") << u"setup.exe"_s << 0 << u"xero.file-refused"_s;
        QTest::newRow("too large there") << u"a.pdf"_s << 413 << u"connector.file-too-large-there"_s;
        QTest::newRow("as a batch") << u"a.pdf"_s << 400 << u"connector.file-refused"_s;
    }
    void whatTheLedgerRefusesIsSaidAndNotInDoubt()
    {
        QFETCH(QString, name);
        QFETCH(int, status);
        QFETCH(QString, code);
        auto& wire = m_bench->bench().transport();
        if (status > 0) {
            wire.answer(200, R"({"Attachments":[]})", {{"Content-Type", "application/json"}});
            wire.answer(status,
                        R"({"ErrorNumber":10,"Type":"ValidationException","Message":"No","Elements":[]})",
                        {{"Content-Type", "application/json"}});
        }
        const auto refused = attach(name, "one");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, code);
        QCOMPARE(refused.error().kind, ErrorKind::RowRejected);
        QCOMPARE(puts(), 1);
    }

    void aFileWhoseEndWasNotSeenIsLookedUp_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("it arrived") << true;
        QTest::newRow("it did not") << false;
    }
    void aFileWhoseEndWasNotSeenIsLookedUp()
    {
        QFETCH(bool, arrived);
        if (arrived) QVERIFY(attach(u"a.pdf"_s, "one"));
        if (!arrived) QVERIFY(attach(u"a.pdf"_s, "two")); // as long, and not it
        // The list before the upload does not show it; the upload is cut; the list afterwards tells.
        auto& wire = m_bench->bench().transport();
        wire.answer(200, R"({"Attachments":[]})", {{"Content-Type", "application/json"}});
        wire.fail(ErrorKind::Uncertain, u"net.cut"_s);
        const auto attached = attach(u"a.pdf"_s, "one");
        QCOMPARE(attached.has_value(), arrived);
        if (!arrived) QCOMPARE(attached.error().kind, ErrorKind::Retry);
    }

    void whatIsNotTheFileIsAnError_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("cut") << 200 << QByteArray("application/pdf") << QByteArray("on")
                             << u"answer.incomplete"_s;
        QTest::newRow("a web page") << 200 << QByteArray("text/html") << QByteArray("<h1>")
                                    << u"answer.not-json"_s;
        QTest::newRow("gone") << 404 << QByteArray("text/plain") << QByteArray("no") << u"xero.not-found"_s;
    }
    void whatIsNotTheFileIsAnError()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        const auto attached = attach(u"a.pdf"_s, "one");
        for (int i = 0; i < 8; ++i)
            m_bench->bench().transport().answer(status, body, {{"Content-Type", type}});
        const auto fetched =
            m_bench->bench().run(connector().fetchFile(u"Invoices"_s, m_invoice, attached->file, {}));
        QVERIFY(!fetched);
        QVERIFY2(fetched.error().code == code || status == 404, qPrintable(fetched.error().code));
    }

    void whatIsTooLargeOrWithoutANameStaysHere()
    {
        const auto large = attach(u"a.pdf"_s, QByteArray(10'000'001, 'x'));
        QVERIFY(!large);
        QCOMPARE(large.error().code, u"connector.file-too-large"_s);
        const auto empty = attach(u"a.pdf"_s, {});
        QVERIFY(!empty);
        QCOMPARE(empty.error().code, u"connector.file-empty"_s);
        const auto nameless = attach({}, "one");
        QVERIFY(!nameless);
        QCOMPARE(nameless.error().code, u"connector.file-name"_s);
        const auto elsewhere = m_bench->bench().run(connector().files(u"Invoices"_s, u"../Contacts/x"_s, {}));
        QVERIFY(!elsewhere);
        QCOMPARE(elsewhere.error().code, u"connector.no-files"_s);
        const auto none = m_bench->bench().run(connector().files(u"TaxRates"_s, u"1"_s, {}));
        QCOMPARE(none.error().code, u"connector.no-files"_s);
        QVERIFY(!connector().fileAccess(u"TaxRates"_s).list);
        QCOMPARE(puts(), 0);
    }

    void namesBecomePlain_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("plain");
        QTest::newRow("plain") << u"a-b_c.1.pdf"_s << u"a-b_c.1.pdf"_s;
        QTest::newRow("blanks and signs") << u" bill #7/2.pdf"_s << u"bill__7_2.pdf"_s;
        QTest::newRow("long") << QString(400, u'x') + u".pdf"_s << QString(196, u'x') + u".pdf"_s;
        QTest::newRow("none") << QString() << QString();
    }
    void namesBecomePlain()
    {
        QFETCH(QString, name);
        QFETCH(QString, plain);
        QCOMPARE(model::plainFileName(name), plain);
    }

  private:
    RestConnector& connector() { return m_bench->connector(); }

    Result<Attached> attach(const QString& name, const QByteArray& bytes,
                            SameName sameName = SameName::Refuse)
    {
        AttachedFile file;
        file.name = name;
        file.contentType = u"application/pdf"_s;
        return m_bench->bench().run(
            connector().attachFile(u"Invoices"_s, m_invoice, file, bytes, sameName, {}));
    }
    QByteArray contentOf(const AttachedFile& file)
    {
        return m_bench->bench().run(connector().fetchFile(u"Invoices"_s, m_invoice, file, {})).value_or("");
    }

    int puts()
    {
        int count = 0;
        for (const auto& call : m_bench->bench().transport().calls())
            count += int(call.request.url.path().contains(u"/Attachments/") &&
                         call.request.verb == net::Verb::Put);
        return count;
    }

    std::unique_ptr<XeroBench> m_bench;
    QString m_invoice;
};

QTEST_GUILESS_MAIN(TestXeroFiles)
#include "testxerofiles.moc"
