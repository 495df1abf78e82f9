#include "gui/shell/mainwindow.h"

#include "base/json.h"
#include "engine/dealtext.h"
#include "gui/shell/page.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/theme.h"
#include "sandbox/practice.h"
#include "sandbox/server.h"
#include "service/environment.h"

#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMessageBox>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;

namespace {

constexpr int kPatienceMs = 30'000;

/// A person at a browser: opens the page that the window asks for and agrees to everything.
class AgreeingBrowser final
{
  public:
    bool open(QUrl url)
    {
        ++pages;
        if (!agrees) return true;
        QUrlQuery query(url);
        query.addQueryItem(u"practice_auto"_s, u"1"_s);
        url.setQuery(query);
        QNetworkReply* reply = m_network.get(QNetworkRequest(url));
        QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
        return true;
    }
    int pages = 0;
    bool agrees = true; ///< else the page stays open and nobody does anything

  private:
    QNetworkAccessManager m_network;
};

} // namespace

/// A person's way through the window, from nothing to invoices, against the practice company.
class TestJourney final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        registerIcons();
        m_theme = std::make_unique<Theme>(*qApp);
        startPractice();
        service::Environment environment;
        environment.openPage = [this](const QUrl& url) { return m_browser.open(url); };
        m_desk.openLink = environment.openPage;
        auto opened = service::Workbench::open(m_folder.path() + u"/workspace"_s, environment);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        m_workbench = std::move(*opened);
        m_desk.workbench = m_workbench.get();
        m_loaded = load(m_workbench.get(), &m_isLoaded);
        QTRY_VERIFY_WITH_TIMEOUT(m_isLoaded, kPatienceMs);
        m_window = std::make_unique<MainWindow>(m_desk, *m_theme, MainWindow::Tray::None);
        m_window->resize(1280, 800);
        m_window->show();
        m_window->start();
    }

    void cleanupTestCase()
    {
        m_window.reset();
        m_workbench.reset();
        m_servers.clear();
    }

    void anEmptyWorkspaceSaysWhatToDo() { QTRY_VERIFY(button(u"Add a connection"_s)); }

    void aSignInThatIsStoppedLeavesNothing()
    {
        m_browser.agrees = false;
        m_window->open(Place{Screen::Connections, {}, 0, u"new"_s});
        QVERIFY(press(u"Connect Xero"_s));
        QVERIFY(press(u"Connect practice company"_s));
        QTRY_VERIFY_WITH_TIMEOUT(button(u"Copy link"_s), kPatienceMs);
        QVERIFY(press(u"Copy link"_s));
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"http"_s));
        QVERIFY(!button(u"Connect practice company"_s));
        QVERIFY(press(u"Stop waiting"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
        QVERIFY(button(u"Connect practice company"_s));
        QVERIFY(m_workbench->connections().isEmpty());
        m_browser.agrees = true;
    }

    void connectsThePracticeCompanyThroughTheBrowser_data()
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<int>("connections");
        QTest::newRow("Xero") << u"Connect Xero"_s << 1;
        QTest::newRow("Salesforce") << u"Connect Salesforce"_s << 2;
    }
    void connectsThePracticeCompanyThroughTheBrowser()
    {
        QFETCH(QString, system);
        QFETCH(int, connections);
        const int pages = m_browser.pages;
        m_window->open(Place{Screen::Connections, {}, 0, u"new"_s});
        QVERIFY(press(system));
        QVERIFY(press(u"Connect practice company"_s));
        QTRY_VERIFY_WITH_TIMEOUT(button(u"Connect this organisation"_s), kPatienceMs);
        QCOMPARE(m_browser.pages, pages + 1);
        QVERIFY(press(u"Connect this organisation"_s));
        QTRY_VERIFY_WITH_TIMEOUT(button(u"Finish"_s), kPatienceMs);
        QCOMPARE(m_workbench->connections().size(), connections);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
        QVERIFY(press(u"Finish"_s));
    }

    void aTemplateBecomesASync()
    {
        m_window->open(Place{Screen::Syncs, {}, 0, u"new"_s});
        QVERIFY(press(u"Use this template"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_workbench->flows().size(), 1, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(button(u"Preview"_s), kPatienceMs);
    }

    void aPreviewWritesNothingAndNamesWhatItWouldWrite()
    {
        m_signInPosts += written();
        QVERIFY(press(u"Preview"_s));
        QTRY_VERIFY_WITH_TIMEOUT(syncButton()->text().startsWith(u"Write "_s) && syncButton()->isEnabled(),
                                 kPatienceMs);
        QVERIFY(syncButton()->text().contains(u"Demo Company"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
        QVERIFY(rowsOf(u"Records of this run"_s) > 0);
        QCOMPARE(written(), 0);
    }

    void theButtonWritesWhatItNamed()
    {
        QVERIFY(syncButton() && syncButton()->isEnabled());
        const int shown = rowsOf(u"Records of this run"_s);
        press(syncButton());
        allowWritingIfAsked();
        QTRY_VERIFY_WITH_TIMEOUT(m_workbench->flows().first().lastRun, kPatienceMs);
        const model::RunReport run = *m_workbench->flows().first().lastRun;
        QCOMPARE(run.state, model::RunState::Finished);
        QCOMPARE(run.counts.ended(), run.counts.read);
        QCOMPARE(run.counts.created + run.counts.updated + run.counts.held + run.counts.failed, shown);
        QVERIFY(run.counts.created > 0);
        QVERIFY(run.approvedPreview > 0); // what was looked at, and nothing else
        QVERIFY(written() > 0);
    }

    void aSecondSyncWritesNothing()
    {
        QTRY_VERIFY_WITH_TIMEOUT(syncButton()->isEnabled(), kPatienceMs);
        const qint64 first = m_workbench->flows().first().lastRun->id;
        press(syncButton());
        QTRY_VERIFY_WITH_TIMEOUT(m_workbench->flows().first().lastRun->id > first, kPatienceMs);
        const model::RunReport run = *m_workbench->flows().first().lastRun;
        QCOMPARE(run.counts.created + run.counts.updated, 0);
        QCOMPARE(run.writeCalls, 0);
    }

    void theRunIsListedWithItsRecords()
    {
        m_window->open(Place{Screen::Runs, {}, 0, {}});
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
        QCOMPARE(rowsOf(u"Runs"_s), 3); // a preview and two syncs
    }

    void aRecordOfTheRunOpensInBothSystems()
    {
        m_window->open(Place{Screen::Runs, {}, m_workbench->flows().first().lastRun->id - 1, {}});
        QTRY_VERIFY_WITH_TIMEOUT(button(u"Open the source record"_s), kPatienceMs);
        const int pages = m_browser.pages;
        m_browser.agrees = false; // only looked at
        QVERIFY(press(u"Open the target record"_s));
        QVERIFY(press(u"Open the source record"_s));
        QCOMPARE(m_browser.pages, pages + 2);
        m_browser.agrees = true;
    }

    void aHeldMatchIsDecidedWithTheKeyboard()
    {
        twoDealsOfOneName("1", "Kiwi Exports", "KIWI  exports");
        QVERIFY(syncAllWithF5());
        QVERIFY(matchIsAsked());
        m_window->open(Place{Screen::Problems, u"match.taken"_s, 0, {}});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->page()->findChildren<QRadioButton*>().size(), 2, kPatienceMs);
        const auto choices = m_window->page()->findChildren<QRadioButton*>();
        QVERIFY(!button(u"It is this one"_s)); // nobody has said anything yet
        QVERIFY(choices[0]->text().contains(u"Kiwi Exports"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        choices[0]->setFocus(Qt::TabFocusReason);
        QTest::keyClick(choices[0], Qt::Key_Space);
        QVERIFY(button(u"It is this one"_s));
        QTest::keyClick(choices[0], Qt::Key_Down);
        QVERIFY(choices[1]->isChecked());
        QVERIFY(button(u"Make a new one"_s));
        QTest::keyClick(choices[1], Qt::Key_Up);
        QVERIFY(choices[0]->isChecked());
        const qint64 open = m_workbench->openProblems();
        button(u"It is this one"_s)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button(u"It is this one"_s), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(m_workbench->openProblems(), open - 1, kPatienceMs);
        QCOMPARE(m_workbench->flows().first().lastRun->counts.created, 1);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
    }

    void aDecisionThatCouldNotBeUsedIsTakenBackWithAClick()
    {
        twoDealsOfOneName("2", "Lone Pine", "LONE  pine");
        QVERIFY(syncAllWithF5());
        QVERIFY(matchIsAsked());
        m_window->open(Place{Screen::Problems, u"match.taken"_s, 0, {}});
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Deal 9022"_s), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
        const auto choices = m_window->page()->findChildren<QRadioButton*>();
        QTest::mouseClick(choices.last(), Qt::LeftButton);
        QVERIFY(choices.last()->isChecked());
        // Xero takes no second contact of one name: the new one is refused, the word stays, and can be taken
        // back.
        QVERIFY(press(u"Make a new one"_s));
        QTRY_VERIFY_WITH_TIMEOUT(button(u"Take back"_s), kPatienceMs);
        QVERIFY(press(u"Take back"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!button(u"Take back"_s), kPatienceMs);
        QVERIFY(syncAllWithF5());
        QVERIFY(matchIsAsked());
    }

    void theDetailsAreAlwaysThoseOfTheChosenRecord()
    {
        twoDealsOfOneName("3", "Harbour Trading", "HARBOUR  trading");
        QVERIFY(syncAllWithF5());
        m_window->open(Place{Screen::Problems, u"match.taken"_s, 0, {}});
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(u"Records with this cause"_s), 2, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Deal 9032"_s), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
        QTest::mouseClick(m_window->page()->findChildren<QRadioButton*>().first(), Qt::LeftButton);
        QVERIFY(press(u"It is this one"_s));
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(u"Records with this cause"_s), 1, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Deal 9022"_s) && !says(u"Deal 9032"_s), kPatienceMs);
    }

  private:
    static Task<> load(service::Workbench* workbench, bool* done)
    {
        const Result<void> loaded = co_await workbench->load();
        *done = loaded.has_value();
    }

    void startPractice()
    {
        sandbox::PracticeSettings settings;
        settings.deals = 80;
        settings.limits = false;
        auto opened = sandbox::PracticeCompany::open(settings);
        QVERIFY(opened);
        m_company = std::move(*opened);
        for (const QString& system : {u"xero"_s, u"salesforce"_s}) {
            auto server = std::make_unique<sandbox::Server>(
                [this, system](const sandbox::Request& request, int inProgress) {
                    return m_company->handle(system, request, inProgress);
                });
            QVERIFY(server->listen(0));
            m_company->setBaseUrl(system, server->baseUrl());
            m_desk.practice.insert(system, QUrl(QString::fromLatin1(server->baseUrl())));
            m_servers.push_back(std::move(server));
        }
    }

    /// Won deals of two accounts that differ in how their name is written.
    void twoDealsOfOneName(const QByteArray& digit, const QByteArray& name, const QByteArray& other)
    {
        support::DealText first, second;
        first.id = "0060000000090" + digit + "1AAA";
        first.account = "0010000000090" + digit + "1AAA";
        first.customer = name;
        second.id = "0060000000090" + digit + "2AAA";
        second.account = "0010000000090" + digit + "2AAA";
        second.customer = other;
        QVERIFY(m_company->takeDeals(first.ndjson() + second.ndjson()));
    }
    [[nodiscard]] bool syncAllWithF5()
    {
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get())) return false;
        const qint64 before = m_workbench->flows().first().lastRun->id;
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        return QTest::qWaitFor([&] { return m_workbench->flows().first().lastRun->id > before; },
                               kPatienceMs);
    }
    [[nodiscard]] bool matchIsAsked()
    {
        bool asked = false, done = false;
        const Task<> task = look(m_workbench.get(), &asked, &done);
        return QTest::qWaitFor([&] { return done; }, kPatienceMs) && asked;
    }
    static Task<> look(service::Workbench* workbench, bool* asked, bool* done)
    {
        const model::ProblemFilter all;
        const Result<QList<model::Problem>> problems = co_await workbench->problems(all, 0, 100);
        for (const auto& problem : *problems)
            *asked = *asked || problem.error.code == u"match.taken"_s;
        *done = true;
    }
    /// Calls that changed something in Xero, by its own log.
    [[nodiscard]] qint64 written() const
    {
        sandbox::CallFilter filter;
        filter.countsOnly = true;
        const auto log = Json::parse(m_company->calls().toJson(filter));
        if (!log) return -1;
        const Json& xero = (*log)[u"counts"][u"xero"];
        // Signing in posts a form; the API's own writes are what counts here, and Tieout makes them with PUT
        // or POST.
        return xero[u"PUT"].toInteger() + xero[u"POST"].toInteger() - m_signInPosts;
    }
    /// The visible, enabled button of this name or words.
    [[nodiscard]] QPushButton* button(const QString& words) const
    {
        for (QPushButton* one : m_window->findChildren<QPushButton*>()) {
            if (one->isVisible() && one->isEnabled() &&
                (one->text() == words || one->accessibleName() == words))
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] QPushButton* syncButton() const { return m_window->findChild<QPushButton*>(u"syncNow"_s); }
    static void press(QPushButton* pressed) { QTest::mouseClick(pressed, Qt::LeftButton); }
    [[nodiscard]] bool press(const QString& words) const
    {
        if (!QTest::qWaitFor([&] { return button(words) != nullptr; }, kPatienceMs)) return false;
        press(button(words));
        return true;
    }
    /// A text in sight has these words.
    [[nodiscard]] bool says(const QString& words) const
    {
        for (const QLabel* label : m_window->page()->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    }
    /// Rows of a list in sight.
    [[nodiscard]] int rowsOf(const QString& list) const
    {
        for (const QAbstractItemView* view : m_window->page()->findChildren<QAbstractItemView*>()) {
            if (view->isVisible() && view->accessibleName() == list) return view->model()->rowCount();
        }
        return -1;
    }
    void allowWritingIfAsked() const
    {
        const auto* question = m_window->findChild<QMessageBox*>(u"allowWriting"_s);
        if (!question) return;
        for (QAbstractButton* answer : question->buttons()) {
            if (question->buttonRole(answer) == QMessageBox::AcceptRole) answer->click();
        }
    }

    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::PracticeCompany> m_company;
    std::vector<std::unique_ptr<sandbox::Server>> m_servers;
    AgreeingBrowser m_browser;
    qint64 m_signInPosts = 0;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<service::Workbench> m_workbench;
    Desk m_desk;
    Task<> m_loaded;
    bool m_isLoaded = false;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestJourney)
#include "testjourney.moc"
