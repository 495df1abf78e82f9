#include "mapping/mappingcheck.h"
#include "unit/mapping/mappingprobe.h"

#include <QTest>

using namespace tieout;
using namespace tieout::mapping;
using model::Field;
using model::FieldType;
using namespace Qt::StringLiterals;

namespace {

Field field(const char16_t* name, FieldType type, bool required = false)
{
    Field made;
    made.name = made.label = QString::fromUtf16(name);
    made.type = type;
    made.requiredOnCreate = required;
    made.nullable = !required;
    return made;
}

model::ObjectSchema deals()
{
    model::ObjectSchema schema;
    Field account = field(u"Account", FieldType::Record);
    Field title = field(u"Title", FieldType::Text);
    title.maxLength = 80;
    account.fields = {field(u"Name", FieldType::Text, true), field(u"Country", FieldType::Text), title};
    Field lines = field(u"Lines", FieldType::List);
    lines.fields = {field(u"Quantity", FieldType::Number, true), field(u"Price", FieldType::Money, true)};
    lines.fields[1].decimals = 4;
    Field kind = field(u"Kind", FieldType::Enum, true);
    kind.values = {u"ACCREC"_s, u"OTHER"_s};
    schema.fields = {field(u"Id", FieldType::Id, true),
                     field(u"CloseDate", FieldType::Date, true),
                     field(u"Amount", FieldType::Money),
                     account,
                     lines,
                     field(u"Signed", FieldType::Date),
                     kind};
    return schema;
}

model::ObjectSchema invoices()
{
    model::ObjectSchema schema;
    Field contact = field(u"Contact", FieldType::Record);
    contact.fields = {field(u"ContactID", FieldType::Id, true), field(u"Name", FieldType::Text)};
    Field lines = field(u"LineItems", FieldType::List);
    lines.fields = {field(u"Quantity", FieldType::Number), field(u"UnitAmount", FieldType::Money, true)};
    lines.fields[0].decimals = 2;
    Field type = field(u"Type", FieldType::Enum, true);
    type.values = {u"ACCREC"_s, u"ACCPAY"_s};
    Field total = field(u"Total", FieldType::Money);
    total.readOnly = true;
    Field reference = field(u"Reference", FieldType::Text);
    reference.maxLength = 5;
    schema.fields = {type, contact, field(u"Date", FieldType::Date), lines, total, reference};
    return schema;
}

} // namespace

/// Findings about a mapping before any record is mapped.
class TestMappingCheck : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("finding");
        const auto row = [](const char* name, const char* rule, const QString& finding) {
            QTest::newRow(name) << QByteArray(rule) << finding;
        };
        row("right", "{'to':'Date','formula':'=[CloseDate] + 30'}", {});
        row("unknown field", "{'to':'Reference','formula':'=[Acount.Name]'}",
            u"Reference formula.unknown-field Acount,Account"_s);
        row("unknown part", "{'to':'Reference','formula':'=[Account.Contry]'}",
            u"Reference formula.unknown-field Contry,Country"_s);
        row("part of a text", "{'to':'Reference','formula':'=[Id.Name]'}",
            u"Reference formula.no-parts Id"_s);
        row("unknown function", "{'to':'Reference','formula':'=TRIN([Id])'}",
            u"Reference formula.unknown-function TRIN,TRIM"_s);
        row("unknown target", "{'to':'Referense','formula':'=[Id]'}",
            u"Referense target.unknown Referense,Reference"_s);
        row("read-only target", "{'to':'Total','formula':'=1'}", u"Total target.read-only Total"_s);
        row("wrong kind", "{'to':'Date','formula':'=[Amount]'}", u"Date target.wrong-kind date,number"_s);
        row("date times number", "{'to':'Date','formula':'=[CloseDate] * 2'}",
            u"Date formula.wrong-kind number,date"_s);
        row("number as a date", "{'to':'Date','formula':'=EDATE([Amount], 1)'}",
            u"Date formula.wrong-kind date or instant,number"_s);
        row("not in the list", "{'to':'Type','formula':'=`ACCREQ`'}", u"Type target.not-in-list ACCREQ"_s);
        row("too long", "{'to':'Reference','formula':'=`abc` & `def`'}", u"Reference target.too-long 6,5"_s);
        row("too many decimals",
            "{'to':'LineItems','each':'[Lines]','fields':["
            "{'to':'Quantity','formula':'=1.125'},{'to':'UnitAmount','formula':'=[Price]'}]}",
            u"LineItems.Quantity target.decimals 1.125,2"_s);
        row("a case that is not in the list", "{'to':'Type','formula':'=IF([Id]=`a`,`ACCREC`,`ACCREQ`)'}",
            u"Type target.not-in-list ACCREQ"_s);
        row("nothing instead of a choice", "{'to':'Type','formula':'=IF([Id]=`a`,`ACCREC`,``)'}",
            u"Type target.may-be-blank Type"_s);
        row("a field that may be too long", "{'to':'Reference','formula':'=UPPER([Account.Title])'}",
            u"Reference target.may-be-too-long 80,5"_s);
        row("a field that is cut", "{'to':'Reference','formula':'=LEFT([Account.Title], 5)'}", {});
        row("a field with more decimals",
            "{'to':'LineItems','each':'[Lines]','fields':["
            "{'to':'Quantity','formula':'=[Price]'},{'to':'UnitAmount','formula':'=[Price]'}]}",
            u"LineItems.Quantity target.may-lose-decimals 4,2"_s);
        row("a rounded field",
            "{'to':'LineItems','each':'[Lines]','fields':["
            "{'to':'Quantity','formula':'=ROUND([Price], 2)'},{'to':'UnitAmount','formula':'=[Price]'}]}",
            {});
        row("a field with other choices", "{'to':'Type','formula':'=[Kind]'}",
            u"Type target.may-not-be-in-list OTHER"_s);
        row("missing in a line",
            "{'to':'LineItems','each':'[Lines]','fields':["
            "{'to':'Quantity','formula':'=[Quantity]'}]}",
            u"LineItems.UnitAmount target.required UnitAmount"_s);
        row("missing in a nested object", "{'to':'Contact.Name','formula':'=[Account.Name]'}",
            u"Contact.ContactID target.required ContactID"_s);
        row("may fail", "{'to':'Date','formula':'=EDATE([Signed], 1)'}",
            u"Date formula.may-be-blank Signed; Date target.may-fail Date"_s);
        row("no such table", "{'to':'Reference','formula':'=IFERROR(LOOKUP(`Foo`, [Id]), `x`)'}",
            u"Reference lookup.no-table Foo"_s);
        row("two rules for a field",
            "{'to':'Date','formula':'=[CloseDate]'},{'to':'Date','formula':'=[CloseDate]'}",
            u"Date mapping.duplicate-target Date; Date#2 mapping.duplicate-target Date"_s);
        row("a field and its parts",
            "{'to':'Contact.ContactID','formula':'=[Id]'},{'to':'Contact','formula':'=1'}",
            u"Contact mapping.duplicate-target Contact; Contact target.wrong-kind record,number"_s);
        row("no field", "{'to':'Contact..Name','formula':'=[Id]'}",
            u"Contact..Name mapping.bad-target Contact..Name; Contact.ContactID target.required ContactID"_s);
        row("an error for every record", "{'to':'Date','formula':'=DATEVALUE(`2026-02-31`)'}",
            u"Date formula.not-a-date 2026-02-31"_s);
        row("division by nothing", "{'to':'Reference','formula':'=1 / 0'}",
            u"Reference formula.division-by-zero "_s);
        row("an error on purpose", "{'to':'Reference','formula':'=NA()'}",
            u"Reference target.may-fail Reference"_s);
        row("what only a run knows", "{'to':'Reference','formula':'=ORG(`BaseCurrency`)'}",
            u"Reference target.may-fail Reference"_s);
        row("outer fields",
            "{'to':'LineItems','each':'[Lines]','fields':["
            "{'to':'UnitAmount','formula':'=[Price] + [..Amount]'},{'to':'Quantity','formula':'=[Prize]'}]}",
            u"LineItems.Quantity formula.unknown-field Prize,Price"_s);
        row("the deal as its own line",
            "{'to':'LineItems','each':'[.]','fields':["
            "{'to':'UnitAmount','formula':'=IF(ISBLANK([Amount]), 0, [Amount])'}]}",
            {});
    }

    void finds()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, finding);
        QByteArray fields = field;
        if (!fields.contains("'to':'Type'")) fields.prepend("{'to':'Type','formula':'=`ACCREC`'},");
        QStringList seen;
        for (const RuleFinding& found :
             checkMapping(documentFrom(fields), deals(), invoices(), LookupTables()))
            seen.append(found.target + u' ' + found.finding.code + u' ' + found.finding.facts.join(u','));
        QCOMPARE(seen.join(u"; "_s), finding);
    }

    void listsAreNotDeeperThanARunGoes()
    {
        QByteArray fields = "{'to':'A','formula':'=1'}";
        for (int depth = 0; depth < 9; ++depth)
            fields = "{'to':'L','each':'[.]','fields':[" + fields + "]}";
        const auto findings = checkMapping(documentFrom(fields), nullptr, nullptr, LookupTables());
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].finding.code, u"mapping.too-deep"_s);
        QCOMPARE(findings[0].target, u"L.L.L.L.L.L.L.L.L"_s);
    }

    void totalsAreCheckedWithoutASchemaToo()
    {
        auto document = documentFrom("{'to':'Reference','formula':'=[No]'}");
        document.group =
            model::Grouping{{u"No"_s},
                            u"Rows"_s,
                            {{u"Total"_s, u"=SUM([Rows.Amount]"_s, {}}, {u"Most"_s, u"=MAXX(1)"_s, {}}},
                            {}};
        const auto findings = checkMapping(document, nullptr, nullptr, LookupTables());
        QCOMPARE(findings.size(), 2);
        QCOMPARE(findings[0].target, u"Total"_s);
        QCOMPARE(findings[0].part, RulePart::Group);
        QCOMPARE(findings[1].finding.code, u"formula.unknown-function"_s);
    }

    void allFaultsOfAFormulaAreToldWithTheirPlaces()
    {
        const auto findings = checkMapping(
            documentFrom("{'to':'Type','formula':'=UPER([Idd], ) & [Amount § & LOOKUP(`Foo`, [Id])'},"
                         "{'to':'LineItems','each':'[Lines','filter':'=[Quantity] > (','fields':["
                         "{'to':'UnitAmount','formula':'=1 2 3'}]}"),
            deals(), invoices(), LookupTables());
        QStringList seen;
        for (const RuleFinding& found : findings)
            seen.append(u"%1 %2 %3 %4"_s.arg(found.target)
                            .arg(int(found.part))
                            .arg(found.finding.at.start)
                            .arg(found.finding.code));
        const QStringList expected{
            u"Type 1 1 formula.unknown-function"_s,         u"Type 1 6 formula.unknown-field"_s,
            u"Type 1 17 formula.unclosed-field"_s,          u"Type 1 0 lookup.no-table"_s,
            u"LineItems 2 0 formula.unclosed-field"_s,      u"LineItems 3 15 formula.expected"_s,
            u"LineItems.UnitAmount 1 3 formula.expected"_s, u"LineItems.UnitAmount 1 5 formula.expected"_s};
        QCOMPARE(seen.join(u'\n'), expected.join(u'\n'));
    }

    void guessesAboutABrokenFormulaAreNotTold()
    {
        // The hole makes the comparison's other side look like a wrong kind, the call like a wrong number.
        const auto findings = checkMapping(documentFrom("{'to':'Type','formula':'=LEFT( + [CloseDate] * 2'}"),
                                           deals(), invoices(), LookupTables());
        for (const RuleFinding& found : findings)
            QVERIFY2(found.finding.code == u"formula.expected"_s, qPrintable(found.finding.code));
        QVERIFY(!findings.isEmpty());
    }

    void namesTheToken()
    {
        const auto findings = checkMapping(documentFrom("{'to':'Type','formula':'=`a` & [Idd]'}"), deals(),
                                           invoices(), LookupTables());
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].part, RulePart::Formula);
        QCOMPARE(findings[0].finding.at, (formula::Span{7, 5}));
    }
};

QTEST_GUILESS_MAIN(TestMappingCheck)
#include "testmappingcheck.moc"
