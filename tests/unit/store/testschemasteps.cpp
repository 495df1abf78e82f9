#include "store/connector.h"
#include "store/schema.h"
#include "store/statementprobe.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::store;

namespace {

SchemaStep step(int number, const QStringList& statements)
{
    SchemaStep made;
    made.number = number;
    made.statements = statements;
    return made;
}

qint64 number(Database& database, const QString& sql)
{
    qint64 value = -1;
    const auto read = database.query(sql, {}, [&value](const Database::Row& row) {
        value = row.integer(0);
        return false;
    });
    return read ? value : -1;
}

} // namespace

class TestSchemaSteps : public QObject
{
    Q_OBJECT

  private:
    std::unique_ptr<Database> open()
    {
        auto opened =
            Connector::openForWriting(m_path, Durability::System, std::make_shared<StatementProbe>());
        return opened ? std::move(*opened) : nullptr;
    }
    /// The program's steps and one more.
    static QList<SchemaStep> stepsAnd(const QStringList& statements)
    {
        auto steps = schemaSteps().value();
        steps.append(step(int(steps.size()) + 1, statements));
        return steps;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

  private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"w.tieout"_s);
    }

    void statementsEndAtLineEndsAndTriggersAtEnd()
    {
        const QString sql =
            u"-- words; with a semicolon\nCREATE TABLE a (b TEXT, -- why;\n  c TEXT);\n\n"
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM b;\n  DELETE FROM c;\nEND;\n"
            "CREATE INDEX i ON a (b);\n"_s;
        const QStringList statements = splitStatements(sql);
        QCOMPARE(statements.size(), 3);
        QCOMPARE(statements.at(0), u"CREATE TABLE a (b TEXT,\nc TEXT)"_s);
        QVERIFY(statements.at(1).endsWith(u"DELETE FROM c;\nEND"_s));
        QCOMPARE(statements.at(2), u"CREATE INDEX i ON a (b)"_s);
    }

    void aNewFileIsMarkedAndHasNoBackup()
    {
        const auto database = open();
        QVERIFY(database);
        QCOMPARE(number(*database, u"PRAGMA application_id"_s), kApplicationId);
        QCOMPARE(number(*database, u"PRAGMA user_version"_s), schemaSteps().value().size());
        QVERIFY(!QFileInfo::exists(m_path + u".v0.backup"_s));
    }

    void anExistingFileIsBackedUpBeforeAStep()
    {
        const auto database = open();
        QVERIFY(database->execute(u"INSERT INTO schedule (flow, last_due) VALUES ('f', 7)"_s));
        const auto steps = stepsAnd({u"DELETE FROM schedule"_s});
        QVERIFY(bringUpToDate(*database, steps, m_path));
        QCOMPARE(number(*database, u"SELECT COUNT(*) FROM schedule"_s), 0);
        QCOMPARE(number(*database, u"PRAGMA user_version"_s), steps.size());
        m_path += u".v%1.backup"_s.arg(steps.size() - 1);
        const auto backup = open();
        QVERIFY(backup);
        QCOMPARE(number(*backup, u"SELECT last_due FROM schedule"_s), 7);
    }

    void aStepRunsOnce()
    {
        const auto database = open();
        const auto steps = stepsAnd({u"INSERT INTO schedule (flow, last_due) VALUES ('once', 1)"_s});
        QVERIFY(bringUpToDate(*database, steps, m_path));
        QVERIFY(bringUpToDate(*database, steps, m_path));
        QCOMPARE(number(*database, u"SELECT COUNT(*) FROM schedule"_s), 1);
    }

    void aFailedStepLeavesTheFileAsItWas()
    {
        const auto database = open();
        const auto steps = stepsAnd({u"INSERT INTO schedule (flow, last_due) VALUES ('half', 1)"_s,
                                     u"CREATE TABLE extra (a TEXT)"_s, u"INSERT INTO nowhere VALUES (1)"_s});
        const auto failed = bringUpToDate(*database, steps, m_path);
        QCOMPARE(failed.error().code, u"store.statement"_s);
        QCOMPARE(number(*database, u"SELECT COUNT(*) FROM schedule"_s), 0);
        QCOMPARE(number(*database, u"SELECT COUNT(*) FROM sqlite_master WHERE name = 'extra'"_s), 0);
        QCOMPARE(number(*database, u"PRAGMA user_version"_s), steps.size() - 1);
        // The next attempt replaces the backup and works.
        QVERIFY(bringUpToDate(*database, stepsAnd({u"CREATE TABLE extra (a TEXT)"_s}), m_path));
    }

    void aNewerFileIsRefusedWithBothVersions()
    {
        const auto database = open();
        QVERIFY(database->execute(u"PRAGMA user_version = 99"_s));
        const QString ours = QString::number(schemaSteps().value().size());
        for (const auto& result : {bringUpToDate(*database, schemaSteps().value(), m_path),
                                   checkVersion(*database, schemaSteps().value())}) {
            QCOMPARE(result.error().code, u"store.newer"_s);
            QCOMPARE(result.error().facts, (QStringList{u"99"_s, ours}));
        }
    }

    void anOlderFileIsNotReadWithoutItsSteps()
    {
        const auto database = open();
        QCOMPARE(checkVersion(*database, stepsAnd({})).error().code, u"store.older"_s);
    }
};

QTEST_GUILESS_MAIN(TestSchemaSteps)
#include "testschemasteps.moc"
