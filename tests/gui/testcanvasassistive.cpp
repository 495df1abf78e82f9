#include "gui/canvaswindow.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout::gui::canvaswindow;

namespace {

constexpr auto kRoot = "/org/a11y/atspi/accessible/root";
constexpr auto kAccessible = "org.a11y.atspi.Accessible";

/// An object on the accessibility bus.
struct Place {
    QString owner;
    QString path;
};

} // namespace

/// The canvas as assistive programs meet it: over AT-SPI, from another process.
class TestCanvasAssistive final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase()
    {
        for (const QString& program : {u"Xvfb"_s, u"dbus-daemon"_s, u"gdbus"_s}) {
            if (QStandardPaths::findExecutable(program).isEmpty())
                QSKIP(qPrintable(u"%1 is not here"_s.arg(program)));
        }
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.path());
        m_bus.setProcessEnvironment(m_environment);
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
        QByteArray address;
        QVERIFY(m_bus.waitForStarted());
        QVERIFY(readUntil(m_bus, address, "\n"));
        m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, QString::fromLatin1(address).trimmed());
        m_address =
            first(call({u"--session"_s}, u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus.GetAddress"_s),
                  u"'([^']+)'"_s);
        if (m_address.isEmpty()) QSKIP("the accessibility bus is not here (at-spi2-core)");
        startWindow();
    }

    void cleanupTestCase()
    {
        end(m_window);
        end(m_server);
        end(m_bus);
    }

    void bothTreesAreThereWithTheirFields()
    {
        m_sources = rowsOf(u"Fields to take from"_s);
        m_targets = rowsOf(u"Fields to fill"_s);
        QVERIFY2(m_sources.contains(u"Close date"_s), qPrintable(m_sources.keys().join(u", "_s)));
        QVERIFY2(m_targets.contains(u"Due date"_s), qPrintable(m_targets.keys().join(u", "_s)));
    }

    void theMappingIsBuiltByActionsAlone()
    {
        QVERIFY(act(m_sources.value(u"Close date"_s), u"map"_s));
        QVERIFY(act(m_targets.value(u"Due date"_s), u"map"_s));
        QVERIFY2(readUntil(m_window, m_told, "DueDate=[CloseDate]"), m_told.constData());
        QVERIFY(act(m_sources.value(u"Products"_s), u"map"_s));
        QVERIFY(act(m_targets.value(u"Line items"_s), u"map"_s));
        QVERIFY2(readUntil(m_window, m_told, "LineItems[Products]"), m_told.constData());
        QVERIFY(
            property(m_targets.value(u"Due date"_s), u"Description"_s).contains(u"Mapped from Close date"_s));
    }

    void aRuleIsRemovedByAnAction()
    {
        m_told.clear();
        QVERIFY(act(m_targets.value(u"Due date"_s), u"removeRule"_s));
        QVERIFY2(readUntil(m_window, m_told, "\n"), m_told.constData());
        QVERIFY(!m_told.contains("DueDate"));
    }

  private:
    void startWindow()
    {
        const QString display = startDisplay(m_server);
        QVERIFY(!display.isEmpty());
        m_environment.insert(u"DISPLAY"_s, display);
        m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        m_environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
        m_window.setProcessEnvironment(m_environment);
        m_window.start(QCoreApplication::applicationFilePath(), {u"--window"_s});
        QVERIFY(m_window.waitForStarted());
        QVERIFY2(readUntil(m_window, m_told, "READY\n"), m_window.readAllStandardError().constData());
    }

    QString call(const QStringList& bus, const QString& owner, const QString& path, const QString& method,
                 const QStringList& arguments = {})
    {
        QProcess tool;
        tool.setProcessEnvironment(m_environment);
        tool.start(u"gdbus"_s,
                   QStringList{u"call"_s} + bus +
                       QStringList{u"--dest"_s, owner, u"--object-path"_s, path, u"--method"_s, method} +
                       arguments);
        tool.waitForFinished(kPatienceMs);
        return QString::fromUtf8(tool.readAllStandardOutput());
    }

    QString ask(const Place& place, const QString& method, const QStringList& arguments = {})
    {
        return call({u"--address"_s, m_address}, place.owner, place.path, method, arguments);
    }

    static QString first(const QString& text, const QString& pattern)
    {
        return QRegularExpression(pattern).match(text).captured(1);
    }

    QString property(const Place& place, const QString& name)
    {
        return first(
            ask(place, u"org.freedesktop.DBus.Properties.Get"_s, {QLatin1StringView(kAccessible), name}),
            u"<['\"](.*)['\"]>"_s);
    }

    QList<Place> childrenOf(const Place& place)
    {
        static const QRegularExpression pair(u"\\('([^']+)', (?:objectpath )?'([^']+)'\\)"_s);
        QList<Place> children;
        const QString answer = ask(place, QLatin1StringView(kAccessible) + u".GetChildren"_s);
        for (auto match = pair.globalMatch(answer); match.hasNext();) {
            const QRegularExpressionMatch one = match.next();
            children += Place{one.captured(1), one.captured(2)};
        }
        return children;
    }

    std::optional<Place> find(const Place& within, const QString& name, int depth)
    {
        for (const Place& child : childrenOf(within)) {
            if (property(child, u"Name"_s) == name) return child;
            if (depth == 0) continue;
            if (const std::optional<Place> found = find(child, name, depth - 1)) return found;
        }
        return std::nullopt;
    }

    void collect(const Place& within, QHash<QString, Place>& rows)
    {
        for (const Place& child : childrenOf(within)) {
            const QString name = property(child, u"Name"_s);
            if (!rows.contains(name)) rows.insert(name, child);
            collect(child, rows);
        }
    }

    QHash<QString, Place> rowsOf(const QString& tree)
    {
        const Place desktop{u"org.a11y.atspi.Registry"_s, QLatin1StringView(kRoot)};
        QHash<QString, Place> rows;
        if (const std::optional<Place> found = find(desktop, tree, 3)) collect(*found, rows);
        return rows;
    }

    bool act(const Place& place, const QString& action)
    {
        const QString actions = ask(place, u"org.a11y.atspi.Action.GetActions"_s);
        static const QRegularExpression one(u"\\('([^']*)', ['\"]"_s);
        int index = 0;
        for (auto match = one.globalMatch(actions); match.hasNext(); ++index) {
            if (match.next().captured(1) != action) continue;
            return ask(place, u"org.a11y.atspi.Action.DoAction"_s, {QString::number(index)})
                .contains(u"true"_s);
        }
        qWarning("no such action: %s", qPrintable(actions));
        return false;
    }

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_server;
    QProcess m_window;
    QProcessEnvironment m_environment;
    QString m_address;
    QByteArray m_told;
    QHash<QString, Place> m_sources;
    QHash<QString, Place> m_targets;
};

int main(int argc, char** argv)
{
    if (argc > 1 && QByteArrayView(argv[1]) == "--window") {
        QApplication application(argc, argv);
        return showWindow(application);
    }
    QCoreApplication application(argc, argv);
    TestCanvasAssistive test;
    return QTest::qExec(&test, argc, argv);
}

#include "testcanvasassistive.moc"
