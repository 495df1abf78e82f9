#include "gui/mapping/canvas/treecolumn.h"
#include "gui/mapping/canvas/wirelayout.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::gui;

/// Geometry of the canvas, without a window: rows in sight, curves, chips and stubs.
class TestWireLayout final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void init() { m_content = {}; }

    void aClosedGroupStandsInForItsMembers()
    {
        fill(m_content.source, 3, 4);
        TreeColumn column = made(m_content.source, 500);
        QCOMPARE(column.rowCount(), 15);
        column.setOpen(u"G1"_s, false);
        QCOMPARE(column.rowCount(), 11);
        const int member = m_content.source.indexOf(u"G1.F2"_s);
        QCOMPARE(column.rowOf(member), TreeColumn::kNoRow);
        QCOMPARE(column.standIn(member), column.rowOf(u"G1"_s));
        QVERIFY(column.unfold(u"G1.F2"_s));
        QVERIFY(column.rowOf(member) != TreeColumn::kNoRow);
    }

    void aSearchShowsWhatItFindsWithItsGroupsEvenClosedOnes()
    {
        fill(m_content.source, 3, 4);
        TreeColumn column = made(m_content.source, 500);
        column.setOpen(u"G2"_s, false);
        column.setSearch(u"f3 of g2"_s);
        QCOMPARE(column.rowCount(), 2);
        QCOMPARE(column.keyAt(0), u"G2"_s);
        QCOMPARE(column.keyAt(1), u"G2.F3"_s);
        QVERIFY(!column.unfold(u"G0.F0"_s));
        column.setSearch(u"group 1"_s); // a found group brings its members
        QCOMPARE(column.rowCount(), 5);
        column.setSearch({});
        QVERIFY(!column.isOpen(u"G2"_s));
    }

    void scrollingStaysWithinTheRows()
    {
        fill(m_content.source, 10, 9);
        TreeColumn column = made(m_content.source, 280);
        column.setScroll(-5);
        QCOMPARE(column.scroll(), 0);
        column.setScroll(1'000'000);
        QCOMPARE(column.scroll(), 100 * 28 - 280);
        QCOMPARE(column.lastInView(), 99);
        column.show(0);
        QCOMPARE(column.scroll(), 0);
        column.show(10);
        QCOMPARE(column.scroll(), 28);
        QCOMPARE(column.rowAt(0), 1);
        QCOMPARE(column.rowAt(279), 10);
        QCOMPARE(column.rowAt(280), TreeColumn::kNoRow);
    }

    void zoomKeepsThePlace()
    {
        fill(m_content.source, 10, 9);
        TreeColumn column = made(m_content.source, 280);
        column.setScroll(28 * 20);
        column.setHeights(56, 280);
        QCOMPARE(column.firstInView(), 20);
    }

    void lettersFindTheNextFieldByAnyOfItsWords()
    {
        fill(m_content.source, 2, 3);
        const TreeColumn column = made(m_content.source, 500);
        QCOMPARE(column.keyAt(column.findAhead(u"f2"_s, 0)), u"G0.F2"_s);
        QCOMPARE(column.keyAt(column.findAhead(u"f2"_s, 4)), u"G1.F2"_s);
        QCOMPARE(column.keyAt(column.findAhead(u"g1"_s, 0)), u"G1.F0"_s); // "F0 of G1"
        QCOMPARE(column.findAhead(u"nothing"_s, 0), TreeColumn::kNoRow);
    }

    void wiresRunFromRowToRow()
    {
        fill(m_content.source, 2, 3);
        fill(m_content.target, 2, 3);
        wire(u"G0.F0"_s, u"G1.F1"_s);
        const WireLayout layout = laidOut();
        QCOMPARE(layout.wires.size(), size_t(1));
        QCOMPARE(layout.wires[0].from, QPointF(0, 28 + 14));
        QCOMPARE(layout.wires[0].to, QPointF(240, 28 * 6 + 14));
        QVERIFY(layout.stubs.empty());
        const QPointF middle = layout.wires[0].path().pointAtPercent(0.4);
        QVERIFY(layout.wires[0].distance(middle) < 1.0);
        QCOMPARE(layout.hit(middle), (WireHit{WireHit::Kind::Wire, 0}));
        QCOMPARE(layout.hit({2, 300}), WireHit());
    }

    void oneEndOutOfSightMakesAStubAndBothMakeNothing()
    {
        fill(m_content.source, 20, 9);
        fill(m_content.target, 20, 9);
        wire(u"G0.F0"_s, u"G15.F0"_s);
        wire(u"G0.F0"_s, u"G15.F1"_s);
        wire(u"G16.F0"_s, u"G0.F1"_s);
        wire(u"G10.F0"_s, u"G11.F1"_s);
        const WireLayout layout = laidOut();
        QVERIFY(layout.wires.empty());
        QCOMPARE(layout.stubs.size(), size_t(2));
        QCOMPARE(layout.stubs[1].side, Side::Source);
        QCOMPARE(layout.stubs[1].text, u"↓ F0 of G15 +1"_s);
        QCOMPARE(layout.stubs[1].leadsTo, u"G15.F0"_s);
        QCOMPARE(layout.stubs[0].side, Side::Target);
        QCOMPARE(layout.stubs[0].leadsTo, u"G16.F0"_s);
    }

    void closedGroupsBundleAndCount()
    {
        fill(m_content.source, 2, 5);
        fill(m_content.target, 2, 5);
        for (int i = 0; i < 5; ++i)
            wire(u"G0.F%1"_s.arg(i), u"G1.F%1"_s.arg(4 - i));
        TreeColumn target = made(m_content.target, 600);
        target.setOpen(u"G1"_s, false);
        const WireLayout open = laidOut(&target);
        QCOMPARE(open.wires.size(), size_t(5));
        QCOMPARE(open.chips.size(), size_t(1));
        QCOMPARE(open.chips[0].kind, ChipShape::Kind::Bundle);
        QCOMPARE(open.chips[0].count, 5);
        for (const WireShape& shape : open.wires)
            QCOMPARE(shape.to.x(), open.chips[0].box.left());
    }

    void chipsAndStubsNeverOverlap_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("zoom");
        for (const int width : {160, 240, 480}) {
            for (const int zoom : {50, 100, 200})
                QTest::addRow("%d px, %d %%", width, zoom) << width << zoom;
        }
    }

    void chipsAndStubsNeverOverlap()
    {
        QFETCH(int, width);
        QFETCH(int, zoom);
        fill(m_content.source, 30, 9);
        fill(m_content.target, 30, 9);
        for (int i = 0; i < 30; ++i) { // each field twice: near, and far away
            for (int j = 0; j < 9; ++j) {
                wire(u"G%1.F%2"_s.arg(i).arg(j), u"G%1.F%2"_s.arg(i).arg(8 - j),
                     u"a rather long name of a table"_s);
                wire(u"G%1.F%2"_s.arg(29 - i).arg(j), u"G%1.F%2"_s.arg(i).arg(j));
            }
        }
        const WireLayout layout = laidOut(nullptr, width, zoom);
        QVERIFY(layout.stubs.size() > 4);
        QVERIFY(layout.chips.size() > 4);
        QList<QRectF> boxes;
        for (const ChipShape& chip : layout.chips)
            boxes += chip.box;
        for (const StubShape& stub : layout.stubs)
            boxes += stub.box;
        for (qsizetype i = 0; i < boxes.size(); ++i) {
            QVERIFY(boxes[i].left() >= 0 && boxes[i].right() <= width);
            for (qsizetype j = i + 1; j < boxes.size(); ++j)
                QVERIFY2(!boxes[i].intersects(boxes[j]), qPrintable(u"%1 and %2"_s.arg(i).arg(j)));
        }
    }

    void whatHasTheRowForItselfIsSaidInFull()
    {
        fill(m_content.source, 20, 9);
        fill(m_content.target, 20, 9);
        wire(u"G16.F0"_s, u"G0.F1"_s); // a stub of some 80 pixels and a chip of as many
        m_content.wiring.chipOf.insert(u"G0.F1"_s, 0);
        m_content.wiring.chips.append({u"G0.F1"_s, mapping::Chip::Gist::Function, u"ten letter"_s, {}});
        const double letter = 13 * 0.6;
        const WireLayout alone = laidOut();
        QCOMPARE(alone.stubs.size(), size_t(1));
        QVERIFY(alone.chips[0].box.width() >= alone.chips[0].text.size() * letter);
        QVERIFY(alone.stubs[0].box.width() >= alone.stubs[0].text.size() * letter);
        wire(u"G0.F1"_s, u"G15.F0"_s); // a stub of the sources in the same row takes its part
        const WireLayout shared = laidOut();
        QCOMPARE(shared.stubs.size(), size_t(2));
        QVERIFY(shared.stubs[0].box.width() < alone.stubs[0].box.width());
    }

    void litWiresSaySo()
    {
        fill(m_content.source, 2, 3);
        fill(m_content.target, 2, 3);
        wire(u"G0.F0"_s, u"G1.F1"_s);
        wire(u"G0.F1"_s, u"G1.F2"_s, u"UPPER"_s);
        m_lit = {0, 1};
        const WireLayout layout = laidOut();
        QCOMPARE(layout.wires.size(), size_t(2));
        QVERIFY(!layout.wires[0].lit);
        QVERIFY(layout.wires[1].lit);
        QVERIFY(layout.chips[0].lit);
        m_lit.clear();
    }

  private:
    static void fill(mapping::FieldTree& tree, int groups, int members)
    {
        for (int i = 0; i < groups; ++i) {
            mapping::TreeNode group;
            group.key = group.name = u"G%1"_s.arg(i);
            group.label = u"Group %1"_s.arg(i);
            group.type = model::FieldType::Record;
            group.members = members;
            const int parent = int(tree.nodes().size());
            tree.append(group);
            for (int j = 0; j < members; ++j) {
                mapping::TreeNode node;
                node.name = u"F%1"_s.arg(j);
                node.key = group.key + u'.' + node.name;
                node.label = u"F%1 of G%2"_s.arg(j).arg(i);
                node.depth = 1;
                node.parent = parent;
                tree.append(node);
            }
        }
    }

    void wire(const QString& source, const QString& target, const QString& chip = {})
    {
        m_content.wiring.wires.append({source, target, mapping::Wire::Kind::Copy});
        if (chip.isEmpty()) return;
        m_content.wiring.chipOf.insert(target, int(m_content.wiring.chips.size()));
        m_content.wiring.chips.append({target, mapping::Chip::Gist::Function, chip, {}});
    }

    static TreeColumn made(const mapping::FieldTree& tree, int height, int row = 28)
    {
        TreeColumn column;
        column.setTree(&tree, false);
        column.setHeights(row, height);
        return column;
    }

    WireLayout laidOut(const TreeColumn* targets = nullptr, int width = 240, int zoom = 100)
    {
        const CanvasMetrics metrics = CanvasMetrics::at(zoom);
        const TreeColumn source = made(m_content.source, 600, metrics.row);
        const TreeColumn target = targets ? *targets : made(m_content.target, 600, metrics.row);
        std::vector<WireNodes> nodes;
        for (const mapping::Wire& wire : m_content.wiring.wires)
            nodes.push_back({m_content.source.indexOf(wire.source), m_content.target.indexOf(wire.target)});
        const auto measure = [&metrics](const QString& text) {
            return double(text.size()) * metrics.chip * 0.6;
        };
        return WireLayout::of(
            {&m_content, &source, &target, &nodes, &m_lit, metrics, double(width), measure});
    }

    CanvasContent m_content;
    std::vector<char> m_lit;
};

QTEST_GUILESS_MAIN(TestWireLayout)
#include "testwirelayout.moc"
