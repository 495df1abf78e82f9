#include "base/platform/platform.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tieout;
using namespace Qt::StringLiterals;

class TestPlatform final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void measuresThisProcess();
    void knowsWhichProcessesLive();
    void makesFilesPrivate();
    void namesTheDataFolderAndTheMachine();
};

void TestPlatform::measuresThisProcess()
{
    QVERIFY(platform::peakMemory() > 1'000'000);
    const auto before = platform::processorTime();
    QByteArray work;
    while (platform::processorTime() - before < std::chrono::milliseconds(20))
        work = QByteArray(100'000, 'x');
    QCOMPARE(work.size(), 100'000);
    QCOMPARE(platform::currentProcess(), QCoreApplication::applicationPid());
}

void TestPlatform::knowsWhichProcessesLive()
{
    QVERIFY(platform::isProcessAlive(platform::currentProcess()));
    QVERIFY(!platform::isProcessAlive(0));
    QVERIFY(!platform::isProcessAlive(-1));
    QVERIFY(!platform::isProcessAlive(qint64(1) << 40));
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"-functions"_s});
    QVERIFY(process.waitForStarted());
    const qint64 pid = process.processId();
    QVERIFY(process.waitForFinished());
    QVERIFY(!platform::isProcessAlive(pid));
}

void TestPlatform::makesFilesPrivate()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"workspace.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.setPermissions(file.permissions() | QFile::ReadOther | QFile::ReadGroup);
    QVERIFY(platform::makePrivate(file.fileName()));
    const auto others = QFile::ReadOther | QFile::WriteOther | QFile::ReadGroup | QFile::WriteGroup;
    QCOMPARE(QFileInfo(file.fileName()).permissions() & others, QFile::Permissions());
    QVERIFY(QFileInfo(file.fileName()).isWritable());
    QVERIFY(platform::makePrivate(folder.path()));
    const auto missing = platform::makePrivate(folder.filePath(u"none"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, u"file.permissions"_s);
    QCOMPARE(missing.error().kind, ErrorKind::LocalFault);
}

void TestPlatform::namesTheDataFolderAndTheMachine()
{
    QVERIFY(QDir::isAbsolutePath(platform::dataFolder()));
    QVERIFY(!platform::hostName().isEmpty());
}

QTEST_GUILESS_MAIN(TestPlatform)
#include "testplatform.moc"
