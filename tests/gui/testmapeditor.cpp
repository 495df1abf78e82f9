#include "connectors/files/xlsx/xlsxreader.h"
#include "gui/mapping/automapdialog.h"
#include "gui/mapping/fieldchoice.h"
#include "gui/mapping/formulabar.h"
#include "gui/mapping/formulaedit.h"
#include "gui/mapping/groupoptions.h"
#include "gui/mapping/listoptions.h"
#include "gui/mapping/mapeditor.h"
#include "gui/mapping/mappingtable.h"
#include "gui/mapping/sheetdialog.h"
#include "gui/mapping/sheetpaper.h"
#include "gui/mapping/versions.h"
#include "gui/mapping/whyvalue.h"
#include "gui/widgets/tableview.h"
#include "store/store.h"
#include "support/practicewindow.h"
#include "support/tasks.h"

#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QRegularExpression>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;

/// The Map step in the window, over the practice company: real records, versions, leaving, the sheet.
class TestMapEditor final : public QObject, private support::PracticeWindow
{
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::Australia));
        start({u"xero"_s, u"salesforce"_s}, 40);
        connectSystem(u"Connect Xero"_s);
        connectSystem(u"Connect Salesforce"_s);
        m_window->open(Place{Screen::Syncs, {}, 0, u"new"_s});
        QVERIFY(press(u"Use this template"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_workbench->flows().size(), 1, kPatienceMs);
        m_flow = m_workbench->flows().first().flow.id;
    }

    void cleanupTestCase() { stop(); }

    void aRealRecordShowsItsValues()
    {
        QVERIFY(openMap());
        QVERIFY(!editor()->sheet().content()->source.nodes().empty());
        QVERIFY(!editor()->sheet().content()->target.nodes().empty());
        const mapping::LiveValue* date = editor()->sheet().value(u"Date"_s);
        QVERIFY(date && !date->fault && date->value.date());
        QCOMPARE(editor()->versionWords(), u"Version 1"_s);
        shot(u"map-canvas"_s);
    }

    void aChoiceOnTheCanvasFillsTheBar()
    {
        QVERIFY(openMap());
        editor()->canvas()->setCurrentTarget(u"LineItems.TaxType"_s);
        QTRY_COMPARE(editor()->bar()->target(), u"LineItems.TaxType"_s);
        QVERIFY(editor()->bar()->editor()->toPlainText().contains(u"Billing country"_s, Qt::CaseInsensitive));
        shot(u"map-bar"_s);
    }

    void bothViewsShowTheSameDraft()
    {
        QVERIFY(openMap());
        editor()->setView(MapEditor::View::Table);
        shot(u"map-table"_s);
        editor()->table()->setCurrentTarget(u"Reference"_s);
        QTest::keyClick(editor()->table()->view(), Qt::Key_Delete);
        QVERIFY(editor()->isModified());
        QCOMPARE(editor()->versionWords(), u"Version 1, unsaved"_s);
        editor()->setView(MapEditor::View::Canvas);
        QVERIFY(!editor()->sheet().draft().rule(u"Reference"_s));
        QTest::keyClick(editor()->canvas(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!editor()->isModified());
    }

    void suggestionsHaveReasonsAndAreOneStep()
    {
        QVERIFY(openMap());
        const model::MappingDocument before = editor()->sheet().draft().document();
        editor()->sheet().draft().remove({u"Date"_s, u"CurrencyCode"_s, u"LineItems.Quantity"_s});
        QVERIFY(press(u"Auto-map"_s));
        auto* dialog = m_window->findChild<AutoMapDialog*>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        picture(*dialog, u"auto-map"_s);
        dialog->findChild<QPushButton*>(u"takeAll"_s)->click();
        QVERIFY(editor()->sheet().draft().rule(u"LineItems.Quantity"_s));
        QCOMPARE(editor()->sheet().draft().history().size(), 2);
        editor()->sheet().draft().undo();
        QVERIFY(!editor()->sheet().draft().rule(u"LineItems.Quantity"_s));
        editor()->sheet().draft().undo();
        QVERIFY(editor()->sheet().draft().document() == before);
    }

    void whatIsTypedIsCompletedBesideTheBar()
    {
        QVERIFY(openMap());
        editor()->canvas()->setCurrentTarget(u"InvoiceNumber"_s);
        QTRY_COMPARE(editor()->bar()->target(), u"InvoiceNumber"_s);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        editor()->bar()->edit();
        QTest::keyClicks(editor()->bar()->editor(), u"=LEFT([Na"_s);
        QVERIFY(editor()->bar()->editor()->isCompleting());
        shot(u"map-completion"_s);
        QTest::keyClick(editor()->bar()->editor(), Qt::Key_Escape);
        QTest::keyClick(editor()->bar()->editor(), Qt::Key_Escape);
        QVERIFY(!editor()->isModified());
    }

    void theDialogsOpenForTheirFields()
    {
        QVERIFY(openMap());
        const QString tax = u"LineItems.TaxType"_s;
        QVERIFY(WhyValue::steps(editor()->sheet(), tax).size() > 2);
        WhyValue why(editor()->sheet(), tax, editor());
        ListOptions list(editor()->sheet(), u"LineItems"_s, editor());
        GroupOptions group(editor()->sheet(), editor());
        for (QDialog* dialog : std::initializer_list<QDialog*>{&why, &list, &group}) {
            dialog->setAttribute(Qt::WA_DeleteOnClose, false);
            dialog->open();
            picture(*dialog, dialog->objectName());
            dialog->close();
        }
        editor()->setView(MapEditor::View::Table);
        editor()->table()->setCurrentTarget(tax);
        QTest::keyClick(editor()->table()->view(), Qt::Key_M);
        auto* choice = m_window->findChild<FieldChoice*>();
        QVERIFY(choice && choice->isVisible());
        picture(*choice, u"choice"_s);
        choice->close();
        editor()->setView(MapEditor::View::Canvas);
    }

    void theStepsToUndoHaveNames()
    {
        QVERIFY(openMap());
        editor()->sheet().draft().setFormula(u"DueDate"_s, u"=[CloseDate]"_s);
        editor()->sheet().draft().settle();
        auto* undo = m_window->findChild<QToolButton*>(u"undo"_s);
        QVERIFY2(undo->toolTip().startsWith(u"Undo: formula of Due"_s), qPrintable(undo->toolTip()));
        Q_EMIT undo->menu()->aboutToShow();
        QCOMPARE(undo->menu()->actions().size(), 1);
        undo->menu()->actions().first()->trigger();
        QVERIFY(!editor()->isModified());
    }

    void whatIsNotSavedStaysOverTheOtherSteps()
    {
        QVERIFY(openMap());
        editor()->sheet().draft().setNote(u"Date"_s, u"kept"_s);
        m_window->open(Place{Screen::Syncs, m_flow, 0, u"rules"_s});
        QVERIFY(!m_window->findChild<QToolButton*>(u"undo"_s)->isVisible());
        m_window->open(Place{Screen::Overview, {}, 0, {}});
        QVERIFY(openMap());
        QVERIFY(editor()->isModified());
        QCOMPARE(editor()->sheet().draft().rule(u"Date"_s)->note, u"kept"_s);
    }

    void leavingAsksAboutWhatIsNotSaved()
    {
        QVERIFY(editor()->isModified());
        QVERIFY(press(u"‹"_s));
        auto* question = m_window->findChild<QMessageBox*>(u"leaveMapping"_s);
        QTRY_VERIFY(question && question->isVisible());
        const auto choose = [](const QMessageBox& asked, const QString& words) {
            for (QAbstractButton* button : asked.buttons()) {
                if (button->text() == words) button->click();
            }
        };
        choose(*question, u"Stay here"_s);
        QVERIFY(editor()->isModified() && editor()->isVisible());
        QVERIFY(press(u"‹"_s));
        question = nullptr;
        for (auto* found : m_window->findChildren<QMessageBox*>(u"leaveMapping"_s))
            if (found->isVisible()) question = found;
        QVERIFY(question);
        choose(*question, u"Drop the changes"_s);
        QVERIFY(!editor()->isModified() && !editor()->isVisible());
    }

    void savingMakesAVersion()
    {
        QVERIFY(openMap());
        editor()->sheet().draft().setNote(u"Date"_s, u"As on the deal"_s);
        QVERIFY(editor()->isModified());
        m_window->findChild<QPushButton*>(u"saveMapping"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(editor()->versionWords(), u"Version 2"_s, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
        QCOMPARE(m_workbench->flows().first().flow.mapping.version, 2);
        // And once more, on top of it.
        editor()->sheet().draft().setNote(u"Date"_s, u"As on the deal, always"_s);
        m_window->findChild<QPushButton*>(u"saveMapping"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(editor()->versionWords(), u"Version 3"_s, kPatienceMs);
    }

    void theSheetHasEveryRuleAndWhatChanged()
    {
        QVERIFY(openMap());
        SheetDialog sheet(m_desk, editor()->sheet(), editor());
        sheet.setAttribute(Qt::WA_DeleteOnClose, false);
        const QString html = sheetHtml(sheet.sheet());
        for (const QString& word : {u"Version 3"_s, u"Due date"_s, u"Region to tax rate"_s, u"Approved by"_s})
            QVERIFY2(html.contains(word, Qt::CaseInsensitive), qPrintable(word));
        QVERIFY(sheet.sheet().rows.size() >= 15);
        picture(sheet, u"sheet"_s);
        const QString folder = qEnvironmentVariable("TIEOUT_SHOTS");
        const QString pdf = (folder.isEmpty() ? m_folder.path() : folder) + u"/sheet.pdf"_s;
        sheet.saveTo(pdf);
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF-") && bytes.trimmed().endsWith("%%EOF"));
        QCOMPARE(pagesOf(bytes), 3); // rules, rules and the lookup table, its rest and the lines to sign
    }

    void theSheetMarksWhatChangedSinceAVersion()
    {
        QVERIFY(openMap());
        editor()->sheet().draft().setFormula(u"DueDate"_s, u"=[CloseDate] + 7"_s);
        editor()->sheet().draft().remove({u"Reference"_s});
        SheetDialog sheet(m_desk, editor()->sheet(), editor());
        sheet.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(sheet.sheet().since.isEmpty());
        auto* since = sheet.findChild<QComboBox*>();
        const auto markedSince = [&](int version) {
            since->setCurrentIndex(since->findData(version));
            const QString words = u"since version %1"_s.arg(version);
            return QTest::qWaitFor([&] { return sheet.sheet().since.contains(words); }, kPatienceMs);
        };
        const auto changed = [&] {
            QStringList found;
            for (const MappingSheet::Row& row : sheet.sheet().rows)
                if (!row.change.isEmpty()) found += row.target + u": "_s + row.change;
            return found.join(u'\n');
        };
        QVERIFY(markedSince(1));
        const QString first = changed();
        QVERIFY2(first.contains(u"Date: Note"_s, Qt::CaseInsensitive), qPrintable(first));
        QVERIFY2(first.contains(u"Due Date: "_s, Qt::CaseInsensitive), qPrintable(first));
        QVERIFY2(first.contains(u"Reference: "_s, Qt::CaseInsensitive), qPrintable(first));
        QCOMPARE(first.count(u'\n'), 2);
        QVERIFY(sheet.sheet().rows.last().removed);
        const QString html = sheetHtml(sheet.sheet());
        QVERIFY(html.contains(u"changes since version 1"_s));
        int width = 0; // all columns have their room
        static const QRegularExpression kHead(u"<th [^>]*width=\"(\\d+)%\""_s);
        for (auto heads = kHead.globalMatch(html.section(u"</thead>"_s, 0, 0)); heads.hasNext();)
            width += heads.next().captured(1).toInt();
        QCOMPARE(width, 100);
        picture(sheet, u"sheet-since"_s);
        QVERIFY(markedSince(2));
        QVERIFY2(changed().contains(u"As on the deal"_s), qPrintable(changed()));
        since->setCurrentIndex(0);
        QVERIFY(sheet.sheet().since.isEmpty() && changed().isEmpty());
        editor()->sheet().draft().undo();
        editor()->sheet().draft().undo();
        QVERIFY(!editor()->isModified());
    }

    void theSpreadsheetHoldsTheSameCells()
    {
        QVERIFY(openMap());
        SheetDialog sheet(m_desk, editor()->sheet(), editor());
        sheet.setAttribute(Qt::WA_DeleteOnClose, false);
        const QString path = m_folder.filePath(u"sheet.xlsx"_s);
        bool saved = false;
        connect(&sheet, &SheetDialog::saved, this, [&saved] { saved = true; });
        sheet.saveTo(path);
        QTRY_VERIFY_WITH_TIMEOUT(saved, kPatienceMs);
        const QList<model::Report::Row> wanted = sheetReport(sheet.sheet()).sheets.first().rows;
        QVERIFY(wanted.size() > 20);
        auto file = std::make_unique<QFile>(path);
        QVERIFY(file->open(QIODevice::ReadOnly));
        auto reader = connectors::XlsxReader::open(std::move(file), u"sheet.xlsx"_s, {}, {});
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().text));
        qsizetype filled = 0;
        for (auto next = (*reader)->next(); next && *next; next = (*reader)->next()) {
            const QStringList cells = wanted.value((*reader)->line() - 1).cells;
            QVERIFY((*reader)->width() <= cells.size());
            for (int column = 0; column < int(cells.size()); ++column)
                QCOMPARE((*reader)->text(column), cells[column]);
            filled += cells.join(QString()).isEmpty() ? 0 : 1;
        }
        const auto expected = std::count_if(wanted.begin(), wanted.end(), [](const model::Report::Row& row) {
            return !row.cells.join(QString()).isEmpty();
        });
        QCOMPARE(filled, expected);
    }

    void closingTheProgramAsksAboutWhatIsNotSaved_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<bool>("keeps"); // the note is in the newest version
        QTest::newRow("stay") << u"Stay here"_s << false << false;
        QTest::newRow("save") << u"Save"_s << true << true;
        QTest::newRow("drop") << u"Drop the changes"_s << true << false;
    }
    void closingTheProgramAsksAboutWhatIsNotSaved()
    {
        QFETCH(QString, answer);
        QFETCH(bool, closes);
        QFETCH(bool, keeps);
        QVERIFY(openMap());
        const QString note = u"closing, "_s + answer;
        editor()->sheet().draft().setNote(u"Reference"_s, note);
        const int version = m_workbench->flows().first().flow.mapping.version;
        m_window->open(Place{Screen::Overview, {}, 0, {}}); // from any screen
        m_window->close();
        QVERIFY(m_window->isVisible());
        const auto asked = [this]() -> QMessageBox* {
            for (auto* found : m_window->findChildren<QMessageBox*>(u"leaveMapping"_s))
                if (found->isVisible()) return found;
            return nullptr;
        };
        QTRY_VERIFY(asked());
        for (QAbstractButton* button : asked()->buttons())
            if (button->text() == answer) button->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isVisible() != closes, kPatienceMs);
        m_window->show();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
        QCOMPARE(m_workbench->flows().first().flow.mapping.version, version + (keeps ? 1 : 0));
        QCOMPARE(editor()->isModified(), !closes);
        const model::MappedField* rule = editor()->sheet().draft().rule(u"Reference"_s);
        QCOMPARE(rule && rule->note == note, keeps || !closes);
        if (!closes) editor()->sheet().draft().undo();
    }

    void aFormulaFaultIsShown()
    {
        QVERIFY(openMap());
        editor()->sheet().draft().setFormula(u"DueDate"_s, u"=[CloseDate] + RUOND([Amount], 2)"_s);
        editor()->canvas()->setCurrentTarget(u"DueDate"_s);
        QTRY_COMPARE(editor()->bar()->target(), u"DueDate"_s);
        shot(u"map-error"_s);
        editor()->sheet().draft().undo();
    }

    void aDamagedMappingIsLookedAtAndRestored()
    {
        closeWindow();
        {
            auto store = store::Store::open(m_folder.filePath(u"workspace/workspace.tieout"_s),
                                            store::Access::ReadWrite, store::Threading::Inline);
            QVERIFY(store);
            support::ManualClock clock;
            const auto edited =
                support::runTask((*store)->write<bool>([](store::Database& database) -> Result<bool> {
                    auto done = database.execute(
                        u"UPDATE flow SET document = replace(document, '\"=[CloseDate]\"', '17')"_s);
                    if (!done) return tl::unexpected(done.error());
                    return true;
                }),
                                 clock);
            QVERIFY(edited);
        }
        openWindow();
        QVERIFY(openMap());
        const Worksheet& sheet = editor()->sheet();
        QVERIFY(sheet.isReadOnly() && sheet.problems() > 0);
        QCOMPARE(sheet.findings(u"Date"_s).first().finding.code, u"mapping.damaged-rule"_s);
        QVERIFY(says(u"can only be looked at"_s));
        shot(u"map-damaged"_s);
        for (QAction* action : m_window->findChildren<QAction*>())
            if (action->text() == u"Versions…"_s) action->trigger();
        auto* panel = m_window->findChild<VersionsPanel*>();
        QVERIFY(panel);
        TableView* list = nullptr;
        for (auto* table : panel->findChildren<TableView*>())
            if (table->accessibleName() == u"Versions of this mapping"_s) list = table;
        QVERIFY(list);
        QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() > 1, kPatienceMs);
        list->setCurrentIndex(list->model()->index(list->model()->rowCount() - 1, 0));
        QTRY_VERIFY_WITH_TIMEOUT(button(u"Restore this version"_s), kPatienceMs);
        QVERIFY(press(u"Restore this version"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!sheet.isReadOnly(), kPatienceMs);
        QCOMPARE(sheet.draft().rule(u"Date"_s)->formula, u"=[CloseDate]"_s);
        QVERIFY(!editor()->isModified());
    }

  private:
    void connectSystem(const QString& words)
    {
        m_window->open(Place{Screen::Connections, {}, 0, u"new"_s});
        QVERIFY(press(words));
        QVERIFY(press(u"Connect practice company"_s));
        QVERIFY(press(u"Connect this organisation"_s));
        QTRY_VERIFY_WITH_TIMEOUT(button(u"Finish"_s), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->isSettled(), kPatienceMs);
        QVERIFY(press(u"Finish"_s));
    }
    [[nodiscard]] static qsizetype pagesOf(const QByteArray& pdf)
    {
        static const QRegularExpression kPage(u"/Type /Page\\b"_s);
        qsizetype pages = 0;
        for (auto found = kPage.globalMatch(QString::fromLatin1(pdf)); found.hasNext(); found.next())
            ++pages;
        return pages;
    }
    [[nodiscard]] MapEditor* editor() const { return m_window->findChild<MapEditor*>(); }
    [[nodiscard]] bool openMap()
    {
        m_window->open(Place{Screen::Syncs, m_flow, 0, u"map"_s});
        return QTest::qWaitFor(
            [this] {
                return m_window->page()->isSettled() && editor() && !editor()->versionWords().isEmpty() &&
                       !editor()->sheet().sample().record.isNull();
            },
            kPatienceMs);
    }
    static void picture(QWidget& widget, const QString& name)
    {
        const QString folder = qEnvironmentVariable("TIEOUT_SHOTS");
        if (!folder.isEmpty()) QVERIFY(widget.grab().save(u"%1/%2.png"_s.arg(folder, name)));
    }
    /// Pictures for the eye, where a folder is named.
    void shot(const QString& name)
    {
        const QString folder = qEnvironmentVariable("TIEOUT_SHOTS");
        if (folder.isEmpty()) return;
        for (const auto choice : {Theme::Choice::Dark, Theme::Choice::Light}) {
            m_theme->setChoice(choice);
            for (const QSize size : {QSize(1920, 1080), QSize(1280, 800)}) {
                m_window->resize(size);
                for (int turn = 0; turn < 8; ++turn) // every layout request of the last
                    QCoreApplication::processEvents();
                QVERIFY(m_window->grab().save(
                    u"%1/%2-%3-%4.png"_s.arg(folder, name, choiceName(choice)).arg(size.width())));
            }
        }
    }

    QString m_flow;
};

QTEST_MAIN(TestMapEditor)
#include "testmapeditor.moc"
