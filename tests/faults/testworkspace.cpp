#include "support/dealfile.h"
#include "support/programs.h"

#include <QDir>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using support::Answer;
using support::Books;
using support::DealFile;
using support::SandboxProgram;

namespace {

// Where SQLite's file header keeps what we use of it.
constexpr qint64 kUserVersionAt = 60;
constexpr qint64 kApplicationIdAt = 68;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool overwrite(const QString& path, qint64 at, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(at) && file.write(bytes) == bytes.size();
}

/// A sync by somebody whom permissions bind. Nothing when this user cannot be bound.
std::optional<Answer> boundSync(const Books& books, const QString& forbidden)
{
    if (!QFileInfo(forbidden).isWritable()) return books.sync();
    const QString binder = QStandardPaths::findExecutable(u"setpriv"_s); // a superuser without its privileges
    if (binder.isEmpty()) return {};
    return support::runProgram(binder,
                               {u"--bounding-set=-all"_s, u"--inh-caps=-all"_s, support::commandLineProgram(),
                                u"--workspace"_s, books.folder(), u"--json"_s, u"sync"_s, Books::flow()});
}

void verifyRefused(const Answer& answer, const QString& code)
{
    QVERIFY2(answer.code == 1, answer.told().constData());
    QVERIFY(!answer.crashed);
    QCOMPARE(answer.faultCode(), code);
    QVERIFY2(answer.message().endsWith(u'.'), answer.told().constData());
}

} // namespace

/// A workspace that cannot be used: a clear sentence, exit 1, the file as it was, and everything goes on once
/// the trouble is gone.
class TestWorkspaceFaults : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void aReadOnlyFileIsRefused();
    void aReadOnlyFolderIsRefused();
    void aFolderThatCannotBeMadeIsRefused();
    void aNewerWorkspaceIsRefusedAndKept();
    void anotherProgramsFileIsRefusedAndKept_data();
    void anotherProgramsFileIsRefusedAndKept();
    void aDamagedFileIsRefused();
    void aFullDiskStopsTheRunAndLosesNothing_data();
    void aFullDiskStopsTheRunAndLosesNothing();
    void takenRedirectPortsAreNamed();
    void aProgramThatLooksLeavesTheLogOfTheOneAtWork();

  private:
    void verifyGoesOn();

    QTemporaryDir m_folder;
    DealFile m_deals{60, 20};
    std::unique_ptr<SandboxProgram> m_practice;
    std::unique_ptr<Books> m_books;
};

void TestWorkspaceFaults::initTestCase()
{
    m_practice = std::make_unique<SandboxProgram>(QStringList{u"--load"_s, m_deals.saved(m_folder)});
    m_books = std::make_unique<Books>();
    m_books->setUp(*m_practice);
    QCOMPARE(m_books->sync().code, 0);
}

/// The workspace of before works, and knows what it knew.
void TestWorkspaceFaults::verifyGoesOn()
{
    const Answer answer = m_books->sync();
    QVERIFY2(answer.code == 0, answer.told().constData());
    QCOMPARE(answer.json()[u"calls"][u"write"].toInteger(), 0);
    QCOMPARE(m_books->json({u"links"_s, Books::flow(), u"--limit"_s, u"1000"_s}).json().size(),
             m_deals.won().size());
    QCOMPARE(support::brokenPromise(*m_practice), QString());
}

void TestWorkspaceFaults::aReadOnlyFileIsRefused()
{
    const QString path = m_books->file();
    const auto before = QFile::permissions(path);
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadUser));
    const auto answer = boundSync(*m_books, path);
    QVERIFY(QFile::setPermissions(path, before));
    if (!answer) QSKIP("this user may write everything");
    verifyRefused(*answer, u"store.read-only"_s);
    verifyGoesOn();
}

void TestWorkspaceFaults::aReadOnlyFolderIsRefused()
{
    const QString path = m_books->folder();
    const auto before = QFile::permissions(path);
    QVERIFY(
        QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadUser | QFile::ExeOwner | QFile::ExeUser));
    const auto answer = boundSync(*m_books, path);
    QVERIFY(QFile::setPermissions(path, before));
    if (!answer) QSKIP("this user may write everything");
    verifyRefused(*answer, u"store.read-only"_s);
    verifyGoesOn();
}

void TestWorkspaceFaults::aFolderThatCannotBeMadeIsRefused()
{
    // A file stands where the folder would be: not even a superuser can make it.
    const QStringList command{u"--workspace"_s, m_books->file() + u"/books"_s, u"--json"_s, u"init"_s};
    verifyRefused(support::runProgram(support::commandLineProgram(), command), u"workspace.no-folder"_s);
}

void TestWorkspaceFaults::aNewerWorkspaceIsRefusedAndKept()
{
    const Books newer;
    QCOMPARE(newer.json({u"init"_s}).code, 0);
    QVERIFY(overwrite(newer.file(), kUserVersionAt, QByteArray::fromHex("000003e7")));
    const QByteArray before = contentOf(newer.file());
    for (const auto& command : {QStringList{u"flows"_s}, QStringList{u"sync"_s, Books::flow()}})
        verifyRefused(newer.json(command), u"store.newer"_s);
    QVERIFY(contentOf(newer.file()) == before);
}

void TestWorkspaceFaults::anotherProgramsFileIsRefusedAndKept_data()
{
    QTest::addColumn<bool>("database");
    QTest::newRow("a text") << false;
    QTest::newRow("a database of another program") << true;
}

void TestWorkspaceFaults::anotherProgramsFileIsRefusedAndKept()
{
    QFETCH(bool, database);
    const Books other;
    QVERIFY(QDir().mkpath(other.folder()));
    if (database) {
        QCOMPARE(other.json({u"init"_s}).code, 0);
        QVERIFY(overwrite(other.file(), kApplicationIdAt, "Cook"));
    } else {
        QFile file(other.file());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
    }
    const QByteArray before = contentOf(other.file());
    verifyRefused(other.json({u"init"_s}), u"store.not-a-workspace"_s);
    QVERIFY(contentOf(other.file()) == before);
}

void TestWorkspaceFaults::aDamagedFileIsRefused()
{
    const QByteArray healthy = contentOf(m_books->file());
    // The header stays: it looks like a workspace until it is read.
    QVERIFY(overwrite(m_books->file(), 100, QByteArray(3900, '\x7f')));
    verifyRefused(m_books->json({u"flows"_s}), u"store.damaged"_s);
    verifyRefused(m_books->sync(), u"store.damaged"_s);
    QVERIFY(overwrite(m_books->file(), 0, healthy));
    verifyGoesOn();
}

void TestWorkspaceFaults::aFullDiskStopsTheRunAndLosesNothing_data()
{
    QTest::addColumn<int>("room"); ///< what a file may still grow, in kilobytes
    for (const int room : {40, 120, 200, 280, 360})
        QTest::addRow("%d kB left", room) << room;
}

void TestWorkspaceFaults::aFullDiskStopsTheRunAndLosesNothing()
{
#ifdef Q_OS_WIN
    QSKIP("there a process cannot be given less room for its files");
#else
    QFETCH(int, room);
    const QTemporaryDir folder;
    const DealFile deals(900, 100);
    const SandboxProgram practice({u"--load"_s, deals.saved(folder)});
    const Books books;
    books.setUp(practice);
    // The write-ahead log starts anew and holds what the run remembers; it grows past this.
    const QString limited =
        u"trap '' XFSZ; ulimit -f %1; exec \"$@\""_s.arg(room * 2); // in blocks of 512 bytes
    const QStringList command{u"-c"_s,          limited,        u"sh"_s,     support::commandLineProgram(),
                              u"--workspace"_s, books.folder(), u"--json"_s, u"sync"_s,
                              Books::flow()};
    const Answer full = support::runProgram(u"sh"_s, command);
    QVERIFY2(!full.crashed, full.told().constData());
    QVERIFY2(full.code == 1, full.told().constData());
    QVERIFY2(!full.message().isEmpty(), full.told().constData());
    QVERIFY2(full.faultCode() == "store.full"_L1 || full.faultCode() == "store.io"_L1,
             full.told().constData());

    const Answer healed = books.sync();
    QVERIFY2(healed.code == 0, healed.told().constData());
    QVERIFY(support::addsUp(healed.json()));
    QCOMPARE(support::brokenPromise(practice), QString());
    QVERIFY(books.problems().isEmpty());
    QCOMPARE(books.openJournalRows(), 0);
#endif
}

void TestWorkspaceFaults::takenRedirectPortsAreNamed()
{
    // The ports that are registered with the systems; another sign-in may hold one for a moment.
    std::vector<std::unique_ptr<QTcpServer>> holders;
    for (const quint16 port : {quint16(8742), quint16(8743), quint16(8744)}) {
        auto holder = std::make_unique<QTcpServer>();
        QVERIFY(support::comesTrue([&] { return holder->listen(QHostAddress::LocalHost, port); },
                                   std::chrono::seconds(20)));
        holders.push_back(std::move(holder));
    }
    const Answer answer =
        m_books->json({u"connect"_s, u"xero"_s, u"--practice"_s, m_practice->address(u"xero")});
    holders.clear();
    verifyRefused(answer, u"oauth.no-port"_s);
    QVERIFY(answer.out.contains("8742"));
    // The connection of before is as it was.
    verifyGoesOn();
}

/// The first to come and the last to go fold the log into the file and remove it; who believes to be alone
/// while another works would cost that one everything it writes from then on.
void TestWorkspaceFaults::aProgramThatLooksLeavesTheLogOfTheOneAtWork()
{
    const auto agent = m_books->start({u"agent"_s});
    QTRY_VERIFY_WITH_TIMEOUT(agent->canReadLine(), 20'000);
    const QString log = m_books->file() + u"-wal"_s;
    QVERIFY(QFileInfo::exists(log));
    QCOMPARE(m_books->json({u"runs"_s}).code, 0);
    QVERIFY2(QFileInfo::exists(log), "the log of a running program was taken away");
    agent->terminate();
    QCOMPARE(support::answerOf(*agent).code, 0);
    QVERIFY(!QFileInfo::exists(log));
}

QTEST_GUILESS_MAIN(TestWorkspaceFaults)
#include "testworkspace.moc"
