#include "mapping/explain.h"
#include "unit/mapping/mappingprobe.h"

#include <QTest>

#include <thread>

using namespace tieout;
using namespace tieout::mapping;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kDeal =
    "{'Id':'006A','AccountId':'001A','CloseDate':'2026-03-31','Amount':10.5,'Note':'  ',"
    "'Account':{'Name':'Acme','Country':'AU','Terms':60},"
    "'Lines':[{'Code':'b','Quantity':2,'Price':3.333},{'Code':'a','Quantity':0,'Price':7},"
    "{'Code':'c','Quantity':1,'Price':1,'Parts':[{'N':1},{'N':2}]}]}";

} // namespace

/// Mapping documents at work: nesting, lists, empty values, errors and what must be read.
class TestCompiledMapping : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void maps_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("plain fields")
            << QByteArray("{'to':'Ref','formula':'=[Id]'},"
                          "{'to':'Due','formula':'=[CloseDate] + "
                          "[Account.Terms]'},{'to':'Total','formula':'=[Amount] * 2'}")
            << QByteArray("{'Ref':'006A','Due':'2026-05-30','Total':21.0}");
        QTest::newRow("dotted targets nest")
            << QByteArray(
                   "{'to':'Contact.ContactID','formula':'=LINKED(`accounts-to-contacts`,[AccountId])'},"
                   "{'to':'Ref','formula':'=[Id]'},{'to':'Contact.Name','formula':'=[Account.Name]'}")
            << QByteArray("{'Contact':{'ContactID':'c-1','Name':'Acme'},'Ref':'006A'}");
        QTest::newRow("empty values are left out")
            << QByteArray("{'to':'A','formula':'=[Nothing]'},{'to':'B','formula':'=TRIM([Note])'},"
                          "{'to':'C.D','formula':'=``'},{'to':'E','formula':'=1'}")
            << QByteArray("{'E':1}");
        QTest::newRow("or cleared")
            << QByteArray(
                   "{'to':'A','formula':'=[Nothing]','whenEmpty':'clear'},"
                   "{'to':'L','each':'[Nothing]','whenEmpty':'clear','fields':[{'to':'X','formula':'=1'}]}")
            << QByteArray("{'A':'','L':[]}");
        QTest::newRow("each item of a list")
            << QByteArray(
                   "{'to':'Lines','each':'[Lines]','fields':[{'to':'N','formula':'=[#]'},"
                   "{'to':'T','formula':'=ROUND([Price] * [Quantity], 2)'},{'to':'Of','formula':'=[..Id]'}]}")
            << QByteArray("{'Lines':[{'N':1,'T':6.67,'Of':'006A'},{'N':2,'T':0,'Of':'006A'},"
                          "{'N':3,'T':1,'Of':'006A'}]}");
        QTest::newRow("filtered and sorted")
            << QByteArray(
                   "{'to':'Lines','each':'[Lines]','filter':'=[Quantity] > 0','sort':'=-[Price]','fields':["
                   "{'to':'C','formula':'=[#] & [Code]'}]}")
            << QByteArray("{'Lines':[{'C':'1b'},{'C':'2c'}]}");
        QTest::newRow("lists inside lists")
            << QByteArray("{'to':'Lines','each':'[Lines]','filter':'=COUNTA([Parts]) > 0','fields':["
                          "{'to':'P','each':'[Parts]','fields':[{'to':'X','formula':'=[N] & [..Code] & "
                          "[....Id]'}]}]}")
            << QByteArray("{'Lines':[{'P':[{'X':'1c006A'},{'X':'2c006A'}]}]}");
        QTest::newRow("two lists, one after the other")
            << QByteArray("{'to':'Lines','each':'[Lines]','filter':'=[Price] > 5','fields':["
                          "{'to':'A','formula':'=[Code]'}]},{'to':'Lines','each':'[.]','fields':[{'to':'B','"
                          "formula':'=[#]'},"
                          "{'to':'A','formula':'=[Id]'}]}")
            << QByteArray("{'Lines':[{'A':'a'},{'A':'006A','B':2}]}");
        QTest::newRow("the record as its own line, only without lines")
            << QByteArray("{'to':'Lines','each':'[Lines]','fields':[{'to':'A','formula':'=[Code]'}]},"
                          "{'to':'Lines','each':'[.]','filter':'=COUNTA([Lines]) = "
                          "0','fields':[{'to':'A','formula':'=[Id]'}]},"
                          "{'to':'Other','each':'[.]','filter':'=COUNTA([Parts]) = "
                          "0','fields':[{'to':'A','formula':'=[Id]'}]}")
            << QByteArray("{'Lines':[{'A':'b'},{'A':'a'},{'A':'c'}],'Other':[{'A':'006A'}]}");
        QTest::newRow("notes are not rules")
            << QByteArray("{'to':'A','note':'later'},{'to':'B','formula':'=1'}") << QByteArray("{'B':1}");
        QTest::newRow("plain items") << QByteArray("{'to':'L','each':'=SPLIT(`x,y`, `,`)','fields':["
                                                   "{'to':'V','formula':'=[.] & [#]'}]}")
                                     << QByteArray("{'L':[{'V':'x1'},{'V':'y2'}]}");
    }

    void maps()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, target);
        const auto mapping = CompiledMapping::compile(documentFrom(fields));
        QVERIFY2(mapping.has_value(), qPrintable(mapping ? QString() : mapping.error().text));
        const MappedResult result = mapping->map(recordFrom(kDeal), organisation());
        QVERIFY2(result.isComplete(),
                 qPrintable(result.isComplete() ? QString() : toError(result.errors[0]).text));
        QCOMPARE(sent(result.target), quotes(target));
    }

    void errorsNameTheFieldAndTheLine()
    {
        const auto mapping = CompiledMapping::compile(documentFrom(
            "{'to':'A','formula':'=1/0'},"
            "{'to':'B','formula':'=[Nothing]','whenEmpty':'hold'},"
            "{'to':'L','each':'[Lines]','fields':[{'to':'T.R','formula':'=LOOKUP(`Regions`,[Code])'}]},"
            "{'to':'M','each':'[Nothing]','whenEmpty':'hold','fields':[]},{'to':'Z','formula':'=2'}"));
        const MappedResult result = mapping->map(recordFrom(kDeal), organisation());
        QStringList seen;
        for (const FieldError& error : result.errors)
            seen.append(error.field + u' ' + error.fault.code + u' ' + error.fault.facts.join(u','));
        const QStringList expected{
            u"A formula.division-by-zero "_s,      u"B mapping.empty "_s,
            u"L[1].T.R lookup.no-row Regions,b"_s, u"L[2].T.R lookup.no-row Regions,a"_s,
            u"L[3].T.R lookup.no-row Regions,c"_s, u"M mapping.empty "_s};
        QCOMPARE(seen, expected);
        QCOMPARE(result.target.value(u"Z").toPlainText(), u"2"_s);
        const Error error = toError(result.errors[2]);
        QCOMPARE(error.kind, ErrorKind::RowRejected);
        QCOMPARE(error.facts, (QStringList{u"Regions"_s, u"b"_s, u"L[1].T.R"_s}));
        QVERIFY(!result.onlyLinksMissing());
    }

    void missingLinksAskForTheirRecords()
    {
        const auto mapping = CompiledMapping::compile(
            documentFrom(""
                         "{'to':'A','formula':'=LINKED(`accounts-to-contacts`,`001B`)'},"
                         "{'to':'B','formula':'=LINKED(`accounts-to-contacts`,`001B`) & `!`'}"));
        const MappedResult result = mapping->map(recordFrom(kDeal), organisation());
        QVERIFY(result.onlyLinksMissing());
        QCOMPARE(result.missingLinks(), (QList<MissingLink>{{u"accounts-to-contacts"_s, u"001B"_s}}));
        QCOMPARE(mapping->linkedFlows(), QStringList{u"accounts-to-contacts"_s});
    }

    void refusesBrokenDocuments_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("facts");
        QTest::newRow("syntax") << QByteArray(
                                       "{'to':'L','each':'[A]','fields':[{'to':'B.C','formula':'=1+'}]}")
                                << u"mapping.formula"_s << QStringList{u"L.B.C"_s, QString(), u"value"_s};
        QTest::newRow("function") << QByteArray("{'to':'A','formula':'=ROUNT(1)'}") << u"mapping.formula"_s
                                  << QStringList{u"A"_s, u"ROUNT"_s, u"ROUND"_s};
        QTest::newRow("no outer") << QByteArray("{'to':'A','formula':'=[..Id]'}") << u"mapping.formula"_s
                                  << QStringList{u"A"_s};
        QTest::newRow("filter") << QByteArray("{'to':'L','each':'[A]','filter':'=(','fields':[]}")
                                << u"mapping.formula"_s << QStringList{u"L"_s, QString(), u"value"_s};
        QTest::newRow("twice") << QByteArray("{'to':'A','formula':'=1'},{'to':'A','formula':'=2'}")
                               << u"mapping.duplicate-target"_s << QStringList{u"A"_s};
        QTest::newRow("field and object")
            << QByteArray("{'to':'A','formula':'=1'},{'to':'A.B','formula':'=2'}")
            << u"mapping.duplicate-target"_s << QStringList{u"A"_s};
        QTest::newRow("target") << QByteArray("{'to':'A..B','formula':'=1'}") << u"mapping.bad-target"_s
                                << QStringList{u"A..B"_s};
    }

    void refusesBrokenDocuments()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QString, code);
        QFETCH(QStringList, facts);
        const auto mapping = CompiledMapping::compile(documentFrom(fields));
        QVERIFY(!mapping.has_value());
        QCOMPARE(mapping.error().kind, ErrorKind::BadConfig);
        QCOMPARE(mapping.error().code, code);
        QCOMPARE(mapping.error().facts, facts);
    }

    void everyFaultOfADocumentIsTold()
    {
        auto document =
            documentFrom("{'to':'A','formula':'=1 +'},{'to':'B','formula':'=2'},{'to':'B','formula':'=3'},"
                         "{'to':'L','each':'[Lines','filter':'=FOO([X])','fields':[{'to':'C','formula':'=[.."
                         "Id] & BAR(1)'}]},"
                         "{'to':'D..E','formula':'=1'},{'to':'F','formula':'=4'}");
        document.group = model::Grouping{
            {u"K"_s}, u"Rows"_s, {{u"Sum"_s, u"=SUM("_s, {}}, {u"Max"_s, u"=MAX("_s, {}}}, {}};
        QStringList told;
        for (const Error& fault : CompiledMapping::faultsOf(document))
            told.append(fault.code + u' ' + fault.facts.value(0));
        QCOMPARE(told,
                 (QStringList{u"mapping.bad-target D..E"_s, u"mapping.formula A"_s,
                              u"mapping.duplicate-target B"_s, u"mapping.formula L"_s, u"mapping.formula L"_s,
                              u"mapping.formula L.C"_s, u"mapping.formula Sum"_s, u"mapping.formula Max"_s}));
        const Error refused = CompiledMapping::compile(document).error();
        QCOMPARE(refused.kind, ErrorKind::BadConfig);
        QCOMPARE(refused.code, u"mapping.faults"_s);
        QCOMPARE(refused.facts, (QStringList{u"8"_s, u"A, B, L, L.C, Sum, …"_s}));
        QCOMPARE(refused.cause->code, u"mapping.bad-target"_s);
        QVERIFY(CompiledMapping::faultsOf(documentFrom("{'to':'A','formula':'=1'}")).isEmpty());
    }

    void knowsWhatMustBeRead()
    {
        const auto mapping = CompiledMapping::compile(documentFrom(
            "{'to':'A','formula':'=[Id] & SUM([Lines.Price])'},"
            "{'to':'B','formula':'=IF(ISBLANK([Account]),``,[Account.Name])'},"
            "{'to':'L','each':'=FILTER([Lines],[Lines.Quantity]>0)','filter':'=[On]','sort':'=[Rank]','"
            "fields':["
            "{'to':'C','formula':'=[Product.Code] & [..Account.Country] & [#]'},"
            "{'to':'P','each':'[Parts]','fields':[{'to':'X','formula':'=[N] & [..Code] & [....Id]'}]}]},"
            "{'to':'L','each':'[.]','filter':'=COUNTA([Lines]) = "
            "0','fields':[{'to':'C','formula':'=[Title]'}]}"));
        const QStringList expected{u"Id"_s,
                                   u"Lines[].Price"_s,
                                   u"Account.Name"_s,
                                   u"Lines[].Quantity"_s,
                                   u"Lines[].On"_s,
                                   u"Lines[].Rank"_s,
                                   u"Lines[].Product.Code"_s,
                                   u"Account.Country"_s,
                                   u"Lines[].Parts[].N"_s,
                                   u"Lines[].Code"_s,
                                   u"Title"_s};
        QCOMPARE(mapping->requiredSourcePaths(), expected);
    }

    void listsNestEightDeep()
    {
        QByteArray record = "{'Name':'leaf'}",
                   fields = "{'to':'Name','formula':'=[Name] & [#] & [................Top]'}";
        for (int depth = 0; depth < 8; ++depth) {
            record = "{'Items':[" + record + "]" + (depth == 7 ? ",'Top':'T'" : "") + "}";
            fields = "{'to':'List','each':'[Items]','fields':[" + fields + "]}";
        }
        const auto mapping = CompiledMapping::compile(documentFrom(fields));
        QVERIFY2(mapping.has_value(), qPrintable(mapping ? QString() : mapping.error().text));
        const MappedResult result = mapping->map(recordFrom(record), organisation());
        QByteArray expected = "{'Name':'leaf1T'}";
        for (int depth = 0; depth < 8; ++depth)
            expected = "{'List':[" + expected + "]}";
        QCOMPARE(sent(result.target), quotes(expected));
        const auto deeper = CompiledMapping::compile(
            documentFrom("{'to':'List','each':'[Items]','fields':[" + fields + "]}"));
        QCOMPARE(deeper.error().code, u"mapping.too-deep"_s);
        QCOMPARE(deeper.error().facts, QStringList{u"List.List.List.List.List.List.List.List.List"_s});
    }

    void severalThreadsMapAtOnce()
    {
        const auto mapping = CompiledMapping::compile(documentFrom(
            "{'to':'Lines','each':'[Lines]','filter':'=[Quantity] > 0','sort':'=-[Price]','fields':["
            "{'to':'T','formula':'=ROUND([Price] * [Quantity], 2) & LOOKUP(`Regions`, [..Account.Country]) & "
            "REGEXREPLACE([Code], `[a-z]`, "
            "`x`)'}]},{'to':'C','formula':'=LINKED(`accounts-to-contacts`,[AccountId])'}"));
        const model::Record deal = recordFrom(kDeal);
        const RunContext context = organisation();
        const QByteArray once = sent(mapping->map(deal, context).target);
        std::vector<std::thread> threads;
        std::atomic<int> same{0};
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int n = 0; n < 300; ++n)
                    same += sent(mapping->map(deal, context).target) == once ? 1 : 0;
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(same.load(), 1200);
    }

    void aMillionLinesAreMappedOrRefusedInWords()
    {
        model::Record deal(std::make_shared<const model::Shape>(QStringList{u"Lines"_s}));
        const model::Value line(recordFrom("{'N':2}"));
        deal.set(0, model::Value(model::ValueList(1'000'000, line)));
        const auto mapping =
            CompiledMapping::compile(documentFrom("{'to':'L','each':'[Lines]','fields':[{'to':'A','formula':'"
                                                  "=[N] + [#]'}]},{'to':'S','formula':'=SUM([Lines.N])'}"));
        const MappedResult all = mapping->map(deal, organisation());
        QVERIFY(all.isComplete());
        QCOMPARE(all.target.value(u"L").list()->size(), 1'000'000);
        QCOMPARE(all.target.value(u"L").list()->last().record()->value(u"A").toPlainText(), u"1000002"_s);
        QCOMPARE(all.target.value(u"S").toPlainText(), u"2000000"_s);
        deal.set(0, model::Value(model::ValueList(1'000'001, line)));
        const auto built =
            CompiledMapping::compile(documentFrom("{'to':'S','formula':'=SUM([Lines.N] * 2)'}"));
        const MappedResult refused = built->map(deal, organisation());
        QCOMPARE(refused.errors.size(), 1);
        QCOMPARE(refused.errors[0].fault.code, u"formula.list-too-long"_s);
        QCOMPARE(refused.errors[0].field, u"S"_s);
    }

    void targetNamesMayHoldDots()
    {
        const auto mapping = CompiledMapping::compile(
            documentFrom("{'to':'Inv\\u0027. No','formula':'=[Id]'},{'to':'A.B\\u0027#1','formula':'=1'}"));
        QVERIFY2(mapping.has_value(), qPrintable(mapping ? QString() : mapping.error().text));
        QCOMPARE(sent(mapping->map(recordFrom(kDeal), organisation()).target),
                 quotes("{'Inv. No':'006A','A':{'B#1':1}}"));
    }

    void explainsOneValue()
    {
        const auto document = documentFrom("{'to':'L','each':'[Lines]','fields':["
                                           "{'to':'T','formula':'=ROUND([Price] * [Quantity], "
                                           "2)'}]},{'to':'A.B','formula':'=LOOKUP(`Regions`,[Id])'}");
        const auto line = explain(document, recordFrom(kDeal), organisation(), u"L[1].T"_s);
        QVERIFY(line.has_value());
        QCOMPARE(line->formula, u"=ROUND([Price] * [Quantity], 2)"_s);
        QCOMPARE(line->value.toPlainText(), u"6.67"_s);
        QCOMPARE(line->steps.size(), 5);
        QCOMPARE(line->steps[2].expression, u"[Price] * [Quantity]"_s);
        QCOMPARE(line->steps[2].value.toPlainText(), u"6.666"_s);
        const auto failed = explain(document, recordFrom(kDeal), organisation(), u"A.B"_s);
        QCOMPARE(failed->fault->code, u"lookup.no-row"_s);
        QCOMPARE(failed->lookups.size(), 1);
        QCOMPARE(failed->lookups[0].key, u"006A"_s);
        QCOMPARE(failed->lookups[0].answer.row, -1);
        QVERIFY(line->lookups.isEmpty()); // only those of its own formula
        QCOMPARE(explain(document, recordFrom(kDeal), organisation(), u"L[9].T"_s).error().code,
                 u"mapping.unknown-target"_s);
    }
};

QTEST_GUILESS_MAIN(TestCompiledMapping)
#include "testcompiledmapping.moc"
