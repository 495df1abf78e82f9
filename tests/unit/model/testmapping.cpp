#include "model/flow.h"
#include "model/mapping.h"

#include <QTest>

using namespace tieout;
using namespace tieout::model;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kDocument = R"({
  "from": "Opportunity",
  "to": "Invoice",
  "version": 7,
  "fields": [
    {
      "to": "Date",
      "formula": "=[CloseDate]",
      "whenEmpty": "hold",
      "note": "day of the deal"
    },
    {
      "to": "LineItems",
      "each": "[OpportunityLineItems]",
      "fields": [
        {
          "to": "Quantity",
          "formula": "=[Quantity]",
          "colour": "blue"
        }
      ],
      "filter": "=[Quantity] > 0",
      "sort": "=[SortOrder]"
    }
  ],
  "layout": {
    "x": 1.50
  }
}
)";

Json parsed(QByteArrayView text)
{
    return Json::parse(text).value();
}

} // namespace

class TestMapping final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aDocumentIsSavedAsItWasRead();
    void unknownMembersAreKept();
    void defaultsAreLeftOut();
    void mistakesNameTheirPath_data();
    void mistakesNameTheirPath();
    void brokenDocumentsAreReadAsFarAsPossible();
    void newerDocumentsAreRefusedAndShown();
    void lookupTablesComeBack();
    void lookupMistakesNameTheirPath();
};

void TestMapping::aDocumentIsSavedAsItWasRead()
{
    const auto document = mappingFromJson(parsed(kDocument));
    QVERIFY2(document, document ? "" : qPrintable(document.error().text));
    QCOMPARE(document->version, 7);
    QCOMPARE(document->fields.size(), 2);
    QCOMPARE(document->fields.at(0).whenEmpty, WhenEmpty::Hold);
    QCOMPARE(document->fields.at(1).fields.at(0).formula, u"=[Quantity]"_s);
    QCOMPARE(toJson(*document).toPrettyBytes(), QByteArray(kDocument));
    QCOMPARE(mappingFromJson(toJson(*document)).value(), *document);
}

void TestMapping::unknownMembersAreKept()
{
    const auto document = mappingFromJson(parsed(kDocument));
    QVERIFY(document);
    QCOMPARE(document->extra[u"layout"][u"x"].toDecimal().toString(), u"1.50"_s);
    QCOMPARE(document->fields.at(1).fields.at(0).extra[u"colour"].toText(), u"blue"_s);
    QVERIFY(document->fields.at(0).extra.isNull());
}

void TestMapping::defaultsAreLeftOut()
{
    MappingDocument document;
    document.from = u"A"_s;
    document.to = u"B"_s;
    MappedField field;
    field.to = u"X"_s;
    field.formula = u"=1"_s;
    document.fields.append(field);
    QCOMPARE(toJson(document).toBytes(),
             QByteArray(R"({"from":"A","to":"B","version":1,"fields":[{"to":"X","formula":"=1"}]})"));
}

void TestMapping::mistakesNameTheirPath_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    const auto row = [](const char* text, const char16_t* path) {
        QTest::addRow("%s", text) << QByteArray(text) << QString::fromUtf16(path);
    };
    row("[]", u"$");
    row("{}", u"fields");
    row(R"({"fields":null})", u"fields");
    row(R"({"fields":{}})", u"fields");
    row(R"({"fields":[7]})", u"fields[0]");
    row(R"({"from":7,"fields":[]})", u"from");
    row(R"({"version":"7","fields":[]})", u"version");
    row(R"({"version":1.5,"fields":[]})", u"version");
    row(R"({"version":99999999999,"fields":[]})", u"version");
    row(R"({"fields":[{"to":"A"},{"formula":"=1"}]})", u"fields[1].to");
    row(R"({"fields":[{"to":"A","formula":"1"}]})", u"fields[0].formula");
    row(R"({"fields":[{"to":"A","formula":7}]})", u"fields[0].formula");
    row(R"({"fields":[{"to":"A","whenEmpty":"never"}]})", u"fields[0].whenEmpty");
    row(R"({"fields":[{"to":"A","fields":[]}]})", u"fields[0].fields");
    row(R"({"fields":[{"to":"A","each":"[L]","formula":"=1"}]})", u"fields[0].formula");
    row(R"({"fields":[{"to":"A","each":"[L]","fields":[{"to":"B"},{}]}]})", u"fields[0].fields[1].to");
}

void TestMapping::mistakesNameTheirPath()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, path);
    const auto document = mappingFromJson(parsed(text));
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::BadConfig);
    QCOMPARE(document.error().code, u"mapping.syntax"_s);
    QCOMPARE(document.error().facts.first(), path);
    QVERIFY(document.error().text.startsWith(path + u": "_s));
}

void TestMapping::brokenDocumentsAreReadAsFarAsPossible()
{
    const BrokenMapping whole = mappingAsFarAsReadable(parsed(kDocument));
    QVERIFY(whole.faults.isEmpty());
    QCOMPARE(toJson(whole.document).toPrettyBytes(), QByteArray(kDocument));
    const BrokenMapping broken =
        mappingAsFarAsReadable(parsed(R"({"from":"A","to":"B","version":"x","fields":[
        {"to":"Date","formula":"[CloseDate]"}, {"formula":"=1","note":"who am I"}, 7,
        {"to":"Lines","each":"[Lines]","filter":"=[Q]","fields":[{"to":"Q","formula":"=[Q]"},
            {"to":"T","whenEmpty":"never","formula":"=[T]"}]},
        {"to":"Fine","formula":"=1"}]})"));
    QStringList paths;
    for (const Error& fault : broken.faults)
        paths.append(fault.code + u' ' + fault.facts.value(0));
    QCOMPARE(paths, (QStringList{u"mapping.syntax version"_s, u"mapping.syntax fields[0].formula"_s,
                                 u"mapping.syntax fields[1].to"_s, u"mapping.syntax fields[2]"_s,
                                 u"mapping.syntax fields[3].fields[1].whenEmpty"_s}));
    QCOMPARE(broken.document.from, u"A"_s);
    QCOMPARE(broken.document.fields.size(), 5);
    QCOMPARE(broken.document.fields[0].formula, u"[CloseDate]"_s);
    QCOMPARE(broken.document.fields[1].note, u"who am I"_s);
    QCOMPARE(broken.document.fields[3].filter, u"=[Q]"_s);
    QCOMPARE(broken.document.fields[3].fields[1].formula, u"=[T]"_s);
    QCOMPARE(broken.document.fields[4].formula, u"=1"_s);
    QCOMPARE(mappingAsFarAsReadable(parsed("[]")).document, MappingDocument());
    QCOMPARE(mappingAsFarAsReadable(parsed("[]")).faults.size(), 1);
    const auto text = mappingAsFarAsReadable(parsed(R"({"from":"A","fields":"none"})"));
    QCOMPARE(text.faults.size(), 1);
    QCOMPARE(text.faults.first().facts, (QStringList{u"fields"_s, u"must be a list"_s}));
}

void TestMapping::newerDocumentsAreRefusedAndShown()
{
    const Json json = parsed(R"({"from":"A","to":"B","format":2,"fields":[{"to":"X","formula":"=1"}]})");
    const auto refused = mappingFromJson(json);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"mapping.newer"_s);
    QCOMPARE(refused.error().facts, (QStringList{u"2"_s, u"1"_s}));
    const BrokenMapping shown = mappingAsFarAsReadable(json);
    QCOMPARE(shown.faults.size(), 1);
    QCOMPARE(shown.document.fields[0].formula, u"=1"_s);
    const Json ours = parsed(R"({"from":"A","to":"B","version":1,"fields":[],"format":1})");
    QCOMPARE(toJson(mappingFromJson(ours).value()).toBytes(), ours.toBytes());
}

void TestMapping::lookupTablesComeBack()
{
    const QByteArray text(
        R"({"name":"Region to tax rate","keyLabel":"Country","valueLabel":"Tax","rows":[{"key":"AU","value":"OUTPUT"},)"
        R"({"key":"*","value":""}],"whenMissing":"default","defaultValue":"EXEMPT"})");
    const auto table = lookupFromJson(parsed(text));
    QVERIFY2(table, table ? "" : qPrintable(table.error().text));
    QCOMPARE(table->rows.size(), 2);
    QCOMPARE(table->rows.at(1).key, u"*"_s);
    QCOMPARE(table->whenMissing, LookupTable::WhenMissing::Default);
    QCOMPARE(toJson(*table).toBytes(), text);
    QCOMPARE(lookupFromJson(toJson(LookupTable{u"T"_s, {}, {}, {}, {}, {}})).value().name, u"T"_s);
}

void TestMapping::lookupMistakesNameTheirPath()
{
    const auto row = lookupFromJson(parsed(R"({"name":"T","rows":[{"key":"a","value":"b"},{"value":"c"}]})"));
    QVERIFY(!row);
    QCOMPARE(row.error().facts.first(), u"rows[1].key"_s);
    const auto unknown = lookupFromJson(parsed(R"({"name":"T","row":[]})"));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().facts.first(), u"row"_s);
    QCOMPARE(unknown.error().kind, ErrorKind::BadConfig);
}

QTEST_GUILESS_MAIN(TestMapping)
#include "testmapping.moc"
