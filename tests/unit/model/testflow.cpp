#include "model/flow.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace tieout;
using namespace tieout::model;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kTemplate = R"json({
  "template": "deal-to-invoice",
  "title": "Deals → invoices",
  "outcome": "A draft invoice for each won deal",
  "from": {"system": "salesforce", "object": "Opportunity"},
  "to": {"system": "xero", "object": "Invoices"},
  "sourceKey": "Id",
  "sourceVersion": "SystemModstamp",
  "sourceTitle": "=[Name]",
  "externalKey": "Reference",
  "totalField": "Total",
  "currencyField": "CurrencyCode",
  "skip": [{"name": "not-won", "label": "Not won", "formula": "=NOT([IsWon])", "holdWhenLinked": true,
            "backNote": "Won again."}],
  "match": [{"fields": ["Reference"], "normalise": "exact", "strength": "strong"},
            {"fields": ["Name", "PostalCode"], "normalise": "text", "strength": "weak"}],
  "mapping": {"from": "Opportunity", "to": "Invoices", "version": 1,
              "fields": [{"to": "Date", "formula": "=[CloseDate]"}]},
  "rules": {"status": "DRAFT", "maxRecords": 500, "maxAmount": "100000.00", "lockDate": "draft"},
  "schedule": {"kind": "weekly", "at": "06:30", "weekdays": [5, 1], "zone": "Australia/Sydney"},
  "parents": [{"id": "account-to-contact", "to": {"object": "Contacts"}, "sourceKey": "AccountId",
               "mapping": {"fields": [{"to": "Name", "formula": "=[Account.Name]"}]}}],
  "optionalFields": ["CurrencyIsoCode"],
  "lookups": [{"name": "Region to tax rate", "rows": [{"key": "AU", "value": "OUTPUT"}]}]
})json";

Json parsed(QByteArrayView text)
{
    auto json = Json::parse(text);
    if (!json) qFatal("%s", qPrintable(json.error().text));
    return *json;
}

/// The template with one member replaced.
Json changed(const QString& name, QByteArrayView value)
{
    Json json = parsed(kTemplate);
    json.set(name, parsed(value));
    return json;
}

} // namespace

class TestFlow final : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void aTemplateIsRead();
    void everyShippedTemplateIsRead();
    void parentsShareTheirChildsEnds();
    void aFlowComesBack();
    void defaultsAreLeftOut();
    void mistakesNameTheirPath_data();
    void mistakesNameTheirPath();
    void parentsDoNotNestForEver();
    void schedulesComeBack_data();
    void schedulesComeBack();
    void wrongSchedulesAreRefused_data();
    void wrongSchedulesAreRefused();
};

void TestFlow::aTemplateIsRead()
{
    const auto read = flowTemplateFromJson(parsed(kTemplate));
    QVERIFY2(read, read ? "" : qPrintable(read.error().text));
    const Flow& flow = read->flow;
    QCOMPARE(flow.id, u"deal-to-invoice"_s);
    QCOMPARE(flow.templateId, u"deal-to-invoice"_s);
    QCOMPARE(flow.from.object, u"Opportunity"_s);
    QVERIFY(flow.skip.at(0).holdWhenLinked);
    QCOMPARE(flow.skip.at(0).backNote, u"Won again."_s);
    QCOMPARE(flow.match.at(1).strength, MatchStrength::Weak);
    QCOMPARE(flow.match.at(1).fields, QStringList({u"Name"_s, u"PostalCode"_s}));
    QCOMPARE(flow.mapping.fields.at(0).to, u"Date"_s);
    QCOMPARE(flow.rules.maxAmount, u"100000.00"_s);
    QCOMPARE(flow.rules.onConflict, u"ask"_s);
    QCOMPARE(flow.rules.lockDate, u"draft"_s);
    QCOMPARE(flow.schedule.weekdays, QList<int>({1, 5}));
    QCOMPARE(flow.schedule.at, QTime(6, 30));
    QCOMPARE(flow.optionalFields, QStringList{u"CurrencyIsoCode"_s});
    QVERIFY(flow.enabled);
    QCOMPARE(read->lookups.at(0).rows.at(0).value, u"OUTPUT"_s);
}

void TestFlow::everyShippedTemplateIsRead()
{
    const QDir folder(QStringLiteral(TIEOUT_SOURCE_DIR "/resources/templates"));
    const QStringList names = folder.entryList({u"*.json"_s}, QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto json = Json::parse(file.readAll());
        QVERIFY2(json, qPrintable(name));
        const auto read = flowTemplateFromJson(*json);
        QVERIFY2(read, read ? "" : qPrintable(name + u": "_s + read.error().text));
        QCOMPARE(read->flow.templateId + u".json"_s, name);
        QCOMPARE(flowFromJson(toJson(read->flow)).value(), read->flow);
    }
}

void TestFlow::parentsShareTheirChildsEnds()
{
    const auto read = flowTemplateFromJson(parsed(kTemplate));
    QVERIFY(read);
    const Flow& parent = read->flow.parents.at(0);
    QCOMPARE(parent.from, read->flow.from);
    QCOMPARE(parent.to.system, u"xero"_s);
    QCOMPARE(parent.to.object, u"Contacts"_s);
    QCOMPARE(parent.mapping.from, u"Opportunity"_s);
    QCOMPARE(parent.mapping.to, u"Contacts"_s);
}

void TestFlow::aFlowComesBack()
{
    Flow flow = flowTemplateFromJson(parsed(kTemplate)).value().flow;
    flow.id = u"deals-2"_s;
    flow.from.connection = u"salesforce-1"_s;
    flow.parents[0].from.connection = u"salesforce-1"_s; // saved or not, a parent reads through its child's
    flow.enabled = false;
    flow.previewedVersion = 3;
    flow.mapping.fields[0].extra = parsed(R"({"x":1})");
    const auto back = flowFromJson(parsed(toJson(flow).toBytes()));
    QVERIFY2(back, back ? "" : qPrintable(back.error().text));
    QCOMPARE(*back, flow);
    QCOMPARE(toJson(*back).toBytes(), toJson(flow).toBytes());
}

void TestFlow::defaultsAreLeftOut()
{
    const auto flow = flowFromJson(parsed(
        R"({"id":"f","from":{"object":"A"},"to":{"object":"B"},"sourceKey":"Id","mapping":{"fields":[]}})"));
    QVERIFY(flow);
    QCOMPARE(toJson(*flow).toBytes(),
             QByteArray(R"({"id":"f","from":{"object":"A"},"to":{"object":"B"},"sourceKey":"Id",)"
                        R"("mapping":{"from":"A","to":"B","version":1,"fields":[]}})"));
}

void TestFlow::mistakesNameTheirPath_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("path");
    const auto row = [](const char16_t* member, const char* value, const char16_t* path) {
        QTest::addRow("%s %s", QString::fromUtf16(member).toLatin1().constData(), value)
            << QString::fromUtf16(member) << QByteArray(value) << QString::fromUtf16(path);
    };
    row(u"template", "\"\"", u"id");
    row(u"title", "7", u"title");
    row(u"from", "{}", u"from.object");
    row(u"from", "null", u"from");
    row(u"to", "[]", u"to");
    row(u"sourceKey", "\"\"", u"sourceKey");
    row(u"mapping", R"({"fields":[{"to":""}]})", u"mapping.fields[0].to");
    row(u"skip", R"([{"name":"x","formula":"1"}])", u"skip[0].formula");
    row(u"skip", R"([{"formula":"=1"}])", u"skip[0].name");
    row(u"match", R"([{"fields":[]}])", u"match[0].fields");
    row(u"match", R"([{"fields":[1]}])", u"match[0].fields");
    row(u"match", R"([{"fields":["A"],"normalise":"magic"}])", u"match[0].normalise");
    row(u"match", R"([{"fields":["A"],"strength":"some"}])", u"match[0].strength");
    row(u"rules", R"({"maxRecords":-1})", u"rules.maxRecords");
    row(u"rules", R"({"maxAmount":"lots"})", u"rules.maxAmount");
    row(u"rules", R"({"maxAmount":1.5})", u"rules.maxAmount");
    row(u"rules", R"({"onConflict":"both"})", u"rules.onConflict");
    row(u"rules", R"({"lockDate":"ignore"})", u"rules.lockDate");
    row(u"schedule", R"({"kind":"hourly"})", u"schedule.kind");
    row(u"parents", R"([{"id":"p"}])", u"parents[0].to");
    row(u"parents", R"([{"id":"p","to":{"object":"C"},"sourceKey":"X"}])", u"parents[0].mapping");
    row(u"enabled", "1", u"enabled");
    row(u"lookups", R"([{"rows":[]}])", u"lookups[0].name");
    row(u"sorceKey", "\"Id\"", u"sorceKey");
}

void TestFlow::mistakesNameTheirPath()
{
    QFETCH(QString, member);
    QFETCH(QByteArray, value);
    QFETCH(QString, path);
    const auto read = flowTemplateFromJson(changed(member, value));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::BadConfig);
    QCOMPARE(read.error().facts.first(), path);
}

void TestFlow::parentsDoNotNestForEver()
{
    Json flow = parsed(R"({"id":"p","to":{"object":"C"},"sourceKey":"X","mapping":{"fields":[]}})");
    for (int i = 0; i < 6; ++i) {
        Json outer = parsed(
            R"({"id":"p","from":{"object":"A"},"to":{"object":"C"},"sourceKey":"X","mapping":{"fields":[]}})");
        outer.set(u"parents"_s, Json::array({flow}));
        flow = outer;
    }
    const auto read = flowFromJson(flow);
    QVERIFY(!read);
    QVERIFY(read.error().text.contains(u"too deep"));
}

void TestFlow::schedulesComeBack_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const auto* text :
         {R"({"kind":"manual"})", R"({"kind":"interval","everyMinutes":15})",
          R"({"kind":"daily","at":"23:59"})", R"({"kind":"weekly","weekdays":[1,7],"zone":"Europe/Berlin"})",
          R"({"kind":"monthly","dayOfMonth":31})", R"({"kind":"monthEnd","at":"00:00","paused":true})"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void TestFlow::schedulesComeBack()
{
    QFETCH(QByteArray, text);
    const auto rule = scheduleFromJson(parsed(text));
    QVERIFY2(rule, rule ? "" : qPrintable(rule.error().text));
    QCOMPARE(toJson(*rule).toBytes(), text);
}

void TestFlow::wrongSchedulesAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const auto* text :
         {"[]", R"({"kind":"interval","everyMinutes":4})", R"({"kind":"interval","everyMinutes":1441})",
          R"({"kind":"daily","at":"9:00"})", R"({"kind":"daily","at":"24:00"})",
          R"({"kind":"daily","at":"0９:00"})", R"({"kind":"weekly"})", R"({"kind":"weekly","weekdays":[0]})",
          R"({"kind":"weekly","weekdays":[8]})", R"({"kind":"weekly","weekdays":[2,2]})",
          R"({"kind":"weekly","weekdays":2})", R"({"kind":"monthly","dayOfMonth":32})",
          R"({"kind":"yearly"})", R"({"kind":"manual","every":5})"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void TestFlow::wrongSchedulesAreRefused()
{
    QFETCH(QByteArray, text);
    const auto rule = scheduleFromJson(parsed(text));
    QVERIFY(!rule);
    QCOMPARE(rule.error().code, u"schedule.syntax"_s);
    QCOMPARE(rule.error().kind, ErrorKind::BadConfig);
}

QTEST_GUILESS_MAIN(TestFlow)
#include "testflow.moc"
