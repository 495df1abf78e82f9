#include "mapping/drift.h"
#include "mapping/linkcycle.h"
#include "mapping/sourcepaths.h"
#include "unit/mapping/editprobe.h"

#include <QTest>

using namespace tieout;
using namespace tieout::mapping;
using namespace Qt::StringLiterals;
using Kind = Drift::Kind;

namespace {

model::Flow flow(const QString& id, const QByteArray& fields, const QList<model::Flow>& parents = {})
{
    model::Flow made;
    made.id = id;
    made.title = u"Sync "_s + id;
    made.mapping = documentFrom(fields);
    made.parents = parents;
    return made;
}

} // namespace

/// What changed under a mapping: fields that went, types that changed, syncs that wait for each other.
class TestDrift : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void lostFieldsAreNamedWithTheNearest()
    {
        model::ObjectSchema source = dealSchema(), target = invoiceSchema();
        const auto document = documentFrom(
            "{'to':'Date','formula':'=[Close_Date]'},{'to':'Referenz','formula':'=[Id] & [Close_Date]'},"
            "{'to':'LineItems','each':'[Products]','filter':'=[Qty] > "
            "0','fields':[{'to':'Amount','formula':'=[Price]'}]},"
            "{'to':'Zzz','formula':'=[Account.Land]'}");
        const QList<Drift> expected{
            {Kind::SourceLost, u"Account.Land"_s, {u"Zzz"_s}, {}, {}, {}},
            {Kind::SourceLost, u"Products.Qty"_s, {u"LineItems"_s}, u"Products.Quantity"_s, {}, {}},
            {Kind::SourceLost, u"Close_Date"_s, {u"Date"_s, u"Referenz"_s}, u"CloseDate"_s, {}, {}},
            {Kind::TargetLost, u"LineItems.Amount"_s, {u"LineItems.Amount"_s}, {}, {}, {}},
            {Kind::TargetLost, u"Referenz"_s, {u"Referenz"_s}, u"Reference"_s, {}, {}},
            {Kind::TargetLost, u"Zzz"_s, {u"Zzz"_s}, {}, {}, {}},
        };
        QCOMPARE(schemaDrift(document, {&source, &target}), expected);
        QVERIFY(schemaDrift(documentFrom("{'to':'Date','formula':'=[CloseDate]'}"), {&source, &target})
                    .isEmpty());
    }

    void valuesForLostFieldsAreNotWritten()
    {
        const model::ObjectSchema target = invoiceSchema();
        const auto lost = refuseLostTargets(
            documentFrom("{'to':'Date','formula':'=1'},{'to':'LineItems','each':'[A]','fields':["
                         "{'to':'Quantitty','formula':'=1'}]}"),
            target);
        QCOMPARE(lost.error().code, u"mapping.target-lost"_s);
        QCOMPARE(lost.error().facts.first(2),
                 (QStringList{u"LineItems.Quantitty"_s, u"LineItems › Quantity"_s}));
        QVERIFY(refuseLostTargets(documentFrom("{'to':'Gone.Name','formula':'=1'}"), target).error().kind ==
                ErrorKind::BadConfig);
        QVERIFY(refuseLostTargets(
            documentFrom("{'to':'Date','formula':'=1'},{'to':'Contact','formula':'=1'}"), target));
        QVERIFY(refuseLostTargets(documentFrom("{'to':'Status.Any','formula':'=1'}"),
                                  target)); // members not known
        QVERIFY(refuseLostTargets(documentFrom("{'to':'Gone','formula':'=1'}"), {}));
        QVERIFY(refuseLostTargets(documentFrom("{'to':'Gone','note':'later'}"), target));
    }

    void changedTypesAreNamedWhereRulesUseThem()
    {
        model::ObjectSchema source = dealSchema(), target = invoiceSchema(), then = dealSchema();
        source.fields[2].type = model::FieldType::Text;   // CloseDate
        source.fields[3].type = model::FieldType::Number; // Amount: no rule reads it
        const auto document = documentFrom("{'to':'Date','formula':'=[CloseDate]'}");
        const QList<Drift> expected{{Kind::SourceRetyped,
                                     u"CloseDate"_s,
                                     {u"Date"_s},
                                     {},
                                     model::FieldType::Date,
                                     model::FieldType::Text}};
        QCOMPARE(schemaDrift(document, {&source, &target}, {&then, &target}), expected);
        QVERIFY(schemaDrift(document, {&source, &target}).isEmpty()); // unknown what it was
    }

    void syncsThatWaitForEachOtherAreRefused_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QStringList>("facts");
        const QByteArray toB =
            "{'to':'L','each':'[X]','fields':[{'to':'C','formula':'=IFNA(LINKED(`b`, [K]), ``)'}]}";
        QTest::newRow("one waits") << toB << QByteArray("{'to':'N','formula':'=[N]'}") << QStringList();
        QTest::newRow("both wait") << toB << QByteArray("{'to':'N','formula':'=LINKED(`a`, [K])'}")
                                   << QStringList{u"Sync a › Sync b › Sync a"_s, u"N"_s};
        QTest::newRow("for itself") << QByteArray("{'to':'P','formula':'=LINKED(`a`, [Parent])'}")
                                    << QByteArray() << QStringList{u"Sync a › Sync a"_s, u"P"_s};
        QTest::newRow("unknown sync")
            << QByteArray("{'to':'P','formula':'=LINKED(`z`, [Parent])'}") << QByteArray() << QStringList();
        QTest::newRow("in a filter")
            << QByteArray("{'to':'L','each':'[X]','filter':'=ISNA(LINKED(`a`, 1))','fields':[]}")
            << QByteArray() << QStringList{u"Sync a › Sync a"_s, u"L"_s};
    }

    void syncsThatWaitForEachOtherAreRefused()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(QStringList, facts);
        const model::Flow main = flow(u"a"_s, first, {flow(u"b"_s, second)});
        const auto result = refuseLinkCycles({main});
        QCOMPARE(result.has_value(), facts.isEmpty());
        QCOMPARE(flowSourcePaths(main).has_value(), facts.isEmpty());
        if (facts.isEmpty()) return;
        QCOMPARE(result.error().code, u"linked.cycle"_s);
        QCOMPARE(result.error().kind, ErrorKind::BadConfig);
        QCOMPARE(result.error().facts, facts);
    }
};

QTEST_GUILESS_MAIN(TestDrift)
#include "testdrift.moc"
