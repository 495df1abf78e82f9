#include "mapping/edit/sourceswap.h"
#include "unit/mapping/editprobe.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace tieout;
using namespace tieout::mapping;
using namespace Qt::StringLiterals;
using Kind = Edit::Kind;

namespace {

const QByteArray kDocument =
    "{'to':'Date','formula':'=[CloseDate]','whenEmpty':'hold'},{'to':'Contact.Name','formula':'=TRIM(["
    "Account.Name])'},"
    "{'to':'LineItems','each':'[Products]','fields':[{'to':'Quantity','formula':'=[Quantity]'},"
    "{'to':'Description','formula':'=[Code] & [..Account.Name]'}]},"
    "{'to':'LineItems','each':'[.]','fields':[{'to':'Quantity','formula':'=1'}]}";

QByteArray bytes(const model::MappingDocument& document)
{
    return model::toJson(document).toBytes();
}

/// One random edit, sensible or not.
void editAtRandom(MappingDraft& draft, QRandomGenerator& random)
{
    static const QStringList kSources{u"Name"_s,           u"Account.Name"_s,     u"Products"_s,
                                      u"Products.Price"_s, u"Products.Parts.N"_s, u"Gone.Field"_s,
                                      u"Inv'. No"_s};
    static const QStringList kTargets{u"Date"_s,
                                      u"Contact"_s,
                                      u"Contact.Name"_s,
                                      u"LineItems"_s,
                                      u"LineItems#2"_s,
                                      u"LineItems#9.Quantity"_s,
                                      u"LineItems.Quantity"_s,
                                      u"LineItems.Tracking"_s,
                                      u"LineItems.Tracking.Option"_s,
                                      u"LineItems#2.Description"_s,
                                      u"Lost.Thing"_s,
                                      u"Item '#4"_s};
    const auto any = [&](const QStringList& of) { return of[random.bounded(int(of.size()))]; };
    const QString target = any(kTargets), source = any(kSources);
    switch (random.bounded(17)) {
    case 0:
        return draft.map(source, target, Joining::Replace);
    case 1:
        return draft.map(source, target, random.bounded(2) == 1 ? Joining::Numbers : Joining::Text);
    case 2:
        return draft.setFormula(target, u"=[Name] & %1"_s.arg(random.bounded(9)));
    case 3:
        return draft.setFormula(target, {});
    case 4:
        return draft.setEach(target, random.bounded(3) ? u"[Products]"_s : u"=FILTER([Products], ("_s);
    case 5:
        return draft.addBranch(target, u"[.]"_s);
    case 6:
        return draft.setFilter(target, u"[Quantity] > 0"_s);
    case 7:
        return draft.setSort(target, random.bounded(2) ? u"=[Price]"_s : QString());
    case 8:
        return draft.setWhenEmpty(target, model::WhenEmpty(random.bounded(3)));
    case 9:
        return draft.setNote(target, random.bounded(2) ? u"why"_s : QString());
    case 10:
        return draft.remove({target, any(kTargets)});
    case 11:
        return draft.move(target, any(kTargets));
    case 12:
        return draft.add({{target, u"=1"_s, {}}, {any(kTargets), {}, u"[Products]"_s}}, {Kind::Pair, {}});
    case 13:
        return static_cast<void>(
            draft.paste(draft.copied({target, any(kTargets)}), random.bounded(2) ? target : QString()));
    case 14:
        return draft.setGroup(random.bounded(2)
                                  ? std::optional(model::Grouping{{u"Name"_s}, u"Rows"_s, {}, {}})
                                  : std::nullopt);
    case 15:
        return static_cast<void>(draft.replaceSource(any(kSources), any(kSources)));
    default:
        return draft.settle();
    }
}

} // namespace

/// A mapping document under edits: wires, formulas, lists, the clipboard, and the way back.
class TestMappingDraft : public QObject
{
    Q_OBJECT

  private Q_SLOTS:
    void keysNamePlacesAndBranches()
    {
        QCOMPARE(TargetKey::fieldPath(u"LineItems#2.TaxType"_s), u"LineItems.TaxType"_s);
        QCOMPARE(TargetKey::parent(u"LineItems#2.TaxType"_s), u"LineItems#2"_s);
        QCOMPARE(TargetKey::parent(u"Date"_s), QString());
        QCOMPARE(TargetKey::child(u"LineItems#2"_s, u"Inv. #2"_s), u"LineItems#2.Inv'. '#2"_s);
        QCOMPARE(TargetKey::fieldPath(u"LineItems#2.Inv'. '#2"_s), u"LineItems.Inv'. '#2"_s);
        QCOMPARE(TargetKey::parent(u"A.Inv'. '#2"_s), u"A"_s);
        QCOMPARE(TargetKey::branch(u"LineItems#2"_s), 1);
        QCOMPARE(TargetKey::branch(u"LineItems"_s), 0);
        QCOMPARE(TargetKey::withBranch(u"LineItems"_s, 0), u"LineItems"_s);
        QCOMPARE(TargetKey::withBranch(u"LineItems"_s, 2), u"LineItems#3"_s);
    }

    void wiresAreWrittenFromTheTargetsScope_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("combine");
        QTest::addColumn<QString>("line");
        QTest::newRow("top") << u"Name"_s << u"Reference"_s << false << u"Reference =[Name]"_s;
        QTest::newRow("nested") << u"Account.Country"_s << u"Reference"_s << false
                                << u"Reference =[Account.Country]"_s;
        QTest::newRow("name with a dot")
            << u"Inv'. No"_s << u"Reference"_s << false << u"Reference =[Inv'. No]"_s;
        QTest::newRow("replace keeps the place") << u"Id"_s << u"Date"_s << false << u"Date =[Id]"_s;
        QTest::newRow("inside an each") << u"Products.Price"_s << u"LineItems.UnitAmount"_s << false
                                        << u"LineItems.UnitAmount =[Price]"_s;
        QTest::newRow("outwards") << u"Account.Country"_s << u"LineItems.UnitAmount"_s << false
                                  << u"LineItems.UnitAmount =[..Account.Country]"_s;
        QTest::newRow("second branch is the record")
            << u"Name"_s << u"LineItems#2.Description"_s << false << u"LineItems#2.Description =[Name]"_s;
        QTest::newRow("list of a line makes its each")
            << u"Products.Parts.N"_s << u"LineItems.Tracking.Option"_s << false
            << u"LineItems.Tracking each [Parts]"_s;
        QTest::newRow("combine") << u"Id"_s << u"Contact.Name"_s << true
                                 << u"Contact.Name =TRIM([Account.Name]) & \" \" & [Id]"_s;
        QTest::newRow("combine with nothing") << u"Id"_s << u"Reference"_s << true << u"Reference =[Id]"_s;
        QTest::newRow("list onto a filled list, replace")
            << u"Products.Parts"_s << u"LineItems"_s << false << u"LineItems each [Products.Parts]"_s;
        QTest::newRow("list onto a filled list, combine")
            << u"Products.Parts"_s << u"LineItems"_s << true << u"LineItems#3 each [Products.Parts]"_s;
    }

    void wiresAreWrittenFromTheTargetsScope()
    {
        QFETCH(QString, source);
        QFETCH(QString, target);
        QFETCH(bool, combine);
        QFETCH(QString, line);
        MappingDraft draft;
        openOn(draft, documentFrom(kDocument));
        draft.map(source, target, combine ? Joining::Text : Joining::Replace);
        QVERIFY2(lines(draft.document()).contains(line), qPrintable(lines(draft.document()).join(u'\n')));
        QCOMPARE(draft.history().size(), 1);
    }

    void aLinesFieldMakesTheListsAroundIt_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QStringList>("rules");
        QTest::newRow("line onto line")
            << u"Products.Price"_s << u"LineItems.UnitAmount"_s
            << QStringList{u"LineItems each [Products]"_s, u"LineItems.UnitAmount =[Price]"_s};
        QTest::newRow("two deep onto two deep")
            << u"Products.Parts.N"_s << u"LineItems.Tracking.Option"_s
            << QStringList{u"LineItems each [Products]"_s, u"LineItems.Tracking each [Parts]"_s,
                           u"LineItems.Tracking.Option =[N]"_s};
        QTest::newRow("one deep onto two deep")
            << u"Products.Code"_s << u"LineItems.Tracking.Option"_s
            << QStringList{u"LineItems each [Products]"_s, u"LineItems.Tracking each [.]"_s,
                           u"LineItems.Tracking.Option =[Code]"_s};
        QTest::newRow("two deep onto one deep")
            << u"Products.Parts.N"_s << u"LineItems.Quantity"_s
            << QStringList{u"LineItems each [Products.Parts]"_s, u"LineItems.Quantity =[N]"_s};
        QTest::newRow("a field of the record makes one line")
            << u"Name"_s << u"LineItems.Description"_s
            << QStringList{u"LineItems each [.]"_s, u"LineItems.Description =[Name]"_s};
        QTest::newRow("list onto list")
            << u"Products"_s << u"LineItems"_s << QStringList{u"LineItems each [Products]"_s};
        QTest::newRow("list inside a list")
            << u"Products.Parts"_s << u"LineItems.Tracking"_s
            << QStringList{u"LineItems each [Products]"_s, u"LineItems.Tracking each [Parts]"_s};
    }

    void aLinesFieldMakesTheListsAroundIt()
    {
        QFETCH(QString, source);
        QFETCH(QString, target);
        QFETCH(QStringList, rules);
        MappingDraft draft;
        openOn(draft, documentFrom({}));
        draft.map(source, target, Joining::Replace);
        QCOMPARE(lines(draft.document()), rules);
        QVERIFY(model::mappingFromJson(model::toJson(draft.document())).has_value());
        draft.undo();
        QCOMPARE(lines(draft.document()), QStringList());
    }

    void numbersAddAndLooseOperatorsKeepTheirMeaning()
    {
        MappingDraft draft;
        openOn(
            draft,
            documentFrom(
                "{'to':'A','formula':'=[X]'},{'to':'B','formula':'=[X] = 1'},{'to':'C','formula':'=1 +'}"));
        draft.map(u"Amount"_s, u"A"_s, Joining::Numbers);
        draft.map(u"Amount"_s, u"B"_s, Joining::Text);
        draft.map(u"Amount"_s, u"C"_s, Joining::Numbers);
        QCOMPARE(lines(draft.document()),
                 (QStringList{u"A =[X] + [Amount]"_s, u"B =([X] = 1) & \" \" & [Amount]"_s,
                              u"C =(1 +) + [Amount]"_s}));
    }

    void typingIsOneStepUntilItSettles()
    {
        MappingDraft draft;
        openOn(draft, documentFrom(kDocument));
        const QByteArray opened = bytes(draft.document());
        QSignalSpy changed(&draft, &MappingDraft::changed);
        for (const QString& text : {u"="_s, u"=["_s, u"=[Id]"_s})
            draft.setFormula(u"Contact.Name"_s, text);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(draft.history(), (QList<Edit>{{Kind::Formula, {u"Contact.Name"_s}}}));
        QCOMPARE(lines(draft.document())[1], u"Contact.Name =[Id]"_s); // its place is kept through "="
        draft.settle();
        draft.setFormula(u"Contact.Name"_s, u"[Name]"_s);
        QCOMPARE(draft.rule(u"Contact.Name"_s)->formula, u"=[Name]"_s);
        draft.setFormula(u"Reference"_s, u"=1"_s);
        draft.setFormula(u"Contact.Name"_s, u"=2"_s);
        QCOMPARE(draft.history().size(), 4);
        QVERIFY(draft.isModified());
        while (draft.undoable())
            draft.undo();
        QCOMPARE(bytes(draft.document()), opened);
        QVERIFY(!draft.isModified());
    }

    void whatIsTypedBackLeavesNoStep()
    {
        MappingDraft draft;
        openOn(draft, documentFrom(kDocument));
        draft.setFormula(u"Date"_s, u"=[CloseDate]+"_s);
        draft.setFormula(u"Date"_s, u"=[CloseDate]"_s);
        QVERIFY(!draft.undoable());
        draft.setFormula(u"Date"_s, u"=[CloseDate]"_s);
        QVERIFY(!draft.undoable());
    }

    void removingTakesListsAndObjectsWhole()
    {
        MappingDraft draft;
        openOn(draft, documentFrom(kDocument));
        draft.remove({u"LineItems"_s, u"LineItems.Quantity"_s, u"Contact"_s});
        QCOMPARE(lines(draft.document()),
                 (QStringList{u"Date =[CloseDate]"_s, u"LineItems each [.]"_s, u"LineItems.Quantity =1"_s}));
        QCOMPARE(draft.undoable(), (Edit{Kind::Remove, {u"LineItems"_s, u"2"_s}}));
        draft.remove({u"Nothing"_s});
        QCOMPARE(draft.history().size(), 1);
    }

    void aNoteStaysWhenTheFormulaGoes()
    {
        MappingDraft draft;
        openOn(draft, documentFrom(kDocument));
        draft.setNote(u"Date"_s, u"as agreed"_s);
        draft.setFormula(u"Date"_s, {});
        QCOMPARE(lines(draft.document())[0], u"Date  note as agreed"_s);
        draft.setNote(u"Date"_s, {});
        QVERIFY(!draft.rule(u"Date"_s));
    }

    void movedRulesReadTheSameFields()
    {
        MappingDraft draft;
        openOn(draft, documentFrom(kDocument));
        draft.move(u"LineItems.Description"_s, u"Reference"_s);
        QCOMPARE(draft.rule(u"Reference"_s)->formula, u"=[Products.Code] & [Account.Name]"_s);
        draft.move(u"Reference"_s, u"LineItems.Description"_s);
        QCOMPARE(draft.rule(u"LineItems.Description"_s)->formula, u"=[Code] & [..Account.Name]"_s);
        draft.move(u"Contact"_s, u"Customer"_s);
        QCOMPARE(lines(draft.document())[1], u"Customer.Name =TRIM([Account.Name])"_s);
        draft.move(u"LineItems"_s, u"LineItems.Tracking"_s); // into itself: nothing
        draft.move(u"Date"_s, u"Customer.Name"_s);           // replaces
        QCOMPARE(lines(draft.document())[0], u"Customer.Name =[CloseDate]"_s);
        QCOMPARE(draft.rule(u"Customer.Name"_s)->whenEmpty, model::WhenEmpty::Hold);
    }

    void aFieldTakesTheLostOnesPlaceInAnyScope_data()
    {
        QTest::addColumn<QString>("lost");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QStringList>("now");
        QTest::newRow("of the record, from inside a list")
            << u"Account.Country"_s << u"Account.Name"_s
            << QStringList{u"LineItems [Products] filter =[Quantity] > 0 sort =[..Account.Name]"_s,
                           u"LineItems.Quantity =[Quantity]"_s, u"LineItems.TaxType =[..Account.Name]"_s};
        QTest::newRow("of the items")
            << u"Products.Quantity"_s << u"Products.Price"_s
            << QStringList{u"LineItems [Products] filter =[Price] > 0 sort "
                           "=[..Account.Country]"_s,
                           u"LineItems.Quantity =[Price]"_s, u"LineItems.TaxType =[..Account.Country]"_s};
        QTest::newRow("a list: its fields keep their names")
            << u"Products"_s << u"Fees"_s
            << QStringList{u"LineItems [Fees] filter =[Quantity] > 0 sort =[..Account.Country]"_s,
                           u"LineItems.Quantity =[Quantity]"_s, u"LineItems.TaxType =[..Account.Country]"_s};
        QTest::newRow("an item's field becomes one of the record")
            << u"Products.Quantity"_s << u"Amount"_s
            << QStringList{u"LineItems [Products] filter =[..Amount] > 0 sort =[..Account.Country]"_s,
                           u"LineItems.Quantity =[..Amount]"_s, u"LineItems.TaxType =[..Account.Country]"_s};
    }
    void aFieldTakesTheLostOnesPlaceInAnyScope()
    {
        QFETCH(QString, lost);
        QFETCH(QString, found);
        QFETCH(QStringList, now);
        MappingDraft draft;
        openOn(draft, documentFrom("{'to':'LineItems','each':'[Products]','filter':'=[Quantity] > 0',"
                                   "'sort':'=[..Account.Country]','fields':["
                                   "{'to':'Quantity','formula':'=[Quantity]'},"
                                   "{'to':'TaxType','formula':'=[..Account.Country]'}]}"));
        const QByteArray before = bytes(draft.document());
        QVERIFY(draft.replaceSource(lost, found));
        QStringList shown;
        for (const QString& key : draft.targets()) {
            const model::MappedField& rule = *draft.rule(key);
            QString line = key + u' ' + (rule.each.isEmpty() ? rule.formula : rule.each);
            if (!rule.filter.isEmpty()) line += u" filter "_s + rule.filter;
            if (!rule.sort.isEmpty()) line += u" sort "_s + rule.sort;
            shown += line;
        }
        QCOMPARE(shown, now);
        QCOMPARE(draft.history(), (QList<Edit>{{Kind::Move, {lost, found, u"source"_s}}}));
        draft.undo();
        QCOMPARE(bytes(draft.document()), before);
        QVERIFY(!draft.replaceSource(u"Nothing"_s, u"Name"_s));
        QVERIFY(!draft.undoable());
    }

    void aLostGroupKeyIsReplacedWithEverythingThatReadIt_data()
    {
        QTest::addColumn<QString>("lost");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<QStringList>("formulas"); // two totals, Reference, LineItems.Description
        const QStringList as{u"=SUM([Rows.Net])"_s, u"=[Total] & [No]"_s, u"=[No] & [Total]"_s,
                             u"=[..No] & [No] & [Net]"_s};
        const QStringList keys{u"No"_s, u"Customer"_s};
        const QStringList key{as[0], u"=[Total] & [Number]"_s, u"=[Number] & [Total]"_s,
                              u"=[..Number] & [Number] & [Net]"_s};
        QTest::newRow("a key by a field of the rows")
            << u"No"_s << u"Rows.Number"_s << QStringList{u"Number"_s, u"Customer"_s} << key;
        QTest::newRow("the same, from inside the rows")
            << u"Rows.No"_s << u"Rows.Number"_s << QStringList{u"Number"_s, u"Customer"_s} << key;
        QTest::newRow("a key by another key")
            << u"No"_s << u"Customer"_s << QStringList{u"Customer"_s}
            << QStringList{as[0], u"=[Total] & [Customer]"_s, u"=[Customer] & [Total]"_s,
                           u"=[..Customer] & [Customer] & [Net]"_s};
        QTest::newRow("a field of the rows")
            << u"Rows.Net"_s << u"Rows.Gross"_s << keys
            << QStringList{u"=SUM([Rows.Gross])"_s, as[1], as[2], u"=[..No] & [No] & [Gross]"_s};
        QTest::newRow("a total that was taken away")
            << u"Total"_s << u"Customer"_s << keys
            << QStringList{as[0], u"=[Customer] & [No]"_s, u"=[No] & [Customer]"_s, as[3]};
    }
    void aLostGroupKeyIsReplacedWithEverythingThatReadIt()
    {
        QFETCH(QString, lost);
        QFETCH(QString, found);
        QFETCH(QStringList, keys);
        QFETCH(QStringList, formulas);
        model::MappingDocument document =
            documentFrom("{'to':'Reference','formula':'=[No] & [Total]'},"
                         "{'to':'LineItems','each':'[Rows]','fields':["
                         "{'to':'Description','formula':'=[..No] & [No] & [Net]'}]}");
        document.group =
            model::Grouping{{u"No"_s, u"Customer"_s},
                            u"Rows"_s,
                            {{u"Total"_s, u"=SUM([Rows.Net])"_s, {}}, {u"Label"_s, u"=[Total] & [No]"_s, {}}},
                            {}};
        MappingDraft draft;
        draft.open(document);
        QVERIFY(draft.replaceSource(lost, found));
        const model::Grouping group = *draft.document().group;
        QCOMPARE(group.keys, keys);
        QCOMPARE((QStringList{group.aggregates[0].formula, group.aggregates[1].formula,
                              draft.rule(u"Reference"_s)->formula,
                              draft.rule(u"LineItems.Description"_s)->formula}),
                 formulas);
        QCOMPARE(draft.history().size(), 1);
        draft.undo();
        QCOMPARE(bytes(draft.document()), bytes(document));
    }

    void aSyncFollowsAGroupKeyThatAnotherFieldReplaces_data()
    {
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<QString>("sourceKey");
        QTest::addColumn<QStringList>("texts"); // title, rule, parent's key, parent's mapping
        const QStringList as{u"=\"No \" & [No]"_s, u"=[Customer] = \"Cash\""_s, u"Customer"_s,
                             u"=[Customer]"_s};
        QTest::newRow("the key of the sync") << QStringList{u"Number"_s, u"Customer"_s} << u"Number"_s
                                             << QStringList{u"=\"No \" & [Number]"_s, as[1], as[2], as[3]};
        QTest::newRow("another key") << QStringList{u"No"_s, u"Client"_s} << u"No"_s
                                     << QStringList{as[0], u"=[Client] = \"Cash\""_s, u"Client"_s,
                                                    u"=[Client]"_s};
        QTest::newRow("the other way round") << QStringList{u"Customer"_s, u"No"_s} << u"No"_s << as;
        QTest::newRow("one key less") << QStringList{u"Customer"_s} << u"No"_s << as;
        QTest::newRow("one key more") << QStringList{u"No"_s, u"Customer"_s, u"Date"_s} << u"No"_s << as;
    }
    void aSyncFollowsAGroupKeyThatAnotherFieldReplaces()
    {
        QFETCH(QStringList, keys);
        QFETCH(QString, sourceKey);
        QFETCH(QStringList, texts);
        model::Flow parent;
        parent.sourceKey = u"Customer"_s;
        parent.mapping = documentFrom("{'to':'Name','formula':'=[Customer]'}");
        model::Flow sync;
        sync.sourceKey = u"No"_s;
        sync.sourceTitle = u"=\"No \" & [No]"_s;
        sync.skip.append({u"cash"_s, u"Cash sales"_s, u"=[Customer] = \"Cash\""_s, false, {}});
        sync.parents.append(parent);
        sync.mapping.group = model::Grouping{{u"No"_s, u"Customer"_s}, u"Rows"_s, {}, {}};
        model::MappingDocument document = sync.mapping;
        document.group->keys = keys;
        model::Flow changed = sync;
        mapping::takeMapping(changed, document);
        QCOMPARE(changed.mapping, document);
        QCOMPARE(changed.sourceKey, sourceKey);
        QCOMPARE((QStringList{changed.sourceTitle, changed.skip[0].formula, changed.parents[0].sourceKey,
                              changed.parents[0].mapping.fields[0].formula}),
                 texts);
        // An older version brings back what it named.
        mapping::takeMapping(changed, sync.mapping);
        QCOMPARE(changed, sync);
    }

    void pastedRulesReplaceAndAreRewritten()
    {
        MappingDraft draft;
        openOn(draft, documentFrom(kDocument));
        const QString text = draft.copied({u"LineItems.Description"_s, u"Date"_s});
        QVERIFY(draft.paste(text, {}).has_value());
        QCOMPARE(draft.rule(u"Description"_s)->formula, u"=[Products.Code] & [Account.Name]"_s);
        QVERIFY(draft.paste(text, u"LineItems#2"_s).has_value());
        QCOMPARE(draft.rule(u"LineItems#2.Description"_s)->formula, u"=[Products.Code] & [Account.Name]"_s);
        const QString list = draft.copied({u"LineItems"_s});
        QVERIFY(draft.paste(list, {}).has_value());
        QVERIFY(!draft.rule(u"LineItems#2"_s)); // replaced by the one that was pasted
        QCOMPARE(draft.undoable()->kind, Kind::Paste);
    }

    void pasteSaysWhenATextHoldsNoRules_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("prose") << u"hello"_s;
        QTest::newRow("another document") << u"{\"a\":1}"_s;
        QTest::newRow("no rules") << u"{\"from\":\"A\",\"to\":\"B\",\"fields\":[]}"_s;
        QTest::newRow("broken rule") << u"{\"from\":\"A\",\"to\":\"B\",\"fields\":[{\"formula\":\"=1\"}]}"_s;
        QTest::newRow("deep") << QString(100'000, u'[');
        QTest::newRow("endless") << QString(5 * 1024 * 1024, u' ');
    }

    void pasteSaysWhenATextHoldsNoRules()
    {
        QFETCH(QString, text);
        MappingDraft draft;
        openOn(draft, documentFrom(kDocument));
        const auto pasted = draft.paste(text, {});
        QVERIFY(!pasted);
        QCOMPARE(pasted.error().code, u"mapping.paste"_s);
        QVERIFY(pasted.error().cause);
        QVERIFY(!draft.undoable());
    }

    void whatTheDocumentDoesNotKnowIsKept()
    {
        const auto json =
            Json::parse(quotes("{'from':'A','to':'B','version':3,'group':{'keys':['K'],'rows':'Rows',"
                               "'aggregates':[{'name':'T','formula':'=1','new':1}],'later':2},"
                               "'fields':[{'to':'X','formula':'=1','colour':'red'}],'more':[1]}"))
                .value();
        MappingDraft draft;
        draft.open(model::mappingFromJson(json).value());
        draft.setFormula(u"X"_s, u"=2"_s);
        const QByteArray expected =
            json.toBytes().replace("\"formula\":\"=1\",\"colour\"", "\"formula\":\"=2\",\"colour\"");
        QCOMPARE(bytes(draft.document()), expected);
    }

    void undoingEverythingGivesTheVeryDocument_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void undoingEverythingGivesTheVeryDocument()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        MappingDraft draft;
        openOn(draft, documentFrom(kDocument));
        const QByteArray opened = bytes(draft.document());
        for (int i = 0; i < 1500; ++i) {
            const bool back = random.bounded(6) == 0;
            if (!back)
                editAtRandom(draft, random);
            else if (random.bounded(2) == 0)
                draft.undo();
            else
                draft.redo();
            const auto read = model::mappingFromJson(model::toJson(draft.document()));
            QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().text));
            QCOMPARE(*read, draft.document());
            for (const QString& key : draft.targets())
                QVERIFY2(draft.rule(key), qPrintable(key));
            if (draft.document().fields.size() > 60) draft.restore(documentFrom(kDocument), 1);
        }
        while (draft.redoable())
            draft.redo();
        QList<QByteArray> states;
        for (; draft.undoable(); draft.undo())
            states.prepend(bytes(draft.document()));
        QVERIFY(states.size() > 200);
        QCOMPARE(bytes(draft.document()), opened);
        QVERIFY(draft.history().isEmpty());
        for (const QByteArray& state : states) {
            draft.redo();
            QCOMPARE(bytes(draft.document()), state);
        }
        QVERIFY(!draft.redoable());
    }
};

QTEST_GUILESS_MAIN(TestMappingDraft)
#include "testmappingdraft.moc"
