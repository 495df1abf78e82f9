#include "base/json.h"

#include <QTest>

using namespace tieout;
using namespace Qt::StringLiterals;

namespace {

Json parsed(QByteArrayView bytes)
{
    auto json = Json::parse(bytes);
    if (!json) qFatal("%s", qPrintable(json.error().text));
    return *json;
}

} // namespace

class TestJson final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void textComesBackUnchanged_data();
    void textComesBackUnchanged();
    void refusesBrokenText_data();
    void refusesBrokenText();
    void numbersKeepEveryDigit();
    void depthIsBounded();
    void manyMembersAreCheckedForDuplicatesToo();
    void errorsNameTheByte();
    void copiesAreIndependent();
    void readersGiveDefaultsForOtherKinds();
    void membersAreSetReplacedAndRemoved();
    void prettyTextIsStable();
    void writerWritesWhatTheTreeWould();
    void writerReplacesUnpairedSurrogates();
    void writerIsEmptyAfterTake();
};

void TestJson::textComesBackUnchanged_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("true") << QByteArray("true");
    QTest::newRow("number") << QByteArray("-12.50");
    QTest::newRow("text") << QByteArray("\"a\"");
    QTest::newRow("empty text") << QByteArray("\"\"");
    QTest::newRow("empty array") << QByteArray("[]");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("nested") << QByteArray(R"({"b":[1,{"a":null},[]],"a":{"x":false}})");
    QTest::newRow("escapes") << QByteArray(R"(["\"\\\n\t/","é漢😀"])");
    QTest::newRow("keys with escapes") << QByteArray(R"({"a\"b":1,"":2})");
    QTest::newRow("text that begins with U+FEFF")
        << QByteArray("[\"\xEF\xBB\xBF"
                      "a\",\"\xEF\xBB\xBF\xEF\xBB\xBF\",{\"\xEF\xBB\xBFn\":1,\"n\":2}]");
    QTest::newRow("long text") << QByteArray("[\"") + QByteArray(100'000, 'x') + QByteArray("\"]");
}

void TestJson::textComesBackUnchanged()
{
    QFETCH(QByteArray, text);
    const auto json = Json::parse(text);
    QVERIFY2(json, json ? "" : qPrintable(json.error().text));
    QCOMPARE(json->toBytes(), text);
    QCOMPARE(parsed(json->toPrettyBytes()), *json);
}

void TestJson::refusesBrokenText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    const char* broken[] = {"",
                            " ",
                            "{",
                            "[",
                            "]",
                            "}",
                            "[1",
                            "[1,",
                            "[1,]",
                            "[,1]",
                            "[1 2]",
                            "{\"a\"}",
                            "{\"a\":}",
                            "{\"a\":1,}",
                            "{\"a\" 1}",
                            "{a:1}",
                            "{1:1}",
                            "{\"a\":1 \"b\":2}",
                            "[1}",
                            "{\"a\":1]",
                            "nul",
                            "nulll",
                            "True",
                            "tru",
                            "[truee]",
                            "[nullx]",
                            "01",
                            "[01]",
                            "-",
                            "[-]",
                            "+1",
                            ".5",
                            "[.5]",
                            "5.",
                            "[5.]",
                            "1e",
                            "[1e+]",
                            "[1.e5]",
                            "0x1",
                            "NaN",
                            "[Infinity]",
                            "\"a",
                            "[\"a]",
                            "'a'",
                            "\"\\x\"",
                            "[\"\\u12\"]",
                            "[\"\\ud800\"]",
                            "\"a\"x",
                            "1 2",
                            "{} x",
                            "[] []",
                            "{}{}",
                            "[1]]",
                            "{}}",
                            "[\"a\" \"b\"]",
                            "// c\n1",
                            "[1//c\n]",
                            "<html></html>",
                            "[\"a\nb\"]",
                            "1]",
                            "null,",
                            "[\"a\":1]"};
    for (const auto* text : broken)
        QTest::addRow("%s", text) << QByteArray(text) << u"json.syntax"_s;
    QTest::newRow("not UTF-8") << QByteArray("[\"\xff\xfe\"]") << u"json.syntax"_s;
    QTest::newRow("zero byte") << QByteArray("[1\0]", 4) << u"json.syntax"_s;
    QTest::newRow("duplicate") << QByteArray(R"({"a":1,"b":2,"a":3})") << u"json.duplicate"_s;
    QTest::newRow("escaped duplicate") << QByteArray(R"({"a":1,"\u0061":3})") << u"json.duplicate"_s;
    QTest::newRow("inner duplicate") << QByteArray(R"([{"x":{"a":1,"a":1}}])") << u"json.duplicate"_s;
    QTest::newRow("39 digits") << QByteArray("[123456789012345678901234567890123456789]") << u"json.number"_s;
    QTest::newRow("huge") << QByteArray("[1e400]") << u"json.number"_s;
}

void TestJson::refusesBrokenText()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    const auto json = Json::parse(text);
    QVERIFY2(!json, json ? json->toBytes().constData() : "");
    QCOMPARE(json.error().code, code);
    QCOMPARE(json.error().kind, ErrorKind::RemoteFault);
    QCOMPARE(json.error().facts.size(), 1);
}

void TestJson::numbersKeepEveryDigit()
{
    const Json json =
        parsed("[0.1, 1.50, 12345678901234567890.123456789, 1e3, -2.5E-3, -0, 100 , 9007199254740993]");
    const QStringList expected{u"0.1"_s,
                               u"1.50"_s,
                               u"12345678901234567890.123456789"_s,
                               u"1000"_s,
                               u"-0.0025"_s,
                               u"0"_s,
                               u"100"_s,
                               u"9007199254740993"_s};
    for (int i = 0; i < expected.size(); ++i)
        QCOMPARE(json.at(i).toDecimal().toString(), expected.at(i));
    QCOMPARE(parsed(" 12.50 \n").toDecimal().toString(), u"12.50"_s);
}

void TestJson::depthIsBounded()
{
    const auto nested = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QVERIFY(Json::parse(nested(64)));
    const auto tooDeep = Json::parse(nested(65));
    QVERIFY(!tooDeep);
    QCOMPARE(tooDeep.error().code, u"json.depth"_s);
    QVERIFY(!Json::parse(nested(1'000'000)));
    QVERIFY(!Json::parse(QByteArray(1'000'000, '[')));
    QByteArray objects;
    for (int i = 0; i < 65; ++i)
        objects += "{\"a\":";
    QCOMPARE(Json::parse(objects + "1" + QByteArray(65, '}')).error().code, u"json.depth"_s);
}

void TestJson::manyMembersAreCheckedForDuplicatesToo()
{
    QByteArray text("{");
    for (int i = 0; i < 5000; ++i)
        text += "\"m" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ",";
    const Json json = parsed(text + "\"last\":0}");
    QCOMPARE(json.size(), 5001);
    QCOMPARE(json[u"m4999"].toInteger(), 4999);
    QCOMPARE(Json::parse(text + "\"m4999\":0}").error().code, u"json.duplicate"_s);
    QCOMPARE(Json::parse(text + "\"m3\":0}").error().code, u"json.duplicate"_s);
}

void TestJson::errorsNameTheByte()
{
    const auto word = Json::parse("{\"a\": [1, nope]}");
    QVERIFY(!word);
    QCOMPARE(word.error().facts.first(), u"10"_s);
    QVERIFY(word.error().text.contains(u"at byte 10"));
    QCOMPARE(Json::parse("[1] [7]").error().facts.first(), u"4"_s);
    QCOMPARE(Json::parse("[1, 2").error().facts.first(), u"5"_s);
}

void TestJson::copiesAreIndependent()
{
    Json first = parsed(R"({"list":[1],"name":"x"})");
    Json second = first;
    second.set(u"name"_s, u"y");
    second.member(u"list"_s).append(2);
    QCOMPARE(first.toBytes(), QByteArray(R"({"list":[1],"name":"x"})"));
    QCOMPARE(second.toBytes(), QByteArray(R"({"list":[1,2],"name":"y"})"));
    QVERIFY(first != second);
}

void TestJson::readersGiveDefaultsForOtherKinds()
{
    const Json json = parsed(R"({"t":"x","n":2.5,"b":true,"a":[1]})");
    QCOMPARE(json[u"t"].toInteger(7), 7);
    QCOMPARE(json[u"n"].toText(u"none"_s), u"none"_s);
    QCOMPARE(json[u"n"].toInteger(7), 7); // not whole
    QCOMPARE(json[u"b"].toBool(), true);
    QCOMPARE(json[u"t"].toBool(true), true);
    QVERIFY(json[u"missing"].isNull());
    QVERIFY(json[u"missing"][u"deeper"].isNull());
    QVERIFY(json[u"a"].at(5).isNull());
    QVERIFY(json[u"a"].at(-1).isNull());
    QVERIFY(json[u"t"].toArray().isEmpty());
    QVERIFY(json.contains(u"b"));
    QVERIFY(!json.contains(u"B"));
}

void TestJson::membersAreSetReplacedAndRemoved()
{
    Json json;
    json.set(u"a"_s, 1);
    json.set(u"b"_s, true);
    json.set(u"a"_s, u"text");
    QCOMPARE(json.toBytes(), QByteArray(R"({"a":"text","b":true})"));
    json.remove(u"a");
    json.remove(u"none");
    QCOMPARE(json.toBytes(), QByteArray(R"({"b":true})"));
    Json list;
    list.append(Json());
    list.append(Json::object());
    QCOMPARE(list.toBytes(), QByteArray("[null,{}]"));
}

void TestJson::prettyTextIsStable()
{
    QCOMPARE(parsed(R"({"a":[1,2.50],"b":{},"c":[]})").toPrettyBytes(),
             QByteArray("{\n  \"a\": [\n    1,\n    2.50\n  ],\n  \"b\": {},\n  \"c\": []\n}\n"));
}

void TestJson::writerWritesWhatTheTreeWould()
{
    JsonWriter writer;
    writer.beginObject();
    writer.key(u"Total");
    writer.value(Decimal::fromScaled(1250, 2));
    writer.key(u"Name");
    writer.value(QStringView(u"Zoë \"Q\" \u0001"));
    writer.key(u"Lines");
    writer.beginArray();
    writer.value(qint64(-7));
    writer.value(false);
    writer.null();
    writer.raw("{\"x\":1}");
    writer.json(parsed("[1.0]"));
    writer.endArray();
    writer.endObject();
    const QByteArray text = writer.take();
    QCOMPARE(text, QByteArray("{\"Total\":12.50,\"Name\":\"Zoë \\\"Q\\\" \\u0001\","
                              "\"Lines\":[-7,false,null,{\"x\":1},[1.0]]}"));
    QCOMPARE(parsed(text).toBytes(), text);
}

void TestJson::writerReplacesUnpairedSurrogates()
{
    JsonWriter writer;
    const char16_t broken[] = {u'a', 0xd800, u'b'};
    writer.value(QStringView(broken, 3));
    const QByteArray text = writer.take();
    QCOMPARE(parsed(text).toText(), u"a\ufffdb"_s);
}

void TestJson::writerIsEmptyAfterTake()
{
    JsonWriter writer;
    writer.value(qint64(1));
    QCOMPARE(writer.take(), QByteArray("1"));
    QCOMPARE(writer.take(), QByteArray());
    writer.beginArray();
    writer.endArray();
    QCOMPARE(writer.take(), QByteArray("[]"));
}

QTEST_GUILESS_MAIN(TestJson)
#include "testjson.moc"
