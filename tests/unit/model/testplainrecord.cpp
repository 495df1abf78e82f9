#include "model/plainrecord.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::model;

namespace {

Field field(const QString& name, FieldType type, const QList<Field>& members = {})
{
    Field made;
    made.name = name;
    made.label = u"The "_s + name;
    made.type = type;
    made.fields = members;
    return made;
}

QList<Field> fields()
{
    Field number = field(u"InvoiceNumber"_s, FieldType::Text);
    number.readOnly = true;
    return {field(u"Text"_s, FieldType::Text),
            field(u"Number"_s, FieldType::Number),
            field(u"Money"_s, FieldType::Money),
            field(u"Yes"_s, FieldType::Boolean),
            field(u"Day"_s, FieldType::Date),
            field(u"Time"_s, FieldType::Instant),
            field(u"Kind"_s, FieldType::Enum),
            field(u"Id"_s, FieldType::Id),
            field(u"Contact"_s, FieldType::Record, {field(u"Name"_s, FieldType::Text)}),
            field(u"Lines"_s, FieldType::List,
                  {field(u"Amount"_s, FieldType::Money),
                   field(u"Tags"_s, FieldType::List, {field(u"Word"_s, FieldType::Text)})}),
            field(u"Words"_s, FieldType::List),
            number};
}

Result<PlainRecord> read(const QByteArray& json)
{
    return recordFromPlain(fields(), *Json::parse(json));
}

} // namespace

/// Records as people write them in files, and back.
class TestPlainRecord final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void everyTypeComesBackAsItWasWritten_data()
    {
        QTest::addColumn<QByteArray>("json");
        const char* const kWritten[] = {R"({"Text":"Ünal & Söhne"})",
                                        R"({"Text":"12.50"})",
                                        R"({"Number":-0.1})",
                                        R"({"Money":1250.00})",
                                        R"({"Money":123456789012345678901234567890.1234567})",
                                        R"({"Yes":true})",
                                        R"({"Yes":false})",
                                        R"({"Day":"2028-02-29"})",
                                        R"({"Time":"2026-11-21T09:00:00.000Z"})",
                                        R"({"Kind":"DRAFT"})",
                                        R"({"Id":"00612"})",
                                        R"({"Contact":{"Name":"Ridgeway"}})",
                                        R"({"Lines":[{"Amount":0.10},{"Amount":2,"Tags":[{"Word":"a"}]}]})",
                                        R"({"Lines":[]})",
                                        R"({"Words":["a","b"]})"};
        for (const char* written : kWritten)
            QTest::newRow(written) << QByteArray(written);
    }

    void everyTypeComesBackAsItWasWritten()
    {
        QFETCH(QByteArray, json);
        const auto plain = read(json);
        QVERIFY2(plain, plain ? "" : qPrintable(plain.error().text));
        QCOMPARE(plainJson(Value(plain->record)).toBytes(), json);
        QVERIFY(plain->clear.isEmpty());
    }

    void textBecomesTheKindOfItsField_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<Value>("value");
        QTest::newRow("number as text")
            << u"Number"_s << QByteArray("\"12.50\"") << Value(*Decimal::parse(u"12.50"));
        QTest::newRow("money as number")
            << u"Money"_s << QByteArray("12.50") << Value(*Decimal::parse(u"12.50"));
        QTest::newRow("text as number") << u"Text"_s << QByteArray("200") << Value(u"200"_s);
        QTest::newRow("id as number") << u"Id"_s << QByteArray("5735851") << Value(u"5735851"_s);
        QTest::newRow("truth as text") << u"Yes"_s << QByteArray("\"true\"") << Value(true);
        QTest::newRow("date") << u"Day"_s << QByteArray("\"2026-11-21\"") << Value(Date(2026, 11, 21));
        QTest::newRow("empty text") << u"Money"_s << QByteArray("\"\"") << Value();
    }

    void textBecomesTheKindOfItsField()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, given);
        QFETCH(Value, value);
        const auto plain = read("{\"" + name.toUtf8() + "\":" + given + '}');
        QVERIFY2(plain, plain ? "" : qPrintable(plain.error().text));
        QVERIFY(plain->record.value(name) == value);
    }

    void digitsAreKeptOrRefusedNeverRounded()
    {
        const QByteArray kept = "12345678901234567890123456789012345678";
        const auto whole = read("{\"Money\":\"" + kept + "\"}");
        QVERIFY(whole);
        QCOMPARE(whole->record.value(u"Money").toPlainText(), QString::fromLatin1(kept));
        // Forty digits are more than a number holds here.
        const QByteArray forty(40, '9');
        const auto asText = read("{\"Money\":\"" + forty + "\"}");
        QVERIFY(!asText);
        QCOMPARE(asText.error().code, u"record.field-type"_s);
        QCOMPARE(asText.error().facts.value(1), QString::fromLatin1(forty));
        QVERIFY(!Json::parse("{\"Money\":" + forty + "}"));
        // As text they are text.
        QCOMPARE(read("{\"Text\":\"" + forty + "\"}")->record.value(u"Text").toPlainText(),
                 QString::fromLatin1(forty));
    }

    void whatDoesNotFitIsRefusedWithItsField_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("facts");
        const QString type = u"record.field-type"_s;
        const auto facts = [](const QString& label, const QString& given, const QString& kind) {
            return QStringList{u"The "_s + label, given, kind};
        };
        QTest::newRow("word for a number")
            << QByteArray(R"({"Number":"many"})") << type << facts(u"Number"_s, u"many"_s, u"number"_s);
        QTest::newRow("comma") << QByteArray(R"({"Money":"1,5"})") << type
                               << facts(u"Money"_s, u"1,5"_s, u"money"_s);
        QTest::newRow("30 February") << QByteArray(R"({"Day":"2026-02-30"})") << type
                                     << facts(u"Day"_s, u"2026-02-30"_s, u"date"_s);
        QTest::newRow("day and month")
            << QByteArray(R"({"Day":"03/04/2026"})") << type << facts(u"Day"_s, u"03/04/2026"_s, u"date"_s);
        QTest::newRow("number for a date")
            << QByteArray(R"({"Day":20261121})") << type << facts(u"Day"_s, u"20261121"_s, u"date"_s);
        QTest::newRow("no time") << QByteArray(R"({"Time":"noon"})") << type
                                 << facts(u"Time"_s, u"noon"_s, u"instant"_s);
        QTest::newRow("yes") << QByteArray(R"({"Yes":"yes"})") << type
                             << facts(u"Yes"_s, u"yes"_s, u"boolean"_s);
        QTest::newRow("truth for a text")
            << QByteArray(R"({"Text":true})") << type << facts(u"Text"_s, u"true"_s, u"text"_s);
        QTest::newRow("list for a text")
            << QByteArray(R"({"Text":["a"]})") << type << facts(u"Text"_s, u"[…]"_s, u"text"_s);
        QTest::newRow("record for a number")
            << QByteArray(R"({"Number":{}})") << type << facts(u"Number"_s, u"{…}"_s, u"number"_s);
        QTest::newRow("text for a list")
            << QByteArray(R"({"Lines":"a"})") << type << facts(u"Lines"_s, u"a"_s, u"list"_s);
        QTest::newRow("within a line") << QByteArray(R"({"Lines":[{"Amount":1},{"Amount":"x"}]})") << type
                                       << facts(u"Amount"_s, u"x"_s, u"money"_s);
        QTest::newRow("no such field")
            << QByteArray(R"({"Total":1})") << u"record.field-unknown"_s << QStringList{u"Total"_s};
        QTest::newRow("no such field within a record") << QByteArray(R"({"Contact":{"Mail":"a"}})")
                                                       << u"record.field-unknown"_s << QStringList{u"Mail"_s};
        QTest::newRow("names are exact")
            << QByteArray(R"({"text":"a"})") << u"record.field-unknown"_s << QStringList{u"text"_s};
        QTest::newRow("read only") << QByteArray(R"({"InvoiceNumber":"1"})") << u"record.field-read-only"_s
                                   << QStringList{u"The InvoiceNumber"_s};
        QTest::newRow("emptying what is read only")
            << QByteArray(R"({"InvoiceNumber":null})") << u"record.field-read-only"_s
            << QStringList{u"The InvoiceNumber"_s};
        QTest::newRow("no object") << QByteArray(R"(["a"])") << u"record.syntax"_s << QStringList();
        QTest::newRow("a line that is no object")
            << QByteArray(R"({"Lines":[1]})") << u"record.syntax"_s << QStringList();
    }

    void whatDoesNotFitIsRefusedWithItsField()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, code);
        QFETCH(QStringList, facts);
        const auto plain = read(json);
        QVERIFY(!plain);
        QCOMPARE(plain.error().code, code);
        QCOMPARE(plain.error().facts, facts);
    }

    void nullEmptiesAFieldAndIsNoValue()
    {
        const auto plain = read(R"({"Text":null,"Number":1,"Lines":null})");
        QVERIFY(plain);
        QCOMPARE(plain->clear, (QStringList{u"Text"_s, u"Lines"_s}));
        QCOMPARE(plain->record.shape()->names(), QStringList{u"Number"_s});
    }

    void blankMembersAreLeftOut()
    {
        Record record(std::make_shared<Shape>(QStringList{u"a"_s, u"b"_s}));
        record.set(1, Value(u"x"_s));
        QCOMPARE(plainJson(Value(record)).toBytes(), QByteArray(R"({"b":"x"})"));
        QVERIFY(plainJson(Value()).isNull());
    }
};

QTEST_GUILESS_MAIN(TestPlainRecord)
#include "testplainrecord.moc"
