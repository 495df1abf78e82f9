#include "mapping/grouping.h"
#include "unit/mapping/mappingprobe.h"

#include <QTest>

using namespace tieout;
using namespace tieout::mapping;
using namespace Qt::StringLiterals;

namespace {

model::Grouping invoices()
{
    return {{u"InvoiceNo"_s, u"Customer"_s},
            u"Rows"_s,
            {{u"Total"_s, u"=SUM([Rows.Amount])"_s, {}}, {u"Mean"_s, u"=[Total] / ROWS([Rows])"_s, {}}},
            {}};
}

model::Record row(const QString& number, const QString& customer, int amount)
{
    static const auto kShape =
        std::make_shared<const model::Shape>(QStringList{u"InvoiceNo"_s, u"Customer"_s, u"Amount"_s});
    model::Record record(kShape);
    record.set(0, model::Value(number));
    record.set(1, model::Value(customer));
    record.set(2, model::Value(Decimal(amount)));
    return record;
}

/// "A/x:1,2" for each group.
QString shown(const QList<model::Record>& groups)
{
    QStringList words;
    for (const model::Record& group : groups) {
        QStringList amounts;
        for (const model::Value& one : *group.value(u"Rows").list())
            amounts.append(one.record()->value(u"Amount").toPlainText());
        words.append(group.value(u"InvoiceNo").toPlainText() + u'/' + group.value(u"Customer").toPlainText() +
                     u':' + amounts.join(u','));
    }
    return words.join(u' ');
}

} // namespace

/// Rows of a flat source become one document each, in bounded memory.
class TestGrouping : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void rowsOfOneKeyBecomeOneGroupInAnyOrder()
    {
        RowGrouper grouper(invoices(), RowOrder::AnyOrder);
        for (const auto& one : {row(u"B"_s, u"y"_s, 1), row(u"A"_s, u"x"_s, 2), row(u" B "_s, u"y"_s, 3),
                                row(u"A"_s, u"y"_s, 4)})
            QVERIFY(grouper.add(one).value().isEmpty());
        QCOMPARE(shown(grouper.finish()), u"B/y:1,3 A/x:2 A/y:4"_s);
        QVERIFY(grouper.finish().isEmpty());
    }

    void rowsInOrderGiveEachGroupAsItEnds()
    {
        RowGrouper grouper(invoices(), RowOrder::ByKey, {2, 3});
        QVERIFY(grouper.add(row(u"A"_s, u"x"_s, 1)).value().isEmpty());
        QVERIFY(grouper.add(row(u"A"_s, u"x"_s, 2)).value().isEmpty());
        QCOMPARE(shown(grouper.add(row(u"B"_s, u"x"_s, 3)).value()), u"A/x:1,2"_s);
        QCOMPARE(shown(grouper.add(row(u"C"_s, u"x"_s, 4)).value()), u"B/x:3"_s);
        const auto back = grouper.add(row(u"A"_s, u"x"_s, 5));
        QCOMPARE(back.error().code, u"group.not-in-order"_s);
        QCOMPARE(back.error().facts, QStringList{u"A, x"_s});
        QCOMPARE(back.error().kind, ErrorKind::BadConfig);
    }

    void memoryIsBounded()
    {
        RowGrouper rows(invoices(), RowOrder::AnyOrder, {3, 10});
        for (int i = 0; i < 3; ++i)
            QVERIFY(rows.add(row(u"A"_s, u"x"_s, i)).has_value());
        QCOMPARE(rows.add(row(u"A"_s, u"x"_s, 3)).error().code, u"group.too-many-rows"_s);
        QCOMPARE(shown(rows.finish()), u"A/x:0,1,2"_s); // what was taken is not lost
        RowGrouper groups(invoices(), RowOrder::ByKey, {3, 2});
        for (int i = 0; i < 3; ++i)
            QVERIFY(groups.add(row(QString::number(i), u"x"_s, i)).has_value());
        QCOMPARE(groups.add(row(u"9"_s, u"x"_s, 1)).error().code, u"group.too-many-groups"_s);
    }

    void aRowWithoutAKeyIsRefusedAlone()
    {
        RowGrouper grouper(invoices(), RowOrder::AnyOrder);
        const auto refused = grouper.add(row(u"  "_s, {}, 1));
        QCOMPARE(refused.error().code, u"group.blank-key"_s);
        QCOMPARE(refused.error().kind, ErrorKind::RowRejected);
        QVERIFY(grouper.add(row(u"A"_s, {}, 2)).has_value());
        QCOMPARE(shown(grouper.finish()), u"A/:2"_s);
    }

    void aGroupedMappingComputesItsAggregates()
    {
        auto document = documentFrom(
            "{'to':'Number','formula':'=[InvoiceNo]'},{'to':'Total','formula':'=[Total]'},"
            "{'to':'Lines','each':'[Rows]','fields':[{'to':'Share','formula':'=[Amount] / [..Total]'}]}");
        document.group = invoices();
        const auto mapping = CompiledMapping::compile(document);
        QVERIFY(mapping.has_value());
        QCOMPARE(mapping->requiredSourcePaths(), (QStringList{u"InvoiceNo"_s, u"Customer"_s, u"Amount"_s}));
        RowGrouper grouper(*document.group, RowOrder::AnyOrder);
        QVERIFY(grouper.add(row(u"A"_s, u"x"_s, 1)).has_value());
        QVERIFY(grouper.add(row(u"A"_s, u"x"_s, 3)).has_value());
        const MappedResult mapped = mapping->map(grouper.finish().first(), organisation());
        QVERIFY(mapped.isComplete());
        QCOMPARE(sent(mapped.target),
                 quotes("{'Number':'A','Total':4,'Lines':[{'Share':0.25},{'Share':0.75}]}"));
    }

    void aFaultInAnAggregateHoldsTheGroup()
    {
        auto document = documentFrom("{'to':'Number','formula':'=[InvoiceNo]'}");
        document.group = model::Grouping{{u"InvoiceNo"_s}, u"Rows"_s, {{u"Total"_s, u"=1 / 0"_s, {}}}, {}};
        const auto mapping = CompiledMapping::compile(document);
        const MappedResult mapped =
            mapping->map(groupOf(row(u"A"_s, u"x"_s, 1), *document.group), organisation());
        QCOMPARE(mapped.errors.size(), 1);
        QCOMPARE(mapped.errors[0].field, u"Total"_s);
        document.group->aggregates[0].formula = u"=SUM("_s;
        const auto broken = CompiledMapping::compile(document);
        QCOMPARE(broken.error().code, u"mapping.formula"_s);
        QCOMPARE(broken.error().facts.first(), u"Total"_s);
    }

    void aGroupInADocumentIsReadAndRefused_data()
    {
        QTest::addColumn<QByteArray>("group");
        QTest::addColumn<QString>("path");
        QTest::newRow("no keys") << QByteArray("{}") << u"group.keys"_s;
        QTest::newRow("empty key") << QByteArray("{'keys':['']}") << u"group.keys"_s;
        QTest::newRow("key twice") << QByteArray("{'keys':['A','A']}") << u"group.keys"_s;
        QTest::newRow("rows named as a key") << QByteArray("{'keys':['Rows']}") << u"group.keys"_s;
        QTest::newRow("aggregate without a formula")
            << QByteArray("{'keys':['A'],'aggregates':[{'name':'T'}]}") << u"group.aggregates[0].formula"_s;
        QTest::newRow("aggregate named as a key")
            << QByteArray("{'keys':['A'],'aggregates':[{'name':'A','formula':'=1'}]}")
            << u"group.aggregates"_s;
        QTest::newRow("formula without its sign")
            << QByteArray("{'keys':['A'],'aggregates':[{'name':'T','formula':'1'}]}")
            << u"group.aggregates[0].formula"_s;
        QTest::newRow("no object") << QByteArray("[]") << u"group"_s;
    }

    void aGroupInADocumentIsReadAndRefused()
    {
        QFETCH(QByteArray, group);
        QFETCH(QString, path);
        const auto read = model::mappingFromJson(
            Json::parse(quotes("{'from':'A','to':'B','group':" + group + ",'fields':[]}")).value());
        QVERIFY(!read);
        QCOMPARE(read.error().code, u"mapping.syntax"_s);
        QCOMPARE(read.error().facts.first(), path);
    }
};

QTEST_GUILESS_MAIN(TestGrouping)
#include "testgrouping.moc"
