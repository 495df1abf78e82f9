#include "mapping/missingrow.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::mapping;
using model::LookupTable;
using Row = LookupTable::Row;

/// The row of a lookup table that a held record waits for, added from its problem.
class TestMissingRow final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void theProblemNamesTableAndKey_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("facts");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("key");
        QTest::newRow("a row") << u"lookup.no-row"_s << QStringList{u"Regions"_s, u"NZ"_s} << u"Regions"_s
                               << u"NZ"_s;
        QTest::newRow("a rate") << u"convert.no-rate"_s << QStringList{u"USD"_s, u"AUD"_s, u"2026-03-12"_s}
                                << u"Exchange rates"_s << u"USD/AUD 2026-03-12"_s;
        QTest::newRow("nothing to look up")
            << u"lookup.blank-key"_s << QStringList{u"Regions"_s} << u""_s << u""_s;
        QTest::newRow("facts are missing")
            << u"lookup.no-row"_s << QStringList{u"Regions"_s} << u""_s << u""_s;
    }
    void theProblemNamesTableAndKey()
    {
        QFETCH(QString, code);
        QFETCH(QStringList, facts);
        QFETCH(QString, table);
        QFETCH(QString, key);
        Error error;
        error.code = code;
        error.facts = facts;
        const auto missing = missingRow(error);
        QCOMPARE(missing.has_value(), !table.isEmpty());
        if (!missing) return;
        QCOMPARE(missing->table, table);
        QCOMPARE(missing->key, key);
        QCOMPARE(missing->rate, code == u"convert.no-rate"_s);
    }

    void theTableIsFoundInAnyCaseAndTheRowComesLast()
    {
        const LookupTable table = withRow(tables(), {u"REGIONS"_s, u"NZ"_s, false}, u"7"_s, {});
        QCOMPARE(table.name, u"Regions"_s);
        QCOMPARE(table.rows, (QList<Row>{{u"AU"_s, u"1"_s}, {u"*"_s, u"9"_s}, {u"NZ"_s, u"7"_s}}));
    }

    void aRowThatIsThereByNowGetsTheValueInsteadOfASecondOne()
    {
        const LookupTable table = withRow(tables(), {u"Regions"_s, u"au"_s, false}, u"7"_s, {});
        QCOMPARE(table.rows, (QList<Row>{{u"AU"_s, u"7"_s}, {u"*"_s, u"9"_s}}));
    }

    void theTableOfRatesIsMadeWithItsFirstRate()
    {
        LookupTable fresh;
        fresh.name = u"Exchange rates"_s;
        fresh.keyLabel = u"Currencies and day"_s;
        const LookupTable table =
            withRow(tables(), {u"Exchange rates"_s, u"USD/AUD 2026-03-12"_s, true}, u"1.5"_s, fresh);
        QCOMPARE(table.name, u"Exchange rates"_s);
        QCOMPARE(table.keyLabel, fresh.keyLabel);
        QCOMPARE(table.rows, (QList<Row>{{u"USD/AUD 2026-03-12"_s, u"1.5"_s}}));
    }

  private:
    [[nodiscard]] static QList<LookupTable> tables()
    {
        LookupTable table;
        table.name = u"Regions"_s;
        table.rows = {{u"AU"_s, u"1"_s}, {u"*"_s, u"9"_s}};
        return {table};
    }
};

QTEST_GUILESS_MAIN(TestMissingRow)
#include "testmissingrow.moc"
