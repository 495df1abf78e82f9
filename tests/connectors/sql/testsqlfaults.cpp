#include "connectors/sql/databasedesk.h"

#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace tieout;
using namespace tieout::tests;
using model::RowOutcome;
using State = RowOutcome::State;

namespace {

/// The two ends of one connection that goes through a Wire, and the cut. Lives on the wire's thread.
class WireEnds final : public QObject
{
    Q_OBJECT
  public:
    explicit WireEnds(int port)
        : m_port(port)
    {
        if (!m_server.listen(QHostAddress::LocalHost)) qFatal("no port for the wire");
        connect(&m_server, &QTcpServer::newConnection, this,
                [this] { join(m_server.nextPendingConnection()); });
    }
    [[nodiscard]] QString port() const { return QString::number(m_server.serverPort()); }
    void cutAfter(const QByteArray& bytes) { m_cutAfter = bytes; }
    void cut()
    {
        const auto sockets = m_sockets;
        for (const auto& socket : sockets)
            if (socket) socket->abort();
    }
    [[nodiscard]] bool wasCut() const { return m_cut; }

  private:
    void join(QTcpSocket* near)
    {
        auto* far = new QTcpSocket(near);
        far->connectToHost(QHostAddress::LocalHost, quint16(m_port));
        m_sockets += {near, far};
        connect(near, &QTcpSocket::readyRead, far, [this, near, far] {
            const QByteArray bytes = near->readAll();
            far->write(bytes);
            if (m_cutAfter.isEmpty() || !bytes.contains(m_cutAfter)) return;
            m_cutAfter.clear();
            m_cut = true;
            far->waitForBytesWritten(2000);
            far->waitForReadyRead(2000); // it has been carried out
            near->abort();
            far->abort();
        });
        connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
        connect(far, &QTcpSocket::disconnected, near, [near] { near->disconnectFromHost(); });
        connect(near, &QTcpSocket::disconnected, far, [far] { far->disconnectFromHost(); });
    }

    int m_port;
    QTcpServer m_server;
    QList<QPointer<QTcpSocket>> m_sockets;
    QByteArray m_cutAfter;
    bool m_cut = false;
};

/// Passes bytes between a connector and its database, and cuts the line when it is told to.
class Wire final
{
  public:
    explicit Wire(int port)
    {
        m_thread.start();
        m_context.moveToThread(&m_thread);
        onThread([this, port] { m_ends = std::make_unique<WireEnds>(port); });
    }
    ~Wire()
    {
        onThread([this] { m_ends.reset(); });
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Wire)

    [[nodiscard]] QString port()
    {
        QString port;
        onThread([&] { port = m_ends->port(); });
        return port;
    }
    /// Cuts once these bytes have come from the connector: they reach the database, its answer is lost.
    void cutAfter(const QByteArray& bytes)
    {
        onThread([&] { m_ends->cutAfter(bytes); });
    }
    void cut()
    {
        onThread([this] { m_ends->cut(); });
    }
    [[nodiscard]] bool wasCut()
    {
        bool cut = false;
        onThread([&] { cut = m_ends->wasCut(); });
        return cut;
    }

  private:
    void onThread(const std::function<void()>& work)
    {
        QMetaObject::invokeMethod(&m_context, work, Qt::BlockingQueuedConnection);
    }

    QThread m_thread;
    QObject m_context;
    std::unique_ptr<WireEnds> m_ends;
};

} // namespace

/// What a database does when it does not do what was asked.
class TestSqlFaults final : public QObject
{
    Q_OBJECT
  private:
    std::unique_ptr<support::PostgresServer> m_postgres;
    std::unique_ptr<support::MariaServer> m_maria;

    [[nodiscard]] support::DatabaseServer& server(const QString& kind)
    {
        if (kind == u"mysql") {
            if (!m_maria) m_maria = std::make_unique<support::MariaServer>();
            return *m_maria;
        }
        if (!m_postgres) m_postgres = std::make_unique<support::PostgresServer>();
        return *m_postgres;
    }
    [[nodiscard]] std::unique_ptr<DatabaseDesk> desk(const QString& kind, int rows = 0)
    {
        auto made =
            std::make_unique<DatabaseDesk>(server(kind).settings(), support::DatabaseServer::password());
        made->run(u"DROP TABLE IF EXISTS invoices"_s);
        made->run(
            u"CREATE TABLE invoices (id int PRIMARY KEY, number varchar(20) NOT NULL UNIQUE, memo varchar(50))"_s);
        QStringList values;
        for (int i = 1; i <= rows; ++i)
            values += u"(%1, 'N%1')"_s.arg(i);
        if (rows > 0) made->run(u"INSERT INTO invoices (id, number) VALUES "_s + values.join(u", "_s));
        return made;
    }
    [[nodiscard]] static QString invoices(const QString& kind)
    {
        return kind == u"mysql" ? u"books.invoices"_s : u"public.invoices"_s;
    }
    [[nodiscard]] static QList<WriteRow> oneRow(int id)
    {
        Rows rows({u"id"_s, u"number"_s});
        rows.add(u"N%1"_s.arg(id), {model::Value(Decimal(id)), text(u"N%1"_s.arg(id))});
        return rows.list();
    }
    static void kinds()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("postgresql") << u"postgresql"_s;
        QTest::newRow("mysql") << u"mysql"_s;
    }
    static Error errorOf(const Result<OrganisationInfo>& result) { return result ? Error() : result.error(); }

  private Q_SLOTS:
    void init()
    {
        QFETCH(QString, kind);
        const bool mysql = kind == u"mysql";
        if (!QSqlDatabase::isDriverAvailable(mysql ? u"QMYSQL"_s : u"QPSQL"_s))
            QSKIP("Qt's driver for this database is not installed.");
        const QString reason =
            mysql ? support::MariaServer::unavailable() : support::PostgresServer::unavailable();
        if (!reason.isEmpty()) QSKIP(qPrintable(reason));
    }

    void aConnectionThatCannotBeMadeSaysWhy_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("errorKind");
        for (const char* kind : {"postgresql", "mysql"}) {
            const auto row = [&](const char* setting, const char* value, const char* code,
                                 ErrorKind errorKind) {
                QTest::addRow("%s %s %s", kind, setting, value)
                    << QString::fromLatin1(kind) << QString::fromLatin1(setting) << QString::fromLatin1(value)
                    << QString::fromLatin1(code) << int(errorKind);
            };
            row("user", "nobody_here", "sql.sign-in", ErrorKind::NeedsLogin);
            row("password", "wrong", "sql.sign-in", ErrorKind::NeedsLogin);
            row("database", "no_such_books", "sql.unknown-database", ErrorKind::BadConfig);
            row("host", "no-such-host.invalid", "sql.unknown-host", ErrorKind::BadConfig);
            row("port", "1", "sql.unreachable", ErrorKind::Retry);
            row("tls", "require", "sql.tls", ErrorKind::BadConfig);
        }
    }
    void aConnectionThatCannotBeMadeSaysWhy()
    {
        QFETCH(QString, kind);
        QFETCH(QString, setting);
        QFETCH(QString, value);
        QFETCH(QString, code);
        QFETCH(int, errorKind);
        model::Connection connection;
        connection.settings = server(kind).settings();
        QByteArray password = support::DatabaseServer::password();
        if (setting == u"password")
            password = value.toUtf8();
        else
            connection.settings.insert(setting, value);
        const auto settings = sqlSettings(connection);
        QVERIFY(settings);
        SqlConnector connector(*settings, DatabaseDesk::passwordOf(password), DatabaseDesk::clock());
        const Error error = errorOf(await(connector.test(StopToken())));
        QVERIFY2(error.code == code, qPrintable(error.code + u": "_s + error.text));
        QCOMPARE(int(error.kind), errorKind);
        QVERIFY(!error.text.contains(QString::fromUtf8(support::DatabaseServer::password())));
    }

    void anEncryptedConnectionIsProvedToBeOne_data() { kinds(); }
    void anEncryptedConnectionIsProvedToBeOne()
    {
        QFETCH(QString, kind);
        const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
        if (openssl.isEmpty()) QSKIP("OpenSSL's program, which makes certificates, is not installed.");
        const bool mysql = kind == u"mysql";
        std::unique_ptr<support::DatabaseServer> encrypted;
        if (mysql)
            encrypted = std::make_unique<support::MariaServer>(QStringList{}, support::Encryption::On);
        else
            encrypted = std::make_unique<support::PostgresServer>(QStringList{}, support::Encryption::On);
        const auto ask = [&](const QHash<QString, QString>& more) {
            model::Connection connection;
            connection.settings = encrypted->settings();
            connection.settings.insert(u"host"_s, mysql ? u"127.0.0.1"_s : u"localhost"_s);
            connection.settings.insert(more);
            const auto settings = sqlSettings(connection);
            if (!settings) return settings.error().code;
            SqlConnector connector(*settings, DatabaseDesk::passwordOf(support::DatabaseServer::password()),
                                   DatabaseDesk::clock());
            return errorOf(await(connector.test(StopToken()))).code;
        };
        QCOMPARE(ask({{u"tls"_s, u"require"_s}}), QString());
        const QHash<QString, QString> checked{{u"tls"_s, u"verify"_s},
                                              {u"certificate"_s, encrypted->certificate()}};
        QCOMPARE(ask(checked), mysql ? u"sql.tls-unchecked"_s : QString());
        if (!mysql) QCOMPARE(ask({{u"tls"_s, u"verify"_s}}), u"sql.tls"_s);
    }

    void aSocketOfThisMachineWorksToo_data() { kinds(); }
    void aSocketOfThisMachineWorksToo()
    {
        QFETCH(QString, kind);
        auto admin = desk(kind, 3);
        auto connector = admin->connect(server(kind).socketSettings());
        QCOMPARE(readAll(*connector, table(invoices(kind))).records.size(), 3);
    }

    void aReaderWhoseConnectionBreaksGoesOn_data() { kinds(); }
    void aReaderWhoseConnectionBreaksGoesOn()
    {
        QFETCH(QString, kind);
        auto admin = desk(kind, 50);
        Wire wire(server(kind).port());
        auto connector = admin->connect({{u"port"_s, wire.port()}, {u"pageRows"_s, u"10"_s}});
        const ReadAll read = readAll(*connector, table(invoices(kind)), [&](int page) {
            if (page == 2 || page == 4) wire.cut();
        });
        QVERIFY2(!read.error, read.error ? qPrintable(read.error->code + read.error->text) : "");
        QCOMPARE(read.records.size(), 50);
        QCOMPARE(read.pages, 5);
    }

    void aServerThatCrashedAndCameBackIsUsedAgain_data() { kinds(); }
    void aServerThatCrashedAndCameBackIsUsedAgain()
    {
        QFETCH(QString, kind);
        auto admin = desk(kind, 30);
        auto connector = admin->connect({{u"pageRows"_s, u"10"_s}, {u"connectSeconds"_s, u"2"_s}});
        ReadAll read = readAll(*connector, table(invoices(kind)), [&](int page) {
            if (page == 1) server(kind).restart();
        });
        QVERIFY2(!read.error, read.error ? qPrintable(read.error->code + read.error->text) : "");
        QCOMPARE(read.records.size(), 30);
        server(kind).crash();
        read = readAll(*connector, table(invoices(kind)));
        QVERIFY(read.error);
        QVERIFY2(read.error->code == u"sql.unreachable", qPrintable(read.error->code + read.error->text));
        QCOMPARE(read.error->kind, ErrorKind::Retry);
        server(kind).restart();
        const auto outcomes = write(*connector, invoices(kind), Operation::Create, oneRow(31));
        QVERIFY2(outcomes && outcomes->first().state == State::Written,
                 qPrintable(outcomes ? QString() : outcomes.error().text));
    }

    void aLineCutBeforeTheCommitWritesOnce_data() { kinds(); }
    void aLineCutBeforeTheCommitWritesOnce()
    {
        QFETCH(QString, kind);
        auto admin = desk(kind);
        Wire wire(server(kind).port());
        auto connector = admin->connect({{u"port"_s, wire.port()}});
        QVERIFY(await(connector->describe({}, StopToken())));
        wire.cutAfter("INSERT INTO");
        const auto outcomes = write(*connector, invoices(kind), Operation::Create, oneRow(1));
        QVERIFY(wire.wasCut());
        QVERIFY2(outcomes && outcomes->first().state == State::Written,
                 qPrintable(outcomes ? outcomes->first().error.text : outcomes.error().code));
        QCOMPARE(admin->cell(u"SELECT COUNT(*) FROM invoices"_s), u"1"_s);
    }

    void aLineCutInTheCommitIsUncertainAndLookedUpByKey_data() { kinds(); }
    void aLineCutInTheCommitIsUncertainAndLookedUpByKey()
    {
        QFETCH(QString, kind);
        auto admin = desk(kind);
        Wire wire(server(kind).port());
        auto connector = admin->connect({{u"port"_s, wire.port()}});
        QVERIFY(await(connector->describe({}, StopToken())));
        wire.cutAfter("COMMIT");
        const auto outcomes = write(*connector, invoices(kind), Operation::Create, oneRow(1));
        QVERIFY(wire.wasCut());
        QVERIFY(!outcomes);
        QCOMPARE(outcomes.error().kind, ErrorKind::Uncertain);
        QCOMPARE(outcomes.error().code, u"sql.commit-unknown"_s);
        const auto found = await(connector->find(invoices(kind), {u"N1"_s, u"N2"_s}, StopToken()));
        QVERIFY2(found, found ? "" : qPrintable(found.error().text));
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().id, u"1"_s);
        // An update is sent again by itself: its values are the same.
        wire.cutAfter("COMMIT");
        Rows rows({u"memo"_s});
        rows.add(u"N1"_s, {text(u"twice"_s)}, u"1"_s);
        const auto updated = write(*connector, invoices(kind), Operation::Update, rows.list());
        QVERIFY2(updated && updated->first().state == State::Written,
                 qPrintable(updated ? updated->first().error.text : updated.error().text));
        QCOMPARE(admin->cell(u"SELECT memo FROM invoices"_s), u"twice"_s);
    }

    void aLockedTableEndsInATimeLimit_data() { kinds(); }
    void aLockedTableEndsInATimeLimit()
    {
        QFETCH(QString, kind);
        auto admin = desk(kind, 1);
        auto connector = admin->connect({{u"lockSeconds"_s, u"1"_s}});
        QVERIFY(await(connector->describe({}, StopToken())));
        admin->run(u"BEGIN"_s);
        admin->run(u"UPDATE invoices SET memo = 'mine' WHERE id = 1"_s);
        Rows rows({u"memo"_s});
        rows.add(u"N1"_s, {text(u"theirs"_s)}, u"1"_s);
        const auto refused = write(*connector, invoices(kind), Operation::Update, rows.list());
        admin->run(u"COMMIT"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"sql.locked"_s);
        QCOMPARE(refused.error().kind, ErrorKind::Retry);
        const auto outcomes = write(*connector, invoices(kind), Operation::Update, rows.list());
        QCOMPARE(outcomes.value().first().state, State::Written);
    }

    void twoWritersInEachOthersWayBothEnd_data() { kinds(); }
    void twoWritersInEachOthersWayBothEnd()
    {
        QFETCH(QString, kind);
        auto admin = desk(kind, 200);
        auto one = admin->connect({});
        auto two = admin->connect({});
        QVERIFY(await(one->describe({}, StopToken())));
        QVERIFY(await(two->describe({}, StopToken())));
        Rows upwards({u"memo"_s});
        Rows downwards({u"memo"_s});
        for (int i = 1; i <= 200; ++i) {
            upwards.add(QString::number(i), {text(u"up"_s)}, QString::number(i));
            downwards.add(QString::number(i), {text(u"down"_s)}, QString::number(201 - i));
        }
        using Outcomes = Result<QList<RowOutcome>>;
        auto first = std::make_shared<std::optional<Outcomes>>();
        const Task<> keeper = keepInto(
            one->send(one->prepare(invoices(kind), Operation::Update, upwards.list(), {}), StopToken()),
            first);
        const Outcomes second = write(*two, invoices(kind), Operation::Update, downwards.list());
        QTRY_VERIFY_WITH_TIMEOUT(first->has_value(), 30'000);
        for (const Outcomes& outcomes : {**first, second}) {
            QVERIFY2(outcomes, outcomes ? "" : qPrintable(outcomes.error().code + outcomes.error().text));
            for (const RowOutcome& outcome : *outcomes)
                QCOMPARE(outcome.state, State::Written);
        }
        QCOMPARE(admin->cell(u"SELECT COUNT(DISTINCT memo) FROM invoices"_s), u"1"_s);
    }

    void aUserWhoMayOnlyReadIsTold_data() { kinds(); }
    void aUserWhoMayOnlyReadIsTold()
    {
        QFETCH(QString, kind);
        auto admin = desk(kind, 2);
        if (kind == u"mysql") {
            admin->run(u"CREATE OR REPLACE USER reader@'%' IDENTIFIED BY 'pw'"_s);
            admin->run(u"GRANT SELECT ON books.invoices TO reader@'%'"_s);
        } else {
            admin->run(u"DROP ROLE IF EXISTS reader"_s);
            admin->run(u"CREATE ROLE reader LOGIN PASSWORD 'pw'"_s);
            admin->run(u"GRANT SELECT ON invoices TO reader"_s);
        }
        model::Connection connection;
        connection.settings = server(kind).settings();
        connection.settings.insert(u"user"_s, u"reader"_s);
        SqlConnector reader(*sqlSettings(connection), DatabaseDesk::passwordOf("pw"), DatabaseDesk::clock());
        const auto schemas = await(reader.describe({invoices(kind)}, StopToken()));
        QVERIFY2(schemas, schemas ? "" : qPrintable(schemas.error().text));
        QVERIFY(schemas->first().readable && !schemas->first().creatable && !schemas->first().updatable);
        const auto refused = write(reader, invoices(kind), Operation::Create, oneRow(3));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"sql.no-right"_s);
        QCOMPARE(refused.error().kind, ErrorKind::BadConfig);
        QCOMPARE(readAll(reader, table(invoices(kind))).records.size(), 2);
        if (kind == u"postgresql") admin->run(u"DROP OWNED BY reader"_s);
    }

    void charactersTheDatabaseCannotKeepAreRefusedByRow_data()
    {
        // PostgreSQL has one character set for a whole database.
        QTest::addColumn<QString>("kind");
        // PostgreSQL keeps one character set for a whole database; a column of its own is MySQL's.
        QTest::newRow("mysql") << u"mysql"_s;
    }
    void charactersTheDatabaseCannotKeepAreRefusedByRow()
    {
        QFETCH(QString, kind);
        auto admin = desk(kind);
        admin->run(u"ALTER TABLE invoices MODIFY memo varchar(50) CHARACTER SET latin1"_s);
        auto connector = admin->connect({});
        Rows rows({u"id"_s, u"number"_s, u"memo"_s});
        rows.add(u"a"_s, {number("1"), text(u"A"_s), text(u"café"_s)});
        rows.add(u"b"_s, {number("2"), text(u"B"_s), text(u"日本"_s)});
        const auto outcomes = write(*connector, invoices(kind), Operation::Create, rows.list());
        QVERIFY2(outcomes, outcomes ? "" : qPrintable(outcomes.error().text));
        QCOMPARE(outcomes->at(0).state, State::Written);
        QCOMPARE(outcomes->at(1).error.code, u"sql.characters"_s);
        QCOMPARE(readAll(*connector, table(invoices(kind))).records.first().value(u"memo").toPlainText(),
                 u"café"_s);
    }

    void aStopIsAnsweredWhileTheDatabaseIsBusy_data() { kinds(); }
    void aStopIsAnsweredWhileTheDatabaseIsBusy()
    {
        QFETCH(QString, kind);
        auto admin = desk(kind, 1);
        auto connector = admin->connect({{u"lockSeconds"_s, u"3"_s}});
        QVERIFY(await(connector->describe({}, StopToken())));
        admin->run(u"BEGIN"_s);
        admin->run(u"UPDATE invoices SET memo = 'mine' WHERE id = 1"_s);
        Rows rows({u"memo"_s});
        rows.add(u"N1"_s, {text(u"theirs"_s)}, u"1"_s);
        StopSource source;
        using Outcomes = Result<QList<RowOutcome>>;
        auto ended = std::make_shared<std::optional<Outcomes>>();
        const Task<> keeper =
            keepInto(connector->send(connector->prepare(invoices(kind), Operation::Update, rows.list(), {}),
                                     source.token()),
                     ended);
        QElapsedTimer since;
        since.start();
        source.request(StopMode::Now);
        QTRY_VERIFY_WITH_TIMEOUT(ended->has_value(), 2'000);
        QVERIFY(since.elapsed() < 2'000);
        QVERIFY(!**ended);
        QCOMPARE((*ended)->error().kind, ErrorKind::Cancelled);
        admin->run(u"COMMIT"_s);
    }

    void aSilentServerDoesNotHoldAnyoneUp_data() { kinds(); }
    void aSilentServerDoesNotHoldAnyoneUp()
    {
        QFETCH(QString, kind);
        auto admin = desk(kind, 3);
        auto connector = admin->connect(
            {{u"querySeconds"_s, u"1"_s}, {u"connectSeconds"_s, u"1"_s}, {u"lockSeconds"_s, u"1"_s}});
        QCOMPARE(readAll(*connector, table(invoices(kind))).records.size(), 3);
        server(kind).freeze();
        QElapsedTimer since;
        since.start();
        const ReadAll silent = readAll(*connector, table(invoices(kind)));
        server(kind).thaw();
        QVERIFY(silent.error);
        QCOMPARE(silent.error->kind, ErrorKind::Retry);
        QVERIFY2(since.elapsed() < 40'000, qPrintable(QString::number(since.elapsed())));
        QCOMPARE(readAll(*connector, table(invoices(kind))).records.size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestSqlFaults)
#include "testsqlfaults.moc"
