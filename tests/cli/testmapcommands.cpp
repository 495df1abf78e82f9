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
        write(u"wide.json"_s, QByteArray(kSchema).replace(
                                  "[{", quotes("[{'name':'Amount','type':'money'},{'name':'Deep'},{")));
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
        QCOMPARE(Json::parse(lines[2]).value()[u"errors"].at(0)[u"code"].toText(), u"record.no-object"_s);
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

    void badInputSaysWhatAndWhere_data()
    {
        QTest::addColumn<QByteArray>("formula");
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QByteArray& formula, const QByteArray& record,
                            const char16_t* code, const char16_t* said) {
            QTest::newRow(name) << formula << record << QString::fromUtf16(code) << QString::fromUtf16(said);
        };
        // Refused before any record.
        row("unknown field", "=[Amuont] * 2", "{}", u"mapping.formula", u"no field “Amuont”");
        row("10,000 characters", '=' + QByteArray("[Amount]+").repeated(1111) + '1', "{}", u"mapping.formula",
            u"more than 8192 characters");
        row("500 deep", '=' + QByteArray(500, '(') + '1' + QByteArray(500, ')'), "{}", u"mapping.formula",
            u"more than 64 parentheses");
        row("unfinished", "=ROUND([Amount]", "{}", u"mapping.formula", u"a closing parenthesis");
        // One record is held.
        row("text into number", "=[Amount] + 1", "{'Amount':'abc'}", u"formula.not-a-number",
            u"“abc” is not a number");
        row("1/0", "=1 / [Amount]", "{'Amount':0}", u"formula.division-by-zero", u"divides by zero");
        row("empty and must not be", "=[Country]','whenEmpty':'hold", "{'Id':'2'}", u"mapping.empty",
            u"“Value” is empty and must not be");
        row("31 February", "=DATEVALUE([Id])", "{'Id':'2026-02-31'}", u"formula.not-a-date",
            u"“2026-02-31” is not a date");
        row("half a pair of surrogates", "=[Id]", "{'Id':'\\ud83d'}", u"record.text", u"half a character");
        row("a list of too many lines", "=SUM([Items.Price])",
            "{'Items':[" + QByteArray("{},").repeated(1'000'000) + "{}]}", u"formula.list-too-long",
            u"more than 1000000 items");
        row("cut", "=[Id]", "{'Id':'1'", u"record.cut-off", u"ends before its record does");
        row("no record", "=[Id]", "['Id']", u"record.no-object", u"is not a record");
        row("two on a line", "=[Id]", "{'Id':'1'} {'Id':'2'}", u"record.several", u"goes on after");
        row("another encoding", "=[Id]", "{'Id':'\xc4'}", u"record.encoding", u"UTF-8");
        row("39 digits", "=[Amount]", "{'Amount':123456789012345678901234567890123456789}", u"record.number",
            u"more than 38 digits");
        row("deep", "=[Deep]", "{'Deep':" + QByteArray(500, '[') + QByteArray(500, ']') + '}',
            u"record.too-deep", u"nested more than 64 deep");
    }

    void badInputSaysWhatAndWhere()
    {
        QFETCH(QByteArray, formula);
        QFETCH(QByteArray, record);
        QFETCH(QString, code);
        QFETCH(QString, said);
        write(u"bad.json"_s,
              quotes("{'from':'A','to':'B','fields':[{'to':'Value','formula':'" + formula + "'}]}"));
        const Answer answer =
            run({u"map"_s, u"run"_s, path(u"bad.json"_s), u"--json"_s, u"--source-schema"_s,
                 path(u"wide.json"_s)},
                "{\"Id\":\"before\",\"Amount\":1}\n" + quotes(record) + "\n{\"Id\":\"after\"}\n");
        const QByteArrayList lines = answer.out.trimmed().split('\n');
        const Json first = Json::parse(lines[0]).value();
        if (code == u"mapping.formula"_s) {
            QCOMPARE(answer.code, 1);
            QCOMPARE(first[u"error"][u"code"].toText(), code);
            QVERIFY2(first[u"message"].toText().contains(said), answer.told().constData());
            QVERIFY2(first[u"message"].toText().contains(u"“Value”"_s), answer.told().constData());
            return;
        }
        QCOMPARE(answer.code, 3);
        QCOMPARE(lines.size(), 3); // nothing is lost before or after it
        const Json held = Json::parse(lines[1]).value();
        QCOMPARE(held[u"line"].toInteger(), 2);
        QCOMPARE(held[u"errors"].at(0)[u"code"].toText(), code);
        QVERIFY2(held[u"errors"].at(0)[u"message"].toText().contains(said),
                 answer.told().left(2000).constData());
    }

    void everyFaultOfAMappingIsTold()
    {
        write(u"faults.json"_s, quotes("{'from':'A','to':'B','fields':[{'to':'Ref','formula':'=1 "
                                       "+'},{'to':'Total','formula':'=ROUNT(1)'},\n"
                                       "{'to':'Due','formula':'=1'},{'to':'Due','formula':'=2'}]}"));
        const Answer answer = run({u"map"_s, u"run"_s, path(u"faults.json"_s)}, "{}\n");
        QCOMPARE(answer.code, 1);
        QVERIFY(answer.out.isEmpty());
        for (const char* said : {"“Ref” does not work", "Did you mean “ROUND”?", "“Due” is mapped twice"})
            QVERIFY2(answer.err.contains(said), answer.told().constData());
        const Answer checked = run({u"map"_s, u"check"_s, path(u"faults.json"_s), u"--json"_s});
        QCOMPARE(checked.code, 1);
        QCOMPARE(checked.out.count("\"level\":\"error\""), 4);
    }

    void aDocumentBrokenByHandNamesEachPlace()
    {
        write(u"hands.json"_s,
              quotes("{'from':7,'to':'B','fields':[{'formula':'=1'},{'to':'Date','formula':'CloseDate'},\n"
                     "{'to':'Fine','formula':'=[Nope'},{'to':'When','whenEmpty':'never','formula':'=1'}]}"));
        const Answer answer = run({u"map"_s, u"check"_s, path(u"hands.json"_s)});
        QCOMPARE(answer.code, 1);
        for (const char* said : {"“from”: a text belongs there", "“fields[0].to”: it is missing",
                                 "“fields[1].formula”: a formula starts with", "“fields[3].whenEmpty”"})
            QVERIFY2(answer.err.contains(said), answer.told().constData());
        QVERIFY(answer.out.contains("Fine"));
        QVERIFY2(!answer.out.contains("Date") && !answer.out.contains("fields"), answer.out.constData());
    }

    void aFileThatIsNoDocumentNamesLineAndCharacter_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QByteArray& text, const char16_t* code,
                            const char16_t* said) {
            QTest::newRow(name) << text << QString::fromUtf16(code) << QString::fromUtf16(said);
        };
        row("cut", "{\n \"from\": \"Ä", u"mapping.file", u"line 2, character 12");
        row("twice", "{\"to\":\"B\",\n\"to\":\"C\"}", u"mapping.file-twice", u"line 2, character 6");
        row("deep", QByteArray(100, '[') + QByteArray(100, ']'), u"mapping.file-depth",
            u"line 1, character 66");
        row("digits", "{\"version\":\n123456789012345678901234567890123456789}", u"mapping.file-number",
            u"line 2, character 1");
        row("another encoding", QByteArray("\xff\xfe{\0}\0", 6), u"mapping.file-encoding", u"cannot be read");
    }

    void aFileThatIsNoDocumentNamesLineAndCharacter()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        QFETCH(QString, said);
        write(u"none.json"_s, text);
        const Answer answer = run({u"map"_s, u"check"_s, path(u"none.json"_s), u"--json"_s});
        QCOMPARE(answer.code, 1);
        QCOMPARE(answer.faultCode(), code);
        QVERIFY2(answer.message().contains(said), answer.told().constData());
    }

    void aBrokenTableIsNamedWithItsFile()
    {
        write(
            u"bad-tables.json"_s,
            quotes(
                "[{'name':'Fine','rows':[]},{'name':'Tax','rows':[{'key':'a','value':'b'},{'value':'c'}]}]"));
        const Answer answer =
            run({u"map"_s, u"check"_s, path(u"map.json"_s), u"--lookups"_s, path(u"bad-tables.json"_s)});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.err.contains("bad-tables.json, Tax, rows[1].key”: it is missing"),
                 answer.told().constData());
    }

    void theMarkThatEditorsPutInFrontIsPassedOver()
    {
        write(u"marked.json"_s,
              "\xef\xbb\xbf" + quotes("{'from':'A','to':'B','fields':[{'to':'Ref','formula':'=[Id]'}]}"));
        const Answer answer =
            run({u"map"_s, u"run"_s, path(u"marked.json"_s)}, "\xef\xbb\xbf{\"Id\":\"1\"}\r\n{\"Id\":\"2\"}");
        QVERIFY2(answer.code == 0, answer.told().constData());
        QCOMPARE(answer.out, QByteArray("{\"Ref\":\"1\"}\n{\"Ref\":\"2\"}\n"));
    }

    void aLineBeyondTheLimitIsPassedOverAlone()
    {
        write(u"one.json"_s, quotes("{'from':'A','to':'B','fields':[{'to':'Ref','formula':'=[Id]'}]}"));
        const QByteArray longest(64 * 1024 * 1024 - 11, 'a'); // with {"X":"…"} and a letter too many
        for (const bool tooLong : {false, true}) {
            const QByteArray line = "{\"Xy\":\"" + longest + (tooLong ? "aaa" : "") + "\"}\n";
            const Answer answer = run({u"map"_s, u"run"_s, path(u"one.json"_s)}, line + "{\"Id\":\"2\"}\n");
            const QByteArrayList lines = answer.out.trimmed().split('\n');
            QCOMPARE(lines.size(), 2);
            QCOMPARE(lines[0].contains("record.too-long"), tooLong);
            QCOMPARE(lines[1], QByteArray("{\"Ref\":\"2\"}"));
            QCOMPARE(answer.code, tooLong ? 3 : 0);
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
        const Answer second = run({u"map"_s, u"explain"_s, path(u"map.json"_s), u"Lines[2].Net"_s},
                                  "{\"Items\":[{},{}]}\n{\"Items\":[{}]}\n{\"Id\"\n");
        QCOMPARE(second.code, 3);
        QVERIFY2(second.err.contains("Line 2: No formula fills “Lines[2].Net”"), second.told().constData());
        QVERIFY2(second.err.contains("Line 3: A line of the input is cut off"), second.told().constData());
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
