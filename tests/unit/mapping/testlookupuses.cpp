#include "mapping/lookupuses.h"
#include "unit/mapping/mappingprobe.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::mapping;

class TestLookupUses : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aFormulaUsesTheTableThatItAsks_data()
    {
        QTest::addColumn<QString>("formula");
        QTest::addColumn<bool>("uses");
        QTest::newRow("by name") << u"=LOOKUP(\"Regions\", [A])"_s << true;
        QTest::newRow("in another case") << u"=lookup(\"REGIONS\", [A])"_s << true;
        QTest::newRow("inside") << u"=IF([A]=1, UPPER(LOOKUP(\"Regions\", [A])), \"\")"_s << true;
        QTest::newRow("another table") << u"=LOOKUP(\"Terms\", [A])"_s << false;
        QTest::newRow("the name as a text") << u"=\"Regions\" & [A]"_s << false;
        QTest::newRow("a name that is computed") << u"=LOOKUP([B], [A])"_s << true;
        QTest::newRow("half written") << u"=LOOKUP(\"Regions\", "_s << true;
        QTest::newRow("half written, another") << u"=LOOKUP(\"Terms\", "_s << false;
    }
    void aFormulaUsesTheTableThatItAsks()
    {
        QFETCH(QString, formula);
        QFETCH(bool, uses);
        model::Flow flow;
        flow.id = u"f"_s;
        model::MappedField field;
        field.to = u"Tax"_s;
        field.formula = formula;
        flow.mapping.fields = {field};
        const auto found = lookupUses(flow, u"Regions"_s);
        QCOMPARE(!found.isEmpty(), uses);
        if (uses) QCOMPARE(found[0].target, u"Tax"_s);
    }

    void conversionsUseTheTableOfRates()
    {
        model::Flow flow;
        flow.mapping = documentFrom("{'to':'Amount','formula':'=CONVERT([A],[B],`AUD`,[D])'}");
        QCOMPARE(lookupUses(flow, u"Exchange rates"_s).size(), 1);
        QVERIFY(lookupUses(flow, u"Regions"_s).isEmpty());
    }

    void everyPartOfASyncIsSearched()
    {
        const QString ask = u"=LOOKUP(\"Regions\", [A])"_s;
        model::Flow flow;
        flow.id = u"sync"_s;
        flow.title = u"Deals → invoices"_s;
        model::SkipRule rule;
        rule.formula = ask;
        flow.skip = {rule};
        flow.mapping =
            documentFrom("{'to':'L','each':'[X]','fields':[{'to':'Tax','formula':'=LOOKUP(`Regions`,[A])'}]},"
                         "{'to':'L','each':'[.]','filter':'=LOOKUP(`Regions`,[A])=1','fields':["
                         "{'to':'Tax','formula':'=LOOKUP(`Regions`,[B])'}]}");
        model::Flow parent;
        parent.id = u"parent"_s;
        parent.title = u"Accounts → contacts"_s;
        parent.mapping = documentFrom("{'to':'Region','formula':'=LOOKUP(`Regions`,[C])'}");
        flow.parents = {parent};
        QStringList places;
        for (const auto& use : lookupUses(flow, u"Regions"_s)) {
            QCOMPARE(use.flow, u"sync"_s);
            places += use.within + u' ' + use.target;
        }
        QCOMPARE(places, (QStringList{u"sync "_s, u"sync L.Tax"_s, u"sync L#2"_s, u"sync L#2.Tax"_s,
                                      u"parent Region"_s}));
    }
};

QTEST_GUILESS_MAIN(TestLookupUses)
#include "testlookupuses.moc"
