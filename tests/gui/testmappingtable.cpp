#include "gui/closedwonsheet.h"
#include "gui/mapping/fieldchoice.h"
#include "gui/mapping/formulaedit.h"
#include "gui/mapping/groupoptions.h"
#include "gui/mapping/listoptions.h"
#include "gui/mapping/mappingtable.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/tableview.h"
#include "gui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;
using Model = MappingTableModel;

/// The mapping as a table, worked with the keyboard alone.
class TestMappingTable final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::Australia));
        registerIcons();
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void init() { open(closedwon::complete()); }
    void cleanup()
    {
        m_table.reset();
        m_sheet.reset();
    }

    void theWholeMappingIsBuiltWithTheKeyboardAlone()
    {
        open(closedwon::empty());
        map(u"Contact.Name"_s, u"name"_s, u"Account › Name"_s);
        map(u"Reference"_s, u"numb"_s, u"Number"_s);
        map(u"Date"_s, u"close"_s, u"Close date"_s);
        write(u"DueDate"_s, {u"=[Clo"_s, u" + [Paym"_s, u""_s});
        map(u"CurrencyCode"_s, u"curr"_s, u"Currency"_s);
        write(u"Status"_s, {u"DRAFT"_s});
        map(u"LineItems"_s, u"prod"_s, u"Products"_s);
        write(u"LineItems.Description"_s, {u"=IF(ISBLANK([Desc"_s, u"), [Product n"_s, u", [Desc"_s, u")"_s});
        map(u"LineItems.Quantity"_s, u"quan"_s, u"Products › Quantity"_s);
        write(u"LineItems.UnitAmount"_s, {u"=ROUND([Sales"_s, u", 4)"_s});
        map(u"LineItems.DiscountRate"_s, u"disc"_s, u"Products › Discount"_s);
        write(u"LineItems.AccountCode"_s, {u"=\"200\""_s});
        write(u"LineItems.TaxType"_s, {u"=LOOKUP(\"Regi"_s, u", [Bill"_s, u")"_s});
        QCOMPARE(toJson(m_sheet->draft().document()).toPrettyBytes(),
                 toJson(closedwon::complete()).toPrettyBytes());
        QCOMPARE(m_sheet->draft().history().size(), 13);
        while (m_sheet->draft().undoable())
            m_sheet->draft().undo();
        QCOMPARE(toJson(m_sheet->draft().document()).toPrettyBytes(),
                 toJson(closedwon::empty()).toPrettyBytes());
    }

    void everyRowSaysWhereItsValueComesFromAndWhatItGives()
    {
        QCOMPARE(cell(u"Date"_s, Model::From), u"Close date"_s);
        QCOMPARE(cell(u"Date"_s, Model::SampleIn), u"12 Mar 2026"_s);
        QCOMPARE(cell(u"Date"_s, Model::SampleOut), u"12 Mar 2026"_s);
        QCOMPARE(cell(u"Status"_s, Model::From), u"always “Draft”"_s);
        QCOMPARE(cell(u"LineItems"_s, Model::From), u"one line for each of Products"_s);
        QCOMPARE(cell(u"LineItems"_s, Model::SampleOut), u"4 lines"_s);
        QCOMPARE(cell(u"Date"_s, Model::Formula), QString()); // as it is
        QCOMPARE(cell(u"LineItems"_s, Model::Formula), QString());
        QCOMPARE(cell(u"LineItems.TaxType"_s, Model::From), u"Account › Billing country"_s);
        QCOMPARE(cell(u"LineItems.TaxType"_s, Model::Formula),
                 u"LOOKUP(\"Region to tax rate\", [..Account › Billing country])"_s.prepend(u'='));
        QCOMPARE(cell(u"LineItems.TaxType"_s, Model::SampleIn), u"PL"_s);
        QCOMPARE(cell(u"LineItems.TaxType"_s, Model::SampleOut), u"Zero-rated export"_s);
        QCOMPARE(cell(u"BrandingTheme"_s, Model::From), u"not mapped"_s);
        QCOMPARE(cell(u"InvoiceID"_s, Model::From), u"filled by the other system"_s);
    }

    void lettersFindAFieldWhereverTheKeyboardStands()
    {
        goTo(u"Reference"_s);
        while (view()->currentIndex().column() < Model::SampleOut)
            QTest::keyClick(view(), Qt::Key_Right);
        QTest::keyClicks(view(), u"due"_s);
        QCOMPARE(m_table->currentTarget(), u"DueDate"_s);
        QTest::qWait(QApplication::keyboardInputInterval() + 50); // the end of a name is a pause
        QTest::keyClicks(view(), u"nam"_s);                       // within a name M is a letter
        QCOMPARE(m_table->currentTarget(), u"Contact.Name"_s);
        QVERIFY(!dialog<FieldChoice>());
        QTest::qWait(QApplication::keyboardInputInterval() + 50);
        QTest::keyClicks(view(), u"due"_s);
        QTest::keyClick(view(), Qt::Key_M); // no name goes on like that
        QVERIFY(dialog<FieldChoice>());
        QCOMPARE(m_table->currentTarget(), u"DueDate"_s);
    }

    void aFormulaIsTypedOverItsSourcesNotOverItsValues()
    {
        goTo(u"DueDate"_s);
        QTest::keyClick(view(), Qt::Key_F2);
        const auto* edit = view()->findChild<FormulaEdit*>();
        QVERIFY(edit);
        const QModelIndex row = view()->currentIndex();
        QCOMPARE(edit->geometry().left(), view()->visualRect(row.siblingAtColumn(Model::From)).left());
        QCOMPARE(edit->geometry().right(), view()->visualRect(row.siblingAtColumn(Model::Formula)).right());
    }

    void deleteRemovesTheRuleAndUndoBringsItBack()
    {
        goTo(u"Reference"_s);
        QTest::keyClick(view(), Qt::Key_Delete);
        QVERIFY(!m_sheet->draft().rule(u"Reference"_s));
        QCOMPARE(m_table->currentTarget(), u"Reference"_s);
        m_sheet->draft().undo();
        QVERIFY(!m_sheet->draft().isModified());
    }

    void rulesAreCopiedAndPasted()
    {
        goTo(u"LineItems.Quantity"_s);
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(view(), Qt::Key_Delete);
        QVERIFY(!m_sheet->draft().rule(u"LineItems.Quantity"_s));
        QTest::keyClick(view(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(formula(u"LineItems.Quantity"_s), u"=[Quantity]"_s);
        QGuiApplication::clipboard()->setText(u"nothing of ours"_s);
        const QSignalSpy refused(m_table.get(), &MappingTable::refused);
        QTest::keyClick(view(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(refused.count(), 1);
    }

    void whatHappensWhenEmptyAndANoteAreEditedInPlace()
    {
        goTo(u"Date"_s);
        while (view()->currentIndex().column() < Model::WhenEmpty)
            QTest::keyClick(view(), Qt::Key_Right);
        QTest::keyClick(view(), Qt::Key_F2);
        auto* box = view()->findChild<QComboBox*>();
        QVERIFY(box);
        QTest::keyClick(box, Qt::Key_End);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(int(m_sheet->draft().rule(u"Date"_s)->whenEmpty), int(model::WhenEmpty::Hold));
        QTest::keyClick(view(), Qt::Key_Right);
        QTest::keyClick(view(), Qt::Key_F2);
        auto* line = view()->findChild<QLineEdit*>();
        QVERIFY(line);
        QTest::keyClicks(line, u"As on the deal"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(m_sheet->draft().rule(u"Date"_s)->note, u"As on the deal"_s);
    }

    void aSecondSourceReplacesOrJoins()
    {
        goTo(u"Reference"_s);
        QTest::keyClick(view(), Qt::Key_M);
        FieldChoice* choice = dialog<FieldChoice>();
        QVERIFY(choice);
        QTest::keyClicks(choice->findChild<QLineEdit*>(), u"stage"_s);
        const auto ways = choice->findChildren<QRadioButton*>();
        QCOMPARE(ways.size(), 2);
        ways.last()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(ways.last(), Qt::Key_Space);
        QTest::keyClick(choice, Qt::Key_Return);
        QVERIFY2(formula(u"Reference"_s).contains(u"[Number]"_s) &&
                     formula(u"Reference"_s).contains(u"[StageName]"_s),
                 qPrintable(formula(u"Reference"_s)));
    }

    void aLostFieldsRuleIsMovedToAnother()
    {
        model::MappingDocument document = closedwon::complete();
        document.fields += closedwon::rule(u"OldField"_s, u"=[StageName]"_s);
        open(document);
        QVERIFY(cell(u"OldField"_s, Model::Problem).contains(u"not known"_s));
        goTo(u"OldField"_s);
        QTest::keyClick(view(), Qt::Key_M);
        FieldChoice* choice = dialog<FieldChoice>();
        QVERIFY(choice);
        QTest::keyClicks(choice->findChild<QLineEdit*>(), u"brand"_s);
        QTest::keyClick(choice, Qt::Key_Return);
        QCOMPARE(formula(u"BrandingTheme"_s), u"=[StageName]"_s);
        QVERIFY(!m_sheet->draft().rule(u"OldField"_s));
    }

    void theFiltersLeaveTheRowsThatTheyName()
    {
        m_sheet->draft().remove({u"LineItems.AccountCode"_s});
        m_table->setShow(MappingCanvas::Show::Problems);
        QCOMPARE(m_table->model()->row(u"Date"_s), -1);
        QVERIFY(m_table->model()->row(u"LineItems.AccountCode"_s) > 0); // under its list
        QVERIFY(m_table->model()->row(u"LineItems"_s) >= 0);
        m_table->setShow(MappingCanvas::Show::Unmapped);
        QVERIFY(m_table->model()->row(u"BrandingTheme"_s) >= 0);
        QCOMPARE(m_table->model()->row(u"Reference"_s), -1);
        m_table->setShow(MappingCanvas::Show::All);
        m_table->setSearch(Side::Target, u"tax"_s);
        QCOMPARE(m_table->model()->rowCount(), 2);
        m_table->setSearch(Side::Target, {});
        m_table->setSearch(Side::Source, u"Close"_s);
        QVERIFY(m_table->model()->row(u"DueDate"_s) >= 0);
        QCOMPARE(m_table->model()->row(u"Status"_s), -1);
    }

    void aScreenReaderHearsTheFieldItsSourceAndItsProblem()
    {
        m_sheet->draft().setFormula(u"Date"_s, u"=[CloseDat]"_s);
        const QModelIndex index = m_table->model()->index(m_table->model()->row(u"Date"_s), Model::Target);
        const QString spoken = index.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.startsWith(u"Date, required"_s), qPrintable(spoken));
        QVERIFY2(spoken.contains(u"problem:"_s), qPrintable(spoken));
        QAccessibleInterface* table = QAccessible::queryAccessibleInterface(view());
        QVERIFY(table && table->tableInterface());
        QAccessibleInterface* heard = table->tableInterface()->cellAt(index.row(), Model::Target);
        QVERIFY(heard);
        QCOMPARE(heard->text(QAccessible::Name), spoken);
    }

    void linesAreFilteredAndSortedAndAnotherSourceIsAdded()
    {
        ListOptions options(*m_sheet, u"LineItems"_s, m_table.get());
        options.setAttribute(Qt::WA_DeleteOnClose, false);
        options.open();
        const auto edits = options.findChildren<FormulaEdit*>();
        QCOMPARE(edits.size(), 3);
        QTest::keyClicks(edits[1], u"=[Quantity] > 0"_s);
        QTest::keyClicks(edits[2], u"=[Product name]"_s);
        QTest::keyClick(edits[2], Qt::Key_Return);
        const model::MappedField* rule = m_sheet->draft().rule(u"LineItems"_s);
        QCOMPARE(rule->filter, u"=[Quantity] > 0"_s);
        QCOMPARE(rule->sort, u"=[ProductName]"_s);
        m_sheet->draft().addBranch(u"LineItems"_s, u"[.]"_s);
        QVERIFY(m_table->model()->row(u"LineItems#2"_s) > 0);
        QCOMPARE(cell(u"LineItems#2"_s, Model::From), u"one line for the record itself"_s);
    }

    void rowsAreGroupedFromTheDialog()
    {
        const QByteArray before = toJson(m_sheet->draft().document()).toBytes();
        const auto tick = [](const GroupOptions& options, const QString& words, Qt::CheckState state) {
            auto* list = options.findChild<QListWidget*>();
            const auto found = list->findItems(words, Qt::MatchExactly);
            if (found.size() == 1) found.first()->setCheckState(state);
            return found.size() == 1;
        };
        const auto press = [](const GroupOptions& options, const QString& words) {
            for (QPushButton* button : options.findChildren<QPushButton*>())
                if (button->text() == words) QTest::mouseClick(button, Qt::LeftButton);
        };
        auto* options = new GroupOptions(*m_sheet, m_table.get());
        options->show();
        QVERIFY(tick(*options, u"Number"_s, Qt::Checked));
        press(*options, u"Add a total"_s);
        options->findChild<QLineEdit*>()->setText(u" Total "_s);
        options->findChild<FormulaEdit*>()->setStored(u"=SUM([Rows.Amount])"_s);
        press(*options, u"Add a total"_s); // without a name: none
        press(*options, u"Apply"_s);
        const auto group = m_sheet->draft().document().group;
        QVERIFY(group);
        QCOMPARE(group->keys, QStringList{u"Number"_s});
        QCOMPARE(group->rows, u"Rows"_s);
        QCOMPARE(group->aggregates.size(), 1);
        QCOMPARE(group->aggregates[0].name, u"Total"_s);
        QCOMPARE(group->aggregates[0].formula, u"=SUM([Rows.Amount])"_s);
        QCOMPARE(m_sheet->draft().undoable()->kind, mapping::Edit::Kind::Group);
        // A key that the rows have lost stays until a person takes it away.
        auto changed = *group;
        changed.keys = {u"Number"_s, u"Account.Name"_s, u"Old"_s};
        m_sheet->draft().setGroup(changed);
        for (const auto& [words, keys] : {std::pair{u"Account.Name"_s, QStringList{u"Number"_s, u"Old"_s}},
                                          std::pair{u"Old (no longer there)"_s, QStringList{u"Number"_s}},
                                          std::pair{u"Number"_s, QStringList()}}) {
            options = new GroupOptions(*m_sheet, m_table.get());
            options->show();
            QVERIFY2(tick(*options, words, Qt::Unchecked), qPrintable(words));
            press(*options, u"Apply"_s);
            const auto now = m_sheet->draft().document().group;
            QCOMPARE(now ? now->keys : QStringList(), keys);
        }
        while (m_sheet->draft().undoable())
            m_sheet->draft().undo();
        QCOMPARE(toJson(m_sheet->draft().document()).toBytes(), before);
    }

    void aNoteIsHeardAndShownAtItsField()
    {
        m_sheet->draft().setNote(u"Date"_s, u"as <agreed>"_s);
        const QModelIndex field = m_table->model()->index(m_table->model()->row(u"Date"_s), Model::Target);
        QVERIFY(field.data(Qt::AccessibleTextRole).toString().contains(u"has a note: as <agreed>"_s));
        QVERIFY(field.data(Qt::ToolTipRole).toString().contains(u"Note: as &lt;agreed&gt;"_s));
        QCOMPARE(cell(u"Date"_s, Model::Note), u"as <agreed>"_s);
    }

    void allThatIsWrongWithARuleIsInItsTooltip()
    {
        m_sheet->draft().setFormula(u"Reference"_s, u"=RUOND([Amount]) & [Nmae] & FOO(1)"_s);
        const QString shown = cell(u"Reference"_s, Model::Problem);
        QVERIFY2(shown.startsWith(u"▲"_s) && shown.endsWith(u"(and 2 more)"_s), qPrintable(shown));
        const QModelIndex problem =
            m_table->model()->index(m_table->model()->row(u"Reference"_s), Model::Problem);
        QCOMPARE(problem.data(Qt::ToolTipRole).toString().count(u"▲"_s), 3);
    }

    void eachFaultOfADamagedDocumentIsMarkedAtItsRule()
    {
        service::MappingBench bench = closedwon::bench(closedwon::complete());
        const auto fault = [](const QString& path) {
            Error error;
            error.code = u"mapping.syntax"_s;
            error.facts = {path, u"is not a text"_s};
            return error;
        };
        bench.faults = {fault(u"version"_s), fault(u"fields[1].whenEmpty"_s),
                        fault(u"fields[%1].fields[0].formula"_s.arg(bench.document.fields.size() - 1))};
        m_sheet->open(bench, 0);
        QVERIFY(m_sheet->isReadOnly());
        QCOMPARE(m_sheet->problems(), 2);
        const QString second = mapping::targetKeyOf(bench.document.fields[1].to);
        const QString words = u"▲"_s;
        for (const QString& key : {second, u"LineItems.Description"_s})
            QVERIFY2(cell(key, Model::Problem).startsWith(words) &&
                         cell(key, Model::Problem).contains(u"cannot be read"_s),
                     qPrintable(key + u' ' + cell(key, Model::Problem)));
    }

    void nothingIsEditedInADocumentThatCannotBeRead()
    {
        service::MappingBench bench = closedwon::bench(closedwon::complete());
        bench.faults = {Error()};
        m_sheet->open(bench, 0);
        goTo(u"Reference"_s);
        QTest::keyClick(view(), Qt::Key_Delete);
        QTest::keyClick(view(), Qt::Key_M);
        QTest::keyClick(view(), Qt::Key_F2);
        QVERIFY(!dialog<FieldChoice>());
        QVERIFY(!view()->findChild<FormulaEdit*>());
        QVERIFY(!m_sheet->draft().isModified());
    }

  private:
    void open(const model::MappingDocument& document)
    {
        m_table.reset();
        m_sheet = std::make_unique<Worksheet>();
        closedwon::fill(*m_sheet, document);
        m_table = std::make_unique<MappingTable>(*m_sheet);
        m_table->resize(1200, 700);
        m_table->show();
        m_table->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
        view()->setFocus();
    }
    [[nodiscard]] TableView* view() const { return m_table->view(); }
    void goTo(const QString& target)
    {
        const int row = m_table->model()->row(target);
        QVERIFY2(row >= 0, qPrintable(target));
        QTest::keyClick(view(), Qt::Key_Home, Qt::ControlModifier);
        while (view()->currentIndex().row() < row)
            QTest::keyClick(view(), Qt::Key_Down);
        QCOMPARE(m_table->currentTarget(), target);
    }
    void map(const QString& target, const QString& typed, const QString& source)
    {
        goTo(target);
        QTest::keyClick(view(), Qt::Key_M);
        FieldChoice* choice = dialog<FieldChoice>();
        QVERIFY2(choice, qPrintable(target));
        auto* search = choice->findChild<QLineEdit*>();
        QTest::keyClicks(search, typed);
        const auto* list = choice->findChild<QListWidget*>();
        for (int i = 0; i < list->count() && list->currentItem()->text() != source; ++i)
            QTest::keyClick(search, Qt::Key_Down);
        QCOMPARE(list->currentItem()->text(), source);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY2(m_sheet->draft().rule(target), qPrintable(target));
    }
    /// Types the pieces of a formula; between them Tab takes what is offered.
    void write(const QString& target, const QStringList& pieces)
    {
        m_table->activateWindow(); // a dialog had been in front
        QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
        goTo(target);
        QTest::keyClick(view(), Qt::Key_F2);
        auto* edit = view()->findChild<FormulaEdit*>();
        QVERIFY2(edit && edit->hasFocus(), qPrintable(target));
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            QTest::keyClicks(edit, pieces[i]);
            if (i + 1 == pieces.size()) break;
            QVERIFY2(edit->isCompleting(), qPrintable(edit->toPlainText()));
            QTest::keyClick(edit, Qt::Key_Tab);
        }
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(!view()->findChild<FormulaEdit*>());
    }
    template<class Dialog>
    [[nodiscard]] Dialog* dialog() const
    {
        for (Dialog* found : m_table->findChildren<Dialog*>()) {
            if (found->isVisible()) return found;
        }
        return nullptr;
    }
    [[nodiscard]] QString cell(const QString& target, int column) const
    {
        return m_table->model()->index(m_table->model()->row(target), column).data().toString();
    }
    [[nodiscard]] QString formula(const QString& target) const
    {
        const model::MappedField* rule = m_sheet->draft().rule(target);
        return rule ? rule->formula : QString();
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Worksheet> m_sheet;
    std::unique_ptr<MappingTable> m_table;
};

QTEST_MAIN(TestMappingTable)
#include "testmappingtable.moc"
