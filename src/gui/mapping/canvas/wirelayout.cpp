#include "gui/mapping/canvas/wirelayout.h"

#include "gui/mapping/canvas/canvaswords.h"
#include "gui/mapping/canvas/treecolumn.h"
#include "gui/widgets/parts.h"

#include <QMap>

#include <cmath>

namespace tieout::gui {
namespace {

// Shares of the pane's width. What is nearest to the targets comes first; the stubs of sources take what is
// left.
constexpr double kLargestChip = 0.66;
constexpr double kLargestChipBesideSourceStub = 0.56;
constexpr double kSureOfChip = 0.47; ///< however long the stub beside it is
constexpr double kSureOfChipBesideSourceStub = 0.40;
constexpr double kTargetsFrom = 0.08;
constexpr double kTargetsFromBesideSourceStub = 0.26;
constexpr double kSourceStubsTo = 0.72;
constexpr double kReach = 6; ///< how near a click must be to a line
constexpr int kSteps = 24;

QPointF onCurve(QPointF from, QPointF to, double t)
{
    const double middle = (from.x() + to.x()) / 2;
    const double u = 1 - t;
    const double a = u * u * u;
    const double b = 3 * u * u * t;
    const double c = 3 * u * t * t;
    const double d = t * t * t;
    return {a * from.x() + (b + c) * middle + d * to.x(), (a + b) * from.y() + (c + d) * to.y()};
}

double distanceToLine(QPointF p, QPointF a, QPointF b)
{
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(p - a, along) / length, 0.0, 1.0) : 0.0;
    const QPointF away = p - (a + t * along);
    return std::hypot(away.x(), away.y());
}

/// Collects one layout.
class Drafting final
{
  public:
    explicit Drafting(const WireInput& input)
        : m_in(input)
    {
    }

    WireLayout make()
    {
        for (size_t i = 0; i < m_in.nodes->size(); ++i)
            placeWire(int(i));
        placeRowsWire();
        placeChips();
        placeBundles();
        for (auto [rows, shape] : m_shapes.asKeyValueRange())
            finishWire(shape);
        for (auto [row, ends] : m_targetStubs.asKeyValueRange())
            placeTargetStub(row, ends);
        for (auto [row, ends] : m_sourceStubs.asKeyValueRange())
            placeSourceStub(row, ends);
        return std::move(m_out);
    }

  private:
    struct Ends {
        QList<int> wires;
    };

    bool isLit(int wire) const { return size_t(wire) < m_in.lit->size() && (*m_in.lit)[size_t(wire)]; }

    void placeChips()
    {
        for (int row = m_in.target->firstInView(); row <= m_in.target->lastInView(); ++row) {
            if (m_in.target->whereIs(row) != 0) continue;
            const QString key = m_in.target->keyAt(row);
            if (key.isEmpty()) {
                if (!m_in.content->groupKeys.isEmpty())
                    addChip(ChipShape::Kind::Rows, row, -1, rowsChipText(*m_in.content));
                continue;
            }
            const int chip = m_in.content->wiring.chipOf.value(key, -1);
            if (chip < 0) continue;
            const QString text = chipText(*m_in.content, m_in.content->wiring.chips[chip]);
            const QString sign = problemAt(*m_in.content, key).isEmpty() ? QString() : shapeOf(Tone::Bad);
            if (!text.isEmpty()) addChip(ChipShape::Kind::Rule, row, chip, sign + text);
        }
    }

    ChipShape& addChip(ChipShape::Kind kind, int row, int chip, const QString& text)
    {
        m_chipOf.insert(row, int(m_out.chips.size()));
        m_out.chips.push_back({kind, chip, 0, row, {}, text, false});
        resize(m_out.chips.back());
        return m_out.chips.back();
    }

    void resize(ChipShape& chip) const
    {
        const CanvasMetrics& m = m_in.metrics;
        const double wanted = m_in.textWidth(chip.text) + m.chipHeight * 0.75;
        const double width = std::min(wanted, roomForChip(chip.targetRow));
        const double top = m_in.target->centre(chip.targetRow) - m.chipHeight / 2.0;
        chip.box = QRectF(m_in.width - m.gap - width, top, width, m.chipHeight);
    }

    /// A stub of the sources lies at the height of this row.
    bool isBesideSourceStub(int targetRow) const
    {
        const double centre = m_in.target->centre(targetRow);
        return std::any_of(m_sourceStubs.keyBegin(), m_sourceStubs.keyEnd(), [&](int row) {
            return std::abs(m_in.source->centre(row) - centre) < m_in.metrics.chipHeight;
        });
    }

    double targetsFrom(int row) const
    {
        return m_in.width * (isBesideSourceStub(row) ? kTargetsFromBesideSourceStub : kTargetsFrom);
    }

    double roomForChip(int row) const
    {
        const auto stub = m_targetStubs.constFind(row);
        if (stub == m_targetStubs.constEnd())
            return m_in.width * (isBesideSourceStub(row) ? kLargestChipBesideSourceStub : kLargestChip);
        const double both = m_in.width - 1.5 * m_in.metrics.gap - targetsFrom(row);
        const double sure = isBesideSourceStub(row) ? kSureOfChipBesideSourceStub : kSureOfChip;
        return std::max(m_in.width * sure, both - wantedWidth(stubOf(Side::Target, row, *stub)));
    }

    void placeWire(int wire)
    {
        const WireNodes& nodes = (*m_in.nodes)[size_t(wire)];
        if (nodes.source < 0 || nodes.target < 0) return;
        const int from = m_in.source->standIn(nodes.source);
        const int to = m_in.target->standIn(nodes.target);
        const bool fromSeen = from != TreeColumn::kNoRow && m_in.source->whereIs(from) == 0;
        const bool toSeen = to != TreeColumn::kNoRow && m_in.target->whereIs(to) == 0;
        if (fromSeen && toSeen)
            addShape(wire, from, to);
        else if (fromSeen)
            m_sourceStubs[from].wires += wire;
        else if (toSeen)
            m_targetStubs[to].wires += wire;
    }

    void addShape(int wire, int from, int to)
    {
        const auto key = std::pair(from, to);
        if (const auto known = m_shapes.find(key); known != m_shapes.end()) {
            ++known->count;
            known->lit = known->lit || isLit(wire);
            return;
        }
        WireShape shape;
        shape.wire = wire;
        shape.sourceRow = from;
        shape.targetRow = to;
        shape.lit = isLit(wire);
        const mapping::TreeNode* source = m_in.source->nodeAt(from);
        const mapping::TreeNode* target = m_in.target->nodeAt(to);
        shape.ghost = (source && source->ghost) || (target && target->ghost);
        m_shapes.insert(key, shape);
    }

    /// Rows → document: from title to title.
    void placeRowsWire()
    {
        if (m_in.content->groupKeys.isEmpty()) return;
        const int from = m_in.source->rowOf(TreeColumn::kTitle);
        const int to = m_in.target->rowOf(TreeColumn::kTitle);
        if (from == TreeColumn::kNoRow || to == TreeColumn::kNoRow) return;
        if (m_in.source->whereIs(from) != 0 || m_in.target->whereIs(to) != 0) return;
        WireShape shape;
        shape.wire = -1;
        shape.sourceRow = from;
        shape.targetRow = to;
        m_shapes.insert({from, to}, shape);
    }

    /// A closed group says how many wires end inside it.
    void placeBundles()
    {
        QMap<int, int> counts;
        for (const WireShape& shape : std::as_const(m_shapes))
            counts[shape.targetRow] += shape.count;
        for (const auto [row, count] : counts.asKeyValueRange()) {
            const TreeColumn::Row& target = m_in.target->rows()[size_t(row)];
            if (count < 2 || !target.group || target.open) continue;
            if (const int chip = m_chipOf.value(row, -1); chip >= 0) {
                QString& text = m_out.chips[size_t(chip)].text;
                text = QStringLiteral("%1 (%2)").arg(text).arg(count);
                resize(m_out.chips[size_t(chip)]);
                continue;
            }
            addChip(ChipShape::Kind::Bundle, row, -1, bundleText(count)).count = count;
        }
    }

    void finishWire(WireShape shape)
    {
        shape.from = {0, m_in.source->centre(shape.sourceRow)};
        shape.to = {leftOfChip(shape.targetRow), m_in.target->centre(shape.targetRow)};
        if (shape.lit) light(shape.targetRow);
        m_out.wires.push_back(shape);
    }

    double leftOfChip(int targetRow) const
    {
        const int chip = m_chipOf.value(targetRow, -1);
        return chip < 0 ? m_in.width : m_out.chips[size_t(chip)].box.left();
    }

    void light(int targetRow)
    {
        const int chip = m_chipOf.value(targetRow, -1);
        if (chip >= 0) m_out.chips[size_t(chip)].lit = true;
    }

    StubShape stubOf(Side side, int row, const Ends& ends) const
    {
        const bool atSource = side == Side::Source;
        const TreeColumn& there = atSource ? *m_in.target : *m_in.source;
        StubShape stub;
        stub.side = side;
        stub.row = row;
        const WireNodes& first = (*m_in.nodes)[size_t(ends.wires.first())];
        const int node = atSource ? first.target : first.source;
        const int farRow = there.standIn(node);
        stub.where = farRow == TreeColumn::kNoRow ? 0 : there.whereIs(farRow);
        const mapping::TreeNode& far = there.tree()->nodes()[size_t(node)];
        stub.leadsTo = far.key;
        stub.text = stubText(far.label, stub.where, int(ends.wires.size()));
        stub.lit =
            std::any_of(ends.wires.begin(), ends.wires.end(), [this](int wire) { return isLit(wire); });
        return stub;
    }

    double wantedWidth(const StubShape& stub) const
    {
        return m_in.textWidth(stub.text) + m_in.metrics.chipHeight * 0.6;
    }

    void placeTargetStub(int row, const Ends& ends)
    {
        StubShape stub = stubOf(Side::Target, row, ends);
        const CanvasMetrics& m = m_in.metrics;
        const double right = leftOfChip(row) - (m_chipOf.contains(row) ? m.gap / 2.0 : m.gap);
        const double width = std::min(wantedWidth(stub), right - targetsFrom(row));
        stub.box = QRectF(right - width, m_in.target->centre(row) - m.chipHeight / 2.0, width, m.chipHeight);
        if (stub.lit) light(row);
        m_out.stubs.push_back(stub);
    }

    void placeSourceStub(int row, const Ends& ends)
    {
        StubShape stub = stubOf(Side::Source, row, ends);
        const CanvasMetrics& m = m_in.metrics;
        const double top = m_in.source->centre(row) - m.chipHeight / 2.0;
        double right = m_in.width * kSourceStubsTo;
        const auto keepOff = [&](const QRectF& box) {
            if (box.top() < top + m.chipHeight && top < box.bottom())
                right = std::min(right, box.left() - m.gap / 3.0);
        };
        for (const ChipShape& chip : m_out.chips)
            keepOff(chip.box);
        for (const StubShape& other : m_out.stubs) {
            if (other.side == Side::Target) keepOff(other.box);
        }
        stub.box = QRectF(m.gap, top, std::min(wantedWidth(stub), right - m.gap), m.chipHeight);
        m_out.stubs.push_back(stub);
    }

    const WireInput& m_in;
    WireLayout m_out;
    QHash<int, int> m_chipOf; ///< target row → in m_out.chips
    QMap<std::pair<int, int>, WireShape> m_shapes;
    QMap<int, Ends> m_sourceStubs;
    QMap<int, Ends> m_targetStubs;
};

} // namespace

QPainterPath WireShape::path() const
{
    QPainterPath path(from);
    const double middle = (from.x() + to.x()) / 2;
    path.cubicTo(QPointF(middle, from.y()), QPointF(middle, to.y()), to);
    return path;
}

double WireShape::distance(QPointF point) const
{
    double least = std::hypot(point.x() - from.x(), point.y() - from.y());
    QPointF before = from;
    for (int i = 1; i <= kSteps; ++i) {
        const QPointF next = onCurve(from, to, double(i) / kSteps);
        least = std::min(least, distanceToLine(point, before, next));
        before = next;
    }
    return least;
}

WireLayout WireLayout::of(const WireInput& input)
{
    return Drafting(input).make();
}

WireHit WireLayout::hit(QPointF point) const
{
    for (size_t i = 0; i < chips.size(); ++i) {
        if (chips[i].box.contains(point)) return {WireHit::Kind::Chip, int(i)};
    }
    for (size_t i = 0; i < stubs.size(); ++i) {
        if (stubs[i].box.contains(point)) return {WireHit::Kind::Stub, int(i)};
    }
    WireHit nearest;
    double least = kReach;
    for (size_t i = 0; i < wires.size(); ++i) {
        const double distance = wires[i].distance(point);
        if (distance > least) continue;
        least = distance;
        nearest = {WireHit::Kind::Wire, int(i)};
    }
    return nearest;
}

const ChipShape* WireLayout::chipAt(int targetRow) const
{
    for (const ChipShape& chip : chips) {
        if (chip.targetRow == targetRow) return &chip;
    }
    return nullptr;
}

} // namespace tieout::gui
