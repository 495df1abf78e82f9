#include "support/programs.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using support::Answer;

namespace {

/// ' for the quotes, ` for those inside a text.
QByteArray quotes(QByteArray text)
{
    return text.replace('\'', '"').replace('`', "\\\"");
}

const QByteArray kMapping = quotes(
    "{'from':'Deal','to':'Invoice','version':1,'fields':[\n"
    "{'to':'Reference','formula':'=[Id]'},{'to':'Date','formula':'=[CloseDate] + 30','whenEmpty':'hold'},\n"
    "{'to':'Lines','each':'[Items]','fields':[{'to':'Net','formula':'=ROUND([Price] * [Quantity], 2)'},\n"
    "{'to':'Tax','formula':'=LOOKUP(`Tax`, [..Country])'}]}]}");
const QByteArray kTables = quotes(
    "[{'name':'Tax','keyLabel':'Country','valueLabel':'Rate',\n"
    "'rows':[{'key':'AU','value':'OUTPUT'},{'key':'N*','value':'EXPORT'},{'key':'AU','value':'TWICE'}]}]");
const QByteArray kSchema = quotes(
    "[{'name':'Id','type':'id','required':true},{'name':'CloseDate','type':'date'},\n"
    "{'name':'Country','type':'text'},{'name':'Items','type':'list'},{'name':'Items.Price','type':'money'},\n"
    "{'name':'Items.Quantity','type':'number'}]");

} // namespace

/// Mapping documents at the command line, fed by a pipe.
class TestMapCommands : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase()
    {
        write(u"map.json"_s, kMapping);
        write(u"tables.json"_s, kTables);
        write(u"schema.json"_s, kSchema);
    }

    void recordsOfAPipeAreMappedOneByOne()
    {
        const Answer mapped = run(
            {u"map"_s, u"run"_s, path(u"map.json"_s), u"--lookups"_s, path(u"tables.json"_s),
             u"--source-schema"_s, path(u"schema.json"_s)},
            quotes(
                "{'Id':'1','CloseDate':'2026-01-31','Country':'au','Items':[{'Price':3.335,'Quantity':1}]}\n"
                "\n"
                "{'Id':'2','CloseDate':'2026-01-31','Country':'XX','Items':[{'Price':1,'Quantity':1},{'Price'"
                ":1,'Quantity':'many'}]}\n"
                "not a record\n"
                "{'Id':'3','CloseDate':'2026-01-31','Items':[]}\n"
                ""));
        QCOMPARE(mapped.code, 3);
        const QList<QByteArray> lines = mapped.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0],
                 (quotes("{'Reference':'1','Date':'2026-03-02','Lines':[{'Net':3.34,'Tax':'OUTPUT'}]}")));
        const Json held = Json::parse(lines[1]).value();
        QCOMPARE(held[u"line"].toInteger(), 3);
        QCOMPARE(held[u"errors"].size(), 3);
        QCOMPARE(held[u"errors"].at(0)[u"field"].toText(), u"Lines[1].Tax"_s);
        QCOMPARE(held[u"errors"].at(0)[u"code"].toText(), u"lookup.no-row"_s);
        QCOMPARE(held[u"errors"].at(0)[u"error"].toText(), u"#N/A"_s);
        QCOMPARE(held[u"errors"].at(0)[u"at"][u"start"].toInteger(), 15);
        QVERIFY(held[u"errors"].at(0)[u"message"].toText().contains(u"XX"_s));
        QCOMPARE(held[u"errors"].at(1)[u"field"].toText(), u"Lines[2].Net"_s);
        QCOMPARE(Json::parse(lines[2]).value()[u"errors"].at(0)[u"code"].toText(), u"record.line"_s);
        QCOMPARE(lines[3], (quotes("{'Reference':'3','Date':'2026-03-02'}")));
    }

    void checkNamesWhatIsWrong()
    {
        const Answer fine = run({u"map"_s, u"check"_s, path(u"map.json"_s), u"--json"_s, u"--lookups"_s,
                                 path(u"tables.json"_s), u"--source-schema"_s, path(u"schema.json"_s)});
        QVERIFY2(fine.code == 0, fine.told().constData());
        QVERIFY(fine.out.contains("lookup.key-twice"));
        write(u"wrong.json"_s, QByteArray(kMapping).replace("[Price]", "[Prize]").replace("=[Id]", "=[Id"));
        const Answer wrong = run({u"map"_s, u"check"_s, path(u"wrong.json"_s), u"--json"_s,
                                  u"--source-schema"_s, path(u"schema.json"_s)});
        QCOMPARE(wrong.code, 1);
        QHash<QString, Json> by;
        for (const QByteArray& line : wrong.out.trimmed().split('\n')) {
            const Json json = Json::parse(line).value();
            by.insert(json[u"code"].toText(), json);
        }
        QCOMPARE(by[u"formula.unclosed-field"_s][u"target"].toText(), u"Reference"_s);
        QCOMPARE(by[u"formula.unknown-field"_s][u"target"].toText(), u"Lines.Net"_s);
        QCOMPARE(by[u"formula.unknown-field"_s][u"facts"].at(1).toText(), u"Price"_s);
        QCOMPARE(by[u"lookup.no-table"_s][u"level"].toText(), u"error"_s);
    }

    void brokenFilesAreNamedWithThePlace_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("cut by hand") << kMapping.left(200) << QByteArray("mapping.file");
        QTest::newRow("rule without its field")
            << QByteArray(kMapping).replace("\"to\":\"Reference\",", "") << QByteArray("fields[0].to");
        QTest::newRow("newer") << QByteArray(kMapping).replace("\"version\":1", "\"version\":1,\"format\":9")
                               << QByteArray("mapping.newer");
        QTest::newRow("two rules for a field") << QByteArray(kMapping).replace("\"Date\"", "\"Reference\"")
                                               << QByteArray("mapping.duplicate-target");
    }

    void brokenFilesAreNamedWithThePlace()
    {
        QFETCH(QByteArray, document);
        QFETCH(QByteArray, said);
        write(u"broken.json"_s, document);
        for (const QString& what : {u"check"_s, u"run"_s}) {
            const Answer answer = run({u"map"_s, what, path(u"broken.json"_s), u"--json"_s}, "{}\n");
            QCOMPARE(answer.code, 1);
            QVERIFY2(answer.out.contains(said), answer.told().constData());
        }
    }

    void rowsBecomeOneDocument()
    {
        write(u"grouped.json"_s,
              quotes("{'from':'Row','to':'Invoice','version':1,\n"
                     "'group':{'keys':['No'],'rows':'Rows','aggregates':[{'name':'Sum','formula':'=SUM([Rows."
                     "Amount])'}]},\n"
                     "'fields':[{'to':'Number','formula':'=[No]'},{'to':'Total','formula':'=[Sum]'},\n"
                     "{'to':'Lines','each':'[Rows]','fields':[{'to':'Net','formula':'=[Amount]'}]}]}"));
        const QByteArray rows =
            "{\"No\":\"A\",\"Amount\":1}\n{\"No\":\"B\",\"Amount\":5}\n{\"No\":\"A\",\"Amount\":2.50}\n";
        const Answer any = run({u"map"_s, u"run"_s, path(u"grouped.json"_s)}, rows);
        QVERIFY2(any.code == 0, any.told().constData());
        QCOMPARE(any.out,
                 QByteArray("{\"Number\":\"A\",\"Total\":3.50,\"Lines\":[{\"Net\":1},{\"Net\":2.50}]}\n"
                            "{\"Number\":\"B\",\"Total\":5,\"Lines\":[{\"Net\":5}]}\n"));
        const Answer sorted =
            run({u"map"_s, u"run"_s, path(u"grouped.json"_s), u"--sorted"_s, u"--json"_s}, rows);
        QCOMPARE(sorted.code, 1);
        QVERIFY(sorted.out.contains("group.not-in-order"));
    }

    void explainShowsTheWayToAValue()
    {
        const Answer answer =
            run({u"map"_s, u"explain"_s, path(u"map.json"_s), u"Lines[1].Net"_s, u"--json"_s},
                "{\"Id\":\"1\",\"Items\":[{\"Price\":3.335,\"Quantity\":2}]}\n");
        QVERIFY2(answer.code == 0, answer.told().constData());
        const Json json = answer.json();
        QCOMPARE(json[u"value"].toDecimal().toString(), u"6.67"_s);
        QCOMPARE(json[u"formula"].toText(), u"=ROUND([Price] * [Quantity], 2)"_s);
        QVERIFY(json[u"steps"].size() >= 4);
        QCOMPARE(json[u"steps"].at(0)[u"expression"].toText(), u"[Price]"_s);
        const Answer taxed = run({u"map"_s, u"explain"_s, path(u"map.json"_s), u"Lines[1].Tax"_s, u"--json"_s,
                                  u"--lookups"_s, path(u"tables.json"_s)},
                                 "{\"Country\":\"NO\",\"Items\":[{}]}\n");
        QCOMPARE(taxed.json()[u"lookups"].at(0)[u"row"].toInteger(), 2);
        QCOMPARE(taxed.json()[u"lookups"].at(0)[u"key"].toText(), u"NO"_s);
        const Answer none =
            run({u"map"_s, u"explain"_s, path(u"map.json"_s), u"Nothing"_s, u"--json"_s}, "{\"Id\":\"1\"}\n");
        QCOMPARE(none.code, 3);
        QVERIFY(none.out.contains("mapping.unknown-target"));
        QCOMPARE(run({u"map"_s, u"explain"_s, path(u"map.json"_s)}).code, 2);
    }

  private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& bytes)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static Answer run(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        process.start(support::commandLineProgram(), arguments);
        process.write(input);
        process.closeWriteChannel();
        return support::answerOf(process);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestMapCommands)
#include "testmapcommands.moc"
