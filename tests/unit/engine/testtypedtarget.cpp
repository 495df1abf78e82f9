#include "engine/plan/typedtarget.h"
#include "mapping/compiledmapping.h"
#include "mapping/fieldfit.h"
#include "mapping/runcontext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using model::FieldType;
using model::Value;

Q_DECLARE_METATYPE(tieout::model::Value)
Q_DECLARE_METATYPE(tieout::model::FieldType)

namespace {

Value number(const char* text)
{
    return Decimal::parse(QString::fromLatin1(text)).value();
}

model::Field field(const QString& name, FieldType type, QList<model::Field> fields = {})
{
    model::Field made;
    made.name = name;
    made.label = u"The "_s + name;
    made.type = type;
    made.fields = std::move(fields);
    return made;
}

model::ObjectSchema invoices()
{
    model::ObjectSchema schema;
    schema.fields = {field(u"Reference"_s, FieldType::Text), field(u"Date"_s, FieldType::Date),
                     field(u"Contact"_s, FieldType::Record, {field(u"Limit"_s, FieldType::Money)}),
                     field(u"Lines"_s, FieldType::List,
                           {field(u"Quantity"_s, FieldType::Number), field(u"Text"_s, FieldType::Text)})};
    return schema;
}

model::MappedField rule(const QString& to, const QString& formula)
{
    model::MappedField made;
    made.to = to;
    made.formula = formula;
    return made;
}

/// The mapping of a flat row, whose fields are all texts.
mapping::CompiledMapping compiled()
{
    model::MappingDocument document;
    document.fields = {rule(u"Reference"_s, u"=[No]"_s), rule(u"Date"_s, u"=[Day]"_s),
                       rule(u"Contact.Limit"_s, u"=[Limit]"_s)};
    model::MappedField lines;
    lines.to = u"Lines"_s;
    lines.each = u"[Lines]"_s;
    lines.fields = {rule(u"Quantity"_s, u"=[Quantity]"_s), rule(u"Text"_s, u"=[Quantity]"_s)};
    document.fields.append(lines);
    return mapping::CompiledMapping::compile(document).value();
}

model::Record source(const QString& no, const QString& day, const QString& limit,
                     const QStringList& quantities)
{
    static const auto itemShape = std::make_shared<const model::Shape>(QStringList{u"Quantity"_s});
    static const auto shape =
        std::make_shared<const model::Shape>(QStringList{u"No"_s, u"Day"_s, u"Limit"_s, u"Lines"_s});
    model::ValueList items;
    for (const QString& quantity : quantities) {
        model::Record item(itemShape);
        item.set(0, Value(quantity));
        items += Value(item);
    }
    model::Record record(shape);
    const Value values[] = {Value(no), Value(day), Value(limit), Value(items)};
    for (int i = 0; i < 4; ++i)
        record.set(i, values[i]);
    return record;
}

} // namespace

/// Texts that stand for numbers and dates, in fields that keep numbers and dates.
class TestTypedTarget : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aTextFitsWhereItIsWrittenAsTheFieldKeepsIt_data()
    {
        QTest::addColumn<Value>("value");
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<bool>("fits");
        QTest::addColumn<Value>("instead"); // blank: as it is
        const Value day(Date(2026, 11, 21));
        const auto text = [](const char* words) { return Value(QString::fromUtf8(words)); };
        QTest::newRow("a price") << text("378.32") << FieldType::Money << true << number("378.32");
        QTest::newRow("blanks around") << text(" 17 ") << FieldType::Number << true << number("17");
        QTest::newRow("nothing") << text("  ") << FieldType::Number << true << Value();
        QTest::newRow("blank") << Value() << FieldType::Date << true << Value();
        QTest::newRow("a number") << number("2") << FieldType::Number << true << Value();
        QTest::newRow("thousands are ambiguous") << text("1,250.00") << FieldType::Money << false << Value();
        QTest::newRow("words") << text("abc") << FieldType::Number << false << Value();
        QTest::newRow("a date for a number") << day << FieldType::Number << false << Value();
        QTest::newRow("yes for a number") << Value(true) << FieldType::Number << false << Value();
        QTest::newRow("a day") << text("2026-11-21") << FieldType::Date << true << day;
        QTest::newRow("a day with its time")
            << text("2026-11-21T23:30:00+13:00") << FieldType::Date << true << day;
        QTest::newRow("an instant's text stays")
            << text("2026-11-21T23:30:00Z") << FieldType::Instant << true << Value();
        QTest::newRow("not in the calendar") << text("2026-02-31") << FieldType::Date << false << Value();
        QTest::newRow("a day and more") << text("2026-11-21 100") << FieldType::Date << false << Value();
        QTest::newRow("a number for a date") << number("46000") << FieldType::Date << false << Value();
        QTest::newRow("other kinds take what comes") << number("2") << FieldType::Text << true << Value();
    }
    void aTextFitsWhereItIsWrittenAsTheFieldKeepsIt()
    {
        QFETCH(Value, value);
        QFETCH(FieldType, type);
        QFETCH(bool, fits);
        QFETCH(Value, instead);
        const auto fit = mapping::fieldFit(value, type);
        QCOMPARE(fit.fits, fits);
        QCOMPARE(fit.instead.value_or(Value()), instead);
    }

    void aDocumentIsTypedToItsDepth()
    {
        const auto mapping = compiled();
        const engine::TypedTarget typed(mapping.rules(), invoices());
        const mapping::RunContext context;
        const model::Record row = source(u"42"_s, u"2026-11-21"_s, u"9.50"_s, {u"1"_s, u"2.5"_s});
        model::Record document = mapping.map(row, context).target;
        QVERIFY(!typed.apply(document));
        QCOMPARE(document.value(u"Reference"), Value(u"42"_s));
        QCOMPARE(document.value(u"Date"), Value(Date(2026, 11, 21)));
        QCOMPARE(document.path(u"Contact.Limit"), number("9.50"));
        const model::ValueList& lines = *document.value(u"Lines").list();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1].record()->value(u"Quantity"), number("2.5"));
        QCOMPARE(lines[1].record()->value(u"Text"), Value(u"2.5"_s));
        // The source is as it was.
        QCOMPARE(row.value(u"Lines").list()->at(1).record()->value(u"Quantity"), Value(u"2.5"_s));
    }

    void whatCannotBeOfItsKindIsNamed_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("quantity");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("facts");
        QTest::newRow("at the top") << u"31 February"_s << u"1"_s << u"1"_s << u"check.not-a-date"_s
                                    << QStringList{u"The Date"_s, u"31 February"_s};
        QTest::newRow("in a part") << u"2026-11-21"_s << u"a lot"_s << u"1"_s << u"check.not-a-number"_s
                                   << QStringList{u"The Limit"_s, u"a lot"_s};
        QTest::newRow("in a line") << u"2026-11-21"_s << u"1"_s << u"two"_s << u"check.not-a-number"_s
                                   << QStringList{u"The Quantity"_s, u"two"_s};
    }
    void whatCannotBeOfItsKindIsNamed()
    {
        QFETCH(QString, day);
        QFETCH(QString, limit);
        QFETCH(QString, quantity);
        QFETCH(QString, code);
        QFETCH(QStringList, facts);
        const auto mapping = compiled();
        const engine::TypedTarget typed(mapping.rules(), invoices());
        const mapping::RunContext context;
        model::Record document = mapping.map(source({}, day, limit, {u"1"_s, quantity}), context).target;
        const model::Record before = document;
        const auto wrong = typed.apply(document);
        QVERIFY(wrong.has_value());
        QCOMPARE(wrong->kind, ErrorKind::RowRejected);
        QCOMPARE(wrong->code, code);
        QCOMPARE(wrong->facts, facts);
        QCOMPARE(document, before);
    }
};

QTEST_GUILESS_MAIN(TestTypedTarget)
#include "testtypedtarget.moc"
