#include "auth/keychainvault.h"
#include "base/clock.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tieout;
using namespace tieout::auth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const char kInside[] = "TIEOUT_TEST_ON_A_KEYRING";
const QString kKey = u"tieout/xero-1/tokens"_s;

/// Waits in real time: the keychain is another program.
template<class T>
T settled(Task<T> task)
{
    std::optional<T> answer;
    const auto keep = [](Task<T> asked, std::optional<T>* into) -> Task<void> {
        T value = co_await asked;
        into->emplace(std::move(value));
    };
    const Task<void> waiting = keep(std::move(task), &answer);
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
        qFatal("the keychain never answered");
    return std::move(*answer);
}

bool run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(15'000) && process.exitCode() == 0;
}

} // namespace

/// Secrets in a real Secret Service: GNOME Keyring on a session bus of this test's own, in a temporary home.
class TestSecretService final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet(kInside))
            QSKIP(
                "This computer has no GNOME Keyring to test with (packages gnome-keyring and dbus-daemon).");
        m_daemon.start(u"gnome-keyring-daemon"_s,
                       {u"--unlock"_s, u"--foreground"_s, u"--components=secrets"_s});
        QVERIFY(m_daemon.waitForStarted());
        m_daemon.write("the password of the keyring");
        m_daemon.closeWriteChannel();
        QTRY_VERIFY_WITH_TIMEOUT(settled(KeychainVault(m_clock).write(kKey, Secret(QByteArray("first")))),
                                 15'000);
    }

    void aSecretIsKeptReplacedAndForgotten()
    {
        KeychainVault vault(m_clock);
        const auto first = settled(vault.read(kKey));
        QVERIFY2(first, qPrintable(first ? QString() : first.error().text));
        QCOMPARE(first->reveal(), QByteArray("first"));
        QVERIFY(settled(vault.write(kKey, Secret(QByteArray("second")))));
        QCOMPARE(settled(vault.read(kKey))->reveal(), QByteArray("second"));
        QVERIFY(settled(vault.remove(kKey)));
        const auto gone = settled(vault.read(kKey));
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, u"vault.not-found"_s);
        QVERIFY(settled(vault.remove(kKey))); // what is not there can be removed
    }

    void theLargestSecretComesBackWhole()
    {
        KeychainVault vault(m_clock);
        QByteArray large(kLargestSecret, 'x');
        for (qsizetype i = 0; i < large.size(); ++i)
            large[i] = char('a' + i % 26);
        QVERIFY(settled(vault.write(kKey, Secret(large))));
        QCOMPARE(settled(vault.read(kKey))->reveal(), large);
    }

    void keysDoNotMeet()
    {
        KeychainVault vault(m_clock);
        QVERIFY(settled(vault.write(u"tieout/xero-1/tokens"_s, Secret(QByteArray("one")))));
        QVERIFY(settled(vault.write(u"tieout/xero-10/tokens"_s, Secret(QByteArray("ten")))));
        QCOMPARE(settled(vault.read(u"tieout/xero-1/tokens"_s))->reveal(), QByteArray("one"));
        QVERIFY(settled(vault.remove(u"tieout/xero-1/tokens"_s)));
        QCOMPARE(settled(vault.read(u"tieout/xero-10/tokens"_s))->reveal(), QByteArray("ten"));
    }

    void aLockedKeyringNeverBlocksAndLosesNothing()
    {
        KeychainVault vault(m_clock, 2s);
        QVERIFY(settled(vault.write(kKey, Secret(QByteArray("kept")))));
        QVERIFY(run(u"dbus-send"_s, {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                                     u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                                     u"array:objpath:/org/freedesktop/secrets/collection/login"_s}));
        const auto locked = settled(vault.read(kKey));
        QVERIFY(!locked);
        // A locked keyring asks for its password in a window that this test does not have.
        QVERIFY2(QStringList({u"vault.locked"_s, u"vault.timeout"_s, u"vault.refused"_s})
                     .contains(locked.error().code),
                 qPrintable(locked.error().code + u": "_s + locked.error().text));
        const auto refused = settled(vault.write(kKey, Secret(QByteArray("other"))));
        QVERIFY(!refused);
    }

    void cleanupTestCase()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

  private:
    SystemClock m_clock;
    QProcess m_daemon;
};

/// The test runs itself again on a bus and in a home of its own; nobody's keyring is touched.
int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const bool possible = KeychainVault::isBuiltIn() &&
                          !QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty() &&
                          !QStandardPaths::findExecutable(u"dbus-run-session"_s).isEmpty();
    if (possible && !qEnvironmentVariableIsSet(kInside)) {
        const QTemporaryDir home;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(kInside), u"1"_s);
        for (const auto& name : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s, u"XDG_CONFIG_HOME"_s})
            environment.insert(name, home.path());
        environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s);
        QProcess inside;
        inside.setProcessEnvironment(environment);
        inside.setProcessChannelMode(QProcess::ForwardedChannels);
        inside.start(u"dbus-run-session"_s, QStringList{u"--"_s} + QCoreApplication::arguments());
        if (!inside.waitForFinished(240'000)) return 1;
        return inside.exitStatus() == QProcess::NormalExit ? inside.exitCode() : 1;
    }
    TestSecretService test;
    return QTest::qExec(&test, argc, argv);
}

#include "testsecretservice.moc"
