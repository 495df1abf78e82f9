#include "mapping/lookuptables.h"

#include <QTest>

using namespace tieout;
using namespace tieout::mapping;
using formula::LookupAnswer;
using model::LookupTable;
using namespace Qt::StringLiterals;

/// Exact rows first, wildcards in order, then what the table says about missing rows.
class TestLookupTables : public QObject
{
    Q_OBJECT

    static LookupTable regions(LookupTable::WhenMissing missing)
    {
        LookupTable table;
        table.name = u"Regions"_s;
        table.valueLabel = u"Tax rate"_s;
        table.rows = {{u"A*"_s, u"first"_s},
                      {u" au "_s, u"OUTPUT"_s},
                      {u"AU"_s, u"twice"_s},
                      {u"N?"_s, u"EXPORT"_s},
                      {u"*"_s, u"rest"_s}};
        table.whenMissing = missing;
        table.defaultValue = u"NONE"_s;
        return table;
    }

  private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("row");
        QTest::newRow("exact before an earlier wildcard") << u"AU"_s << u"OUTPUT"_s << 1;
        QTest::newRow("without case") << u"Au"_s << u"OUTPUT"_s << 1;
        QTest::newRow("without outer blanks") << u" AU "_s << u"OUTPUT"_s << 1;
        QTest::newRow("first wildcard") << u"AT"_s << u"first"_s << 0;
        QTest::newRow("one character") << u"nz"_s << u"EXPORT"_s << 3;
        QTest::newRow("the rest") << u"NZL"_s << u"rest"_s << 4;
    }

    void finds()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(int, row);
        const LookupTables tables({regions(LookupTable::WhenMissing::Hold)});
        const LookupAnswer answer = tables.find(u"regions"_s, key);
        QCOMPARE(answer.state, LookupAnswer::State::Found);
        QCOMPARE(*answer.value.text(), value);
        QCOMPARE(answer.row, row);
    }

    void missingRowsFollowTheTable()
    {
        LookupTable table = regions(LookupTable::WhenMissing::Hold);
        QCOMPARE(LookupTables({table}).find(u"Regions"_s, u" "_s).state, LookupAnswer::State::BlankKey);
        table.rows.removeLast();
        QCOMPARE(LookupTables({table}).find(u"Regions"_s, u"XX"_s).state, LookupAnswer::State::NoRow);
        table.whenMissing = LookupTable::WhenMissing::Default;
        const LookupAnswer answer = LookupTables({table}).find(u"Regions"_s, u"XX"_s);
        QCOMPARE(answer.state, LookupAnswer::State::Default);
        QCOMPARE(*answer.value.text(), u"NONE"_s);
    }

    void unknownTablesAndColumnsSaySo()
    {
        const LookupTables tables({regions(LookupTable::WhenMissing::Hold)});
        QCOMPARE(tables.find(u"Nowhere"_s, u"AU"_s).state, LookupAnswer::State::NoTable);
        QCOMPARE(tables.find(u"Regions"_s, u"AU"_s, u"Colour"_s).state, LookupAnswer::State::NoColumn);
        QCOMPARE(tables.find(u"Regions"_s, u"AU"_s, u"tax rate"_s).state, LookupAnswer::State::Found);
        QCOMPARE(tables.duplicateKeys(u"Regions"_s), QStringList{u"AU"_s});
    }
};

QTEST_GUILESS_MAIN(TestLookupTables)
#include "testlookuptables.moc"
