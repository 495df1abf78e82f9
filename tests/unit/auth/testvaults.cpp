#include "auth/keychainvault.h"
#include "auth/practicevault.h"
#include "auth/secretparts.h"
#include "auth/sessionvault.h"
#include "auth/vaultproxy.h"
#include "auth/workspacevault.h"
#include "support/recordingvault.h"
#include "support/tasks.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace tieout;
using namespace tieout::auth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::ManualClock;
using support::RecordingVault;

namespace {

template<class T>
T now(Task<T> task)
{
    ManualClock clock;
    return support::runTask(std::move(task), clock, {5s, 30s, 10});
}

bool isPractice(const QString& key)
{
    return key.startsWith(u"tieout/practice-");
}

const QString kPractice = u"tieout/practice-1/oauth"_s;
const QString kReal = u"tieout/real-1/oauth"_s;

} // namespace

class TestVaults final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void everyVaultKeepsReplacesAndForgets_data();
    void everyVaultKeepsReplacesAndForgets();
    void aSecretTooLargeIsRefused();
    void theSessionVaultSaysThatItForgets();
    void practiceTokensAreForTheOwnersEyesOnly();
    void thePracticeVaultRefusesRealConnections();
    void thePracticeFileIsSharedByPrograms();
    void aDamagedPracticeFileIsNamed_data();
    void aDamagedPracticeFileIsNamed();
    void theRouterKeepsRealSecretsOutOfThePracticeVault();
    void theProxyAsksOnTheVaultsThreadAndAnswersOnTheCallers();
    void twoWorkspacesKeepOneConnectionApart();
    void anOldEntryIsTakenOverAndGoesWithTheNextChange_data();
    void anOldEntryIsTakenOverAndGoesWithTheNextChange();
    void anOldEntryOfAnotherWorkspaceStays();
    void onlyConnectionsFromBeforeTakeOver();
    void aTakeOverThatFailsLosesNothing_data();
    void aTakeOverThatFailsLosesNothing();
    void longSecretsAreSplitAndJoined_data();
    void longSecretsAreSplitAndJoined();
    void partsOfAnotherSecretAreNotJoined();
    void keychainErrorsHaveTheirCodes_data();
    void keychainErrorsHaveTheirCodes();
    void theKeychainAnswersOrSaysWhyNot();
};

void TestVaults::everyVaultKeepsReplacesAndForgets_data()
{
    QTest::addColumn<QString>("which");
    QTest::newRow("session") << u"session"_s;
    QTest::newRow("practice") << u"practice"_s;
    QTest::newRow("router") << u"router"_s;
}

void TestVaults::everyVaultKeepsReplacesAndForgets()
{
    QFETCH(QString, which);
    QTemporaryDir folder;
    SessionVault session;
    PracticeVault practice(folder.filePath(u"deep/practice.json"_s), isPractice);
    VaultRouter router(practice, session, isPractice);
    Vault& vault = which == u"session"    ? static_cast<Vault&>(session)
                   : which == u"practice" ? static_cast<Vault&>(practice)
                                          : static_cast<Vault&>(router);
    QCOMPARE(now(vault.read(kPractice)).error().code, u"vault.not-found"_s);
    QCOMPARE(now(vault.read(kPractice)).error().kind, ErrorKind::NeedsLogin);
    QVERIFY(now(vault.remove(kPractice)));
    const QByteArray bytes("\x00\xff\"{}", 5);
    QVERIFY(now(vault.write(kPractice, Secret(bytes))));
    QCOMPARE(now(vault.read(kPractice))->reveal(), bytes);
    QVERIFY(now(vault.write(kPractice, Secret("two"))));
    QCOMPARE(now(vault.read(kPractice))->reveal(), "two");
    QVERIFY(now(vault.remove(kPractice)));
    QCOMPARE(now(vault.read(kPractice)).error().code, u"vault.not-found"_s);
}

void TestVaults::aSecretTooLargeIsRefused()
{
    QTemporaryDir folder;
    SessionVault session;
    PracticeVault practice(folder.filePath(u"p.json"_s), isPractice);
    const Secret large(QByteArray(kLargestSecret + 1, 'x'));
    QCOMPARE(now(session.write(kPractice, large)).error().code, u"vault.too-large"_s);
    QCOMPARE(now(practice.write(kPractice, large)).error().code, u"vault.too-large"_s);
}

void TestVaults::theSessionVaultSaysThatItForgets()
{
    QVERIFY(!SessionVault().keepsAfterExit());
    QVERIFY(RecordingVault().keepsAfterExit());
}

void TestVaults::practiceTokensAreForTheOwnersEyesOnly()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"practice.json"_s);
    PracticeVault vault(path, isPractice);
    for (int i = 0; i < 2; ++i) { // made, then replaced
        QVERIFY(now(vault.write(kPractice, Secret("token"))));
#ifndef Q_OS_WIN
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther;
        QVERIFY(!(QFileInfo(path).permissions() & others));
#endif
    }
}

void TestVaults::thePracticeVaultRefusesRealConnections()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"practice.json"_s);
    PracticeVault vault(path, isPractice);
    QCOMPARE(now(vault.write(kReal, Secret("token"))).error().code, u"vault.refused"_s);
    QCOMPARE(now(vault.read(kReal)).error().code, u"vault.refused"_s);
    QCOMPARE(now(vault.remove(kReal)).error().code, u"vault.refused"_s);
    QVERIFY(!QFile::exists(path));
}

void TestVaults::thePracticeFileIsSharedByPrograms()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"practice.json"_s);
    PracticeVault one(path, isPractice);
    PracticeVault two(path, isPractice);
    QVERIFY(now(one.write(kPractice, Secret("a"))));
    QVERIFY(now(two.write(u"tieout/practice-2/oauth"_s, Secret("b"))));
    QCOMPARE(now(two.read(kPractice))->reveal(), "a");
    QCOMPARE(now(one.read(u"tieout/practice-2/oauth"_s))->reveal(), "b");
}

void TestVaults::aDamagedPracticeFileIsNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut") << QByteArray("{\"a\":");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("binary") << QByteArray("\x00\x01\x02", 3);
    QTest::newRow("too large") << QByteArray(9 * 1024 * 1024, ' ');
}

void TestVaults::aDamagedPracticeFileIsNamed()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"practice.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    PracticeVault vault(path, isPractice);
    const auto read = now(vault.read(kPractice));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::LocalFault);
    QCOMPARE(read.error().code, u"vault.fault"_s);
    // Writing would throw the other connections' tokens away.
    QVERIFY(!now(vault.write(kPractice, Secret("x"))));
    QCOMPARE(QFileInfo(path).size(), bytes.size());
}

void TestVaults::theRouterKeepsRealSecretsOutOfThePracticeVault()
{
    RecordingVault practice;
    RecordingVault real;
    VaultRouter router(practice, real, isPractice);
    QVERIFY(now(router.write(kReal, Secret("r"))));
    QVERIFY(now(router.write(kPractice, Secret("p"))));
    QVERIFY(real.has(kReal) && !real.has(kPractice));
    QVERIFY(practice.has(kPractice) && !practice.has(kReal));
    QCOMPARE(now(router.read(kReal))->reveal(), "r");
}

void TestVaults::theProxyAsksOnTheVaultsThreadAndAnswersOnTheCallers()
{
    /// Notes the thread of each question and answers it later.
    class SlowVault final : public Vault
    {
      public:
        Task<Result<Secret>> read(QString key) override
        {
            threads.append(QThread::currentThread());
            const auto slept = co_await sleepFor(clock, 1ms, StopToken());
            Q_UNUSED(slept)
            co_return Secret(key.toUtf8());
        }
        Task<Result<void>> write(QString, Secret) override
        {
            threads.append(QThread::currentThread());
            co_return fail(vaultFault(u"vault.locked"_s, {}));
        }
        Task<Result<void>> remove(QString) override { co_return Result<void>(); }
        SystemClock clock;
        QList<QThread*> threads;
    };
    struct Caller {
        static Task<> ask(Vault* vault, QStringList* answers, QList<QThread*>* threads,
                          std::atomic<bool>* done)
        {
            for (int i = 0; i < 20; ++i) {
                const auto secret = co_await vault->read(QString::number(i));
                answers->append(QString::fromUtf8(secret->reveal()));
                threads->append(QThread::currentThread());
            }
            const auto refused = co_await vault->write(u"k"_s, Secret("s"));
            answers->append(refused.error().code);
            done->store(true);
        }
    };
    SlowVault vault;
    VaultProxy proxy(vault);
    QStringList answers;
    QList<QThread*> threads;
    std::atomic<bool> done = false;
    QThread engine;
    engine.start();
    QObject there;
    there.moveToThread(&engine);
    std::optional<Task<>> task;
    QMetaObject::invokeMethod(&there, [&] { task.emplace(Caller::ask(&proxy, &answers, &threads, &done)); });
    QTRY_VERIFY_WITH_TIMEOUT(done.load(), 10'000);
    engine.quit();
    QVERIFY(engine.wait(5000));
    QCOMPARE(answers.size(), 21);
    QCOMPARE(answers[7], u"7"_s);
    QCOMPARE(answers.last(), u"vault.locked"_s);
    QCOMPARE(threads.count(&engine), 20);
    QCOMPARE(vault.threads.count(QThread::currentThread()), 21);
    // On its own thread the proxy is not in the way.
    QCOMPARE(now(proxy.read(u"here"_s))->reveal(), "here");
}

namespace {

const QString kTokens = u"tieout/xero-1/tokens"_s;
const QString kOwnTokens = u"tieout/one/xero-1/tokens"_s;

} // namespace

void TestVaults::twoWorkspacesKeepOneConnectionApart()
{
    RecordingVault shared;
    WorkspaceVault one(shared), other(shared);
    one.setWorkspace(u"one"_s, {});
    other.setWorkspace(u"other"_s, {});
    QVERIFY(now(one.write(kTokens, Secret("first"))));
    QVERIFY(now(other.write(kTokens, Secret("second"))));
    QCOMPARE(now(one.read(kTokens))->reveal(), "first");
    QCOMPARE(now(other.read(kTokens))->reveal(), "second");
    QVERIFY(now(one.remove(kTokens)));
    QVERIFY(!now(one.read(kTokens)));
    QCOMPARE(now(other.read(kTokens))->reveal(), "second");
}

void TestVaults::anOldEntryIsTakenOverAndGoesWithTheNextChange_data()
{
    QTest::addColumn<bool>("signsOut");
    QTest::newRow("renewed") << false;
    QTest::newRow("signed out") << true;
}

void TestVaults::anOldEntryIsTakenOverAndGoesWithTheNextChange()
{
    QFETCH(bool, signsOut);
    RecordingVault shared;
    shared.put(kTokens, Secret("old"));
    WorkspaceVault vault(shared);
    vault.setWorkspace(u"one"_s, {u"xero-1"_s});
    QCOMPARE(now(vault.read(kTokens))->reveal(), "old");
    QCOMPARE(shared.stored(kOwnTokens).reveal(), "old");
    QVERIFY(shared.has(kTokens)); // nothing has proved yet that it is ours
    QVERIFY(now(signsOut ? vault.remove(kTokens) : vault.write(kTokens, Secret("new"))));
    QVERIFY(!shared.has(kTokens));
    QCOMPARE(shared.has(kOwnTokens), !signsOut);
    if (!signsOut) QCOMPARE(now(vault.read(kTokens))->reveal(), "new");
    if (signsOut) QCOMPARE(now(vault.read(kTokens)).error().code, u"vault.not-found"_s);
}

void TestVaults::anOldEntryOfAnotherWorkspaceStays()
{
    RecordingVault shared;
    shared.put(kTokens, Secret("theirs"));
    WorkspaceVault vault(shared);
    vault.setWorkspace(u"one"_s, {u"xero-1"_s});
    // Signed in anew before the old entry was ever read: whose it was is not known.
    QVERIFY(now(vault.write(kTokens, Secret("ours"))));
    QVERIFY(now(vault.write(kTokens, Secret("renewed"))));
    QCOMPARE(shared.stored(kTokens).reveal(), "theirs");
    QVERIFY(now(vault.remove(kTokens)));
    QCOMPARE(shared.stored(kTokens).reveal(), "theirs");
    QVERIFY(!now(vault.read(kTokens))); // and a sign-out does not find it again
}

void TestVaults::onlyConnectionsFromBeforeTakeOver()
{
    RecordingVault shared;
    shared.put(kTokens, Secret("theirs"));
    WorkspaceVault vault(shared);
    vault.setWorkspace(u"one"_s, {u"xero-2"_s});
    const auto read = now(vault.read(kTokens));
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"vault.not-found"_s);
    QVERIFY(!shared.log().contains(u"read "_s + kTokens));
    QCOMPARE(shared.stored(kTokens).reveal(), "theirs");
}

void TestVaults::aTakeOverThatFailsLosesNothing_data()
{
    QTest::addColumn<int>("passes"); // calls that go well before one fails
    QTest::newRow("own entry not readable") << 0;
    QTest::newRow("old entry not readable") << 1;
    QTest::newRow("own entry not writable") << 2;
    QTest::newRow("not read back") << 3;
}

void TestVaults::aTakeOverThatFailsLosesNothing()
{
    QFETCH(int, passes);
    RecordingVault shared;
    shared.put(kTokens, Secret("old"));
    WorkspaceVault vault(shared);
    vault.setWorkspace(u"one"_s, {u"xero-1"_s});
    for (int call = 0; call < passes; ++call)
        shared.failNext(std::nullopt);
    shared.failNext(vaultFault(u"vault.locked"_s, u"locked"_s));
    const auto failed = now(vault.read(kTokens));
    if (passes > 0) {
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, u"vault.locked"_s);
    }
    QCOMPARE(shared.stored(kTokens).reveal(), "old");
    QCOMPARE(now(vault.read(kTokens))->reveal(), "old");
}

void TestVaults::longSecretsAreSplitAndJoined_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<int>("parts");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("short") << QByteArray("abc") << 0;
    QTest::newRow("at the limit") << QByteArray(2400, 'x') << 0;
    QTest::newRow("one more") << QByteArray(2401, 'x') << 2;
    QTest::newRow("tokens") << QByteArray(5000, 'y') << 3;
    QTest::newRow("looks like a head") << QByteArray("tieout-parts:9:abc") << 1;
}

void TestVaults::longSecretsAreSplitAndJoined()
{
    QFETCH(QByteArray, secret);
    QFETCH(int, parts);
    const SecretParts split = splitSecret(secret);
    QCOMPARE(split.parts.size(), parts);
    for (const QByteArray& part : split.parts)
        QVERIFY(part.size() <= kLargestEntry);
    const auto head = readHead(split.head);
    QCOMPARE(head.has_value(), parts > 0);
    if (!head) {
        QCOMPARE(split.head, secret);
        return;
    }
    QCOMPARE(head->count, parts);
    QCOMPARE(*joinSecret(*head, split.parts), secret);
    QCOMPARE(partKey(u"k"_s, head->generation, 0), u"k#"_s + head->generation + u"#1"_s);
}

void TestVaults::partsOfAnotherSecretAreNotJoined()
{
    const SecretParts one = splitSecret(QByteArray(5000, 'a'));
    const SecretParts two = splitSecret(QByteArray(5000, 'b'));
    QVERIFY(one.generation != two.generation);
    const auto head = readHead(one.head);
    QVERIFY(!joinSecret(*head, two.parts));
    QVERIFY(!joinSecret(*head, one.parts.mid(1)));
    QCOMPARE(joinSecret(*readHead("tieout-parts:rubbish"), {}).error().code, u"vault.not-found"_s);
}

void TestVaults::keychainErrorsHaveTheirCodes_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("code");
    QTest::newRow("entry not found") << 1 << u"vault.not-found"_s;
    QTest::newRow("could not delete") << 2 << u"vault.fault"_s;
    QTest::newRow("denied by user") << 3 << u"vault.locked"_s;
    QTest::newRow("denied") << 4 << u"vault.refused"_s;
    QTest::newRow("no backend") << 5 << u"vault.missing-service"_s;
    QTest::newRow("not implemented") << 6 << u"vault.missing-service"_s;
    QTest::newRow("other") << 7 << u"vault.missing-service"_s;
}

void TestVaults::keychainErrorsHaveTheirCodes()
{
    QFETCH(int, number);
    QFETCH(QString, code);
    const Error error = keychainError(number, kReal, u"text"_s);
    QCOMPARE(error.code, code);
    QCOMPARE(error.kind, number == 1 ? ErrorKind::NeedsLogin : ErrorKind::LocalFault);
}

void TestVaults::theKeychainAnswersOrSaysWhyNot()
{
    // With or without a keychain on this machine: an answer or a documented error, never a hang.
    SystemClock clock;
    KeychainVault vault(clock, 3s);
    const auto secret = now(vault.read(u"tieout/test-of-nothing/none"_s));
    QVERIFY(!secret);
    const QStringList documented{u"vault.not-found"_s, u"vault.missing-service"_s, u"vault.locked"_s,
                                 u"vault.refused"_s,   u"vault.timeout"_s,         u"vault.fault"_s};
    QVERIFY2(documented.contains(secret.error().code), qPrintable(secret.error().code));
}

QTEST_GUILESS_MAIN(TestVaults)
#include "testvaults.moc"
