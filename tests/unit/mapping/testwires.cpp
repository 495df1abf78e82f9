#include "mapping/edit/automap.h"
#include "mapping/edit/livevalues.h"
#include "mapping/edit/rulefaults.h"
#include "mapping/edit/wires.h"
#include "unit/mapping/editprobe.h"

#include <QTest>

using namespace tieout;
using namespace tieout::mapping;
using namespace Qt::StringLiterals;
using model::FieldType;
using Gist = Chip::Gist;

namespace {

const QByteArray kDocument =
    "{'to':'Date','formula':'=[CloseDate]'},{'to':'Contact.Name','formula':'=TRIM([Account.Name])'},"
    "{'to':'Lost','formula':'=[Gone.Field]'},"
    "{'to':'LineItems','each':'[Products]','filter':'=[Quantity] > 0','fields':["
    "{'to':'Quantity','formula':'=[Quantity]'},{'to':'UnitAmount','formula':'=ROUND([Price] * [..Amount], "
    "2)'},"
    "{'to':'Old','formula':'=[Former]'}]},"
    "{'to':'LineItems','each':'[.]','fields':[{'to':'Description','formula':'=[Name] & ('}]}";

const QByteArray kDeal =
    "{'Id':'006A','Name':'Deal','CloseDate':'2026-03-31','Amount':10.5,"
    "'Account':{'Name':' Acme ','Country':'AU'},'Stage':'draft',"
    "'Products':[{'Code':'a','Quantity':0,'Price':7},{'Code':'b','Quantity':2,'Price':3.333}]}";

QStringList keys(const FieldTree& tree)
{
    QStringList shown;
    for (const TreeNode& node : tree.nodes())
        shown.append(QString(node.depth, u' ') + node.key + (node.ghost ? u" ghost"_s : QString()));
    return shown;
}

Wiring wiring(const QByteArray& fields)
{
    return wiringOf(documentFrom(fields), dealSchema(), invoiceSchema(), *organisation().tables);
}

} // namespace

/// What the canvas is made of: trees, wires, chips, live values and proposals.
class TestWires : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void lostFieldsStayAsGhosts()
    {
        const auto document = documentFrom(kDocument);
        const FieldTree source = sourceTree(dealSchema(), document);
        QCOMPARE(keys(source),
                 (QStringList{u"Id"_s, u"Name"_s, u"CloseDate"_s, u"Amount"_s, u"Account"_s,
                              u" Account.Name"_s, u" Account.Country"_s, u"Products"_s, u" Products.Code"_s,
                              u" Products.Quantity"_s, u" Products.Price"_s, u" Products.Parts"_s,
                              u"  Products.Parts.N"_s, u" Products.Former ghost"_s, u"Inv'. No"_s,
                              u"Gone ghost"_s, u" Gone.Field ghost"_s}));
        QCOMPARE(source.find(u"Products"_s)->members, 5);
        QCOMPARE(source.nodes()[size_t(source.indexOf(u"Products.Former"_s))].parent,
                 source.indexOf(u"Products"_s));
        QCOMPARE(source.words(u"Account.Country"_s), u"Account › Country"_s);
        QCOMPARE(source.lists(), (QStringList{u"Products"_s, u"Products.Parts"_s}));
        QVERIFY(!source.find(u"Gone.Field"_s)->field);
        const FieldTree target = targetTree(invoiceSchema(), document);
        QVERIFY(target.find(u"Lost"_s)->ghost);
        QVERIFY(target.find(u"LineItems.Old"_s)->ghost);
        QVERIFY(!target.find(u"LineItems#2.Old"_s));
        QVERIFY(target.find(u"LineItems#2.Quantity"_s));
        QVERIFY(target.find(u"Total"_s)->readOnly);
        QVERIFY(target.find(u"Contact"_s)->isGroup());
        QCOMPARE(target.lists(), (QStringList{u"LineItems"_s, u"LineItems.Tracking"_s}));
    }

    void wiresLeadFromEveryFieldThatIsRead()
    {
        const Wiring wired = wiring(kDocument);
        const QList<Wire> expected{
            {u"CloseDate"_s, u"Date"_s, Wire::Kind::Copy},
            {u"Account.Name"_s, u"Contact.Name"_s, Wire::Kind::Formula},
            {u"Gone.Field"_s, u"Lost"_s, Wire::Kind::Copy},
            {u"Products"_s, u"LineItems"_s, Wire::Kind::Each},
            {u"Products.Quantity"_s, u"LineItems.Quantity"_s, Wire::Kind::Copy},
            {u"Products.Price"_s, u"LineItems.UnitAmount"_s, Wire::Kind::Formula},
            {u"Amount"_s, u"LineItems.UnitAmount"_s, Wire::Kind::Formula},
            {u"Products.Former"_s, u"LineItems.Old"_s, Wire::Kind::Copy},
            {u"Name"_s, u"LineItems#2.Description"_s, Wire::Kind::Formula},
        };
        QCOMPARE(wired.wires, expected);
        const auto codes = [&](const QString& target) {
            QStringList found;
            for (const RuleFinding& finding : wired.chips[wired.chipOf.value(target)].findings)
                found.append(finding.finding.code);
            return found;
        };
        QCOMPARE(codes(u"Date"_s), QStringList());
        QVERIFY(codes(u"Lost"_s).contains(u"target.unknown"_s));
        QVERIFY(codes(u"Lost"_s).contains(u"formula.unknown-field"_s));
        QVERIFY(codes(u"LineItems#2.Description"_s).contains(u"formula.expected"_s));
    }

    void twoRulesForOneFieldStandSideBySide()
    {
        const auto document =
            documentFrom("{'to':'Date','formula':'=[CloseDate]'},{'to':'Date','formula':'=1'},"
                         "{'to':'LineItems','each':'[Products]','fields':["
                         "{'to':'Quantity','formula':'=1'},{'to':'Quantity','formula':'=2'}]}");
        const FieldTree tree = targetTree(invoiceSchema(), document);
        for (const QString& key : {u"Date"_s, u"LineItems.Quantity"_s}) {
            const TreeNode* second = tree.find(key + u"#2"_s);
            QVERIFY(second && !second->ghost);
            QCOMPARE(tree.indexOf(key + u"#2"_s), tree.indexOf(key) + 1);
            QCOMPARE(second->label, tree.find(key)->label);
        }
    }

    void notesAreKnownOfEveryPlace()
    {
        const Wiring wired = wiring("{'to':'Date','formula':'=[CloseDate]','note':'as agreed'},"
                                    "{'to':'Reference','note':'later'},"
                                    "{'to':'LineItems','each':'[Products]','fields':["
                                    "{'to':'Quantity','formula':'=1','note':'always'}]}");
        QCOMPARE(wired.notes, (QHash<QString, QString>{{u"Date"_s, u"as agreed"_s},
                                                       {u"Reference"_s, u"later"_s},
                                                       {u"LineItems.Quantity"_s, u"always"_s}}));
        QVERIFY(!wired.chipOf.contains(u"Reference"_s)); // it fills nothing
    }

    void aGroupThatLostItsFieldsShowsThemAndSaysSo()
    {
        model::MappingDocument document = documentFrom("{'to':'Reference','formula':'=[InvoiceNo]'}");
        document.group = model::Grouping{
            {u"InvoiceNo"_s, u"Name"_s, u"Gone"_s}, u"Rows"_s, {{u"Total"_s, u"=SUM([Rows.Net])"_s, {}}}, {}};
        const FieldTree source = sourceTree(dealSchema(), document);
        for (const QString& lost : {u"InvoiceNo"_s, u"Gone"_s, u"Rows.Net"_s})
            QVERIFY2(source.find(lost) && source.find(lost)->ghost, qPrintable(lost));
        QVERIFY(!source.find(u"Name"_s)->ghost && !source.find(u"Total"_s)->ghost);
        const Wiring wired = wiringOf(document, dealSchema(), invoiceSchema(), *organisation().tables);
        QStringList said;
        for (const RuleFinding& finding : wired.group)
            said += finding.target + u' ' + finding.finding.facts.value(0);
        QCOMPARE(said, (QStringList{u" InvoiceNo"_s, u" Gone"_s, u"Total Net"_s}));
    }

    void faultsOfADamagedDocumentStandAtTheirRules()
    {
        const auto json = Json::parse(R"({"from":"A","to":"B","version":"x","fields":[
            {"to":"Date","formula":17}, {"formula":"=1"}, {"to":"LineItems","each":"[Products]","fields":[
                {"to":"Quantity","formula":"=1"}, {"to":"UnitAmount","whenEmpty":"never","formula":"=2"}]},
            {"to":"LineItems","each":"[.]","filter":5,"fields":[]}]})");
        const model::BrokenMapping broken = model::mappingAsFarAsReadable(*json);
        QStringList seen;
        Wiring wired = wiringOf(broken.document, dealSchema(), invoiceSchema(), *organisation().tables);
        for (const RuleFinding& found : faultyRules(broken.document, broken.faults)) {
            seen += u"%1 %2 %3"_s.arg(found.target).arg(int(found.part)).arg(found.finding.facts.value(0));
            wired.mark(found);
            QCOMPARE(wired.chips[wired.chipOf.value(found.target)].findings.last(), found);
        }
        QCOMPARE(seen.size(), 4); // the version is the document's own
        QCOMPARE(seen[0], u"Date 1 fields[0].formula"_s);
        QVERIFY2(seen[1].endsWith(u" 0 fields[1].to"_s), qPrintable(seen[1]));
        QCOMPARE(seen[2], u"LineItems.UnitAmount 1 fields[2].fields[1].whenEmpty"_s);
        QCOMPARE(seen[3], u"LineItems#2 3 fields[3].filter"_s);
    }

    void missingFieldsAreNamedOnceASiblingIsMapped()
    {
        QCOMPARE(wiring({}).missing, QStringList());
        const Wiring wired = wiring("{'to':'Contact.Name','formula':'=[Name]'},"
                                    "{'to':'LineItems','each':'[Products]','fields':[]}");
        QCOMPARE(wired.missing,
                 (QStringList{u"LineItems.Description"_s, u"Date"_s, u"Contact.ContactNumber"_s}));
        QCOMPARE(wired.missingParents, (QStringList{u"LineItems"_s, u"Contact"_s}));
        QCOMPARE(wiring("{'to':'Date','note':'later'}").missing, QStringList());
    }

    void chipsSayWhatAFormulaDoes_data()
    {
        QTest::addColumn<QByteArray>("formula");
        QTest::addColumn<int>("gist");
        QTest::addColumn<QString>("fact");
        const auto row = [](const char* formula, Gist gist, const char16_t* fact) {
            QTest::newRow(formula) << QByteArray(formula) << int(gist) << QString::fromUtf16(fact);
        };
        row("=[Name]", Gist::None, u"");
        row("=`DRAFT`", Gist::Constant, u"DRAFT");
        row("=-5", Gist::Constant, u"-5");
        row("=LOOKUP(`Regions`, [Name])", Gist::Lookup, u"Regions");
        row("=IFNA(LOOKUP(`Regions`, [Name]), `x`)", Gist::Lookup, u"Regions");
        row("=LINKED(`flow`, [Name])", Gist::Linked, u"flow");
        row("=ROUND([Amount] / 3, 4)", Gist::Round, u"4");
        row("=IF([Amount] > 1, 1, 2)", Gist::Condition, u"IF");
        row("=IF(ISBLANK([Name]), `none`, [Name])", Gist::IfEmpty, u"none");
        row("=SUM([Products.Price])", Gist::Sum, u"Products.Price");
        row("=[Name] & `!`", Gist::Text, u"&");
        row("=UPPER([Name])", Gist::Text, u"UPPER");
        row("=EOMONTH([CloseDate], 0)", Gist::Date, u"EOMONTH");
        row("=LEN([Name])", Gist::Function, u"LEN");
        row("=[CloseDate] + [Terms]", Gist::Arithmetic, u"+ Terms");
        row("=ROUND(", Gist::Function, u"");
    }

    void chipsSayWhatAFormulaDoes()
    {
        QFETCH(QByteArray, formula);
        QFETCH(int, gist);
        QFETCH(QString, fact);
        const Wiring wired = wiring("{'to':'Reference','formula':'" + formula + "'}");
        QCOMPARE(int(wired.chips[0].gist), gist);
        QCOMPARE(wired.chips[0].fact, fact);
    }

    void aBrokenRuleLeavesTheOthersTheirValues()
    {
        const LiveValues live = liveValues(documentFrom(kDocument), recordFrom(kDeal), organisation());
        QCOMPARE(live.target[u"Contact.Name"_s].value.toPlainText(), u"Acme"_s);
        QCOMPARE(live.target[u"LineItems"_s].lines, 1); // the line without a quantity is filtered out
        QCOMPARE(live.target[u"LineItems.UnitAmount"_s].value.toPlainText(), u"35.00"_s);
        QCOMPARE(live.target[u"LineItems#2.Description"_s].fault->code, u"formula.expected"_s);
        QVERIFY(live.target[u"Lost"_s].value.isBlank());
        QCOMPARE(live.source[u"Products"_s].lines, 2);
        QCOMPARE(live.source[u"Products.Code"_s].value.toPlainText(), u"a"_s);
        QCOMPARE(live.source[u"Account.Name"_s].value.toPlainText(), u" Acme "_s);
        const LiveValues second = liveValues(documentFrom(kDocument), recordFrom(kDeal), organisation(), 1);
        QCOMPARE(second.source[u"Products.Code"_s].value.toPlainText(), u"b"_s);
        QVERIFY(!second.target.contains(u"LineItems.UnitAmount"_s)); // only one line passes
        QVERIFY(liveValues(documentFrom(kDocument), {}, organisation()).target.isEmpty());
    }

    void aMillionLinesDoNotHoldUpTheKeyboard()
    {
        model::Record line = recordFrom("{'Quantity':1}");
        model::Record deal(std::make_shared<const model::Shape>(QStringList{u"Products"_s}));
        deal.set(0, model::Value(model::ValueList(1'000'000, model::Value(line))));
        const auto document =
            documentFrom("{'to':'L','each':'[Products]','filter':'=[Quantity] > 0','sort':'=-[Quantity]',"
                         "'fields':[{'to':'Q','formula':'=[Quantity] + 1'}]}");
        const LiveValues live = liveValues(document, deal, organisation());
        QCOMPARE(live.target[u"L.Q"_s].value.toPlainText(), u"2"_s);
        QCOMPARE(live.source[u"Products"_s].lines, 1'000'000);
    }

    void groupedRowsAreShownAsOneGroup()
    {
        auto document = documentFrom(
            "{'to':'Reference','formula':'=[Name]'},{'to':'Date','formula':'=[Sum]'},"
            "{'to':'LineItems','each':'[Rows]','fields':[{'to':'Description','formula':'=[Id]'}]}");
        document.group =
            model::Grouping{{u"Name"_s}, u"Rows"_s, {{u"Sum"_s, u"=SUM([Rows.Amount])"_s, {}}}, {}};
        const FieldTree tree = sourceTree(dealSchema(), document);
        QCOMPARE(keys(tree).first(3), (QStringList{u"Name"_s, u"Sum"_s, u"Rows"_s}));
        QVERIFY(tree.find(u"Rows.Products.Price"_s)->field);
        QCOMPARE(tree.find(u"Sum"_s)->type, FieldType::Number);
        const LiveValues live = liveValues(document, recordFrom(kDeal), organisation());
        QCOMPARE(live.source[u"Sum"_s].value.toPlainText(), u"10.5"_s);
        QCOMPARE(live.target[u"LineItems.Description"_s].value.toPlainText(), u"006A"_s);
        QCOMPARE(live.target[u"Date"_s].value.toPlainText(), u"10.5"_s);
    }

    void everyWireOfBigTreesIsFound()
    {
        model::ObjectSchema source, target;
        model::MappingDocument document;
        for (int i = 0; i < 2000; ++i) {
            source.fields.append(fieldOf(u"Source%1"_s.arg(i), FieldType::Text));
            target.fields.append(fieldOf(u"Target%1"_s.arg(i), FieldType::Text));
            if (i % 4 != 0) continue;
            model::MappedField rule;
            rule.to = u"Target%1"_s.arg(i);
            rule.formula = u"=UPPER(TRIM([Source%1]))"_s.arg(i);
            document.fields.append(rule);
        }
        const FieldTree left = sourceTree(source, document), right = targetTree(target, document);
        const Wiring wired = wiringOf(document, source, target, {});
        QCOMPARE(wired.wires.size(), 500);
        QCOMPARE(left.nodes().size() + right.nodes().size(), size_t(4000));
    }

    void proposalsComeWithAReason()
    {
        model::ObjectSchema source = dealSchema();
        source.fields.append(fieldOf(u"Stage"_s, FieldType::Text));
        const model::ObjectSchema target = invoiceSchema();
        const auto document = documentFrom("{'to':'Reference','formula':'=[Id]'}");
        AutoMapInput input{&source, &target, &document, recordFrom(kDeal), {}};
        QStringList seen;
        for (const Suggestion& suggestion : autoMap(input))
            seen.append(
                u"%1 %2%3 %4"_s.arg(suggestion.rule.target, suggestion.rule.formula, suggestion.rule.each)
                    .arg(int(suggestion.reason)));
        QCOMPARE(seen, (QStringList{u"Date =[CloseDate] 1"_s, u"Contact.Name =[Account.Name] 0"_s,
                                    u"LineItems [Products] 1"_s, u"LineItems.Quantity =[Quantity] 0"_s,
                                    u"LineItems.UnitAmount =[Price] 1"_s, u"Status =[Stage] 1"_s}));
    }

    void wordsThatTheTargetDoesNotTakeAreNotProposed()
    {
        model::ObjectSchema source = dealSchema();
        model::Field stage = fieldOf(u"Stage"_s, FieldType::Enum);
        stage.values = {u"Negotiation"_s, u"Closed Won"_s};
        source.fields.append(stage);
        const model::ObjectSchema target = invoiceSchema();
        const model::MappingDocument document;
        const auto proposed = [&](const model::Record& sample) {
            const auto all = autoMap({&source, &target, &document, sample, {}});
            return std::any_of(all.begin(), all.end(),
                               [](const auto& one) { return one.source == u"Stage"_s; });
        };
        QVERIFY(!proposed({}));
        QVERIFY(!proposed(recordFrom("{'Stage':'Closed Won'}")));
        QVERIFY(proposed(recordFrom("{'Stage':'Draft'}")));
    }

    void earlierMappingsAreRemembered()
    {
        const model::ObjectSchema source = dealSchema(), target = invoiceSchema();
        model::MappingDocument document,
            earlier =
                documentFrom("{'to':'Contact.ContactNumber','formula':'=LEFT([Id], 15)'},"
                             "{'to':'Date','formula':'=[SignedOn]'},{'to':'Status','formula':'=`DRAFT`'}");
        earlier.from = u"Deal"_s;
        earlier.to = u"Invoice"_s;
        AutoMapInput input{&source, &target, &document, {}, {earlier}};
        QHash<QString, Suggestion> by;
        for (const Suggestion& suggestion : autoMap(input))
            by.insert(suggestion.rule.target, suggestion);
        QCOMPARE(by[u"Contact.ContactNumber"_s].reason, PairReason::UsedBefore);
        QCOMPARE(by[u"Contact.ContactNumber"_s].rule.formula, u"=LEFT([Id], 15)"_s);
        QCOMPARE(by[u"Date"_s].rule.formula, u"=[CloseDate]"_s); // what it read before is not here
        QCOMPARE(by[u"Status"_s].rule.formula, u"=\"DRAFT\""_s);
        QVERIFY(!by.contains(u"Total"_s));
    }

    void aPairOfGroupsPairsItsMembers()
    {
        const model::ObjectSchema source = dealSchema(), target = invoiceSchema();
        const model::MappingDocument document;
        AutoMapInput input{&source, &target, &document, {}, {}};
        QStringList seen;
        for (const Suggestion& suggestion : autoMap(input, u"Account"_s, u"Contact"_s))
            seen.append(suggestion.rule.target + suggestion.rule.formula);
        QCOMPARE(seen, QStringList{u"Contact.Name=[Account.Name]"_s});
        seen.clear();
        for (const Suggestion& suggestion : autoMap(input, u"Products"_s, u"LineItems"_s))
            seen.append(suggestion.rule.target + suggestion.rule.formula + suggestion.rule.each);
        QCOMPARE(seen, (QStringList{u"LineItems[Products]"_s, u"LineItems.Quantity=[Quantity]"_s,
                                    u"LineItems.UnitAmount=[Price]"_s}));
    }
};

QTEST_GUILESS_MAIN(TestWires)
#include "testwires.moc"
