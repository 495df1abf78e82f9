#include "connectors/sql/dialects.h"
#include "connectors/sql/sqladvice.h"
#include "connectors/sql/sqlform.h"
#include "connectors/sql/sqlvalue.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::connectors;

namespace {

SqlColumn column(const QString& name, ColumnKind kind, const QString& type = {})
{
    SqlColumn made;
    made.name = name;
    made.kind = kind;
    made.type = type;
    return made;
}

SqlTable invoices()
{
    SqlTable table;
    table.name = {u"books"_s, u"in\"voices`]"_s};
    table.columns = {column(u"id"_s, ColumnKind::Number, u"bigint"_s),
                     column(u"number"_s, ColumnKind::Text, u"text"_s)};
    table.columns[0].scale = 0;
    table.primaryKey = {u"id"_s};
    return table;
}

model::Connection withSettings(const QHash<QString, QString>& settings)
{
    model::Connection connection;
    connection.settings = settings;
    return connection;
}

} // namespace

/// The parts of the database connector that need no database.
class TestSqlParts final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void settingsAreCheckedBeforeAnythingIsOpened_data()
    {
        QTest::addColumn<QHash<QString, QString>>("settings");
        QTest::addColumn<QString>("code");
        using S = QHash<QString, QString>;
        const S good{{u"kind"_s, u"postgresql"_s},
                     {u"host"_s, u"db"_s},
                     {u"database"_s, u"books"_s},
                     {u"user"_s, u"me"_s}};
        const auto with = [&](const QString& name, const QString& value) {
            S changed = good;
            changed.insert(name, value);
            return changed;
        };
        QTest::newRow("good") << good << QString();
        QTest::newRow("no host") << with(u"host"_s, u""_s) << u"sql.setting-missing"_s;
        QTest::newRow("no database") << with(u"database"_s, u""_s) << u"sql.setting-missing"_s;
        QTest::newRow("kind") << with(u"kind"_s, u"oracle"_s) << u"sql.setting"_s;
        QTest::newRow("port") << with(u"port"_s, u"70000"_s) << u"sql.setting"_s;
        QTest::newRow("a host that adds options")
            << with(u"host"_s, u"db;sslmode=disable"_s) << u"sql.setting"_s;
        QTest::newRow("a certificate that adds options")
            << with(u"certificate"_s, u"/ca.pem;sslmode=disable"_s) << u"sql.setting"_s;
        QTest::newRow("zone") << with(u"localZone"_s, u"Mars/Base"_s) << u"sql.setting"_s;
        QTest::newRow("pages without rows") << with(u"pageRows"_s, u"0"_s) << u"sql.setting"_s;
        QTest::newRow("password in the clear")
            << S{{u"kind"_s, u"odbc"_s}, {u"connectionString"_s, u"DRIVER=x; Pwd=secret"_s}}
            << u"sql.password-in-settings"_s;
        QTest::newRow("sqlite") << S{{u"kind"_s, u"sqlite"_s}} << u"sql.setting-missing"_s;
        QTest::newRow("odbc") << S{{u"kind"_s, u"odbc"_s}} << u"sql.setting-missing"_s;
    }
    void settingsAreCheckedBeforeAnythingIsOpened()
    {
        using Settings = QHash<QString, QString>;
        QFETCH(Settings, settings);
        QFETCH(QString, code);
        const auto read = sqlSettings(withSettings(settings));
        QCOMPARE(read ? QString() : read.error().code, code);
    }

    void everySettingOfTheFormIsUnderstood()
    {
        QStringList names;
        for (const model::FormField& field : sqlForm()) {
            QVERIFY(!names.contains(field.name));
            names += field.name;
            QVERIFY(!field.label.isEmpty());
            if (field.kind == model::FormField::Kind::Choice) {
                const bool known =
                    std::any_of(field.options.begin(), field.options.end(),
                                [&](const auto& option) { return option.value == field.fallback; });
                QVERIFY2(known, qPrintable(field.name));
            }
            for (const auto& option : field.options) {
                const auto read = sqlSettings(withSettings(
                    {{u"kind"_s, u"sqlite"_s}, {u"file"_s, u"/x"_s}, {field.name, option.value}}));
                QVERIFY2(read || field.name == u"kind", qPrintable(field.name + option.value));
            }
        }
    }

    void connectionsToOtherMachinesAreEncryptedByDefault_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("tls");
        QTest::addColumn<bool>("encrypted");
        QTest::newRow("this machine") << u"localhost"_s << QString() << false;
        QTest::newRow("loopback") << u"127.0.0.1"_s << QString() << false;
        QTest::newRow("socket") << u"/run/postgresql"_s << u"require"_s << false;
        QTest::newRow("another") << u"db.example.com"_s << QString() << true;
        QTest::newRow("switched off") << u"db.example.com"_s << u"off"_s << false;
        QTest::newRow("always") << u"localhost"_s << u"require"_s << true;
    }
    void connectionsToOtherMachinesAreEncryptedByDefault()
    {
        QFETCH(QString, host);
        QFETCH(QString, tls);
        QFETCH(bool, encrypted);
        const auto settings = sqlSettings(
            withSettings({{u"host"_s, host}, {u"database"_s, u"b"_s}, {u"user"_s, u"u"_s}, {u"tls"_s, tls}}));
        QCOMPARE(settings.value().encrypted(), encrypted);
    }

    void objectNamesComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("object");
        QTest::newRow("plain") << u"public"_s << u"invoices"_s << u"public.invoices"_s;
        QTest::newRow("dots") << u"a.b"_s << u"c"_s << u"\"a.b\".c"_s;
        QTest::newRow("quotes") << u"p"_s << u"in\"v"_s << u"p.\"in\"\"v\""_s;
        QTest::newRow("blank") << u"my schema"_s << u"my table"_s << u"my schema.my table"_s;
    }
    void objectNamesComeBackAsTheyWere()
    {
        QFETCH(QString, schema);
        QFETCH(QString, name);
        QFETCH(QString, object);
        const TableName given{schema, name};
        QCOMPARE(connectors::objectName(given), object);
        QVERIFY(parseObjectName(object) == given);
    }
    void whatIsNoObjectNameIsRefused()
    {
        for (const QString& text : {u""_s, u"a"_s, u"a."_s, u".b"_s, u"\"a"_s, u"\"a\"b.c"_s, u"a.b.c"_s})
            QVERIFY2(!parseObjectName(text), qPrintable(text));
    }

    void labelsArePlainWords_data()
    {
        QTest::addColumn<QString>("label");
        QTest::newRow("invoice_line_items") << u"Invoice line items"_s;
        QTest::newRow("InvoiceLineItems") << u"Invoice line items"_s;
        QTest::newRow("customerID") << u"Customer ID"_s;
        QTest::newRow("ABN") << u"ABN"_s;
        QTest::newRow("updated_at") << u"Updated at"_s;
        QTest::newRow("__x__") << u"X"_s;
        QTest::newRow("---") << u"---"_s;
    }
    void labelsArePlainWords()
    {
        QFETCH(QString, label);
        QCOMPARE(plainLabel(QString::fromLatin1(QTest::currentDataTag())), label);
    }

    void fieldNamesStandInPaths()
    {
        for (const QString& name :
             {u"a.b"_s, u"x[0]"_s, u"%41"_s, u"$key"_s, u"plain name"_s, u"日本語%"_s}) {
            const QString field = fieldName(name);
            QVERIFY(!field.contains(u'.') && !field.contains(u'[') && !field.contains(u'$'));
            QCOMPARE(columnName(field), name);
        }
    }

    void keysOfSeveralPartsComeBack()
    {
        for (const QStringList& parts :
             {QStringList{u"a"_s, u"b"_s}, {u"a|b"_s, u"\\"_s}, {u""_s, u""_s}, {u"x\\|"_s, u"|"_s, u"1"_s}})
            QCOMPARE(keyParts(joinedKey(parts)), parts);
    }

    void cellsBecomeValues_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<int>("valueKind");
        using K = model::Value::Kind;
        const auto row = [](const char* name, ColumnKind kind, const QString& text, const QString& plain,
                            K value) { QTest::newRow(name) << int(kind) << text << plain << int(value); };
        row("number", ColumnKind::Number, u"-12.50"_s, u"-12.50"_s, K::Number);
        row("40 digits", ColumnKind::Number, QString(40, u'9'), QString(40, u'9'), K::Text);
        row("exponent", ColumnKind::Approximate, u"1.5e3"_s, u"1500"_s, K::Number);
        row("not a number", ColumnKind::Approximate, u"NaN"_s, u"NaN"_s, K::Text);
        row("true", ColumnKind::Boolean, u"t"_s, u"true"_s, K::Boolean);
        row("day", ColumnKind::Date, u"2026-11-21"_s, u"2026-11-21"_s, K::Date);
        row("midnight", ColumnKind::Date, u"2026-11-21 00:00:00"_s, u"2026-11-21"_s, K::Date);
        row("no day", ColumnKind::Date, u"2026-02-30"_s, u"2026-02-30"_s, K::Text);
        row("nothing", ColumnKind::Date, u"0000-00-00"_s, QString(), K::Blank);
        row("instant", ColumnKind::Instant, u"2026-11-21 03:09:00.25+00"_s, u"2026-11-21T03:09:00.250Z"_s,
            K::Instant);
        row("half an hour", ColumnKind::Instant, u"2026-11-21 08:39:00+05:30"_s,
            u"2026-11-21T03:09:00.000Z"_s, K::Instant);
        row("for ever", ColumnKind::Instant, u"infinity"_s, u"infinity"_s, K::Text);
        row("local", ColumnKind::LocalTime, u"2026-11-21 10:00:00"_s, u"2026-11-21T10:00:00"_s, K::Text);
        row("empty", ColumnKind::Text, QString(), QString(), K::Blank);
    }
    void cellsBecomeValues()
    {
        QFETCH(int, kind);
        QFETCH(QString, text);
        QFETCH(QString, plain);
        QFETCH(int, valueKind);
        const model::Value value = sqlCell(text, column(u"c"_s, ColumnKind(kind)), {});
        QCOMPARE(int(value.kind()), valueKind);
        QCOMPARE(value.toPlainText(), plain);
    }

    void theOverlapKeepsTheFormOfTheStamp_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("stamp");
        QTest::addColumn<QString>("earlier");
        QTest::newRow("postgres") << int(ColumnKind::Instant) << u"2026-11-21 00:01:00.123456+00"_s
                                  << u"2026-11-20 23:59:00.123456+00"_s;
        QTest::newRow("iso") << int(ColumnKind::Instant) << u"2026-11-21T03:09:00.000Z"_s
                             << u"2026-11-21T03:07:00.000Z"_s;
        QTest::newRow("counter") << int(ColumnKind::Number) << u"9007199254740993"_s << u"9007199254740873"_s;
        QTest::newRow("day") << int(ColumnKind::Date) << u"2026-03-01"_s << u"2026-02-28"_s;
        QTest::newRow("text") << int(ColumnKind::Text) << u"abc"_s << u"abc"_s;
        QTest::newRow("none") << int(ColumnKind::Instant) << QString() << QString();
        QTest::newRow("broken") << int(ColumnKind::Instant) << u"2026-13-45 00:00:00"_s
                                << u"connector.cursor"_s;
    }
    void theOverlapKeepsTheFormOfTheStamp()
    {
        QFETCH(int, kind);
        QFETCH(QString, stamp);
        QFETCH(QString, earlier);
        const auto moved = overlapped(stamp, column(u"c"_s, ColumnKind(kind)), 120, {});
        QCOMPARE(moved ? *moved : moved.error().code, earlier);
    }

    void faultsOfDatabasesBecomeOurs_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("column");
        const auto row = [](SqlDialectId id, const char* state, const char* words, const char* code,
                            const char* named = "") {
            QTest::addRow("%d %s %s", int(id), state, code)
                << int(id) << QString::fromLatin1(state) << QString::fromUtf8(words)
                << QString::fromLatin1(code) << QString::fromLatin1(named);
        };
        using D = SqlDialectId;
        row(D::Postgres, "23505", "ERROR:  duplicate key\nDETAIL:  Key (number)=(A) already exists.\n(23505)",
            "sql.unique", "number");
        row(D::Postgres, "23502", "ERROR:  null value in column \"number\" of relation \"x\"", "sql.not-null",
            "number");
        row(D::Postgres, "40P01", "deadlock detected", "sql.deadlock");
        row(D::Postgres, "57014", "canceling statement due to statement timeout", "sql.time-limit");
        row(D::Postgres, "53100", "could not extend file: No space left on device", "sql.disk-full");
        row(D::Postgres, "25006", "cannot execute INSERT in a read-only transaction", "sql.read-only");
        row(D::Postgres, "22P05", "character … has no equivalent in encoding \"LATIN1\"", "sql.characters");
        row(D::Postgres, "", "server closed the connection unexpectedly", "sql.lost");
        row(D::Postgres, "", "FATAL:  no pg_hba.conf entry for host", "sql.sign-in");
        row(D::Postgres, "", "server does not support SSL, but SSL was required", "sql.tls");
        row(D::MySql, "1062", "Duplicate entry 'A' for key 'number'", "sql.unique");
        row(D::MySql, "1406", "Data too long for column 'memo' at row 7", "sql.too-long", "memo");
        row(D::MySql, "1366", "Incorrect string value: '\\xF0' for column `b`.`t`.`memo` at row 1",
            "sql.characters", "memo");
        row(D::MySql, "1366", "Incorrect integer value: 'x' for column `b`.`t`.`n` at row 1",
            "sql.wrong-kind", "n");
        row(D::MySql, "1205", "Lock wait timeout exceeded", "sql.locked");
        row(D::MySql, "2013", "Lost connection to server during query", "sql.lost");
        row(D::MySql, "1114", "The table 't' is full", "sql.disk-full");
        row(D::Sqlite, "2067", "UNIQUE constraint failed: invoices.number", "sql.unique", "number");
        row(D::Sqlite, "19", "NOT NULL constraint failed: invoices.number", "sql.not-null", "number");
        row(D::Sqlite, "5", "database is locked", "sql.locked");
        row(D::Sqlite, "13", "database or disk is full", "sql.disk-full");
        row(D::SqlServer, "2627", "Violation of UNIQUE KEY constraint 'UQ'. Cannot insert duplicate key",
            "sql.unique");
        row(D::SqlServer, "515",
            "Cannot insert the value NULL into column 'number'; column does not allow nulls.", "sql.not-null",
            "number");
        row(D::SqlServer, "1205", "Transaction was deadlocked on lock resources", "sql.deadlock");
        row(D::SqlServer, "9999", "Something new", "sql.statement");
    }
    void faultsOfDatabasesBecomeOurs()
    {
        QFETCH(int, dialect);
        QFETCH(QString, state);
        QFETCH(QString, words);
        QFETCH(QString, code);
        QFETCH(QString, column);
        const Error error = sqlFault(SqlDialectId(dialect), state, words);
        QCOMPARE(error.code, code);
        QCOMPARE(error.facts.value(0), column);
        QVERIFY(!error.text.startsWith(u"ERROR"_s));
    }

    void statementsQuoteNamesAndBindValues()
    {
        const SqlTable table = invoices();
        WriteShape shape;
        shape.table = &table;
        shape.columns = {0, 1};
        shape.conflict = {0};
        const WriteCells cells{{u"1"_s, std::nullopt}, {u"2"_s, u"a\"b\\c,{}"_s}};
        const PostgresDialect postgres;
        QVERIFY(postgres.insertText(shape, 2).startsWith(
            u"INSERT INTO \"books\".\"in\"\"voices`]\" AS t (\"id\", \"number\") SELECT CAST(v.c0 AS bigint), v.c1 FROM unnest("_s));
        QCOMPARE(postgres.insertText(shape, 2), postgres.insertText(shape, 900));
        QCOMPARE(postgres.insertValues(shape, cells),
                 (QVariantList{u"{\"1\",\"2\"}"_s, u"{NULL,\"a\\\"b\\\\c,{}\"}"_s}));
        const MySqlDialect mysql;
        QCOMPARE(
            mysql.insertText(shape, 2),
            u"INSERT INTO `books`.`in\"voices``]` (`id`, `number`) VALUES (?, ?), (?, ?) ON DUPLICATE KEY UPDATE `number` = VALUES(`number`)"_s);
        QCOMPARE(mysql.insertValues(shape, cells).size(), 4);
        const SqliteDialect sqlite;
        QCOMPARE(
            sqlite.insertText(shape, 1),
            u"INSERT INTO `books`.`in\"voices``]` (`id`, `number`) VALUES (?, ?) ON CONFLICT (`id`) DO UPDATE SET `number` = EXCLUDED.`number`"_s);
        const SqlServerDialect server;
        QCOMPARE(
            server.insertText(shape, 1),
            u"MERGE INTO [books].[in\"voices`]]] WITH (HOLDLOCK) AS t USING (VALUES (CONVERT(bigint, ?), ?)) AS v ([id], [number]) ON t.[id] = v.[id] WHEN MATCHED THEN UPDATE SET [number] = v.[number] WHEN NOT MATCHED THEN INSERT ([id], [number]) VALUES (v.[id], v.[number]);"_s);
        QCOMPARE(server.updateText(shape),
                 u"UPDATE [books].[in\"voices`]]] SET [number] = ? WHERE [id] = CONVERT(bigint, ?)"_s);
        QCOMPARE(server.selectText(u"1"_s, u"t"_s, 5), u"SELECT TOP (5) 1 FROM t"_s);
    }

    void adviceGrantsNoMoreThanNeeded()
    {
        SqlAdviceRequest request;
        request.user = u"tieout"_s;
        request.database = u"books"_s;
        request.read = {{u"public"_s, u"customers"_s}};
        request.write = {{u"public"_s, u"in\"voices"_s}};
        const QString postgres = leastPrivilege(request);
        QVERIFY(postgres.contains(u"GRANT SELECT ON \"public\".\"customers\" TO \"tieout\";"_s));
        QVERIFY(postgres.contains(
            u"GRANT SELECT, INSERT, UPDATE ON \"public\".\"in\"\"voices\" TO \"tieout\";"_s));
        QVERIFY(!postgres.contains(u"DELETE"_s) && !postgres.contains(u"ALL PRIVILEGES"_s));
        request.kind = SqlKind::MySql;
        request.user = u"o'brien"_s;
        QVERIFY(
            leastPrivilege(request).contains(u"GRANT SELECT ON `public`.`customers` TO 'o''brien'@'%';"_s));
        request.kind = SqlKind::Sqlite;
        QVERIFY(leastPrivilege(request).isEmpty());
    }

    void aChosenColumnMustBeThere()
    {
        TableChoice choice;
        choice.change = u"gone"_s;
        const auto use = useOf(invoices(), choice);
        QVERIFY(!use);
        QCOMPARE(use.error().code, u"sql.chosen-column"_s);
        QCOMPARE(useOf(invoices(), {}).value().key, QList<int>{0});
    }
};

QTEST_APPLESS_MAIN(TestSqlParts)
#include "testsqlparts.moc"
