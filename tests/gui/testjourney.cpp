#include "base/json.h"
#include "engine/dealtext.h"
#include "support/practicewindow.h"

#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QClipboard>
#include <QMessageBox>
#include <QRadioButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;

/// A person's way through the window, from nothing to invoices, against the practice company.
class TestJourney final : public QObject, private support::PracticeWindow
{
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { start({u"xero"_s, u"salesforce"_s}, 80); }
    void cleanupTestCase() { stop(); }

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

    void retryAllWaitsForARunningSyncAndTriesEveryCauseOnce()
    {
        support::DealText odd;
        odd.id = "006000000009041AAA";
        odd.account = "001000000009041AAA";
        odd.customer = "Basket Case";
        odd.quantity = "null";
        QVERIFY(m_company->takeDeals(odd.ndjson()));
        QVERIFY(syncAllWithF5());
        m_window->open(Place{Screen::Problems, {}, 0, {}});
        QTRY_VERIFY_WITH_TIMEOUT(button(u"Retry all"_s) && m_window->page()->isSettled(), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(u"Causes"_s), 2, kPatienceMs);
        const QSignalSpy finished(m_workbench.get(), &service::Workbench::runFinished);
        QSignalSpy started(m_workbench.get(), &service::Workbench::runStarted);
        bool done = false;
        const Task<> sync = runSync(m_workbench.get(), &done);
        QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, kPatienceMs);
        QVERIFY(press(u"Retry all"_s));
        QTRY_VERIFY_WITH_TIMEOUT(says(u"All were tried again:"_s), kPatienceMs);
        QVERIFY(done);
        QCOMPARE(finished.size(), 2); // the sync, then one run for all causes
        QCOMPARE(finished.last().first().value<model::RunReport>().trigger, model::RunTrigger::Retry);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
    }

  private:
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
        // What the step before has set going comes to its end first.
        if (!QTest::qWaitFor([&] { return m_workbench->running().isEmpty(); }, kPatienceMs)) return false;
        const qint64 before = m_workbench->flows().first().lastRun->id;
        const QSignalSpy started(m_workbench.get(), &service::Workbench::runStarted);
        // Without a window system the window may fall asleep when the focused button hides: then it is woken
        // and the key pressed again.
        for (int press = 0; press < 5 && started.isEmpty(); ++press) {
            m_window->activateWindow();
            if (!QTest::qWaitForWindowActive(m_window.get())) continue;
            QTest::keyClick(m_window.get(), Qt::Key_F5);
            (void)QTest::qWaitFor([&] { return !started.isEmpty(); }, kPatienceMs / 5);
        }
        const auto isDone = [&] {
            const auto last = m_workbench->flows().first().lastRun;
            return last && last->id > before && last->trigger == model::RunTrigger::Manual;
        };
        return QTest::qWaitFor([&] { return m_workbench->running().isEmpty() && isDone(); }, kPatienceMs);
    }
    [[nodiscard]] bool matchIsAsked()
    {
        bool asked = false, done = false;
        const Task<> task = look(m_workbench.get(), &asked, &done);
        return QTest::qWaitFor([&] { return done; }, kPatienceMs) && asked;
    }
    static Task<> runSync(service::Workbench* workbench, bool* done)
    {
        const QString flow = workbench->flows().first().flow.id;
        const Result<model::RunReport> report =
            co_await workbench->run(flow, model::RunMode::Sync, model::RunTrigger::Manual);
        *done = report.has_value();
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
    [[nodiscard]] QPushButton* syncButton() const { return m_window->findChild<QPushButton*>(u"syncNow"_s); }
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

    qint64 m_signInPosts = 0;
};

QTEST_MAIN(TestJourney)
#include "testjourney.moc"
