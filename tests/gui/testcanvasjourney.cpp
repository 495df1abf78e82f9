#include "gui/canvaswindow.h"

#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout::gui::canvaswindow;

/// Real drags and clicks of an X server, made by xdotool, on a canvas of another process.
class TestCanvasJourney final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase()
    {
        for (const QString& program : {u"Xvfb"_s, u"xdotool"_s}) {
            if (QStandardPaths::findExecutable(program).isEmpty())
                QSKIP(qPrintable(u"%1 is not here"_s.arg(program)));
        }
        const QString display = startDisplay(m_server);
        QVERIFY(!display.isEmpty());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, display);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        m_window.setProcessEnvironment(environment);
        m_environment = environment;
        m_window.start(QCoreApplication::applicationFilePath(), {u"--window"_s});
        QVERIFY(m_window.waitForStarted());
        QVERIFY2(readUntil(m_window, m_told, "READY\n"), m_window.readAllStandardError().constData());
    }

    void cleanupTestCase()
    {
        end(m_window);
        end(m_server);
    }

    void aRealDragDrawsAWire()
    {
        drag("CloseDate", "Date");
        QVERIFY2(readUntil(m_window, m_told, "Date=[CloseDate]"), m_told.constData());
    }

    void aRealDragIntoAListMakesTheEach()
    {
        drag("Products.Quantity", "LineItems.Quantity");
        QVERIFY2(readUntil(m_window, m_told, "LineItems[Products] LineItems.Quantity=[Quantity]"),
                 m_told.constData());
    }

    void twoClicksDrawAWireToo()
    {
        click("Currency");
        click("CurrencyCode");
        QVERIFY2(readUntil(m_window, m_told, "CurrencyCode=[Currency]"), m_told.constData());
    }

    void deleteTakesItAwayAgain()
    {
        m_told.clear();
        run({u"search"_s, u"--onlyvisible"_s, u"--name"_s, u".*"_s, u"windowfocus"_s});
        run({u"key"_s, u"Delete"_s});
        QVERIFY2(readUntil(m_window, m_told, "\n"), m_told.constData());
        QVERIFY(!m_told.contains("CurrencyCode"));
        QVERIFY(m_told.contains("Date=[CloseDate]"));
    }

    void aRealDragTakesAWireToAnotherField()
    {
        m_told.clear();
        drag("wire", "BrandingTheme");
        QVERIFY2(readUntil(m_window, m_told, "BrandingTheme=[CloseDate]"), m_told.constData());
        QVERIFY(!m_told.contains(" Date="));
    }

  private:
    QStringList placeOf(const QByteArray& field)
    {
        for (const QByteArray& line : m_told.split('\n')) {
            const QList<QByteArray> parts = line.split(' ');
            if (parts.size() == 4 && parts[0] == "FIELD") m_places.insert(parts[1], {parts[2], parts[3]});
        }
        const auto [x, y] = m_places.value(field);
        return {QString::fromLatin1(x), QString::fromLatin1(y)};
    }

    void run(const QStringList& arguments)
    {
        QProcess tool;
        tool.setProcessEnvironment(m_environment);
        tool.start(u"xdotool"_s, arguments);
        QVERIFY(tool.waitForFinished(kPatienceMs));
        QVERIFY2(tool.exitCode() == 0, tool.readAllStandardError().constData());
    }

    void moveTo(const QByteArray& field) { run(QStringList{u"mousemove"_s, u"--sync"_s} + placeOf(field)); }

    void drag(const QByteArray& from, const QByteArray& to)
    {
        moveTo(from);
        run({u"mousedown"_s, u"1"_s});
        for (int i = 0; i < 5; ++i)
            run({u"mousemove_relative"_s, u"--sync"_s, u"30"_s, u"0"_s});
        moveTo(to);
        run({u"mouseup"_s, u"1"_s});
    }

    void click(const QByteArray& field)
    {
        moveTo(field);
        run({u"click"_s, u"1"_s});
    }

    QProcess m_server;
    QProcess m_window;
    QProcessEnvironment m_environment;
    QByteArray m_told;
    QHash<QByteArray, std::pair<QByteArray, QByteArray>> m_places;
};

int main(int argc, char** argv)
{
    if (argc > 1 && QByteArrayView(argv[1]) == "--window") {
        QApplication application(argc, argv);
        return showWindow(application);
    }
    QCoreApplication application(argc, argv);
    TestCanvasJourney test;
    return QTest::qExec(&test, argc, argv);
}

#include "testcanvasjourney.moc"
