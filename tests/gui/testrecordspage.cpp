#include "gui/connections/fielddelegate.h"
#include "gui/connections/filesdialog.h"
#include "support/practicewindow.h"
#include "support/recordingvault.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QTableView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;

/// Connecting through the steps, looking at records and entering them, by mouse and keyboard.
class TestRecordsPage final : public QObject, private support::PracticeWindow
{
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase()
    {
        service::Environment environment;
        environment.vault = std::make_shared<support::RecordingVault>();
        start({u"xero"_s, u"harvest"_s}, 20, environment);
    }
    void cleanupTestCase() { stop(); }

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

    void aFileIsShownAndAskedAboutBeforeItIsConnected()
    {
        const QString name = m_folder.filePath(u"march.csv"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Number;Since;Total\nC-1;03/04/2026;1.234,50\n");
        file.close();
        m_window->open(Place{Screen::Connections, {}, 0, u"new"_s});
        QVERIFY(press(u"Connect CSV and Excel files"_s));
        fill(u"File"_s, name);
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Day or month first?"_s), kPatienceMs);
        QVERIFY(says(u"Semicolon"_s) && says(u"UTF-8"_s) && says(u"after a comma"_s));
        QVERIFY(press(u"Choose: Dates"_s)); // unfolds the settings and goes to the line
        auto* order = qobject_cast<QComboBox*>(m_window->focusWidget());
        QVERIFY(order && order->accessibleName() == u"Dates"_s);
        QTest::keyClick(order, Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(!says(u"Day or month first?"_s) && says(u"as you said"_s), kPatienceMs);
        const auto* piece = labelWith(u"03/04/2026 →"_s);
        QVERIFY(piece && piece->text().contains(u"3 April 2026"_s));
        fill(u"File"_s, name + u"x"_s);
        QTRY_VERIFY_WITH_TIMEOUT(says(u"is not there"_s), kPatienceMs);
        QVERIFY(press(u"Cancel"_s));
    }

    void recordsBeyondTheSyncsNeedOneMorePermission()
    {
        const QString xero = connectionTo(u"xero"_s).id;
        QCOMPARE(m_workbench->permissions(xero).size(), 3);
        QVERIFY(lookAt(u"xero"_s));
        const auto found = objects()->findItems(u"Bank transactions"_s, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        objects()->setCurrentItem(found.first());
        QTRY_VERIFY_WITH_TIMEOUT(says(u"One more permission is needed"_s), kPatienceMs);
        QVERIFY(press(u"Sign in again"_s));
        QTRY_VERIFY_WITH_TIMEOUT(says(u"add and change bank transactions"_s), kPatienceMs);
        // Without writing it asks to read them only; what was given stays.
        for (auto* box : m_window->page()->findChildren<QCheckBox*>())
            if (box->isVisible() && box->isChecked()) box->click();
        QVERIFY(says(u"✓ read bank transactions"_s) && says(u"✓ read, add and change contacts"_s));
        QVERIFY(press(u"Connect in browser"_s));
        QVERIFY(chooseOrganisation(m_workbench->connections().size()));
        QVERIFY(m_browser.last.toString().contains(u"accounting.banktransactions.read"_s));
        QCOMPARE(m_workbench->permissions(xero).size(), 4);
        QVERIFY(lookAt(u"xero"_s));
        QVERIFY(choose(u"Bank transactions"_s));
        QVERIFY(!says(u"One more permission is needed"_s));
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
        QVERIFY(choose(u"Company"_s));
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

    void aFileIsAddedLookedAtAndSavedWithTheKeyboard()
    {
        QVERIFY(lookAt(u"xero"_s));
        QVERIFY(choose(u"Contacts"_s));
        QVERIFY(press(u"Files…"_s));
        // One more permission, as for records that no sync needs.
        QTRY_VERIFY_WITH_TIMEOUT(dialog() && button(u"Sign in again"_s), kPatienceMs);
        QVERIFY(press(u"Sign in again"_s));
        QTRY_VERIFY_WITH_TIMEOUT(says(u"read and add attached files"_s), kPatienceMs);
        QVERIFY(press(u"Connect in browser"_s));
        QVERIFY(chooseOrganisation(m_workbench->connections().size()));
        QVERIFY(openFiles());
        QVERIFY(says(u"No files hang on this record yet."_s) && says(u"10.0 MB"_s));
        QVERIFY(addFile(u"my terms.txt"_s, "30 days"));
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Added as “my_terms.txt”."_s) && fileCells().contains(u"7 bytes"_s),
                                 kPatienceMs);
        QVERIFY(!says(u"No files hang on this record yet."_s));
        // Enter on the line saves it; the place is asked for.
        QTest::keyClick(fileTable(), Qt::Key_Return);
        const QString saved = m_folder.filePath(u"saved terms.txt"_s);
        QVERIFY(answerFileDialog(saved));
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Saved as"_s), kPatienceMs);
        QFile file(saved);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("30 days"));
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
    }

    void aFileTakesThePlaceOfAnotherOnlyAfterASecondPress()
    {
        QVERIFY(openFiles());
        QTRY_COMPARE_WITH_TIMEOUT(fileTable()->model()->rowCount(), 1, kPatienceMs);
        QVERIFY(addFile(u"my terms.txt"_s, "14 days, net"));
        QTRY_VERIFY_WITH_TIMEOUT(says(u"A file named “my_terms.txt” hangs there already."_s), kPatienceMs);
        QVERIFY(fileCells().contains(u"7 bytes"_s));
        QVERIFY(press(u"Replace “my_terms.txt”"_s));
        QTRY_VERIFY_WITH_TIMEOUT(
            says(u"“my_terms.txt” was replaced."_s) && fileCells().contains(u"12 bytes"_s), kPatienceMs);
        QVERIFY(!button(u"Replace “my_terms.txt”"_s));
        // What the ledger does not take is told in words; the list stays.
        QVERIFY(addFile(u"setup.exe"_s, "x"));
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Xero did not take the file"_s), kPatienceMs);
        QCOMPARE(fileTable()->model()->rowCount(), 1);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
    }

    void recordsWithoutFilesHaveNoSuchButton()
    {
        QVERIFY(lookAt(u"harvest"_s));
        QVERIFY(choose(u"Clients"_s));
        QVERIFY(!button(u"Files…"_s));
    }

  private:
    [[nodiscard]] bool openFiles()
    {
        if (!lookAt(u"xero"_s) || !choose(u"Contacts"_s) || !press(u"Files…"_s)) return false;
        return QTest::qWaitFor([this] { return fileTable() && filesDialog()->isSettled(); }, kPatienceMs);
    }
    [[nodiscard]] FilesDialog* filesDialog() const { return m_window->findChild<FilesDialog*>(); }
    [[nodiscard]] QTableView* fileTable() const
    {
        auto* open = filesDialog();
        return open ? open->findChild<QTableView*>() : nullptr;
    }
    [[nodiscard]] QStringList fileCells() const
    {
        QStringList texts;
        const auto* model = fileTable()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            for (int column = 0; column < model->columnCount(); ++column)
                texts += model->index(row, column).data().toString();
        return texts;
    }
    /// Through the button and the dialog that asks which.
    [[nodiscard]] bool addFile(const QString& name, const QByteArray& bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) return false;
        file.close();
        return press(u"Add a file…"_s) && answerFileDialog(path);
    }
    [[nodiscard]] bool answerFileDialog(const QString& path)
    {
        const auto open = [this] {
            for (auto* one : m_window->findChildren<QFileDialog*>())
                if (one->isVisible()) return one;
            return static_cast<QFileDialog*>(nullptr);
        };
        if (!QTest::qWaitFor([&] { return open() != nullptr; }, kPatienceMs)) return false;
        auto* name = open()->findChild<QLineEdit*>(u"fileNameEdit"_s);
        if (!name) return false;
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        return QTest::qWaitFor([&] { return open() == nullptr; }, kPatienceMs);
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
    [[nodiscard]] QLabel* labelWith(const QString& words) const
    {
        for (auto* label : m_window->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return label;
        return nullptr;
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
    /// Contacts of this name, by the ledger itself.
    [[nodiscard]] int named(const QString& name) const
    {
        int count = 0;
        const Json contacts = m_company->xero().state(u"Contacts");
        for (const auto& contact : contacts.toArray())
            if (contact[u"Name"].toText() == name) ++count;
        return count;
    }
};

QTEST_MAIN(TestRecordsPage)
#include "testrecordspage.moc"
