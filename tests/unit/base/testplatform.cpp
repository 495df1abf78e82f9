#include "base/platform/platform.h"
#include "base/platform/process.h"

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
    void aKilledProcessHasEndedBeforeItsParentAsksForIt();
    void makesFilesPrivate();
    void namesTheDataFolderAndTheMachine();
    void namesThePersonWithoutTheEnvironmentToo();
};

void TestPlatform::namesThePersonWithoutTheEnvironmentToo()
{
#ifdef Q_OS_WIN
    QVERIFY(!platform::userName().isEmpty());
#else
    const QByteArray before = qgetenv("USER");
    qunsetenv("USER");
    const QString told = platform::userName();
    qputenv("USER", "Ann");
    const QString set = platform::userName();
    if (before.isNull())
        qunsetenv("USER");
    else
        qputenv("USER", before);
    QVERIFY(!told.isEmpty());
    QCOMPARE(set, u"Ann"_s);
#endif
}

void TestPlatform::measuresThisProcess()
{
    QVERIFY(platform::peakMemory() > 1'000'000);
    const auto before = platform::processorTime();
    QByteArray work;
    while (platform::processorTime() - before < std::chrono::milliseconds(20))
        work = QByteArray(100'000, 'x');
    QCOMPARE(work.size(), 100'000);
}

void TestPlatform::knowsWhichProcessesLive()
{
    using platform::ProcessLife;
    const QString self = platform::thisProcess();
    QVERIFY2(!self.contains(u'|'), qPrintable(self));
    QCOMPARE(platform::lifeOf(self), ProcessLife::Alive);
    const QString began = self.section(u'.', 1, 1);
    const QString space = self.section(u'.', 2);
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"-functions"_s});
    QVERIFY(process.waitForStarted());
    const qint64 number = process.processId();
    QVERIFY(process.waitForFinished());
    const auto life = [&](qint64 ofNumber, const QString& ofBegin, const QString& ofSpace) {
        return platform::lifeOf(u"%1.%2.%3"_s.arg(ofNumber).arg(ofBegin, ofSpace));
    };
    QCOMPARE(life(number, u"0"_s, space), ProcessLife::Ended);
    for (const qint64 none : {qint64(0), qint64(-1), qint64(1) << 40})
        QCOMPARE(life(none, u"0"_s, space), ProcessLife::Ended);
    QCOMPARE(life(number, u"0"_s, u"another machine"_s), ProcessLife::Unknown);
    for (const auto& unreadable : {QString(), u"4711"_s, u"4711.x."_s + space})
        QCOMPARE(platform::lifeOf(unreadable), ProcessLife::Unknown);
    // A number that was given to a later process does not keep the former one alive.
    if (began != u"0") QCOMPARE(life(QCoreApplication::applicationPid(), u"1"_s, space), ProcessLife::Ended);
}

void TestPlatform::aKilledProcessHasEndedBeforeItsParentAsksForIt()
{
#ifdef Q_OS_LINUX
    // The shell starts one process, tells its number, and becomes a program that never asks what became of
    // it. That it has done so shows in the echo; a shell itself would still ask.
    QProcess parent;
    parent.start(u"/bin/sh"_s, {u"-c"_s, u"sleep 60 & echo $!; exec cat"_s});
    QVERIFY(parent.waitForReadyRead());
    const QString number = QString::fromLatin1(parent.readLine()).trimmed();
    parent.write("echo\n");
    QVERIFY(parent.waitForReadyRead());
    QCOMPARE(parent.readLine(), "echo\n");
    const QString child = number + u".0."_s + platform::thisProcess().section(u'.', 2);
    QCOMPARE(platform::lifeOf(child), platform::ProcessLife::Alive);
    QCOMPARE(QProcess::execute(u"/bin/sh"_s, {u"-c"_s, u"kill -9 "_s + number}), 0);
    QTRY_COMPARE(platform::lifeOf(child), platform::ProcessLife::Ended);
    QVERIFY(QFileInfo::exists(u"/proc/"_s + number)); // a zombie
    parent.kill();
    QVERIFY(parent.waitForFinished());
#else
    QSKIP("zombies are looked up on Linux only");
#endif
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
