#include "engine/plan/recordcheck.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using connectors::Operation;
using model::Field;
using model::FieldType;
using model::Record;
using model::Value;

namespace {

model::ObjectSchema schema()
{
    const auto field = [](const QString& name, FieldType type) {
        Field made;
        made.name = made.label = name;
        made.type = type;
        return made;
    };
    auto name = field(u"Name"_s, FieldType::Text);
    name.requiredOnCreate = true;
    name.maxLength = 10;
    auto status = field(u"Status"_s, FieldType::Enum);
    status.values = {u"DRAFT"_s, u"AUTHORISED"_s};
    auto date = field(u"Date"_s, FieldType::Date);
    date.ref = u"PeriodLock"_s;
    auto currency = field(u"CurrencyCode"_s, FieldType::Text);
    currency.ref = u"Currencies"_s;
    auto unit = field(u"UnitAmount"_s, FieldType::Money);
    unit.decimals = 4;
    auto tax = field(u"TaxType"_s, FieldType::Text);
    tax.ref = u"TaxRates"_s;
    auto account = field(u"AccountCode"_s, FieldType::Text);
    account.ref = u"Accounts"_s;
    auto lines = field(u"LineItems"_s, FieldType::List);
    lines.requiredOnCreate = true;
    lines.fields = {unit, tax, account};
    model::ObjectSchema made;
    made.fields = {name, status, date, currency, lines};
    return made;
}

connectors::ReferenceData reference()
{
    connectors::ReferenceData data;
    data.currencies = {u"AUD"_s};
    data.taxRates = {{u"OUTPUT"_s, u"GST on Income"_s, Decimal(10), {u"REVENUE"_s}},
                     {u"INPUT"_s, u"GST on Expenses"_s, Decimal(10), {u"EXPENSE"_s}}};
    data.accounts = {{u"200"_s, u"Sales"_s, u"REVENUE"_s, {}, true},
                     {u"299"_s, u"Old sales"_s, u"REVENUE"_s, {}, false}};
    data.lockDate = Date(2026, 6, 30);
    data.yearEndLock = Date(2025, 6, 30);
    return data;
}

/// A good invoice, one field replaced.
Record invoice(const QString& field, const Value& value)
{
    static const auto kLine =
        std::make_shared<const model::Shape>(QStringList{u"UnitAmount"_s, u"TaxType"_s, u"AccountCode"_s});
    static const auto kShape = std::make_shared<const model::Shape>(
        QStringList{u"Name"_s, u"Status"_s, u"Date"_s, u"CurrencyCode"_s, u"LineItems"_s});
    Record line(kLine);
    line.set(0, Value(*Decimal::parse(std::string_view("1.2345"))));
    line.set(1, Value(u"OUTPUT"_s));
    line.set(2, Value(u"200"_s));
    if (kLine->slot(field) >= 0) line.set(kLine->slot(field), value);
    Record made(kShape);
    made.set(0, Value(u"Kiwi"_s));
    made.set(1, Value(u"DRAFT"_s));
    made.set(2, Value(Date(2026, 7, 1)));
    made.set(3, Value(u"AUD"_s));
    made.set(4, Value(model::ValueList{Value(line)}));
    if (kShape->slot(field) >= 0) made.set(kShape->slot(field), value);
    return made;
}

} // namespace

class TestRecordCheck : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aGoodRecordPasses();
    void whatTheLedgerWouldRefuseIsRefusedFirst_data();
    void whatTheLedgerWouldRefuseIsRefusedFirst();
    void anUpdateMayLeaveOutRequiredFields();
};

void TestRecordCheck::aGoodRecordPasses()
{
    engine::RecordCheck check(schema(), reference());
    QVERIFY(!check.check(invoice({}, {}), Operation::Create));
}

void TestRecordCheck::whatTheLedgerWouldRefuseIsRefusedFirst_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("fact");
    const auto row = [](const char* name, const QString& field, const QVariant& value, const QString& code,
                        const QString& fact) { QTest::newRow(name) << field << value << code << fact; };
    row("required missing", u"Name"_s, QVariant(), u"check.required"_s, u"Name"_s);
    row("required only blanks", u"Name"_s, u"   "_s, u"check.required"_s, u"Name"_s);
    row("too long", u"Name"_s, u"12345678901"_s, u"check.too-long"_s, u"Name"_s);
    row("a choice it does not know", u"Status"_s, u"SENT"_s, u"check.choice"_s, u"Status"_s);
    row("on the lock date", u"Date"_s, QDate(2026, 6, 30), u"check.lock-date"_s, u"2026-06-30"_s);
    row("before the lock date", u"Date"_s, QDate(2024, 1, 1), u"check.lock-date"_s, u"2024-01-01"_s);
    row("currency not enabled", u"CurrencyCode"_s, u"THB"_s, u"check.currency"_s, u"THB"_s);
    row("no lines", u"LineItems"_s, QVariantList{}, u"check.required"_s, u"LineItems"_s);
    row("five places", u"UnitAmount"_s, u"#1.23456"_s, u"check.decimals"_s, u"UnitAmount"_s);
    row("unknown tax rate", u"TaxType"_s, u"XX"_s, u"check.tax-rate"_s, u"XX"_s);
    row("tax rate of expenses on a sales account", u"TaxType"_s, u"INPUT"_s, u"check.tax-for-account"_s,
        u"GST on Expenses"_s);
    row("unknown account", u"AccountCode"_s, u"999"_s, u"check.account"_s, u"999"_s);
    row("archived account", u"AccountCode"_s, u"299"_s, u"check.account-archived"_s, u"299"_s);
}

void TestRecordCheck::whatTheLedgerWouldRefuseIsRefusedFirst()
{
    QFETCH(QString, field);
    QFETCH(QVariant, value);
    QFETCH(QString, code);
    QFETCH(QString, fact);
    Value made;
    if (value.typeId() == QMetaType::QDate) made = Value(value.toDate());
    if (value.typeId() == QMetaType::QVariantList) made = Value(model::ValueList());
    if (value.typeId() == QMetaType::QString) {
        const QString text = value.toString();
        made = text.startsWith(u'#') ? Value(*Decimal::parse(QStringView(text).mid(1))) : Value(text);
    }
    engine::RecordCheck check(schema(), reference());
    const auto error = check.check(invoice(field, made), Operation::Create);
    QVERIFY(error.has_value());
    QCOMPARE(error->code, code);
    QCOMPARE(error->kind, ErrorKind::RowRejected);
    QCOMPARE(error->facts.value(0), fact);
}

void TestRecordCheck::anUpdateMayLeaveOutRequiredFields()
{
    engine::RecordCheck check(schema(), reference());
    QVERIFY(!check.check(invoice(u"Name"_s, {}), Operation::Update));
}

QTEST_GUILESS_MAIN(TestRecordCheck)
#include "testrecordcheck.moc"
