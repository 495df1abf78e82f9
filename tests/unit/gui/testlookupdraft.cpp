#include "gui/lookups/lookupdraft.h"
#include "gui/lookups/lookuprows.h"
#include "gui/lookups/pastedrows.h"
#include "mapping/lookuptables.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;
using Note = LookupRows::Note;
using Row = model::LookupTable::Row;

namespace {

model::LookupTable table(const QList<Row>& rows)
{
    model::LookupTable made;
    made.name = u"Regions"_s;
    made.rows = rows;
    return made;
}

} // namespace

/// The rows of a lookup table while they are edited.
class TestLookupDraft : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aSpreadsheetsClipboardBecomesCells_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<QStringList>>("rows");
        using Cells = QList<QStringList>;
        QTest::newRow("two columns") << u"AU\tOUTPUT\r\nNZ\tNONE\r\n"_s
                                     << Cells{{u"AU"_s, u"OUTPUT"_s}, {u"NZ"_s, u"NONE"_s}};
        QTest::newRow("one column, no line end at the end") << u"AU\nNZ"_s << Cells{{u"AU"_s}, {u"NZ"_s}};
        QTest::newRow("quoted cell with a line end and a quote")
            << u"\"a\nb\"\t\"say \"\"hi\"\"\"\nc\td\n"_s
            << Cells{{u"a\nb"_s, u"say \"hi\""_s}, {u"c"_s, u"d"_s}};
        QTest::newRow("a quote inside a cell is a quote")
            << u"5\" pipe\tA\n"_s << Cells{{u"5\" pipe"_s, u"A"_s}};
        QTest::newRow("a quote that is never closed")
            << u"\"AU\tOUTPUT\nNZ\tNONE"_s << Cells{{u"\"AU"_s, u"OUTPUT"_s}, {u"NZ"_s, u"NONE"_s}};
        QTest::newRow("empty cells and rows between")
            << u"A\t\n\n\tB\n\n\n"_s << Cells{{u"A"_s, QString()}, {QString()}, {QString(), u"B"_s}};
        QTest::newRow("old Macintosh") << u"A\tB\rC\tD"_s << Cells{{u"A"_s, u"B"_s}, {u"C"_s, u"D"_s}};
        QTest::newRow("nothing") << QString() << Cells();
    }
    void aSpreadsheetsClipboardBecomesCells()
    {
        QFETCH(QString, text);
        QFETCH(QList<QStringList>, rows);
        QCOMPARE(pastedRows(text, 100), rows);
    }

    void copiedRowsComeBackThroughPaste()
    {
        const QList<QStringList> rows{{u"a\tb"_s, u"c\nd"_s}, {u"\"x\""_s, QString()}, {u"plain"_s, u"é"_s}};
        QCOMPARE(pastedRows(copiedRows(rows), 100), rows);
        QCOMPARE(pastedRows(u"a\n"_s.repeated(1000), 10).size(), 10);
    }

    void rowsThatNeverCountAreMarked_data()
    {
        QTest::addColumn<QList<Row>>("rows");
        QTest::addColumn<QList<int>>("notes");
        const auto notes = [](std::initializer_list<Note> list) {
            QList<int> numbers;
            for (const Note note : list)
                numbers += int(note);
            return numbers;
        };
        QTest::newRow("sound") << QList<Row>{{u"AU"_s, u"1"_s}, {u"N?"_s, u"2"_s}, {u"*"_s, u"3"_s}}
                               << notes({Note::None, Note::Pattern, Note::Pattern});
        QTest::newRow("twice, case and blanks aside")
            << QList<Row>{{u"AU"_s, u"1"_s}, {u" au "_s, u"2"_s}} << notes({Note::None, Note::Twice});
        QTest::newRow("an exact row after * still counts")
            << QList<Row>{{u"*"_s, u"1"_s}, {u"AU"_s, u"2"_s}} << notes({Note::Pattern, Note::None});
        QTest::newRow("a pattern after * does not")
            << QList<Row>{{u"*"_s, u"1"_s}, {u"A*"_s, u"2"_s}} << notes({Note::Pattern, Note::Unreached});
        QTest::newRow("without a value")
            << QList<Row>{{u"AU"_s, u" "_s}, {u"au"_s, QString()}} << notes({Note::NoValue, Note::Twice});
        QTest::newRow("without a key")
            << QList<Row>{{QString(), u"1"_s}, {QString(), QString()}} << notes({Note::NoKey, Note::None});
    }
    void rowsThatNeverCountAreMarked()
    {
        QFETCH(QList<Row>, rows);
        QFETCH(QList<int>, notes);
        LookupDraft draft(table(rows), {}, nullptr);
        LookupRows model;
        model.setDraft(&draft);
        for (int row = 0; row < notes.size(); ++row)
            QCOMPARE(int(model.note(row)), notes[row]);
    }

    void theGridFollowsTheDraft()
    {
        LookupDraft draft(table({{u"AU"_s, u"1"_s}}), {}, nullptr);
        LookupRows model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDraft(&draft);
        connect(&draft, &LookupDraft::changed, &model, &LookupRows::refresh);
        QCOMPARE(model.rowCount(), 2); // the last one is for typing
        QVERIFY(model.setData(model.index(1, 0), u"NZ"_s, Qt::EditRole));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(draft.rows().last().key, u"NZ"_s);
        draft.paste(1, 0, {{u"GB"_s, u"2"_s}, {u"IE"_s, u"3"_s, u"ignored"_s}});
        QCOMPARE(draft.rows(), (QList<Row>{{u"AU"_s, u"1"_s}, {u"GB"_s, u"2"_s}, {u"IE"_s, u"3"_s}}));
        QCOMPARE(model.rowCount(), 4);
        draft.undo();
        draft.undo();
        QCOMPARE(model.rowCount(), 2);
        draft.redo();
        QCOMPARE(model.rowCount(), 3);
    }

    void filesAreMergedByTheirKeys()
    {
        LookupDraft draft(table({{u"AU"_s, u"1"_s}, {u"NZ"_s, u"2"_s}}), {}, nullptr);
        draft.merge({{u" nz"_s, u"9"_s}, {u"GB"_s, u"3"_s}, {u"gb"_s, u"4"_s}});
        QCOMPARE(draft.rows(),
                 (QList<Row>{{u"AU"_s, u"1"_s}, {u"NZ"_s, u"9"_s}, {u"GB"_s, u"3"_s}})); // the first of a key
        QCOMPARE(int(draft.undoable()->kind), int(LookupDraft::Step::Kind::Import));
    }

    void rowsAreSortedAsPeopleCount()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::Australia));
        LookupDraft draft(table({{u"b"_s, u"2"_s}, {u"A10"_s, u"1"_s}, {u"*"_s, u"0"_s}, {u"a2"_s, u"3"_s}}),
                          {}, nullptr);
        draft.sort(0, Qt::AscendingOrder);
        QCOMPARE(draft.rows(),
                 (QList<Row>{{u"a2"_s, u"3"_s}, {u"A10"_s, u"1"_s}, {u"b"_s, u"2"_s}, {u"*"_s, u"0"_s}}));
        draft.sort(1, Qt::DescendingOrder);
        QCOMPARE(draft.rows().first().key, u"a2"_s);
        QCOMPARE(draft.rows().last().key, u"*"_s);
        QCOMPARE(int(draft.undoable()->kind), int(LookupDraft::Step::Kind::Sort));
        draft.undo();
        draft.undo();
        QCOMPARE(draft.rows().first().key, u"b"_s);
    }

    /// Patterns and rows that come twice: the table answers each question as before.
    void sortingNeverChangesWhatATableMeans()
    {
        QRandomGenerator random(3);
        const QStringList keys{u"a"_s, u"A"_s, u"ab"_s, u"a*"_s, u"?b"_s, u"*"_s, u"b"_s, u"5~*"_s, u"5*"_s};
        const QStringList asked{u"a"_s, u"AB"_s, u"b"_s, u"xb"_s, u"5*"_s, u"57"_s, u"z"_s};
        for (int turn = 0; turn < 300; ++turn) {
            QList<Row> rows;
            for (int i = random.bounded(12); i > 0; --i)
                rows += Row{keys[random.bounded(int(keys.size()))], QString::number(random.bounded(50))};
            LookupDraft draft(table(rows), {}, nullptr);
            const mapping::LookupTables before({draft.table()});
            draft.sort(random.bounded(2), random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            const mapping::LookupTables after({draft.table()});
            for (const QString& key : asked)
                QCOMPARE(after.find(draft.table().name, key, {}).value,
                         before.find(draft.table().name, key, {}).value);
        }
    }

    void typingAValueForNoMatchIsOneStep()
    {
        LookupDraft draft(table({}), table({}), nullptr);
        using WhenMissing = model::LookupTable::WhenMissing;
        draft.setWhenMissing(WhenMissing::Default, {});
        for (const QString& text : {u"N"_s, u"NO"_s, u"NONE"_s})
            draft.setWhenMissing(WhenMissing::Default, text);
        QCOMPARE(draft.table().defaultValue, u"NONE"_s);
        draft.undo();
        QCOMPARE(draft.table().whenMissing, WhenMissing::Default);
        draft.undo();
        QVERIFY(!draft.isModified());
    }

    /// Whatever is done, taking all of it back gives the table that was opened.
    void undoingEverythingGivesTheTableThatWasOpened()
    {
        QRandomGenerator random(7);
        const auto opened = table({{u"AU"_s, u"1"_s}, {u"NZ"_s, u"2"_s}, {u"*"_s, u"3"_s}});
        LookupDraft draft(opened, opened, nullptr);
        for (int i = 0; i < 150; ++i) {
            const QString text = QString::number(random.bounded(20));
            auto rows = draft.rows();
            switch (random.bounded(4)) {
            case 0:
                draft.setCell(random.bounded(int(rows.size()) + 1), random.bounded(2), text);
                break;
            case 1:
                draft.paste(random.bounded(int(rows.size()) + 1), random.bounded(2), {{text, text}, {text}});
                break;
            case 2:
                if (!rows.isEmpty()) rows.removeAt(random.bounded(int(rows.size())));
                draft.setRows(rows, {LookupDraft::Step::Kind::Remove, 1});
                break;
            default:
                draft.merge({{text, text}});
            }
        }
        const auto end = draft.table();
        while (draft.undoable())
            draft.undo();
        QCOMPARE(draft.table(), opened);
        QVERIFY(!draft.isModified());
        while (draft.redoable())
            draft.redo();
        QCOMPARE(draft.table(), end);
    }

    void aLargeTableKeepsFewerStepsThanASmallOne()
    {
        QList<Row> many;
        for (int i = 0; i < 200'000; ++i)
            many += Row{QString::number(i), u"x"_s};
        const auto steps = [](LookupDraft& draft) {
            for (int i = 0; i < 30; ++i)
                draft.setCell(i, 1, QString::number(i));
            int taken = 0;
            for (; draft.undoable(); ++taken)
                draft.undo();
            return taken;
        };
        LookupDraft large(table(many), {}, nullptr);
        LookupDraft small(table(many.mid(0, 50)), {}, nullptr);
        QCOMPARE(steps(large), 9);
        QCOMPARE(steps(small), 30);
    }

    void whatIsKeptHasNoEmptyRowsAndNoOuterBlanks()
    {
        LookupDraft draft(table({{u" AU "_s, u" 1 "_s}, {QString(), u"x"_s}, {u"NZ"_s, QString()}}), {},
                          nullptr);
        QCOMPARE(draft.cleaned().rows, (QList<Row>{{u"AU"_s, u"1"_s}, {u"NZ"_s, QString()}}));
        QVERIFY(draft.isModified()); // a new table
        draft.markSaved(draft.cleaned());
        QVERIFY(!draft.isModified());
    }
};

QTEST_MAIN(TestLookupDraft)
#include "testlookupdraft.moc"
