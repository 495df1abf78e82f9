#include "formula/functions.h"
#include "support/programs.h"
#include "wording/functionwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using support::Answer;

namespace {

QByteArray lineOf(const QString& formula, const QByteArray& rest = {})
{
    const QByteArray written = Json(formula).toBytes();
    return "{\"formula\":" + written + (rest.isEmpty() ? "" : "," + rest) + "}\n";
}

Answer answered(const QByteArray& input)
{
    QProcess process;
    process.start(support::commandLineProgram(), {u"formula"_s});
    process.write(input);
    process.closeWriteChannel();
    return support::answerOf(process);
}

Json::Array answers(const Answer& answer)
{
    Json::Array all;
    for (const QByteArray& line : answer.out.split('\n')) {
        if (!line.isEmpty()) all.append(*Json::parse(line));
    }
    return all;
}

} // namespace

/// `tieoutctl formula` as a script uses it: values, errors with their places, hostile lines.
class TestFormulas : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void valuesCarryTheirType_data();
    void valuesCarryTheirType()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, value);
        QFETCH(QString, type);
        const Answer answer = answered(line);
        QVERIFY2(answer.code == 0, answer.told().constData());
        QCOMPARE(answers(answer).first()[u"value"].toBytes(), value);
        QCOMPARE(answers(answer).first()[u"type"].toText(), type);
    }

    void errorsSayWhatAndWhere_data();
    void errorsSayWhatAndWhere()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, error);
        QFETCH(int, at);
        QFETCH(QString, words);
        const Answer answer = answered(line);
        QCOMPARE(answer.code, 3);
        const Json told = answers(answer).value(0);
        QCOMPARE(told[u"error"].toText(), error);
        QCOMPARE(told[u"at"].toInteger(), at);
        QVERIFY2(told[u"message"].toText().contains(words), qPrintable(told[u"message"].toText()));
    }

    void oneAnswerForEachLineAndBadLinesDoNotStopIt()
    {
        const Answer answer =
            answered(lineOf(u"=1+1"_s) + "not json\n\n{\"record\":{}}\n" + lineOf(u"=2+2"_s));
        QCOMPARE(answer.code, 3);
        const Json::Array all = answers(answer);
        QCOMPARE(all.size(), 4);
        QCOMPARE(all[0][u"value"].toInteger(), 2);
        QCOMPARE(all[1][u"code"].toText(), u"cli.bad-line"_s);
        QCOMPARE(all[2][u"code"].toText(), u"cli.no-formula"_s);
        QCOMPARE(all[3][u"value"].toInteger(), 4);
    }

    void answersComeWhileTheInputIsOpen()
    {
        QProcess process;
        process.start(support::commandLineProgram(), {u"formula"_s});
        for (int round = 1; round <= 3; ++round) {
            process.write(lineOf(u"=%1*2"_s.arg(round)));
            QVERIFY(support::comesTrue([&] { return process.canReadLine(); }, std::chrono::seconds(30)));
            QCOMPARE(Json::parse(process.readLine().trimmed())->operator[](u"value").toInteger(), round * 2);
        }
        process.closeWriteChannel();
        QCOMPARE(support::answerOf(process).code, 0);
    }

    void severalMistakesAreToldAtOnce()
    {
        const Json told = answers(answered(lineOf(u"=ROUND(§1, 2 3) + [A"_s))).first();
        QCOMPARE(told[u"at"].toInteger(), 8);
        QCOMPARE(told[u"more"].size(), 2);
        QCOMPARE(told[u"more"].at(1)[u"code"].toText(), u"formula.unclosed-field"_s);
    }

    void misspeltFieldsAreNamed()
    {
        const Json told = answers(answered(lineOf(u"=[Amuont]"_s, "\"record\":{\"Amount\":1}"))).first();
        QCOMPARE(told[u"type"].toText(), u"blank"_s);
        QCOMPARE(told[u"warnings"].at(0)[u"at"].toInteger(), 2);
        QVERIFY(told[u"warnings"].at(0)[u"message"].toText().contains(u"Amount"_s));
    }

    void everyFunctionHasASentence()
    {
        QStringList without;
        for (const QString& name : formula::functionNames()) {
            const QString words = wording::functionWords(name);
            if (words.size() < 5 || !words.endsWith(u'.')) without.append(name);
        }
        QCOMPARE(without, QStringList());
        QVERIFY(wording::functionWords(u"NOSUCH"_s).isEmpty());
        QCOMPARE(wording::functionWords(u"sum"_s), u"All numbers added."_s);
    }

    void aMillionLinesAreSummed()
    {
        QByteArray record = "\"record\":{\"Lines\":[";
        for (int i = 0; i < 1'000'000; ++i)
            record += i == 0 ? "{\"Q\":1}" : ",{\"Q\":1}";
        const Answer answer = answered(lineOf(u"=SUM([Lines.Q])"_s, record + "]}"));
        QCOMPARE(answers(answer).first()[u"value"].toInteger(), 1'000'000);
    }
};

void TestFormulas::valuesCarryTheirType_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("type");
    QTest::newRow("number") << lineOf(u"=ROUND([A]*1.1, 2)"_s, "\"record\":{\"A\":19.99}") << "21.99"_ba
                            << u"number"_s;
    QTest::newRow("exact") << lineOf(u"=0.1+0.2"_s) << "0.3"_ba << u"number"_s;
    QTest::newRow("text") << lineOf(u"=UPPER(\"zoë 😀\")"_s) << "\"ZOË 😀\""_ba << u"text"_s;
    QTest::newRow("truth") << lineOf(u"=1<2"_s) << "true"_ba << u"boolean"_s;
    QTest::newRow("date") << lineOf(u"=DATE(2026,2,31)"_s) << "\"2026-03-03\""_ba << u"date"_s;
    QTest::newRow("date of the record")
        << lineOf(u"=[D]+1"_s, "\"record\":{\"D\":{\"$date\":\"2026-02-28\"}}") << "\"2026-03-01\""_ba
        << u"date"_s;
    QTest::newRow("blank") << lineOf(u"=[A]"_s, "\"record\":{\"A\":null}") << "null"_ba << u"blank"_s;
    QTest::newRow("list") << lineOf(u"=[L.Q]*2"_s, "\"record\":{\"L\":[{\"Q\":1},{\"Q\":2}]}") << "[2,4]"_ba
                          << u"list"_s;
    QTest::newRow("table") << lineOf(u"=LOOKUP(\"R\",\"AU\")"_s, "\"tables\":{\"R\":{\"AU\":\"OUTPUT\"}}")
                           << "\"OUTPUT\""_ba << u"text"_s;
    QTest::newRow("rate") << lineOf(u"=CONVERT(10,\"USD\",\"AUD\",\"2026-11-22\")"_s,
                                    "\"tables\":{\"Exchange rates\":{\"USD/AUD 2026-11-20\":1.5}}")
                          << "15"_ba << u"number"_s;
    QTest::newRow("setting") << lineOf(u"=ORG(\"BaseCurrency\")"_s, "\"settings\":{\"BaseCurrency\":\"AUD\"}")
                             << "\"AUD\""_ba << u"text"_s;
    QTest::newRow("link") << lineOf(u"=LINKED(\"f\",\"1\")"_s, "\"links\":{\"f\":{\"1\":\"C-9\"}}")
                          << "\"C-9\""_ba << u"text"_s;
    QTest::newRow("today") << lineOf(u"=TODAY()"_s,
                                     "\"now\":\"2026-11-20T22:30:00Z\",\"zone\":\"Australia/Sydney\"")
                           << "\"2026-11-21\""_ba << u"date"_s;
}

void TestFormulas::errorsSayWhatAndWhere_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("error");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("words");
    QTest::newRow("division by zero") << lineOf(u"=1/0"_s) << u"#DIV/0!"_s << 4 << u"divides by zero"_s;
    QTest::newRow("text into a number") << lineOf(u"=1+[A]"_s, "\"record\":{\"A\":\"abc\"}") << u"#VALUE!"_s
                                        << 4 << u"“abc” is not a number"_s;
    QTest::newRow("31 February") << lineOf(u"=DATEVALUE(\"2026-02-31\")"_s) << u"#VALUE!"_s << 12
                                 << u"“2026-02-31” is not a date"_s;
    QTest::newRow("behind a surrogate pair")
        << lineOf(u"=\"😀\"&1/0"_s) << u"#DIV/0!"_s << 8 << u"divides by zero"_s;
    QTest::newRow("a surrogate pair") << lineOf(u"=1+😀"_s) << u"#ERROR!"_s << 4 << u"“😀”"_s;
    QTest::newRow("ten thousand characters")
        << lineOf(u"=1"_s + QString(9'998, u' ')) << u"#ERROR!"_s << 8'193 << u"8192 characters"_s;
    QTest::newRow("nested 500 deep") << lineOf(u'=' + QString(500, u'(') + u'1' + QString(500, u')'))
                                     << u"#ERROR!"_s << 66 << u"64 parentheses"_s;
    QTest::newRow("unknown function") << lineOf(u"=1+RUOND(2)"_s) << u"#NAME?"_s << 4 << u"RUOND"_s;
    QTest::newRow("not finished") << lineOf(u"=SUM(1"_s) << u"#ERROR!"_s << 7 << u"closing parenthesis"_s;
    QTest::newRow("no row") << lineOf(u"=LOOKUP(\"R\",\"PL\")"_s, "\"tables\":{\"R\":{\"AU\":\"X\"}}")
                            << u"#N/A"_s << 13 << u"PL"_s;
    QTest::newRow("no rate") << lineOf(u"=CONVERT(1,\"USD\",\"AUD\",\"2026-11-22\")"_s) << u"#N/A"_s << 2
                             << u"no rate from USD to AUD on 2026-11-22"_s;
}

QTEST_GUILESS_MAIN(TestFormulas)
#include "testformulas.moc"
