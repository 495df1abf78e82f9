#include "gui/closedwon.h"
#include "gui/mapping/canvas/canvasgestures.h"
#include "gui/mapping/canvas/replacepopup.h"
#include "gui/mapping/canvas/treeaccessible.h"
#include "gui/mapping/canvas/treepane.h"
#include "gui/mapping/canvas/wirepane.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;

/// The canvas by mouse, by keyboard alone, and through the accessibility tree.
class TestCanvas final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase()
    {
        registerIcons();
        m_theme = std::make_unique<Theme>(*qApp);
    }

    void init()
    {
        m_canvas = std::make_unique<MappingCanvas>();
        m_desk = std::make_unique<closedwon::Desk>(*m_canvas);
        m_canvas->resize(1040, 760);
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
        m_desk->open(closedwon::empty());
    }

    void cleanup()
    {
        m_canvas->setDraft(nullptr);
        m_canvas.reset();
        m_desk.reset();
    }

    void aDragFromFieldToFieldDrawsAWire()
    {
        drag(u"CloseDate"_s, u"Date"_s);
        QCOMPARE(m_desk->formula(u"Date"_s), u"=[CloseDate]"_s);
        QCOMPARE(m_canvas->currentTarget(), u"Date"_s);
        QCOMPARE(m_canvas->wires()->layoutNow().wires.size(), size_t(1));
    }

    void aDragCanGoFromTheTargetToTheSource()
    {
        const QPoint to = at(Side::Source, u"Currency"_s);
        TreePane* pane = m_canvas->pane(Side::Target);
        const QPoint from = centre(Side::Target, u"CurrencyCode"_s);
        dragBetween(pane, from, pane->mapFromGlobal(m_canvas->mapToGlobal(to)));
        QCOMPARE(m_desk->formula(u"CurrencyCode"_s), u"=[Currency]"_s);
    }

    void theTargetUnderADragIsMarkedAndEscapeGivesUp()
    {
        TreePane* pane = m_canvas->pane(Side::Source);
        const QPoint from = centre(Side::Source, u"CloseDate"_s);
        const QPoint to = pane->mapFrom(m_canvas.get(), at(Side::Target, u"Date"_s));
        QTest::mousePress(pane, Qt::LeftButton, {}, from);
        QTest::mouseMove(pane, from + QPoint(30, 0));
        QTest::mouseMove(pane, to);
        QVERIFY(m_canvas->wires()->isPulling());
        QCOMPARE(pane->scene().over->key, u"Date"_s);
        QVERIFY(!pane->scene().refused);
        QTest::keyClick(pane, Qt::Key_Escape);
        QVERIFY(!m_canvas->wires()->isPulling());
        QTest::mouseRelease(pane, Qt::LeftButton, {}, to);
        QVERIFY(m_desk->draft().document().fields.isEmpty());
    }

    void aDropOutsideChangesNothing()
    {
        TreePane* pane = m_canvas->pane(Side::Source);
        dragBetween(pane, centre(Side::Source, u"Amount"_s), {pane->width() + 40, 500});
        QVERIFY(m_desk->draft().document().fields.isEmpty());
        QVERIFY(m_canvas->pickedUp().isEmpty());
    }

    void aSecondWireAsksAndKeysAnswer_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("formula");
        QTest::newRow("Enter replaces") << int(Qt::Key_Return) << u"=[Name]"_s;
        QTest::newRow("R replaces") << int(Qt::Key_R) << u"=[Name]"_s;
        QTest::newRow("C combines") << int(Qt::Key_C) << u"=[Number] & \" \" & [Name]"_s;
        QTest::newRow("Escape leaves it") << int(Qt::Key_Escape) << u"=[Number]"_s;
    }

    void aSecondWireAsksAndKeysAnswer()
    {
        QFETCH(int, key);
        QFETCH(QString, formula);
        drag(u"Number"_s, u"Reference"_s);
        drag(u"Name"_s, u"Reference"_s);
        auto* popup = m_canvas->findChild<ReplacePopup*>();
        QVERIFY(popup->isVisible());
        QVERIFY(m_canvas->rect().contains(popup->geometry()));
        QTest::keyClick(focusIn(popup), Qt::Key(key));
        QVERIFY(!popup->isVisible());
        QCOMPARE(m_desk->formula(u"Reference"_s), formula);
    }

    void combiningAmountsAdds()
    {
        m_desk->draft().map(u"Products.Price"_s, u"LineItems.UnitAmount"_s, mapping::Joining::Replace);
        drag(u"Products.Discount"_s, u"LineItems.UnitAmount"_s);
        auto* popup = m_canvas->findChild<ReplacePopup*>();
        QTest::keyClick(focusIn(popup), Qt::Key_Right);
        QTest::keyClick(focusIn(popup), Qt::Key_Return);
        QCOMPARE(m_desk->formula(u"LineItems.UnitAmount"_s), u"=[Price] + [Discount]"_s);
    }

    void aDropOnTheChipCombines()
    {
        m_desk->draft().setFormula(u"Reference"_s, u"=UPPER([Number])"_s);
        const auto& chips = m_canvas->wires()->layoutNow().chips;
        QCOMPARE(chips.size(), size_t(1));
        const QPoint chip = m_canvas->wires()->mapTo(m_canvas.get(), chips[0].box.center().toPoint());
        TreePane* pane = m_canvas->pane(Side::Source);
        dragBetween(pane, centre(Side::Source, u"Name"_s), pane->mapFrom(m_canvas.get(), chip));
        QCOMPARE(m_desk->formula(u"Reference"_s), u"=UPPER([Number]) & \" \" & [Name]"_s);
    }

    void aDragSaysWhatLettingGoWouldDo_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("words");
        QTest::newRow("free") << u"Name"_s << u"BrandingTheme"_s << u"Fills “Branding theme” with “Name”"_s;
        QTest::newRow("taken") << u"Name"_s << u"Reference"_s
                               << u"“Reference” is filled already: you can replace or combine"_s;
        QTest::newRow("list") << u"Products"_s << u"LineItems"_s
                              << u"Makes one line of “Line items” for each of “Products”"_s;
        QTest::newRow("group") << u"Account"_s << u"Contact"_s
                               << u"Pairs the fields of “Account” and “Contact” that go together"_s;
    }

    void aDragSaysWhatLettingGoWouldDo()
    {
        QFETCH(QString, source);
        QFETCH(QString, target);
        QFETCH(QString, words);
        m_desk->open(closedwon::complete());
        TreePane* pane = m_canvas->pane(Side::Source);
        const QPoint from = centre(Side::Source, source);
        QTest::mousePress(pane, Qt::LeftButton, {}, from);
        QTest::mouseMove(pane, from + QPoint(20, 0));
        QTest::mouseMove(pane, pane->mapFrom(m_canvas.get(), at(Side::Target, target)));
        QCOMPARE(m_canvas->hint(), words);
        QTest::keyClick(pane, Qt::Key_Escape);
        QVERIFY(m_canvas->hint().isEmpty());
        QTest::mouseRelease(pane, Qt::LeftButton, {}, from);
    }

    void aWireTakenByItsEndGoesToAnotherTarget()
    {
        m_desk->open(closedwon::complete());
        dragWire(u"CloseDate"_s, u"Date"_s, Side::Target, u"BrandingTheme"_s);
        QCOMPARE(m_desk->formula(u"BrandingTheme"_s), u"=[CloseDate]"_s);
        QVERIFY(!m_desk->draft().rule(u"Date"_s));
        QCOMPARE(m_canvas->currentTarget(), u"BrandingTheme"_s);
        QCOMPARE(m_desk->draft().history().size(), 1);
    }

    void aWireTakenByItsStartTakesAnotherSource()
    {
        m_desk->open(closedwon::complete());
        dragWire(u"Currency"_s, u"CurrencyCode"_s, Side::Source, u"Name"_s);
        QCOMPARE(m_desk->formula(u"CurrencyCode"_s), u"=[Name]"_s);
        dragWire(u"Account.Terms"_s, u"DueDate"_s, Side::Source, u"Amount"_s);
        QCOMPARE(m_desk->formula(u"DueDate"_s), u"=[CloseDate] + [Amount]"_s);
        QCOMPARE(m_desk->draft().history().size(), 2);
    }

    void aChipIsTakenToAnotherTarget()
    {
        m_desk->open(closedwon::complete());
        const auto& chips = m_canvas->wires()->layoutNow().chips;
        const auto chip = std::find_if(chips.begin(), chips.end(),
                                       [](const ChipShape& one) { return one.text == u"= Draft"_s; });
        QVERIFY(chip != chips.end());
        WirePane* wires = m_canvas->wires();
        dragBetween(wires, chip->box.center().toPoint(),
                    wires->mapFrom(m_canvas.get(), at(Side::Target, u"BrandingTheme"_s)));
        QCOMPARE(m_desk->formula(u"BrandingTheme"_s), u"=\"DRAFT\""_s);
        QVERIFY(!m_desk->draft().rule(u"Status"_s));
    }

    void aWireStaysWhereItsEndCannotGo()
    {
        m_desk->open(closedwon::complete());
        dragWire(u"CloseDate"_s, u"Date"_s, Side::Target, u"Reference"_s);
        QVERIFY2(m_canvas->hint().contains(u"has a rule already"_s), qPrintable(m_canvas->hint()));
        dragWire(u"CloseDate"_s, u"Date"_s, Side::Target, u"LineItems"_s);
        dragWire(u"CloseDate"_s, u"Date"_s, Side::Target, u"Date"_s);
        dragWire(u"CloseDate"_s, u"Date"_s, Side::Source, u"Account"_s);
        QVERIFY(m_desk->draft().history().isEmpty());
        m_desk->setReadOnly(true);
        dragWire(u"CloseDate"_s, u"Date"_s, Side::Target, u"BrandingTheme"_s);
        QVERIFY(m_desk->draft().history().isEmpty());
        QVERIFY(!m_canvas->wires()->isPulling());
    }

    void aListOnAListIsEachLine()
    {
        const QSignalSpy pairs(m_canvas.get(), &MappingCanvas::groupPairWanted);
        drag(u"Products"_s, u"LineItems"_s);
        QCOMPARE(m_desk->formula(u"LineItems"_s), u"[Products]"_s);
        QCOMPARE(pairs.size(), 1);
        QCOMPARE(pairs[0][0].toString(), u"Products"_s);
        const auto& chips = m_canvas->wires()->layoutNow().chips;
        QVERIFY(std::any_of(chips.begin(), chips.end(),
                            [](const ChipShape& chip) { return chip.text == u"each line →"_s; }));
    }

    void aLineFieldMakesTheEachToo()
    {
        drag(u"Products.Quantity"_s, u"LineItems.Quantity"_s);
        QCOMPARE(m_desk->formula(u"LineItems"_s), u"[Products]"_s);
        QCOMPARE(m_desk->formula(u"LineItems.Quantity"_s), u"=[Quantity]"_s);
    }

    void aGroupOnAGroupPairsByName()
    {
        const QSignalSpy pairs(m_canvas.get(), &MappingCanvas::groupPairWanted);
        drag(u"Account"_s, u"Contact"_s);
        QCOMPARE(pairs.size(), 1);
        QCOMPARE(pairs[0][1].toString(), u"Contact"_s);
        QVERIFY(m_desk->draft().document().fields.isEmpty());
    }

    void whatCannotBeIsRefusedWithItsReason_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("reason");
        QTest::newRow("read-only") << u"Number"_s << u"InvoiceID"_s << u"filled by the system"_s;
        QTest::newRow("group onto field") << u"Account"_s << u"Reference"_s << u"not a group"_s;
        QTest::newRow("field onto list") << u"Amount"_s << u"LineItems"_s << u"on one inside it"_s;
        QTest::newRow("list onto group") << u"Products"_s << u"Contact"_s << u"not a list"_s;
    }

    void whatCannotBeIsRefusedWithItsReason()
    {
        QFETCH(QString, source);
        QFETCH(QString, target);
        QFETCH(QString, reason);
        drag(source, target);
        QVERIFY2(m_canvas->hint().contains(reason), qPrintable(m_canvas->hint()));
        QVERIFY(m_desk->draft().document().fields.isEmpty());
    }

    void clickingSourceThenTargetIsTheWayWithoutDragging()
    {
        click(Side::Source, u"CloseDate"_s);
        QVERIFY(m_canvas->hint().contains(u"Close date"_s));
        click(Side::Target, u"Date"_s);
        QCOMPARE(m_desk->formula(u"Date"_s), u"=[CloseDate]"_s);
        QVERIFY(m_canvas->hint().isEmpty());
        // A click without a field in the hand only looks.
        click(Side::Target, u"DueDate"_s);
        QVERIFY(m_desk->formula(u"DueDate"_s).isEmpty());
    }

    void aLookIsNotAWireWhenItIsReadOnly()
    {
        m_desk->setReadOnly(true);
        click(Side::Source, u"CloseDate"_s);
        click(Side::Target, u"Date"_s);
        drag(u"CloseDate"_s, u"Date"_s);
        QVERIFY(m_desk->draft().document().fields.isEmpty());
        QCOMPARE(m_canvas->currentTarget(), u"Date"_s);
    }

    void theWholeMappingIsBuiltByKeyboardAlone()
    {
        const std::pair<QString, QString> wires[] = {{u"Account.Name"_s, u"Contact.Name"_s},
                                                     {u"Number"_s, u"Reference"_s},
                                                     {u"CloseDate"_s, u"Date"_s},
                                                     {u"Currency"_s, u"CurrencyCode"_s},
                                                     {u"Products"_s, u"LineItems"_s},
                                                     {u"Products.Quantity"_s, u"LineItems.Quantity"_s},
                                                     {u"Products.Price"_s, u"LineItems.UnitAmount"_s}};
        m_canvas->pane(Side::Source)->setFocus(Qt::TabFocusReason);
        for (const auto& [source, target] : wires) {
            walkTo(Side::Source, source);
            key(Qt::Key_M);
            key(Qt::Key_Tab);
            QVERIFY(m_canvas->pane(Side::Target)->hasFocus());
            walkTo(Side::Target, target);
            key(Qt::Key_Return);
            key(Qt::Key_Backtab, Qt::ShiftModifier);
            QVERIFY(m_canvas->pane(Side::Source)->hasFocus());
        }
        QCOMPARE(m_desk->formula(u"Contact.Name"_s), u"=[Account.Name]"_s);
        QCOMPARE(m_desk->formula(u"LineItems"_s), u"[Products]"_s);
        QCOMPARE(m_desk->formula(u"LineItems.UnitAmount"_s), u"=[Price]"_s);
        QCOMPARE(m_desk->draft().history().size(), qsizetype(std::size(wires)));
    }

    void fromTheTargetTheKeysChooseItsSource()
    {
        m_canvas->pane(Side::Target)->setFocus(Qt::TabFocusReason);
        walkTo(Side::Target, u"Date"_s);
        key(Qt::Key_M);
        key(Qt::Key_Backtab, Qt::ShiftModifier);
        walkTo(Side::Source, u"CloseDate"_s);
        key(Qt::Key_Space);
        QCOMPARE(m_desk->formula(u"Date"_s), u"=[CloseDate]"_s);
    }

    void keysEditRemoveCopyPasteAndUndo()
    {
        m_desk->open(closedwon::complete());
        m_canvas->setCurrentTarget(u"DueDate"_s);
        m_canvas->pane(Side::Target)->setFocus(Qt::TabFocusReason);
        const QSignalSpy formulas(m_canvas.get(), &MappingCanvas::formulaWanted);
        key(Qt::Key_F2);
        QCOMPARE(formulas.size(), 1);
        QCOMPARE(formulas[0][0].toString(), u"DueDate"_s);
        key(Qt::Key_C, Qt::ControlModifier);
        key(Qt::Key_Delete);
        QVERIFY(m_desk->formula(u"DueDate"_s).isEmpty());
        key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_desk->formula(u"DueDate"_s), u"=[CloseDate] + [Account.Terms]"_s);
        key(Qt::Key_X, Qt::ControlModifier);
        QVERIFY(m_desk->formula(u"DueDate"_s).isEmpty());
        for (int i = 0; i < 3; ++i)
            key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_desk->draft().document() == closedwon::complete());
        key(Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(m_desk->formula(u"DueDate"_s).isEmpty());
    }

    void aCopiedRuleGoesWhereItIsPasted_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("formula");
        QTest::newRow("another field") << u"Reference"_s << u"BrandingTheme"_s << u"=[Number]"_s;
        QTest::newRow("its own field, in a group")
            << u"Contact.Name"_s << u"Contact.Name"_s << u"=[Account.Name]"_s;
        QTest::newRow("into a group") << u"Reference"_s << u"Contact.Name"_s << u"=[Number]"_s;
        QTest::newRow("into a list") << u"Reference"_s << u"LineItems.Tracking"_s << u"=[..Number]"_s;
        QTest::newRow("a list on itself") << u"LineItems"_s << u"LineItems"_s << u"[Products]"_s;
        QTest::newRow("what the system fills") << u"Reference"_s << u"InvoiceID"_s << QString();
    }

    void aCopiedRuleGoesWhereItIsPasted()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, formula);
        m_desk->open(closedwon::complete());
        const auto fields = m_canvas->pane(Side::Target)->scene().content().target.nodes().size();
        m_canvas->setCurrentTarget(from);
        m_canvas->pane(Side::Target)->setFocus();
        key(Qt::Key_C, Qt::ControlModifier);
        m_canvas->setCurrentTarget(to);
        key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_desk->formula(to), formula);
        QVERIFY(m_desk->draft().rule(from)); // copied, not moved
        QCOMPARE(m_canvas->pane(Side::Target)->scene().content().target.nodes().size(), fields); // no ghosts
    }

    void severalTargetsAreRemovedAtOnce()
    {
        m_desk->open(closedwon::complete());
        click(Side::Target, u"Date"_s);
        QTest::mouseClick(m_canvas->pane(Side::Target), Qt::LeftButton, Qt::ShiftModifier,
                          centre(Side::Target, u"CurrencyCode"_s));
        m_canvas->pane(Side::Target)->setFocus();
        key(Qt::Key_Delete);
        QCOMPARE(m_desk->draft().history().size(), 1);
        QVERIFY(!m_desk->draft().rule(u"Date"_s) && !m_desk->draft().rule(u"DueDate"_s) &&
                !m_desk->draft().rule(u"CurrencyCode"_s));
        QVERIFY(m_desk->draft().rule(u"Reference"_s));
    }

    void lettersFindFieldsAndArrowsFoldGroups()
    {
        TreePane* pane = m_canvas->pane(Side::Source);
        pane->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(pane, u"bill"_s);
        QCOMPARE(m_canvas->currentSource(), u"Account.BillingCountry"_s);
        key(Qt::Key_Left);
        QCOMPARE(m_canvas->currentSource(), u"Account"_s);
        key(Qt::Key_Left);
        QVERIFY(!pane->scene().column(Side::Source).isOpen(u"Account"_s));
        key(Qt::Key_Right);
        QVERIFY(pane->scene().column(Side::Source).isOpen(u"Account"_s));
    }

    void mAfterLettersIsACommandWhenNoFieldGoesOnWithIt()
    {
        TreePane* pane = m_canvas->pane(Side::Source);
        pane->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(pane, u"na"_s);
        QTest::keyClicks(pane, u"m"_s); // "nam" is still Name
        QVERIFY(m_canvas->pickedUp().isEmpty());
        QCOMPARE(m_canvas->currentSource(), u"Name"_s);
        QTest::keyClicks(pane, u"m"_s);
        QCOMPARE(m_canvas->pickedUp(), u"Name"_s);
    }

    void anEditEndsWhatIsInTheHand()
    {
        m_desk->open(closedwon::complete());
        m_canvas->pickUp(Side::Target, u"Date"_s);
        QVERIFY(!m_canvas->hint().isEmpty());
        m_desk->draft().setFormula(u"Reference"_s, u"=[Name]"_s);
        QVERIFY(m_canvas->pickedUp().isEmpty());
        QVERIFY(m_canvas->hint().isEmpty());
    }

    void questionAndHintLeaveTheirRowInSight()
    {
        m_canvas->resize(1040, 300);
        m_desk->open(closedwon::complete());
        m_canvas->setCurrentTarget(u"LineItems.TaxType"_s); // the last row in sight
        const TreePane* pane = m_canvas->pane(Side::Target);
        const QRect box = pane->rowBox(pane->scene().column(Side::Target).rowOf(u"LineItems.TaxType"_s));
        const QRect row(pane->mapTo(m_canvas.get(), box.topLeft()), box.size());
        QVERIFY(row.bottom() > 260);
        m_canvas->pickUp(Side::Target, u"LineItems.TaxType"_s);
        const auto* hint = m_canvas->findChild<QLabel*>(u"canvasHint"_s);
        QVERIFY(hint->isVisible() && !hint->geometry().intersects(row));
        m_canvas->letGo();
        m_canvas->connectFields(u"Name"_s, u"LineItems.TaxType"_s);
        const auto* popup = m_canvas->findChild<ReplacePopup*>();
        QVERIFY(popup->isVisible() && !popup->geometry().intersects(row));
    }

    void theChosenRowsStayInSightWhenTheCanvasShrinks()
    {
        m_desk->open(closedwon::complete());
        m_canvas->setCurrentSource(u"Products.Discount"_s);
        const TreeColumn& column = m_canvas->pane(Side::Source)->scene().column(Side::Source);
        m_canvas->resize(1040, 240);
        QApplication::processEvents();
        const int row = column.rowOf(u"Products.Discount"_s);
        QVERIFY(column.top(row) >= 0 && column.top(row) + column.rowHeight() <= column.viewHeight());
    }

    void aSideWithoutFieldsSaysWhy()
    {
        m_desk->open(closedwon::complete());
        const TreePane* target = m_canvas->pane(Side::Target);
        QVERIFY(target->accessibleDescription().isEmpty());
        m_canvas->setShow(MappingCanvas::Show::Problems);
        QCOMPARE(target->accessibleDescription(), u"No problems here"_s);
        m_canvas->setSearch(Side::Target, u"xyzzy"_s);
        QVERIFY(target->accessibleDescription().contains(u"xyzzy"_s));
        const QImage empty = m_canvas->grab().toImage();
        m_canvas->setSearch(Side::Target, u"plugh"_s);
        QVERIFY(m_canvas->grab().toImage() != empty); // it is painted, too
        m_canvas->setSearch(Side::Target, {});
        m_canvas->setShow(MappingCanvas::Show::All);
        QVERIFY(target->accessibleDescription().isEmpty());
    }

    void whatIsChosenOutOfSightFadesNothing()
    {
        m_desk->open(closedwon::complete());
        m_canvas->setCurrentTarget(u"Date"_s);
        const CanvasScene& scene = m_canvas->pane(Side::Target)->scene();
        QVERIFY(scene.isFading());
        m_canvas->setSearch(Side::Target, u"currency"_s);
        QVERIFY(!scene.isFading());
    }

    void theTitleOpensTheGroupingOfRows()
    {
        const QSignalSpy asked(m_canvas.get(), &MappingCanvas::groupingWanted);
        TreePane* pane = m_canvas->pane(Side::Target);
        QTest::mouseDClick(pane, Qt::LeftButton, {}, pane->rowBox(0).center());
        QCOMPARE(asked.size(), 1);
    }

    void aClosedGroupBundlesItsWires()
    {
        m_desk->open(closedwon::complete());
        TreePane* pane = m_canvas->pane(Side::Source);
        pane->toggle(pane->scene().column(Side::Source).rowOf(u"Products"_s));
        m_canvas->pane(Side::Target)->toggle(pane->scene().column(Side::Target).rowOf(u"LineItems"_s));
        int bundled = 0;
        for (const WireShape& wire : m_canvas->wires()->layoutNow().wires)
            bundled = std::max(bundled, wire.count);
        QVERIFY(bundled >= 5);
    }

    void aStubLeadsToTheOtherEnd()
    {
        m_canvas->resize(1040, 200);
        m_desk->open(closedwon::complete());
        m_canvas->setCurrentTarget(u"LineItems.TaxType"_s);
        QApplication::processEvents();
        const auto& stubs = m_canvas->wires()->layoutNow().stubs;
        const auto stub = std::find_if(stubs.begin(), stubs.end(), [](const StubShape& one) {
            return one.leadsTo == u"Account.BillingCountry"_s;
        });
        QVERIFY(stub != stubs.end());
        QVERIFY(stub->text.startsWith(u'↓'));
        QTest::mouseClick(m_canvas->wires(), Qt::LeftButton, {}, stub->box.center().toPoint());
        QCOMPARE(m_canvas->currentSource(), u"Account.BillingCountry"_s);
        const TreeColumn& column = m_canvas->pane(Side::Source)->scene().column(Side::Source);
        QCOMPARE(column.whereIs(column.rowOf(u"Account.BillingCountry"_s)), 0);
    }

    void aClickOnAWireSelectsItAndTheOthersFade()
    {
        m_desk->open(closedwon::complete());
        const WireShape& wire = m_canvas->wires()->layoutNow().wires.front();
        const QString target = m_canvas->pane(Side::Target)->scene().spotAt(Side::Target, wire.targetRow).key;
        QTest::mouseClick(m_canvas->wires(), Qt::LeftButton, {}, wire.path().pointAtPercent(0.5).toPoint());
        QCOMPARE(m_canvas->currentTarget(), target);
        QVERIFY(m_canvas->pane(Side::Target)->scene().isFading());
    }

    void aDragAtTheEdgeScrolls()
    {
        m_canvas->resize(1040, 200);
        TreePane* source = m_canvas->pane(Side::Source);
        const QPoint from = centre(Side::Source, u"Number"_s);
        QTest::mousePress(source, Qt::LeftButton, {}, from);
        QTest::mouseMove(source, from + QPoint(30, 0));
        QTest::mouseMove(source, source->mapFrom(m_canvas.get(), QPoint(1000, 195)));
        const TreeColumn& targets = source->scene().column(Side::Target);
        QTRY_COMPARE_WITH_TIMEOUT(targets.scroll(), targets.maxScroll(), 10'000);
        QTest::keyClick(source, Qt::Key_Escape);
        QTest::mouseRelease(source, Qt::LeftButton, {}, from);
    }

    void zoomHasKeysAndLimits()
    {
        TreePane* pane = m_canvas->pane(Side::Source);
        pane->setFocus();
        key(Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(m_canvas->zoom(), 110);
        key(Qt::Key_Plus, Qt::ControlModifier | Qt::ShiftModifier); // where + is typed with Shift
        QCOMPARE(m_canvas->zoom(), 120);
        key(Qt::Key_Minus, Qt::ControlModifier);
        key(Qt::Key_Minus, Qt::ControlModifier);
        key(Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(m_canvas->zoom(), 90);
        key(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(m_canvas->zoom(), 100);
        m_canvas->setZoom(1000);
        QCOMPARE(m_canvas->zoom(), 200);
        QCOMPARE(pane->scene().column(Side::Source).rowHeight(), 56);
    }

    void searchAndFilterNarrowAndAWantedFieldLiftsThem()
    {
        m_desk->open(closedwon::complete());
        m_canvas->setSearch(Side::Source, u"country"_s);
        const CanvasScene& scene = m_canvas->pane(Side::Source)->scene();
        QCOMPARE(scene.column(Side::Source).rowCount(), 3); // title, Account, Billing country
        m_canvas->setShow(MappingCanvas::Show::Unmapped);
        QVERIFY(scene.column(Side::Target).rowOf(u"BrandingTheme"_s) != TreeColumn::kNoRow);
        QCOMPARE(scene.column(Side::Target).rowOf(u"Date"_s), TreeColumn::kNoRow);
        const QSignalSpy lifted(m_canvas.get(), &MappingCanvas::everythingShown);
        m_canvas->setCurrentTarget(u"Date"_s);
        QCOMPARE(lifted.size(), 1);
        QVERIFY(scene.column(Side::Target).rowOf(u"Date"_s) != TreeColumn::kNoRow);
    }

    void aLostTargetKeepsItsRuleUntilItIsMoved()
    {
        model::MappingDocument document = closedwon::complete();
        document.fields[1].to = u"OldReference"_s;
        m_desk->open(document);
        const CanvasScene& scene = m_canvas->pane(Side::Target)->scene();
        const mapping::TreeNode* ghost = scene.content().target.find(u"OldReference"_s);
        QVERIFY(ghost && ghost->ghost);
        m_canvas->gestures().pickUpToMove({Side::Target, u"OldReference"_s, false});
        click(Side::Target, u"Reference"_s);
        QCOMPARE(m_desk->formula(u"Reference"_s), u"=[Number]"_s);
        QVERIFY(!m_desk->draft().rule(u"OldReference"_s));
        QCOMPARE(m_desk->draft().history().size(), 1);
    }

    void aLostSourceGivesItsPlaceToAnotherInEveryFormula()
    {
        model::MappingDocument document = closedwon::complete();
        document.fields[3].formula = u"=[CloseDate] + [Account.OldTerms]"_s;
        m_desk->open(document);
        m_canvas->gestures().pickUpToMove({Side::Source, u"Account.OldTerms"_s, false});
        click(Side::Source, u"Account.Terms"_s);
        QCOMPARE(m_desk->formula(u"DueDate"_s), u"=[CloseDate] + [Account.Terms]"_s);
        QCOMPARE(m_desk->draft().history().size(), 1);
    }

    void screenReadersHearWhereAValueComesFrom()
    {
        m_desk->open(closedwon::complete());
        QAccessibleInterface* date = row(Side::Target, u"Date"_s);
        QVERIFY(date);
        QCOMPARE(date->role(), QAccessible::TreeItem);
        QCOMPARE(date->text(QAccessible::Name), u"Date"_s);
        QVERIFY(!date->text(QAccessible::Value).isEmpty());
        QVERIFY(date->text(QAccessible::Description).contains(u"Mapped from Close date"_s));
        QVERIFY(date->text(QAccessible::Description).contains(u"required"_s));
        QAccessibleInterface* lines = row(Side::Target, u"LineItems"_s);
        QVERIFY(lines->state().expanded);
        QCOMPARE(lines->childCount(), 7);
        QCOMPARE(lines->child(0)->parent(), lines);
        QCOMPARE(lines->indexOfChild(lines->child(3)), 3);
        lines->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(lines->state().collapsed);
        QCOMPARE(lines->childCount(), 0);
    }

    void theMappingIsBuiltThroughTheAccessibilityTree()
    {
        const std::pair<QString, QString> wires[] = {{u"Account.Name"_s, u"Contact.Name"_s},
                                                     {u"CloseDate"_s, u"Date"_s},
                                                     {u"Products"_s, u"LineItems"_s},
                                                     {u"Products.Quantity"_s, u"LineItems.Quantity"_s}};
        for (const auto& [source, target] : wires) {
            row(Side::Source, source)->actionInterface()->doAction(RowAccessible::mapAction());
            QVERIFY(row(Side::Source, source)->state().pressed);
            row(Side::Target, target)->actionInterface()->doAction(RowAccessible::mapAction());
        }
        QCOMPARE(m_desk->formula(u"Contact.Name"_s), u"=[Account.Name]"_s);
        QCOMPARE(m_desk->formula(u"LineItems.Quantity"_s), u"=[Quantity]"_s);
        const QSignalSpy formulas(m_canvas.get(), &MappingCanvas::formulaWanted);
        row(Side::Target, u"Date"_s)->actionInterface()->doAction(RowAccessible::editAction());
        QCOMPARE(formulas.size(), 1);
        row(Side::Target, u"Date"_s)->actionInterface()->doAction(RowAccessible::removeAction());
        QVERIFY(!m_desk->draft().rule(u"Date"_s));
    }

    void aThousandFieldsWithHostileNamesArePainted()
    {
        model::ObjectSchema source = closedwon::deal();
        for (int i = 0; i < 1000; ++i) {
            const QString label = i % 3 == 0   ? QString(5000, u'W')
                                  : i % 3 == 1 ? u"<b>two\nlines</b>"_s
                                               : QString();
            source.fields += closedwon::field(u"Hostile%1"_s.arg(i), label, model::FieldType::Text);
        }
        closedwon::Desk desk(*m_canvas, source);
        desk.open(closedwon::complete());
        for (int zoom : {50, 100, 200}) {
            m_canvas->setZoom(zoom);
            m_canvas->pane(Side::Source)->scrollBy(100'000);
            QVERIFY(!m_canvas->grab().isNull());
        }
        m_canvas->setDraft(nullptr);
    }

    void aDragThatRestsOnAClosedGroupOpensIt()
    {
        TreePane* source = m_canvas->pane(Side::Source);
        TreePane* target = m_canvas->pane(Side::Target);
        target->toggle(source->scene().column(Side::Target).rowOf(u"LineItems"_s));
        const QPoint from = centre(Side::Source, u"Number"_s);
        QTest::mousePress(source, Qt::LeftButton, {}, from);
        QTest::mouseMove(source, from + QPoint(30, 0));
        QTest::mouseMove(source, source->mapFrom(m_canvas.get(), at(Side::Target, u"LineItems"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(source->scene().column(Side::Target).isOpen(u"LineItems"_s), 10'000);
        QTest::keyClick(source, Qt::Key_Escape);
        QTest::mouseRelease(source, Qt::LeftButton, {}, from);
    }

    void aClickOnAMissingFieldAsksForItsSource()
    {
        model::MappingDocument document = closedwon::complete();
        document.fields.last().fields.removeAt(4); // AccountCode
        m_desk->open(document);
        click(Side::Target, u"LineItems.AccountCode"_s);
        QVERIFY(m_canvas->hint().contains(u"fills"_s));
        click(Side::Source, u"Number"_s);
        QCOMPARE(m_desk->formula(u"LineItems.AccountCode"_s), u"=[..Number]"_s);
        m_desk->draft().undo();
        click(Side::Target, u"LineItems"_s);
        QVERIFY2(m_canvas->hint().contains(u"still needs: Account"_s), qPrintable(m_canvas->hint()));
    }

    void whatIsGoneIsNotCurrentAnyMore()
    {
        model::MappingDocument document = closedwon::complete();
        document.fields[1].to = u"OldReference"_s;
        m_desk->open(document);
        m_canvas->setCurrentTarget(u"OldReference"_s);
        const QSignalSpy changes(m_canvas.get(), &MappingCanvas::currentTargetChanged);
        m_desk->draft().remove({u"OldReference"_s});
        QVERIFY(m_canvas->currentTarget().isEmpty());
        QCOMPARE(changes.size(), 1);
    }

    void whateverIsDoneCanBeUndone()
    {
        model::MappingDocument document = closedwon::complete();
        document.fields[1].to = u"OldReference"_s;
        document.fields[3].formula = u"=[CloseDate] + [Account.OldTerms]"_s;
        m_desk->open(document);
        QRandomGenerator dice(20261121);
        for (int step = 0; step < 1500; ++step)
            doAnything(dice);
        m_canvas->letGo();
        QVERIFY(!m_desk->draft().history().isEmpty());
        while (m_desk->draft().undoable())
            m_desk->draft().undo();
        QCOMPARE(model::toJson(m_desk->draft().document()).toBytes(), model::toJson(document).toBytes());
    }

    void anEndedInterfaceIsInvalidAndNotUsed()
    {
        model::MappingDocument document = closedwon::complete();
        document.fields[1].to = u"OldReference"_s;
        m_desk->open(document);
        QAccessibleInterface* ghost = row(Side::Target, u"OldReference"_s);
        QVERIFY(ghost->isValid());
        m_desk->draft().remove({u"OldReference"_s});
        QVERIFY(!row(Side::Target, u"OldReference"_s));
    }

  private:
    QString anyKey(Side side, QRandomGenerator& dice) const
    {
        const TreeColumn& column = m_canvas->pane(side)->scene().column(side);
        return column.keyAt(int(dice.bounded(quint32(std::max(1, column.rowCount())))));
    }

    void doAnything(QRandomGenerator& dice)
    {
        static constexpr Qt::Key kKeys[] = {Qt::Key_M,     Qt::Key_Space, Qt::Key_Delete, Qt::Key_Down,
                                            Qt::Key_Up,    Qt::Key_Left,  Qt::Key_Right,  Qt::Key_Tab,
                                            Qt::Key_C,     Qt::Key_R,     Qt::Key_Return, Qt::Key_End,
                                            Qt::Key_Escape};
        static constexpr Qt::Key kWithControl[] = {Qt::Key_Z, Qt::Key_Y, Qt::Key_C,
                                                   Qt::Key_X, Qt::Key_V, Qt::Key_Right};
        const Side side = dice.bounded(2) == 0 ? Side::Source : Side::Target;
        const QString here = anyKey(side, dice);
        switch (dice.bounded(9)) {
        case 8:
            dragAnyWire(dice, here);
            break;
        case 0:
        case 1:
            drag(anyKey(Side::Source, dice), anyKey(Side::Target, dice));
            break;
        case 2:
            click(side, here);
            break;
        case 3:
            m_canvas->gestures().pickUpToMove({side, here, false});
            click(side, anyKey(side, dice));
            break;
        case 4:
            key(kWithControl[dice.bounded(quint32(std::size(kWithControl)))], Qt::ControlModifier);
            break;
        case 5:
            m_canvas->setZoom(50 + int(dice.bounded(150U)));
            m_canvas->pane(side)->scrollBy(int(dice.bounded(400U)) - 200);
            break;
        default:
            key(kKeys[dice.bounded(quint32(std::size(kKeys)))]);
        }
        if (dice.bounded(10) == 0) m_canvas->grab();
    }

    QPoint centre(Side side, const QString& key) const
    {
        const TreePane* pane = m_canvas->pane(side);
        const int row = pane->scene().column(side).rowOf(key);
        return row < 0 ? QPoint(-1, -1) : pane->rowBox(row).center();
    }

    QPoint at(Side side, const QString& key) const
    {
        return m_canvas->pane(side)->mapTo(m_canvas.get(), centre(side, key));
    }

    static void dragBetween(QWidget* widget, QPoint from, QPoint to)
    {
        QTest::mousePress(widget, Qt::LeftButton, {}, from);
        QTest::mouseMove(widget, from + QPoint(20, 0));
        QTest::mouseMove(widget, (from + to) / 2);
        QTest::mouseMove(widget, to);
        QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
    }

    /// Takes a wire in sight by one of its ends to a field of that side.
    void dragWire(const QString& source, const QString& target, Side end, const QString& to)
    {
        WirePane* wires = m_canvas->wires();
        const CanvasContent& content = m_canvas->pane(end)->scene().content();
        for (const WireShape& shape : wires->layoutNow().wires) {
            const mapping::Wire& wire = content.wiring.wires[shape.wire];
            if (wire.source != source || wire.target != target) continue;
            const QPointF point = shape.path().pointAtPercent(end == Side::Source ? 0.2 : 0.8);
            QCOMPARE(wires->layoutNow().hit(point.toPoint()).kind, WireHit::Kind::Wire);
            return dragBetween(wires, point.toPoint(), wires->mapFrom(m_canvas.get(), at(end, to)));
        }
        QFAIL("no such wire");
    }

    void dragAnyWire(QRandomGenerator& dice, const QString& to)
    {
        WirePane* wires = m_canvas->wires();
        const QPoint from(int(dice.bounded(quint32(wires->width()))),
                          int(dice.bounded(quint32(wires->height()))));
        const Side end = dice.bounded(2) == 0 ? Side::Source : Side::Target;
        dragBetween(wires, from, wires->mapFrom(m_canvas.get(), at(end, to)));
    }

    void drag(const QString& source, const QString& target)
    {
        TreePane* pane = m_canvas->pane(Side::Source);
        dragBetween(pane, centre(Side::Source, source),
                    pane->mapFrom(m_canvas.get(), at(Side::Target, target)));
    }

    void click(Side side, const QString& key)
    {
        QTest::mouseClick(m_canvas->pane(side), Qt::LeftButton, {}, centre(side, key));
    }

    static QWidget* focusIn(QWidget* within)
    {
        for (auto* button : within->findChildren<QPushButton*>()) {
            if (button == within->window()->focusWidget()) return button;
        }
        return within;
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_canvas->focusWidget() ? m_canvas->focusWidget() : m_canvas.get(), key, modifiers);
    }

    void walkTo(Side side, const QString& wanted)
    {
        key(Qt::Key_Home);
        for (int step = 0; step < 100 && m_canvas->pane(side)->scene().current(side).key != wanted; ++step)
            key(Qt::Key_Down);
        QCOMPARE(m_canvas->pane(side)->scene().current(side).key, wanted);
    }

    QAccessibleInterface* row(Side side, const QString& key) const
    {
        TreePane* pane = m_canvas->pane(side);
        auto* tree = static_cast<TreeAccessible*>(QAccessible::queryAccessibleInterface(pane));
        const int at = pane->scene().column(side).rowOf(key);
        return at == TreeColumn::kNoRow ? nullptr : tree->item(at);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MappingCanvas> m_canvas;
    std::unique_ptr<closedwon::Desk> m_desk;
};

QTEST_MAIN(TestCanvas)
#include "testcanvas.moc"
