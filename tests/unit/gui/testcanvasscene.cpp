#include "gui/closedwon.h"
#include "gui/mapping/canvas/dropplan.h"
#include "mapping/edit/misfits.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;

namespace {

std::shared_ptr<CanvasContent> contentOf(const model::MappingDocument& document)
{
    static const model::ObjectSchema source = closedwon::deal();
    static const model::ObjectSchema target = closedwon::invoice();
    mapping::RunContext context;
    model::LookupTable table;
    table.name = u"Region to tax rate"_s;
    table.rows = {{u"PL"_s, u"Zero-rated export"_s}};
    context.tables = std::make_shared<mapping::LookupTables>(QList{table});
    auto content = std::make_shared<CanvasContent>();
    content->source = mapping::sourceTree(source, document);
    content->target = mapping::targetTree(target, document);
    content->wiring = mapping::wiringOf(document, source, target, *context.tables);
    content->values = mapping::liveValues(document, closedwon::sample(), context);
    content->sourceTitle = source.label;
    content->targetTitle = target.label;
    return content;
}

Spot source(const QString& key)
{
    return {Side::Source, key, false};
}

Spot target(const QString& key)
{
    return {Side::Target, key, false};
}

} // namespace

/// What the canvas says and allows, without a window.
class TestCanvasScene final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void aDropDoesWhatTheTwoPlacesAllow_data()
    {
        using Act = DropPlan::Act;
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("onChip");
        QTest::addColumn<Act>("act");
        QTest::newRow("free field") << u"Name"_s << u"BrandingTheme"_s << false << Act::Map;
        QTest::newRow("taken field") << u"Name"_s << u"Reference"_s << false << Act::Ask;
        QTest::newRow("chip") << u"Name"_s << u"DueDate"_s << true << Act::Combine;
        QTest::newRow("the same again") << u"Number"_s << u"Reference"_s << false << Act::Refuse;
        QTest::newRow("read-only") << u"Name"_s << u"InvoiceID"_s << false << Act::Refuse;
        QTest::newRow("the list again pairs") << u"Products"_s << u"LineItems"_s << false << Act::Each;
        QTest::newRow("a line's field on the list")
            << u"Products.Price"_s << u"LineItems"_s << false << Act::Each;
        QTest::newRow("a field on a list") << u"Name"_s << u"LineItems"_s << false << Act::Refuse;
        QTest::newRow("group on group") << u"Account"_s << u"Contact"_s << false << Act::Pair;
        QTest::newRow("field on group") << u"Name"_s << u"Contact"_s << false << Act::Refuse;
        QTest::newRow("group on field") << u"Account"_s << u"Reference"_s << false << Act::Refuse;
        QTest::newRow("unknown") << u"Nothing"_s << u"Reference"_s << false << Act::Refuse;
    }

    void aDropDoesWhatTheTwoPlacesAllow()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(bool, onChip);
        QFETCH(DropPlan::Act, act);
        CanvasScene scene;
        scene.setContent(contentOf(closedwon::complete()));
        const DropOnto onto = onChip ? DropOnto::Chip : DropOnto::Field;
        const DropPlan plan = planDrop(scene, source(from), target(to), onto);
        QCOMPARE(plan.act, act);
        QCOMPARE(planDrop(scene, target(to), source(from), onto), plan);
        if (act == DropPlan::Act::Refuse && from != u"Nothing"_s) QVERIFY(!plan.reason.isEmpty());
    }

    void anotherListOntoAListAsks()
    {
        model::MappingDocument document = closedwon::complete();
        document.fields.last().each = u"[Fees]"_s;
        CanvasScene scene;
        scene.setContent(contentOf(document));
        QCOMPARE(planDrop(scene, source(u"Products"_s), target(u"LineItems"_s), DropOnto::Field).act,
                 DropPlan::Act::AskEach);
    }

    void titlesPairEverything()
    {
        CanvasScene scene;
        scene.setContent(contentOf(closedwon::empty()));
        const DropPlan plan =
            planDrop(scene, {Side::Source, {}, true}, {Side::Target, {}, true}, DropOnto::Field);
        QCOMPARE(plan.act, DropPlan::Act::Pair);
        QVERIFY(plan.source.isEmpty() && plan.target.isEmpty());
    }

    void chipsSayWhatTheFormulaDoes_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::newRow("copy") << u"Date"_s << QString();
        QTest::newRow("sum of fields") << u"DueDate"_s << u"+ Payment terms"_s;
        QTest::newRow("constant in words") << u"Status"_s << u"= Draft"_s;
        QTest::newRow("each") << u"LineItems"_s << u"each line →"_s;
        QTest::newRow("if empty") << u"LineItems.Description"_s << u"IF empty"_s;
        QTest::newRow("rounded") << u"LineItems.UnitAmount"_s << u"ROUND 4"_s;
        QTest::newRow("table") << u"LineItems.TaxType"_s << u"Region to tax rate"_s;
    }

    void chipsSayWhatTheFormulaDoes()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        const auto content = contentOf(closedwon::complete());
        QCOMPARE(chipText(*content, content->wiring.chips[content->wiring.chipOf.value(key)]), text);
    }

    void aLinkIsNamedByItsSync()
    {
        model::MappingDocument document = closedwon::complete();
        document.fields[1].formula = u"=LINKED(\"accounts-to-contacts\", [Number])"_s;
        auto content = contentOf(document);
        const mapping::Chip& chip = content->wiring.chips[content->wiring.chipOf.value(u"Reference"_s)];
        QCOMPARE(chipText(*content, chip), u"accounts-to-contacts"_s);
        content->syncTitles.insert(u"accounts-to-contacts"_s, u"Accounts → contacts"_s);
        QCOMPARE(chipText(*content, chip), u"Accounts → contacts"_s);
    }

    void aNumberCombinedWithADateIsDaysLater()
    {
        CanvasScene scene;
        scene.setContent(contentOf(closedwon::complete()));
        using mapping::Joining;
        const auto combined = [&scene](const QString& from, const QString& to) {
            return planDrop(scene, source(from), target(to), DropOnto::Chip).combine;
        };
        QCOMPARE(combined(u"Account.Terms"_s, u"DueDate"_s), Joining::Numbers);
        QCOMPARE(combined(u"Name"_s, u"DueDate"_s), Joining::Text);
        QCOMPARE(combined(u"Account.Terms"_s, u"Reference"_s), Joining::Text);
    }

    void aRequiredFieldTurnsAmberOnceASiblingIsMapped()
    {
        model::MappingDocument document = closedwon::complete();
        document.fields.last().fields.removeAt(4); // AccountCode
        CanvasScene scene;
        scene.setContent(contentOf(document));
        const int row = scene.column(Side::Target).rowOf(u"LineItems.AccountCode"_s);
        const RowLook look = scene.look(Side::Target, row, QLocale::c());
        QCOMPARE(look.mark, RowLook::Mark::Amber);
        QCOMPARE(look.value, u"choose…"_s);
        QVERIFY(lackingHint(scene.content(), u"LineItems"_s).contains(u"Account"_s));
        scene.column(Side::Target).setOpen(u"LineItems"_s, false);
        const int list = scene.column(Side::Target).rowOf(u"LineItems"_s);
        QCOMPARE(scene.look(Side::Target, list, QLocale::c()).mark, RowLook::Mark::Amber);

        document.fields.removeLast();
        scene.setContent(contentOf(document));
        scene.column(Side::Target).setOpen(u"LineItems"_s, true);
        const int again = scene.column(Side::Target).rowOf(u"LineItems.AccountCode"_s);
        QCOMPARE(scene.look(Side::Target, again, QLocale::c()).mark, RowLook::Mark::None);
    }

    void aValueThatItsFieldCannotHoldIsAFault_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QString>("problem");
        QTest::newRow("text in a number")
            << u"LineItems.Quantity"_s << u"=\"abc\""_s << u"A text is not a number"_s;
        QTest::newRow("text in a date")
            << u"DueDate"_s << u"=[CloseDate] & \" 100\""_s << u"A text is not a date"_s;
        QTest::newRow("31 February") << u"Date"_s << u"=\"2026-02-31\""_s << u"A text is not a date"_s;
        QTest::newRow("a number as text") << u"LineItems.Quantity"_s << u"=\" 12.50\""_s << QString();
        QTest::newRow("a date as text") << u"DueDate"_s << u"=\"2026-11-21\""_s << QString();
        QTest::newRow("a moment for a date") << u"DueDate"_s << u"=\"2026-11-21T10:00:00Z\""_s << QString();
        QTest::newRow("empty") << u"DueDate"_s << u"=\"\""_s << QString();
        QTest::newRow("a number in a text") << u"Reference"_s << u"=5"_s << QString();
    }

    void aValueThatItsFieldCannotHoldIsAFault()
    {
        QFETCH(QString, key);
        QFETCH(QString, formula);
        QFETCH(QString, problem);
        mapping::MappingDraft draft;
        draft.open(closedwon::complete());
        draft.setFormula(key, formula);
        const auto content = contentOf(draft.document());
        mapping::markMisfits(content->values, content->target);
        QCOMPARE(problemAt(*content, key), problem);
    }

    void aFaultIsSaidInWords()
    {
        model::MappingDocument document = closedwon::complete();
        document.fields[3].formula = u"=[CloseDate] +"_s;
        CanvasScene scene;
        scene.setContent(contentOf(document));
        const int row = scene.column(Side::Target).rowOf(u"DueDate"_s);
        const RowLook look = scene.look(Side::Target, row, QLocale::c());
        QCOMPARE(look.mark, RowLook::Mark::Problem);
        QVERIFY(look.value.startsWith(u'▲'));
        QVERIFY(!look.value.contains(u'#'));
        scene.setKept(CanvasScene::Kept::Problems);
        QVERIFY(scene.column(Side::Target).rowOf(u"DueDate"_s) != TreeColumn::kNoRow);
        QCOMPARE(scene.column(Side::Target).rowOf(u"Reference"_s), TreeColumn::kNoRow);
        QVERIFY(scene.column(Side::Source).rowOf(u"CloseDate"_s) != TreeColumn::kNoRow);
    }

    void selectingOneEndLightsTheOther()
    {
        CanvasScene scene;
        scene.setContent(contentOf(closedwon::complete()));
        scene.setCurrent(source(u"CloseDate"_s));
        scene.setActiveSide(Side::Source);
        QVERIFY(scene.isFading());
        QVERIFY(scene.isLinked(Side::Target, scene.column(Side::Target).rowOf(u"Date"_s)));
        QVERIFY(scene.isLinked(Side::Target, scene.column(Side::Target).rowOf(u"DueDate"_s)));
        QVERIFY(!scene.isLinked(Side::Target, scene.column(Side::Target).rowOf(u"Status"_s)));
        scene.setCurrent(source(u"Amount"_s)); // no wires: nothing fades
        QVERIFY(!scene.isFading());
    }

    void aRuleWithANoteSaysSo()
    {
        model::MappingDocument document = closedwon::complete();
        const QString note = u"Agreed with the auditor: the close date counts, not the day of the signature, "
                             "for it is the day that the customer's goods leave the house"_s;
        for (model::MappedField& rule : document.fields)
            if (rule.to == u"Date"_s) rule.note = note;
        model::MappedField later;
        later.to = u"BrandingTheme"_s;
        later.note = u"ask <b>Ann</b>"_s;
        document.fields += later;
        const auto content = contentOf(document);
        const auto look = [&](const QString& key) {
            return rowLook(*content, Side::Target, *content->target.find(key), {}, QLocale::c());
        };
        QVERIFY(look(u"Date"_s).note && look(u"BrandingTheme"_s).note && !look(u"DueDate"_s).note);
        const mapping::TreeNode& date = *content->target.find(u"Date"_s);
        QVERIFY(description(*content, Side::Target, date, {}).endsWith(u"has a note: "_s + note));
        const QString tip = tooltip(*content, Side::Target, date);
        QVERIFY(tip.contains(u"Note: Agreed"_s));
        for (const QString& line : tip.split(u'\n'))
            QVERIFY2(line.size() < 90, qPrintable(line));
        QVERIFY(!asToolTip(tooltip(*content, Side::Target, *content->target.find(u"BrandingTheme"_s)))
                     .contains(u"<b>"_s));
        QVERIFY(!description(*content, Side::Source, *content->source.find(u"CloseDate"_s), {})
                     .contains(u"note"_s));
    }

    void aGroupWithAFaultIsMarkedOnItsChip()
    {
        model::MappingDocument document = closedwon::complete();
        document.group = model::Grouping{{u"Number"_s}, u"Rows"_s, {}, {}};
        auto content = contentOf(document);
        content->groupKeys = document.group->keys;
        QVERIFY(!rowsChipText(*content).startsWith(u"▲"_s));
        QCOMPARE(rowsTooltip(*content), u"Rows of the same Number become one document"_s);
        document.group->keys += u"Gone"_s;
        content = contentOf(document);
        content->groupKeys = document.group->keys;
        QVERIFY2(rowsChipText(*content).startsWith(u"▲"_s), qPrintable(rowsChipText(*content)));
        QVERIFY2(rowsTooltip(*content).contains(u"Gone"_s), qPrintable(rowsTooltip(*content)));
        QCOMPARE(rowsTooltip(*content).count(u'\n'), 1);
    }

    void aLostFieldsRulesGoOnlyWhereTheyCan()
    {
        model::MappingDocument document = closedwon::complete();
        document.fields[1].to = u"OldReference"_s;
        CanvasScene scene;
        scene.setContent(contentOf(document));
        const Spot ghost = target(u"OldReference"_s);
        QVERIFY(refusedMove(scene, ghost, target(u"Reference"_s)).isEmpty());
        QVERIFY(!refusedMove(scene, ghost, target(u"Date"_s)).isEmpty());      // has a rule
        QVERIFY(!refusedMove(scene, ghost, target(u"InvoiceID"_s)).isEmpty()); // read-only
        QVERIFY(!refusedMove(scene, ghost, target(u"LineItems"_s)).isEmpty()); // a list
        QVERIFY(!refusedMove(scene, ghost, source(u"Name"_s)).isEmpty());
    }

    void whatOtherSystemsWriteStaysOnOneShortLine()
    {
        QCOMPARE(oneLine(u"two\nlines\x2028here"_s), u"two lines here"_s);
        const QString astral = QString(199, u'x') + u"😀😀"_s;
        const QString cut = oneLine(astral);
        QCOMPARE(cut, QString(199, u'x') + u'…'); // never half a sign
        QVERIFY(stubText(QString(10'000, u'y'), 1, 3).size() < 100);
    }

    void wiresToNowhereAreLeftOut()
    {
        auto content = contentOf(closedwon::complete());
        content->wiring.wires.append({u"Gone.For.Good"_s, u"Date"_s, mapping::Wire::Kind::Copy});
        content->wiring.wires.append({u"CloseDate"_s, u"Nowhere"_s, mapping::Wire::Kind::Copy});
        content->wiring.missing.append(u"Nowhere"_s);
        CanvasScene scene;
        scene.setContent(content);
        scene.column(Side::Source).setHeights(28, 2000);
        scene.column(Side::Target).setHeights(28, 2000);
        const WireLayout layout =
            scene.layout(240, [](const QString& text) { return double(text.size()) * 7; });
        QCOMPARE(qsizetype(layout.wires.size()), content->wiring.wires.size() - 2);
    }

    void namesFromElsewhereAreNeverMarkup() { QVERIFY(!asToolTip(u"<img src=x>"_s).contains(u"<img"_s)); }
};

QTEST_GUILESS_MAIN(TestCanvasScene)
#include "testcanvasscene.moc"
