#include "gui/shell/mainwindow.h"

#include "gui/connections/fielddelegate.h"
#include "gui/shell/page.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/theme.h"
#include "sandbox/practice.h"
#include "sandbox/server.h"
#include "service/environment.h"
#include "support/recordingvault.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;

namespace {
constexpr int kPatienceMs = 30'000;
}

/// Connecting through the steps, looking at records and entering them, by mouse and keyboard.
class TestRecordsPage final : public QObject
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
        environment.openPage = [this](const QUrl& url) { return agree(url); };
        environment.vault = std::make_shared<support::RecordingVault>();
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

    void everySystemFitsTheFirstStep()
    {
        m_window->open(Place{Screen::Connections, {}, 0, u"new"_s});
        const auto systems = m_workbench->systems();
        QVERIFY(systems.size() >= 6);
        for (const auto& system : systems) {
            const auto isInSight = [this, words = u"Connect "_s + system.title] {
                const QPushButton* card = button(words);
                return card &&
                       m_window->rect().contains(QRect(card->mapTo(m_window.get(), QPoint()), card->size()));
            };
            QVERIFY2(QTest::qWaitFor(isInSight, kPatienceMs), qPrintable(system.title));
        }
    }

    void thePracticeCompanyIsConnectedThroughTheBrowser()
    {
        m_window->open(Place{Screen::Connections, {}, 0, u"new"_s});
        QVERIFY(press(u"Connect Xero"_s));
        QVERIFY(press(u"Connect practice company"_s));
        QVERIFY(chooseOrganisation(1));
        QVERIFY(m_workbench->connections().last().practice);
    }

    void aSystemIsConnectedByItsKey()
    {
        m_window->open(Place{Screen::Connections, {}, 0, u"new"_s});
        QVERIFY(press(u"Connect Harvest"_s));
        QVERIFY(press(u"More settings"_s));
        const QString address = m_desk.practice.value(u"harvest"_s).toString();
        fill(u"Sign-in address"_s, address);
        fill(u"Service address"_s, address);
        fill(u"Personal access token"_s, u"wrong"_s);
        QVERIFY(press(u"Connect"_s));
        // Refused by the system, in words; what was typed stays.
        QTRY_VERIFY_WITH_TIMEOUT(button(u"Connect"_s) && says(u"Harvest"_s), kPatienceMs);
        QVERIFY(m_workbench->connections().size() == 1);
        QCOMPARE(line(u"Service address"_s)->text(), address);
        fill(u"Personal access token"_s, u"practice-harvest-administrator"_s);
        QCOMPARE(line(u"Personal access token"_s)->echoMode(), QLineEdit::Password);
        QVERIFY(press(u"Connect"_s));
        QVERIFY(chooseOrganisation(2));
        QVERIFY(!m_workbench->connections().last().writable);
    }

    void aFileIsConnected()
    {
        const QString name = m_folder.filePath(u"invoices.csv"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Number,Date,Total\nINV-1,2026-11-21,1250.00\nINV-2,2026-11-22,0.10\n");
        file.close();
        m_window->open(Place{Screen::Connections, {}, 0, u"new"_s});
        QVERIFY(press(u"Connect CSV and Excel files"_s));
        QVERIFY(press(u"Connect"_s)); // nothing filled in
        QTRY_VERIFY(says(u"File"_s));
        fill(u"File"_s, name);
        fill(u"Columns that name a row"_s, u"Number"_s);
        QVERIFY(press(u"Connect"_s));
        QVERIFY(chooseOrganisation(3));
    }

    void recordsOfEachKindAreShown_data()
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<QStringList>("objects");
        QTest::newRow("Xero") << u"xero"_s << QStringList{u"Contacts"_s, u"Accounts"_s, u"Tax rates"_s};
        QTest::newRow("Harvest") << u"harvest"_s
                                 << QStringList{u"Clients"_s, u"Time entries"_s, u"Invoices"_s};
        QTest::newRow("file") << u"files"_s << QStringList{u"Rows of “invoices.csv”"_s};
    }

    void recordsOfEachKindAreShown()
    {
        QFETCH(QString, system);
        QFETCH(QStringList, objects);
        QVERIFY(lookAt(system));
        for (const auto& object : objects) {
            QVERIFY2(choose(object), qPrintable(object));
            QVERIFY2(table(u"Records"_s)->model()->rowCount() > 0, qPrintable(object));
            QVERIFY(table(u"Records"_s)->model()->columnCount() > 1);
            QVERIFY(table(u"All fields of the chosen record"_s)->model()->rowCount() > 1);
        }
    }

    void aRecordIsEnteredWithTheKeyboard()
    {
        QVERIFY(lookAt(u"xero"_s));
        QVERIFY(choose(u"Contacts"_s));
        QVERIFY(press(u"New record…"_s));
        QVERIFY(type(u"Name"_s, u"Ridgeway University"_s));
        QVERIFY(press(writeButton()));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog() && m_window->page()->isSettled(), kPatienceMs);
        QVERIFY(says(u"Written."_s));
        QVERIFY(cells(u"Records"_s).contains(u"Ridgeway University"_s));
        QCOMPARE(named(u"Ridgeway University"_s), 1);
    }

    void aRefusalIsToldInWordsAndNothingIsLost()
    {
        QVERIFY(lookAt(u"xero"_s));
        QVERIFY(choose(u"Contacts"_s));
        QVERIFY(press(u"New record…"_s));
        QVERIFY(press(writeButton()));
        QVERIFY(says(u"Nothing was filled in."_s));
        QVERIFY(type(u"Name"_s, u"Ridgeway University"_s));
        QVERIFY(press(writeButton()));
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Another contact has this name"_s), kPatienceMs);
        QVERIFY(dialog());
        QCOMPARE(named(u"Ridgeway University"_s), 1);
        // Corrected and sent again from the same form.
        QVERIFY(type(u"Name"_s, u"Ridgeway College"_s));
        QVERIFY(press(writeButton()));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog(), kPatienceMs);
        QCOMPARE(named(u"Ridgeway College"_s), 1);
    }

    void aConnectionThatIsReadOnlyHasNoWayToWrite()
    {
        QVERIFY(lookAt(u"harvest"_s));
        QVERIFY(choose(u"Clients"_s));
        QVERIFY(!button(u"New record…"_s) && !button(u"Change…"_s));
        QVERIFY(says(u"Read-only:"_s));
        QTest::keyClick(table(u"Records"_s), Qt::Key_Return);
        QVERIFY(!dialog());
        allowWriting(u"harvest"_s);
        QVERIFY(lookAt(u"harvest"_s));
        QVERIFY(choose(u"Clients"_s));
        QVERIFY(!says(u"Read-only:"_s));
        QVERIFY(button(u"Change…"_s));
        // What the system makes by itself has no such button either way.
        QVERIFY(choose(u"Billable rates"_s));
        QVERIFY(!button(u"New record…"_s) && !button(u"Change…"_s));
    }

    void aRecordIsChanged()
    {
        QVERIFY(lookAt(u"harvest"_s));
        QVERIFY(choose(u"Clients"_s));
        QVERIFY(press(u"Change…"_s));
        QVERIFY(type(u"Address"_s, u"7 Harbour Street"_s));
        QVERIFY(press(writeButton()));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog() && m_window->page()->isSettled(), kPatienceMs);
        QVERIFY(cells(u"All fields of the chosen record"_s).contains(u"7 Harbour Street"_s));
    }

    void aRowOfAFileIsEntered()
    {
        allowWriting(u"files"_s);
        QVERIFY(lookAt(u"files"_s));
        QVERIFY(choose(u"Rows of “invoices.csv”"_s));
        QVERIFY(press(u"New record…"_s));
        QVERIFY(type(u"Number"_s, u"INV-3"_s));
        QVERIFY(type(u"Date"_s, u"31.12.2026"_s));
        QVERIFY(press(writeButton()));
        QVERIFY(says(u"“Date” cannot be “31.12.2026”"_s));
        QVERIFY(type(u"Date"_s, u"2026-12-31"_s));
        QVERIFY(type(u"Total"_s, u"12.50"_s, End::StayInField));
        QVERIFY(press(writeButton()));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog() && m_window->page()->isSettled(), kPatienceMs);
        QCOMPARE(table(u"Records"_s)->model()->rowCount(), 3);
        QFile file(m_folder.filePath(u"invoices.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("INV-3,2026-12-31,12.50"));
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
        settings.deals = 20;
        settings.limits = false;
        auto opened = sandbox::PracticeCompany::open(settings);
        QVERIFY(opened);
        m_company = std::move(*opened);
        for (const QString& system : {u"xero"_s, u"harvest"_s}) {
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

    /// A person who agrees to everything on the page that opens.
    bool agree(QUrl url)
    {
        QUrlQuery query(url);
        query.addQueryItem(u"practice_auto"_s, u"1"_s);
        url.setQuery(query);
        QNetworkReply* reply = m_network.get(QNetworkRequest(url));
        connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
        return true;
    }

    [[nodiscard]] bool chooseOrganisation(int connections)
    {
        if (!press(u"Connect this organisation"_s)) return false;
        if (!press(u"Finish"_s)) return false;
        return m_workbench->connections().size() == connections;
    }
    [[nodiscard]] model::Connection connectionTo(const QString& system) const
    {
        const auto connections = m_workbench->connections();
        for (const auto& connection : connections)
            if (connection.system == system) return connection;
        return {};
    }
    /// From the card, by its button.
    [[nodiscard]] bool lookAt(const QString& system)
    {
        m_window->open(Place{Screen::Connections, {}, 0, {}});
        if (!press(u"Look at records: "_s + connectionTo(system).organisation)) return false;
        return QTest::qWaitFor([this] { return objects() && objects()->count() > 0 && isQuiet(); },
                               kPatienceMs);
    }
    void allowWriting(const QString& system)
    {
        m_window->open(Place{Screen::Connections, {}, 0, {}});
        const QString words = u"Tieout may write to "_s + connectionTo(system).organisation;
        for (auto* box : m_window->page()->findChildren<QCheckBox*>())
            if (box->isVisible() && box->text() == words) box->click();
        QTRY_VERIFY_WITH_TIMEOUT(connectionTo(system).writable && isQuiet(), kPatienceMs);
    }
    [[nodiscard]] bool isQuiet() const { return m_window->page()->isSettled(); }
    [[nodiscard]] QListWidget* objects() const
    {
        for (auto* list : m_window->page()->findChildren<QListWidget*>())
            if (list->isVisible() && list->accessibleName() == u"Kinds of records"_s) return list;
        return nullptr;
    }
    /// Searches for a kind of record and goes to it with the keyboard.
    [[nodiscard]] bool choose(const QString& object)
    {
        const auto found = objects()->findItems(object, Qt::MatchExactly);
        if (found.size() != 1) return false;
        QLineEdit* search = line(u"Search the kinds of records"_s);
        search->clear();
        QTest::keyClicks(search, object.left(5));
        if (found.first()->isHidden()) return false;
        QTest::mouseClick(objects()->viewport(), Qt::LeftButton, {},
                          objects()->visualItemRect(found.first()).center());
        if (objects()->currentItem() != found.first()) return false;
        return QTest::qWaitFor([this] { return isQuiet() && table(u"Records"_s); }, kPatienceMs);
    }
    [[nodiscard]] QTableView* table(const QString& name) const
    {
        for (auto* view : m_window->page()->findChildren<QTableView*>())
            if (view->isVisible() && view->accessibleName() == name) return view;
        return nullptr;
    }
    [[nodiscard]] QStringList cells(const QString& name) const
    {
        QStringList texts;
        const QTableView* view = table(name);
        for (int row = 0; view && row < view->model()->rowCount(); ++row)
            for (int column = 0; column < view->model()->columnCount(); ++column)
                texts += view->model()->index(row, column).data().toString();
        return texts;
    }
    [[nodiscard]] QDialog* dialog() const
    {
        for (auto* one : m_window->findChildren<QDialog*>())
            if (one->isVisible()) return one;
        return nullptr;
    }
    /// Goes to a field of the form and types its value, as a person does: F2, text, Enter.
    enum class End { Enter, StayInField };
    [[nodiscard]] bool type(const QString& field, const QString& text, End end = End::Enter) const
    {
        auto* tree = dialog()->findChild<QTreeWidget*>();
        for (int row = 0; row < tree->topLevelItemCount(); ++row) {
            QTreeWidgetItem* item = tree->topLevelItem(row);
            if (item->text(NameColumn) != field && item->text(NameColumn) != field + u" *"_s) continue;
            tree->setCurrentItem(item, ValueColumn);
            auto* editor = tree->findChild<QLineEdit*>();
            if (!editor) QTest::keyClick(tree, Qt::Key_F2);
            editor = tree->findChild<QLineEdit*>();
            if (!editor) return false;
            editor->selectAll();
            QTest::keyClicks(editor, text);
            if (end == End::StayInField) return true;
            QTest::keyClick(editor, Qt::Key_Return);
            return QTest::qWaitFor([&] { return item->text(ValueColumn) == text; }, kPatienceMs);
        }
        return false;
    }
    [[nodiscard]] QPushButton* writeButton() const
    {
        for (auto* one : dialog()->findChildren<QPushButton*>())
            if (one->isEnabled() && one->text().startsWith(u"Write to "_s)) return one;
        return nullptr;
    }
    [[nodiscard]] bool says(const QString& words) const
    {
        for (const auto* label : m_window->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    }
    [[nodiscard]] QLineEdit* line(const QString& name) const
    {
        for (auto* one : m_window->page()->findChildren<QLineEdit*>())
            if (one->isVisible() && one->accessibleName() == name) return one;
        return nullptr;
    }
    void fill(const QString& name, const QString& text) const
    {
        QLineEdit* edit = line(name);
        QVERIFY2(edit, qPrintable(name));
        edit->setFocus();
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    [[nodiscard]] QPushButton* button(const QString& words) const
    {
        for (QPushButton* one : m_window->findChildren<QPushButton*>()) {
            if (one->isVisible() && one->isEnabled() &&
                (one->text() == words || one->accessibleName() == words))
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] static bool press(QPushButton* pressed)
    {
        if (pressed) QTest::mouseClick(pressed, Qt::LeftButton);
        return pressed != nullptr;
    }
    [[nodiscard]] bool press(const QString& words) const
    {
        if (!QTest::qWaitFor([&] { return button(words) != nullptr; }, kPatienceMs)) return false;
        return press(button(words));
    }
    /// Contacts of this name, by the ledger itself.
    [[nodiscard]] int named(const QString& name) const
    {
        int count = 0;
        const Json contacts = m_company->xero().state(u"Contacts");
        for (const auto& contact : contacts.toArray())
            if (contact[u"Name"].toText() == name) ++count;
        return count;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::PracticeCompany> m_company;
    std::vector<std::unique_ptr<sandbox::Server>> m_servers;
    QNetworkAccessManager m_network;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<service::Workbench> m_workbench;
    Desk m_desk;
    Task<> m_loaded;
    bool m_isLoaded = false;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestRecordsPage)
#include "testrecordspage.moc"
