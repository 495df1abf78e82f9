#include "gui/lookups/lookupspage.h"

#include "gui/lookups/lookupgrid.h"
#include "gui/mapping/versions.h"
#include "gui/mapping/whatif.h"
#include "gui/shell/language.h"
#include "gui/widgets/tableview.h"
#include "support/practiceoffice.h"
#include "support/windowground.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;
using support::PracticeOffice;

namespace {

constexpr int kPatienceMs = 30'000;
const QString kFlow = u"closed-won-to-invoice"_s;
const QString kTable = u"Region to tax rate"_s;

} // namespace

/// Lookup tables in the window, and the panels of versions and of what a changed mapping would do.
class TestLookupsPage final : public QObject, private support::WindowGround
{
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase()
    {
        dress();
        m_office = std::make_unique<PracticeOffice>(60);
        m_office->addInvoices();
        m_office->sync();
        m_desk.workbench = &m_office->workbench();
        m_desk.openLink = [](const QUrl&) { return true; };
        showWindow();
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_office.reset();
    }

    void init()
    {
        m_window->open(Place{Screen::Lookups, kTable, 0, {}});
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void theTableOfTheTemplateIsShownWithItsUse()
    {
        QCOMPARE(grid()->model()->rowCount(), 18); // one to type into
        QCOMPARE(cell(0, 0), u"AU"_s);
        QCOMPARE(cell(16, 2), u"pattern"_s);
        QVERIFY(button<QToolButton>(u"used by one sync"_s));
        QVERIFY(!button<QPushButton>(u"Save table"_s)->isEnabled());
    }

    void rowsAreTypedPastedAndTakenBackByKeyboardAlone()
    {
        grid()->setFocus();
        grid()->setCurrentIndex(grid()->model()->index(17, 0));
        QTest::keyClicks(grid(), u"L"_s); // any key begins to type
        auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(editor);
        QTest::keyClicks(editor, u"V"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(cell(17, 0), u"LV"_s);
        QTRY_COMPARE(grid()->currentIndex().row(), 18); // Enter goes on below
        QVERIFY(button<QPushButton>(u"Save table"_s)->isEnabled());
        // Two columns from Excel over the row and beyond.
        QGuiApplication::clipboard()->setText(u"LV\tEXEMPTEXPORT\r\nau\tTWICE\r\n\"CZ\"\tNONE\r\n"_s);
        grid()->setFocus();
        grid()->setCurrentIndex(grid()->model()->index(17, 0));
        QTest::keySequence(grid(), QKeySequence::Paste);
        QCOMPARE(cell(17, 1), u"EXEMPTEXPORT"_s);
        QCOMPARE(cell(18, 2), u"twice"_s);
        QVERIFY(!says(u"with two columns only"_s));
        QCOMPARE(cell(19, 0), u"CZ"_s);
        QVERIFY(button<QPushButton>(u"Need a look: 1"_s));
        // Only what needs a look, then all again.
        QTest::mouseClick(button<QPushButton>(u"Need a look: 1"_s), Qt::LeftButton);
        QCOMPARE(grid()->model()->rowCount(), 1);
        QTest::mouseClick(button<QPushButton>(u"Need a look: 1"_s), Qt::LeftButton);
        grid()->setFocus();
        grid()->setCurrentIndex(grid()->model()->index(18, 0));
        QTest::keyClick(grid(), Qt::Key_Delete);
        QCOMPARE(cell(18, 0), u"CZ"_s);
        QTest::keyClick(grid(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(cell(17, 0), u"CZ"_s);
        for (int i = 0; i < 4; ++i)
            QTest::keySequence(grid(), QKeySequence::Undo);
        QCOMPARE(grid()->model()->rowCount(), 18);
        QVERIFY(!button<QPushButton>(u"Save table"_s)->isEnabled());
        QTest::keySequence(grid(), QKeySequence::Redo);
        QTest::keySequence(grid(), QKeySequence::Redo);
        QCOMPARE(cell(17, 1), u"EXEMPTEXPORT"_s);
    }

    void unsavedChangesAreKeptAndAskedAbout()
    {
        QVERIFY(button<QPushButton>(u"Save table"_s)->isEnabled());
        m_window->open(Place{Screen::Overview, {}, 0, {}});
        QTRY_VERIFY(m_window->page()->isSettled());
        m_window->open(Place{Screen::Lookups, {}, 0, {}});
        QTRY_VERIFY(m_window->page()->isSettled());
        QCOMPARE(cell(17, 0), u"LV"_s);
        QVERIFY(names()->item(0)->text().startsWith(u"●"_s));
        m_window->close();
        QTRY_VERIFY(m_window->findChild<QMessageBox*>(u"unsavedLookups"_s));
        auto* question = m_window->findChild<QMessageBox*>(u"unsavedLookups"_s);
        QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
        QTRY_VERIFY(!m_window->findChild<QMessageBox*>(u"unsavedLookups"_s));
        QVERIFY(m_window->isVisible());
        QCOMPARE(cell(17, 0), u"LV"_s);
        // From another screen too: the page comes back with its question.
        m_window->open(Place{Screen::Overview, {}, 0, {}});
        QTRY_VERIFY(m_window->page()->isSettled());
        m_window->close();
        QTRY_VERIFY(m_window->findChild<QMessageBox*>(u"unsavedLookups"_s));
        answer(u"Close without saving"_s);
        QTRY_VERIFY(!m_window->isVisible());
        m_window->show();
        m_window->open(Place{Screen::Lookups, {}, 0, {}});
        QTRY_VERIFY(m_window->page()->isSettled());
        QVERIFY(!names()->item(0)->text().startsWith(u"●"_s));
        QVERIFY(!button<QPushButton>(u"Save table"_s)->isEnabled());
        grid()->setFocus();
        QTest::keySequence(grid(), QKeySequence::Undo); // also that can be taken back
        QCOMPARE(cell(17, 0), u"LV"_s);
    }

    void aSaveIsKeptWithItsHistory()
    {
        QTest::mouseClick(button<QPushButton>(u"Save table"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled() && says(u"Saved."_s), kPatienceMs);
        QVERIFY(!button<QPushButton>(u"Save table"_s)->isEnabled());
        QTest::mouseClick(button<QPushButton>(u"History"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(table(u"Changes of this table"_s)->model()->rowCount() == 2, kPatienceMs);
        QTRY_VERIFY(text(table(u"Changes of this table"_s), 0, 0).contains(u"added"));
        QVERIFY(texts(table(u"Rows that changed"_s)).contains(u"LV"_s));
        QTest::mouseClick(button<QPushButton>(u"History"_s), Qt::LeftButton);
    }

    void aFileIsTakenOverAfterAQuestion()
    {
        const QString path = m_folder.filePath(u"rates.csv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Billing country,Tax rate,More\nPL,OUTPUT,x\nSK,NONE,y\nsk,OTHER,z\n");
        file.close();
        auto* page = qobject_cast<LookupsPage*>(m_window->page());
        const int before = grid()->model()->rowCount();
        page->importFile(path);
        QTRY_VERIFY_WITH_TIMEOUT(button<QPushButton>(u"Add to the rows"_s), kPatienceMs);
        QVERIFY(says(u"In the file more than once: sk"_s) || says(u"In the file more than once: SK"_s));
        QVERIFY(says(u"The file has 3 columns: the first two are taken."_s));
        QTest::mouseClick(button<QPushButton>(u"Add to the rows"_s), Qt::LeftButton);
        QCOMPARE(grid()->model()->rowCount(), before + 1);
        QVERIFY(says(u"Taken over."_s));
        QTest::mouseClick(button<QPushButton>(u"Undo"_s), Qt::LeftButton);
        QCOMPARE(grid()->model()->rowCount(), before);
    }

    void aFileIsWrittenAsTheReadersSpreadsheetOpensIt()
    {
        auto* page = qobject_cast<LookupsPage*>(m_window->page());
        const QLocale before;
        for (const auto& [country, sign] : {std::pair(QLocale::Australia, ','), {QLocale::Germany, ';'}}) {
            QLocale::setDefault(
                QLocale(country == QLocale::Germany ? QLocale::German : QLocale::English, country));
            const QString path = m_folder.filePath(u"out-%1.csv"_s.arg(QChar::fromLatin1(sign)));
            page->exportFile(path);
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), kPatienceMs);
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(file.readAll().contains("AU" + QByteArray(1, sign) + "OUTPUT"), qPrintable(path));
            const auto read = m_office->need(m_office->workbench().readLookupFile(path));
            QCOMPARE(read.rows.value(1).value, u"OUTPUT"_s); // and it comes back, below its headings
        }
        QLocale::setDefault(before);
    }

    void moreColumnsThanATableHasAreSaid()
    {
        QGuiApplication::clipboard()->setText(u"SE\tNONE\tSweden\tEUR\nDK\tNONE\n"_s);
        grid()->setFocus();
        const int last = grid()->model()->rowCount() - 1;
        grid()->setCurrentIndex(grid()->model()->index(last, 0));
        QTest::keySequence(grid(), QKeySequence::Paste);
        QCOMPARE(cell(last, 1), u"NONE"_s);
        QVERIFY(says(u"2 rows were pasted, with two columns only."_s));
        QTest::mouseClick(button<QPushButton>(u"Undo"_s), Qt::LeftButton);
        QCOMPARE(grid()->model()->rowCount(), last + 1);
    }

    void aRowWithoutAValueIsSaidWhenItIsSaved()
    {
        QGuiApplication::clipboard()->setText(u"FI\n"_s);
        grid()->setFocus();
        const int last = grid()->model()->rowCount() - 1;
        grid()->setCurrentIndex(grid()->model()->index(last, 0));
        QTest::keySequence(grid(), QKeySequence::Paste);
        QCOMPARE(cell(last, 2), u"no value"_s);
        QTest::mouseClick(button<QPushButton>(u"Save table"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(says(u"One row has no value"_s), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
        grid()->setFocus();
        grid()->setCurrentIndex(grid()->model()->index(last, 0));
        QTest::keyClick(grid(), Qt::Key_Delete);
        QTest::mouseClick(button<QPushButton>(u"Save table"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled() && says(u"Saved."_s), kPatienceMs);
    }

    void rowsAreSortedFromTheMenuAsOneStep()
    {
        auto* lookups = m_window->page()->findChild<LookupGrid*>();
        QMenu menu;
        lookups->addSortActions(menu);
        QCOMPARE(menu.actions().size(), 4);
        QVERIFY(menu.actions().first()->text().contains(u"Billing country"_s));
        const QString before = cell(0, 0);
        menu.actions().at(1)->trigger(); // Z to A
        QVERIFY(cell(0, 0) > cell(1, 0));
        QTest::mouseClick(button<QPushButton>(u"Undo"_s), Qt::LeftButton);
        QCOMPARE(cell(0, 0), before);
    }

    void heldRecordsAreHealedFromTheTable()
    {
        auto rows = kept();
        const auto whole = rows;
        rows.rows.removeIf([](const auto& row) { return row.key == "*"_L1 || row.key == "GB"_L1; });
        m_office->done(m_office->workbench().saveLookup(rows));
        QVERIFY(m_office->company().takeDeals(
            R"({"Id":"006000000009009AAA","Name":"Tea","StageName":"Closed Won","CloseDate":"2026-11-12",)"
            R"("Amount":100,"CurrencyIsoCode":"AUD","Account":{"Id":"001000000009009AAA","Name":"Tea House",)"
            R"("BillingStreet":"1 High St","BillingCity":"Leeds","BillingCountryCode":"GB",)"
            R"("BillingPostalCode":"LS1","Phone":null,"Terms__c":14},"Contact":null,"Owner":{"Name":"Rep"},)"
            R"("OpportunityLineItems":null})"
            "\n"));
        QCOMPARE(m_office->sync().counts.created, 0);
        m_window->open(Place{Screen::Overview, {}, 0, {}});
        m_window->open(Place{Screen::Lookups, kTable, 0, {}});
        QTRY_VERIFY_WITH_TIMEOUT(says(u"One record is held for a missing row: “GB”."_s), kPatienceMs);
        shot(u"lookups-held"_s);
        QTest::mouseClick(button<QPushButton>(u"Add these rows"_s), Qt::LeftButton);
        auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(editor);
        QTest::keyClicks(editor, u"EXEMPTEXPORT"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTest::mouseClick(button<QPushButton>(u"Save table"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled() && says(u"Saved."_s), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(button<QPushButton>(u"Try them now"_s), kPatienceMs);
        QTest::mouseClick(button<QPushButton>(u"Try them now"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(says(u"One record was written."_s), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
        QVERIFY(!says(u"held for a missing row"_s));
        m_office->done(m_office->workbench().saveLookup(whole));
    }

    void versionsAreListedComparedAndRestored()
    {
        auto bench = m_office->need(m_office->workbench().mappingBench(kFlow));
        auto document = bench.document;
        const auto first = document;
        ruleOf(document, u"DueDate"_s).formula = u"=[CloseDate] + 14"_s;
        m_office->need(m_office->workbench().saveMapping(kFlow, document, u"Two weeks for everybody"_s));
        auto draft = document;
        draft.version = 2;
        draft.fields.removeLast();
        VersionsPanel panel(m_desk, m_answers);
        panel.resize(1040, 560);
        panel.setSchemas(bench.source.schema, bench.target.schema);
        panel.show(kFlow, draft);
        QTRY_VERIFY_WITH_TIMEOUT(m_answers.isSettled(), kPatienceMs);
        auto* versions = tableIn(panel, u"Versions of this mapping"_s);
        auto* changes = tableIn(panel, u"What changed"_s);
        QCOMPARE(versions->model()->rowCount(), 3); // the draft differs
        QCOMPARE(text(versions, 0, 0), u"Not saved yet"_s);
        QVERIFY(texts(changes).contains(u"Removed"_s));
        versions->setCurrentIndex(versions->model()->index(1, 0));
        QTRY_VERIFY_WITH_TIMEOUT(m_answers.isSettled(), kPatienceMs);
        QCOMPARE(changes->model()->rowCount(), 1);
        QVERIFY2(text(changes, 0, 3).contains(u"Close date"_s, Qt::CaseInsensitive),
                 qPrintable(text(changes, 0, 3)));
        m_panel = &panel;
        shot(u"versions"_s);
        // Back to the first one: the editor gets it.
        QSignalSpy wanted(&panel, &VersionsPanel::restoreWanted);
        versions->setCurrentIndex(versions->model()->index(2, 0));
        QTRY_VERIFY_WITH_TIMEOUT(m_answers.isSettled(), kPatienceMs);
        QTest::mouseClick(buttonIn(panel, u"Restore this version"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][1].toInt(), 1);
        QCOMPARE(wanted[0][0].value<model::MappingDocument>(), first);
        // An editor that changed nothing begins with the newest version.
        auto newest = m_office->need(m_office->workbench().mappingBench(kFlow)).document;
        panel.show(kFlow, newest);
        QTRY_VERIFY_WITH_TIMEOUT(m_answers.isSettled() && versions->model()->rowCount() == 2, kPatienceMs);
        QVERIFY(text(versions, 0, 0).startsWith(u"Version 2"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_answers.isSettled(), kPatienceMs);
        QVERIFY(!buttonIn(panel, u"Restore this version"_s)->isEnabled()); // it is what the editor holds
        // Grouping is told in words, never as it is stored.
        newest.group = model::Grouping{{u"Name"_s}, u"Rows"_s, {}, {}};
        panel.show(kFlow, newest);
        QTRY_VERIFY_WITH_TIMEOUT(m_answers.isSettled() && changes->model()->rowCount() == 1, kPatienceMs);
        QCOMPARE(text(changes, 0, 2), u"Each record becomes a document."_s);
        QVERIFY(text(changes, 0, 3).startsWith(u"Rows of the same"_s));
        m_panel = nullptr;
    }

    void aWhatIfShowsRecordsAndMoney()
    {
        auto document = m_office->need(m_office->workbench().mappingBench(kFlow)).document;
        for (auto& field : document.fields)
            for (auto& inner : field.fields)
                if (inner.to == "Quantity"_L1) inner.formula += u" * 2"_s;
        WhatIfPanel panel(m_desk, m_answers);
        panel.resize(1040, 560);
        panel.show(kFlow, document);
        QTRY_VERIFY_WITH_TIMEOUT(m_answers.isSettled(), kPatienceMs);
        auto* records = tableIn(panel, u"Records that come out differently"_s);
        QVERIFY(records->model()->rowCount() > 0);
        auto* fields = tableIn(panel, u"Fields before and after"_s);
        QVERIFY(fields->model()->rowCount() > 0);
        QVERIFY(text(fields, 0, 1) != text(fields, 0, 2));
        m_panel = &panel;
        shot(u"whatif"_s);
        m_panel = nullptr;
        // A faulty formula is told in words, and the saved one makes no difference.
        auto faulty = document;
        ruleOf(faulty, u"Date"_s).formula = u"=IF("_s;
        panel.show(kFlow, faulty);
        QTRY_VERIFY_WITH_TIMEOUT(m_answers.isSettled(), kPatienceMs);
        QVERIFY(saysIn(panel, u"Map step"_s));
        panel.show(kFlow, m_office->need(m_office->workbench().mappingBench(kFlow)).document);
        QTRY_VERIFY_WITH_TIMEOUT(m_answers.isSettled(), kPatienceMs);
        QVERIFY(saysIn(panel, u"Nothing would come out differently"_s));
    }

    void aNewTableIsMadeSavedAndRemoved()
    {
        QTest::mouseClick(button<QPushButton>(u"New table…"_s), Qt::LeftButton);
        QTRY_VERIFY(button<QPushButton>(u"Make table"_s));
        QVERIFY(!button<QPushButton>(u"Make table"_s)->isEnabled());
        auto* name = line(u"Name"_s);
        QTest::keyClicks(name, kTable.toLower());
        QVERIFY(!button<QPushButton>(u"Make table"_s)->isEnabled()); // there is one
        name->selectAll();
        QTest::keyClicks(name, u"Terms"_s);
        QTest::mouseClick(button<QPushButton>(u"Make table"_s), Qt::LeftButton);
        QTRY_COMPARE(names()->count(), 2);
        QVERIFY(button<QToolButton>(u"not used by any sync"_s));
        QTest::mouseClick(button<QPushButton>(u"Save table"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled() && says(u"Saved."_s), kPatienceMs);
        QTest::mouseClick(button<QPushButton>(u"Remove table…"_s), Qt::LeftButton);
        QTRY_VERIFY(button<QPushButton>(u"Remove"_s));
        QTest::mouseClick(button<QPushButton>(u"Remove"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled() && names()->count() == 1, kPatienceMs);
    }

    void everyPictureIsDrawnInLightAndDark()
    {
        m_window->open(Place{Screen::Lookups, kTable, 0, {}});
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
        QGuiApplication::clipboard()->setText(u"AU\tTWICE\nA*\tNONE\n\tEMPTY\n"_s);
        grid()->setFocus();
        grid()->setCurrentIndex(grid()->model()->index(grid()->model()->rowCount() - 1, 0));
        QTest::keySequence(grid(), QKeySequence::Paste);
        shot(u"lookups"_s);
        QTest::mouseClick(button<QPushButton>(u"History"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
        QVERIFY(!grid()->isVisible()); // in its place, with room for what changed
        shot(u"lookups-history"_s);
        QTest::mouseClick(button<QPushButton>(u"History"_s), Qt::LeftButton);
        QVERIFY(grid()->isVisible());
        while (button<QPushButton>(u"Undo"_s)->isEnabled())
            QTest::mouseClick(button<QPushButton>(u"Undo"_s), Qt::LeftButton);
        QVERIFY(!button<QPushButton>(u"Save table"_s)->isEnabled());
    }

    void closingMaySaveFirst()
    {
        const auto kept = [this] {
            return m_office->need(m_office->workbench().lookups()).first().rows.size();
        };
        const auto before = kept();
        QGuiApplication::clipboard()->setText(u"QQ\tNONE\n"_s);
        grid()->setFocus();
        grid()->setCurrentIndex(grid()->model()->index(grid()->model()->rowCount() - 1, 0));
        QTest::keySequence(grid(), QKeySequence::Paste);
        m_window->close();
        QTRY_VERIFY(m_window->findChild<QMessageBox*>(u"unsavedLookups"_s));
        answer(u"Save and close"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kPatienceMs);
        QCOMPARE(kept(), before + 1);
        m_window->show();
        QVERIFY(!button<QPushButton>(u"Save table"_s)->isEnabled());
    }

  private:
    void answer(const QString& words)
    {
        auto* question = m_window->findChild<QMessageBox*>(u"unsavedLookups"_s);
        for (QAbstractButton* choice : question->buttons())
            if (choice->text() == words) QTest::mouseClick(choice, Qt::LeftButton);
    }
    [[nodiscard]] QTableView* grid() const { return m_window->page()->findChild<LookupGrid*>()->table(); }
    [[nodiscard]] QListWidget* names() const { return m_window->page()->findChild<QListWidget*>(); }
    [[nodiscard]] QString cell(int row, int column) const { return text(grid(), row, column); }
    static QString text(const QTableView* table, int row, int column)
    {
        return table->model()->index(row, column).data().toString();
    }
    static QStringList texts(const QTableView* table)
    {
        QStringList all;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            for (int column = 0; column < table->model()->columnCount(); ++column)
                all += text(table, row, column);
        return all;
    }
    static QTableView* tableIn(const QWidget& within, const QString& name)
    {
        for (auto* table : within.findChildren<QTableView*>())
            if (table->accessibleName() == name) return table;
        qFatal("no table %s", qPrintable(name));
    }
    [[nodiscard]] QTableView* table(const QString& name) const { return tableIn(*m_window->page(), name); }
    static QPushButton* buttonIn(const QWidget& within, const QString& words)
    {
        for (auto* each : within.findChildren<QPushButton*>())
            if (each->text() == words) return each;
        return nullptr;
    }
    /// Visible, in the window or a dialog of it.
    template<class Button>
    [[nodiscard]] Button* button(const QString& words) const
    {
        for (auto* each : m_window->findChildren<Button*>())
            if (each->isVisible() && each->text() == words) return each;
        return nullptr;
    }
    [[nodiscard]] QLineEdit* line(const QString& name) const
    {
        for (auto* each : m_window->findChildren<QLineEdit*>())
            if (each->isVisible() && each->accessibleName() == name) return each;
        return nullptr;
    }
    static bool saysIn(const QWidget& within, const QString& words)
    {
        const auto labels = within.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    [[nodiscard]] bool says(const QString& words) const { return saysIn(*m_window, words); }
    static model::MappedField& ruleOf(model::MappingDocument& document, const QString& to)
    {
        for (auto& field : document.fields)
            if (field.to == to) return field;
        qFatal("no rule");
    }
    model::LookupTable kept()
    {
        for (const auto& each : m_office->need(m_office->workbench().lookups()))
            if (each.name == kTable) return each;
        return {};
    }
    /// Pictures, where TIEOUT_SHOTS names a folder for them.
    void shot(const QString& name)
    {
        const QString folder = qEnvironmentVariable("TIEOUT_SHOTS");
        if (folder.isEmpty()) return;
        for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
            m_theme->setChoice(choice);
            QTest::qWait(50);
            QWidget* widget = m_panel ? static_cast<QWidget*>(m_panel) : m_window.get();
            widget->grab().save(u"%1/%2-%3.png"_s.arg(folder, name, choiceName(choice)));
        }
        m_theme->setChoice(Theme::Choice::Light);
    }

    Language m_language;
    std::unique_ptr<PracticeOffice> m_office;
    Answers m_answers;
    QWidget* m_panel = nullptr;
};

QTEST_MAIN(TestLookupsPage)
#include "testlookupspage.moc"
