#include "gui/shell/navigation.h"
#include "gui/shell/page.h"
#include "gui/shell/stallmeter.h"
#include "gui/widgets/charts.h"
#include "gui/widgets/tableview.h"
#include "service/environment.h"
#include "support/windowground.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;

namespace {

/// What a screen reader would say first.
QString nameOf(const QWidget* widget)
{
    if (!widget->accessibleName().isEmpty()) return widget->accessibleName();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) return button->text();
    return {};
}

/// Controls that Qt makes inside others and names through them.
bool isInnerPart(const QWidget* widget)
{
    for (const QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QComboBox*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent) ||
            qobject_cast<const QLineEdit*>(parent) || qobject_cast<const QAbstractItemView*>(parent))
            return true;
    }
    return false;
}

} // namespace

class TestMainWindow final : public QObject, private support::WindowGround
{
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase()
    {
        dress();
        auto opened = service::Workbench::open(m_folder.path() + u"/workspace"_s, {});
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        m_workbench = std::move(*opened);
        m_desk.workbench = m_workbench.get();
        m_desk.openLink = [](const QUrl&) { return true; };
        m_loaded = load(m_workbench.get(), &m_isLoaded);
        QTRY_VERIFY(m_isLoaded);
    }

    void init()
    {
        showWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(m_window->page()->isSettled());
    }

    void cleanup() { m_window.reset(); }

    void everyScreenIsOneShortcutAway_data()
    {
        QTest::addColumn<int>("screen");
        for (int screen = 0; screen < kScreens; ++screen)
            QTest::addRow("Ctrl+%d", screen + 1) << screen;
    }
    void everyScreenIsOneShortcutAway()
    {
        QFETCH(int, screen);
        m_window->open(Place{screen == 0 ? Screen::Runs : Screen::Overview, {}, 0, {}});
        const Page* before = m_window->page();
        QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + screen), Qt::ControlModifier);
        QVERIFY(m_window->page() != before);
        QVERIFY(m_window->findChild<Navigation*>()->button(Screen(screen))->isChecked());
    }

    void navigationWorksWithTabAndSpace()
    {
        auto* navigation = m_window->findChild<Navigation*>();
        navigation->button(Screen::Connections)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(navigation->button(Screen::Connections), Qt::Key_Space);
        QVERIFY(navigation->button(Screen::Connections)->isChecked());
        QCOMPARE(m_window->page()->accessibleName(), u"Connections"_s);
    }

    void everyControlHasANameForScreenReaders()
    {
        QStringList nameless;
        const QList<Place> places{{Screen::Overview, {}, 0, {}},          {Screen::Connections, {}, 0, {}},
                                  {Screen::Connections, {}, 0, u"new"_s}, {Screen::Syncs, {}, 0, {}},
                                  {Screen::Syncs, {}, 0, u"new"_s},       {Screen::Runs, {}, 0, {}},
                                  {Screen::Problems, {}, 0, {}},          {Screen::Lookups, {}, 0, {}}};
        for (const Place& place : places) {
            m_window->open(place);
            QTRY_VERIFY(m_window->page()->isSettled());
        }
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool reachable = widget->focusPolicy() & Qt::TabFocus;
            if (!reachable || isInnerPart(widget) || !nameOf(widget).isEmpty()) continue;
            QString path;
            for (const QWidget* one = widget; one; one = one->parentWidget())
                path.prepend(u'/' + QString::fromLatin1(one->metaObject()->className()));
            nameless += path;
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void noEngineersWordsOnTheScreens()
    {
        static const QRegularExpression words(
            u"\\b(payload|upsert|JSON|OAuth|HTTP|cursor|null|API|ACCREC)\\b"_s);
        for (int screen = 0; screen < kScreens; ++screen)
            m_window->open(Place{Screen(screen), {}, 0, {}});
        for (const QLabel* label : m_window->findChildren<QLabel*>())
            QVERIFY2(!words.match(label->text()).hasMatch(), qPrintable(label->text()));
        for (const QAbstractButton* button : m_window->findChildren<QAbstractButton*>())
            QVERIFY2(!words.match(button->text()).hasMatch(), qPrintable(button->text()));
    }

    void aLookChosenInTheMenuIsUsedAndRemembered()
    {
        m_theme->setChoice(Theme::Choice::Light);
        QCOMPARE(tokensOf(qApp->palette()).background, tokens(Look::Light).background);
        for (QAction* action : m_window->findChild<Navigation*>()->findChildren<QAction*>()) {
            if (action->text() == u"High contrast"_s) action->trigger();
        }
        QCOMPARE(tokensOf(m_window->palette()).background, tokens(Look::HighContrast).background);
        QCOMPARE(QSettings().value(u"look"_s).toString(), u"contrast"_s);
        m_theme->setChoice(Theme::Choice::Light);
    }

    void everyLookHasReadableText_data()
    {
        QTest::addColumn<int>("look");
        QTest::newRow("light") << int(Look::Light);
        QTest::newRow("dark") << int(Look::Dark);
        QTest::newRow("high contrast") << int(Look::HighContrast);
    }
    void everyLookHasReadableText()
    {
        QFETCH(int, look);
        const Tokens& t = tokens(Look(look));
        const auto luminance = [](const QColor& c) {
            const auto part = [](double v) {
                return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
        };
        const auto contrast = [&](const QColor& a, const QColor& b) {
            const double x = luminance(a);
            const double y = luminance(b);
            return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
        };
        const std::pair<QColor, QColor> pairs[] = {
            {t.text, t.panel},  {t.text, t.background}, {t.muted, t.panel},
            {t.muted, t.row},   {t.ok, t.okSoft},       {t.warn, t.warnSoft},
            {t.bad, t.badSoft}, {t.onAccent, t.accent}, {t.text, t.selection}};
        for (const auto& [ink, paper] : pairs)
            QVERIFY2(contrast(ink, paper) >= 4.5, qPrintable(ink.name() + u" on "_s + paper.name()));
    }

    void aWorkspaceThatDoesNotOpenSaysWhy()
    {
        MainWindow window(m_desk, *m_theme, MainWindow::Tray::None);
        Error error;
        error.kind = ErrorKind::LocalFault;
        error.code = u"store.newer"_s;
        error.facts = QStringList{u"9"_s, u"1"_s};
        window.showFault(error);
        bool said = false;
        for (const QLabel* label : window.findChildren<QLabel*>())
            said = said || label->text().contains(u"newer Tieout"_s);
        QVERIFY(said);
    }

    void aFittedColumnIsAsWideAsItsContentAndNoWider()
    {
        QStandardItemModel model(1, 2);
        model.setItem(0, 0, new QStandardItem(u"A$1.00"_s));
        TableView table(u"Amounts"_s);
        table.setModel(&model);
        table.setColumns({TableView::kFit, -1});
        table.resize(600, 200);
        table.show();
        QCOMPARE(table.columnWidth(0) + table.columnWidth(1), table.viewport()->width());
        const int narrow = table.columnWidth(0);
        QVERIFY(narrow < 150);
        model.appendRow(new QStandardItem(u"A$1,234,567,890.00"_s));
        QTRY_VERIFY(table.columnWidth(0) > narrow);
        model.appendRow(new QStandardItem(QString(400, u'9')));
        QTRY_VERIFY(table.columnWidth(0) > table.viewport()->width() / 3);
        QVERIFY(table.columnWidth(0) < table.viewport()->width() / 2);
    }

    void aWrappingTableShowsLongTextInMoreLines()
    {
        QStandardItemModel model(2, 1);
        model.setItem(0, 0, new QStandardItem(u"20 Nov 2026"_s));
        model.setItem(1, 0, new QStandardItem(u"a long description of a line "_s.repeated(8)));
        TableView table(u"Fields"_s);
        table.setRowHeight(36);
        table.setWrapping();
        table.setModel(&model);
        table.setColumns({-1});
        table.resize(300, 300);
        table.show();
        QCOMPARE(table.rowHeight(0), 36);
        QTRY_VERIFY(table.rowHeight(1) > 2 * table.rowHeight(0));
    }

    void chartsSayTheirNumbers()
    {
        StackedBars bars;
        bars.setDays({{Date(2026, 11, 21), 24, 2}});
        QVERIFY(bars.accessibleDescription().contains(u"24"_s));
        Gauge gauge;
        gauge.set(u"Xero"_s, 4612, 5000);
        QCOMPARE(gauge.accessibleName(), u"Xero"_s);
        QVERIFY(gauge.accessibleDescription().contains(QLocale().toString(4612)));
        gauge.set(u"Xero"_s, std::nullopt, 5000); // before the first answer of the day
        QCOMPARE(gauge.accessibleDescription(), u"not known yet"_s);
    }

    void theStallMeterSeesABlockedThread()
    {
        StallMeter meter;
        meter.start();
        QTRY_VERIFY(meter.longest() < 1000);
        QThread::msleep(120); // the block that is measured
        QTRY_VERIFY(meter.longest() >= 100);
    }

  private:
    static Task<> load(service::Workbench* workbench, bool* done)
    {
        const Result<void> loaded = co_await workbench->load();
        *done = loaded.has_value();
    }

    std::unique_ptr<service::Workbench> m_workbench;
    Task<> m_loaded;
    bool m_isLoaded = false;
};

QTEST_MAIN(TestMainWindow)
#include "testmainwindow.moc"
