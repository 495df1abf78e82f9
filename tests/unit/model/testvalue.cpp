#include "model/value.h"

#include <QSet>
#include <QTest>

using namespace tieout;
using namespace tieout::model;
using namespace Qt::StringLiterals;

namespace {

Decimal number(const char* text)
{
    return Decimal::parse(std::string_view(text)).value();
}

Record record(const QStringList& names, const ValueList& values)
{
    Record result(std::make_shared<const Shape>(names));
    for (int i = 0; i < values.size(); ++i)
        result.set(i, values.at(i));
    return result;
}

QByteArray canonical(const Value& value)
{
    QByteArray bytes;
    appendCanonical(bytes, value);
    return bytes;
}

Value deal()
{
    const Value account(record({u"Name"_s, u"Country"_s}, {Value(u"Zoë 漢字"_s), Value(u"AU"_s)}));
    const Value line(record({u"Quantity"_s, u"Price"_s}, {Value(number("2")), Value(number("12.50"))}));
    return Value(
        record({u"Id"_s, u"CloseDate"_s, u"Modified"_s, u"IsWon"_s, u"Missing"_s, u"Account"_s, u"Lines"_s},
               {Value(u"006"_s), Value(Date(2026, 11, 21)), Value(instantFromMs(1'795'230'540'007)),
                Value(true), Value(), account, Value(ValueList{line, line, Value()})}));
}

} // namespace

class TestValue final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void fieldsAreFoundByNameAndByHint();
    void pathsWalkThroughNestedRecords();
    void copiesOfARecordAreIndependent();
    void valuesOfDifferentKindsDiffer_data();
    void valuesOfDifferentKindsDiffer();
    void equalContentHasEqualBytesAndHash();
    void recordsWithOtherNamesDiffer();
    void neighbouringTextsDoNotRunTogether();
    void jsonBringsEveryKindBack();
    void recordsThatLookLikeTagsComeBackAsRecords_data();
    void recordsThatLookLikeTagsComeBackAsRecords();
    void brokenTagsStayRecords();
    void siblingsShareOneShape();
    void plainTextIsLocaleFree();
};

void TestValue::fieldsAreFoundByNameAndByHint()
{
    const Shape shape({u"Id"_s, u"Name"_s, u"Amount"_s});
    QCOMPARE(shape.slot(u"Amount"), 2);
    QCOMPARE(shape.slot(u"Amount", 2), 2);
    QCOMPARE(shape.slot(u"Amount", 1), 2);
    QCOMPARE(shape.slot(u"Amount", 99), 2);
    QCOMPARE(shape.slot(u"Amount", -1), 2);
    QCOMPARE(shape.slot(u"amount"), -1);
    QCOMPARE(shape.slot(u""), -1);
    QCOMPARE(shape.size(), 3);
}

void TestValue::pathsWalkThroughNestedRecords()
{
    const Value value = deal();
    const Record& record = *value.record();
    QCOMPARE(record.path(u"Account.Country").toPlainText(), u"AU"_s);
    QCOMPARE(record.path(u"Id").toPlainText(), u"006"_s);
    QVERIFY(record.path(u"Account.None").isBlank());
    QVERIFY(record.path(u"Id.Name").isBlank());
    QVERIFY(record.path(u"None.Name").isBlank());
    QVERIFY(record.path(u"").isBlank());
    QVERIFY(record.path(u"Account.").isBlank());
    QVERIFY(Record().path(u"Id").isBlank());
    QVERIFY(record.at(-1).isBlank());
    QVERIFY(record.at(99).isBlank());
    QVERIFY(record.value(u"None").isBlank());
    const Record flat = ::record({u"Account.Name"_s}, {Value(u"flat"_s)});
    QCOMPARE(flat.path(u"Account.Name").toPlainText(), u"flat"_s);
}

void TestValue::copiesOfARecordAreIndependent()
{
    Record first = record({u"A"_s}, {Value(u"1"_s)});
    Record second = first;
    QVERIFY(first == second);
    second.set(0, Value(u"2"_s));
    QCOMPARE(first.at(0).toPlainText(), u"1"_s);
    QVERIFY(!(first == second));
}

void TestValue::valuesOfDifferentKindsDiffer_data()
{
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("right");
    for (int left = 0; left < 14; ++left) {
        for (int right = 0; right < left; ++right)
            QTest::addRow("%d %d", left, right) << left << right;
    }
}

void TestValue::valuesOfDifferentKindsDiffer()
{
    static const ValueList kValues{Value(),
                                   Value(false),
                                   Value(true),
                                   Value(Decimal(1)),
                                   Value(Decimal(0)),
                                   Value(u""_s),
                                   Value(u"1"_s),
                                   Value(u"2026-11-21"_s),
                                   Value(Date(2026, 11, 21)),
                                   Value(Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 21))),
                                   Value(ValueList{}),
                                   Value(ValueList{Value()}),
                                   Value(Record()),
                                   Value(record({u"1"_s}, {Value()}))};
    QFETCH(int, left);
    QFETCH(int, right);
    QVERIFY(!(kValues.at(left) == kValues.at(right)));
    QVERIFY(canonical(kValues.at(left)) != canonical(kValues.at(right)));
    QVERIFY(contentHash(kValues.at(left)) != contentHash(kValues.at(right)));
}

void TestValue::equalContentHasEqualBytesAndHash()
{
    QCOMPARE(canonical(deal()), canonical(deal()));
    QCOMPARE(contentHash(deal()), contentHash(deal()));
    QVERIFY(deal() == deal());
    QCOMPARE(canonical(Value(number("1.50"))), canonical(Value(number("1.5"))));
    QVERIFY(Value(number("1.50")) == Value(number("1.5")));
}

void TestValue::recordsWithOtherNamesDiffer()
{
    const Value first(record({u"A"_s, u"B"_s}, {Value(u"x"_s), Value()}));
    const Value second(record({u"A"_s, u"C"_s}, {Value(u"x"_s), Value()}));
    QVERIFY(!(first == second));
    QVERIFY(contentHash(first) != contentHash(second));
}

void TestValue::neighbouringTextsDoNotRunTogether()
{
    const Value first(ValueList{Value(u"ab"_s), Value(u"c"_s)});
    const Value second(ValueList{Value(u"a"_s), Value(u"bc"_s)});
    QVERIFY(canonical(first) != canonical(second));
    const Value nested(ValueList{Value(ValueList{Value(u"a"_s)}), Value(u"b"_s)});
    const Value flat(ValueList{Value(ValueList{Value(u"a"_s), Value(u"b"_s)})});
    QVERIFY(canonical(nested) != canonical(flat));
}

void TestValue::jsonBringsEveryKindBack()
{
    const Json json = toJson(deal());
    const auto read = Json::parse(json.toBytes());
    QVERIFY(read);
    const Value back = fromJson(*read);
    QVERIFY(back == deal());
    QCOMPARE(back.record()->value(u"CloseDate").kind(), Value::Kind::Date);
    QCOMPARE(back.record()->value(u"Modified").kind(), Value::Kind::Instant);
    QCOMPARE(back.record()->value(u"Lines").list()->first().record()->value(u"Price").number()->toString(),
             u"12.50"_s);
    QCOMPARE(toJson(Value(Date(2026, 11, 21))).toBytes(), QByteArray(R"({"$date":"2026-11-21"})"));
}

void TestValue::recordsThatLookLikeTagsComeBackAsRecords_data()
{
    QTest::addColumn<QString>("name");
    for (const auto* name : {"$date", "$instant", "$record", "$other"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestValue::recordsThatLookLikeTagsComeBackAsRecords()
{
    QFETCH(QString, name);
    for (const Value& content : {Value(u"2026-11-21"_s), Value(u"2026-11-21T00:00:00.000Z"_s),
                                 Value(Date(2026, 1, 1)), Value(record({name}, {Value(u"2026-11-21"_s)}))}) {
        const Value value(record({name}, {content}));
        const auto read = Json::parse(toJson(value).toBytes());
        QVERIFY(read);
        QVERIFY2(fromJson(*read) == value, read->toBytes().constData());
    }
    const Value text(u"{\"%1\":\"2026-11-21\"}"_s.arg(name));
    QVERIFY(fromJson(toJson(text)) == text);
}

void TestValue::brokenTagsStayRecords()
{
    const Value value = fromJson(Json::parse(R"({"$date":"2026-02-30"})").value());
    QCOMPARE(value.kind(), Value::Kind::Record);
    QCOMPARE(value.record()->value(u"$date").toPlainText(), u"2026-02-30"_s);
    const Value two = fromJson(Json::parse(R"({"$date":"2026-02-20","x":1})").value());
    QCOMPARE(two.kind(), Value::Kind::Record);
}

void TestValue::siblingsShareOneShape()
{
    const Value value = fromJson(Json::parse(R"([{"A":1,"B":2},{"A":3,"B":4},{"B":1,"A":2}])").value());
    const ValueList& items = *value.list();
    QCOMPARE(items.at(0).record()->shape(), items.at(1).record()->shape());
    QVERIFY(items.at(0).record()->shape() != items.at(2).record()->shape());
}

void TestValue::plainTextIsLocaleFree()
{
    QCOMPARE(Value(number("12.50")).toPlainText(), u"12.50"_s);
    QCOMPARE(Value(Date(2026, 11, 21)).toPlainText(), u"2026-11-21"_s);
    QCOMPARE(Value(instantFromMs(0)).toPlainText(), u"1970-01-01T00:00:00.000Z"_s);
    QCOMPARE(Value(true).toPlainText(), u"true"_s);
    QCOMPARE(Value().toPlainText(), QString());
    QCOMPARE(Value(ValueList{Value(u"a"_s), Value(Decimal(2))}).toPlainText(), u"a, 2"_s);
    QCOMPARE(Value(record({u"A"_s}, {Value(Decimal(2))})).toPlainText(), u"{\"A\":2}"_s);
}

QTEST_GUILESS_MAIN(TestValue)
#include "testvalue.moc"
