#include "gui/mapping/canvas/wirepainter.h"

#include <QPainter>

#include <cmath>

namespace tieout::gui {
namespace {

QColor mixed(const QColor& over, const QColor& under, double share)
{
    return QColor::fromRgbF(float(over.redF() * share + under.redF() * (1 - share)),
                            float(over.greenF() * share + under.greenF() * (1 - share)),
                            float(over.blueF() * share + under.blueF() * (1 - share)));
}

bool hasErrors(const QList<mapping::RuleFinding>& findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const mapping::RuleFinding& found) {
        return found.finding.severity == formula::Finding::Severity::Error;
    });
}

/// Share of the muted colour in a wire, and while another is selected.
struct Strength {
    double calm, faded;
};
constexpr Strength kUsual{0.55, 0.28};
constexpr Strength kContrast{0.85, 0.5};

} // namespace

void WirePainter::paint(QPainter& painter, const WireLayout& layout, const WiresInView& view,
                        const QPalette& palette, const QFont& chipFont)
{
    m_tokens = &tokensOf(palette);
    m_font = chipFont;
    m_fading = m_scene.isFading();
    m_pointedSide = m_scene.pointed.side;
    m_pointedRow = view.pulled ? TreeColumn::kNoRow : m_scene.rowOf(m_scene.pointed);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(chipFont);
    paintWires(painter, layout, view);
    paintPorts(painter, layout, view.size.width());
    paintPulled(painter, view);
    const auto isHovered = [&view](WireHit::Kind kind, size_t index) {
        return view.hovered.kind == kind && view.hovered.index == int(index);
    };
    for (size_t i = 0; i < layout.stubs.size(); ++i)
        paintStub(painter, layout.stubs[i],
                  isHovered(WireHit::Kind::Stub, i) || isPointedAt(layout.stubs[i].side, layout.stubs[i].row),
                  view.size.width());
    for (size_t i = 0; i < layout.chips.size(); ++i)
        paintChip(painter, layout.chips[i],
                  isHovered(WireHit::Kind::Chip, i) || isPointedAt(Side::Target, layout.chips[i].targetRow));
    paintPulledEnd(painter, view);
}

bool WirePainter::isPointedAt(Side side, int row) const
{
    return m_pointedRow != TreeColumn::kNoRow && side == m_pointedSide && row == m_pointedRow;
}

QColor WirePainter::wireColour(bool lit, bool hovered) const
{
    if (lit) return m_tokens->accent;
    if (hovered) return m_tokens->muted;
    const Strength& strength = m_tokens == &tokens(Look::HighContrast) ? kContrast : kUsual;
    return mixed(m_tokens->muted, m_tokens->panel, m_fading ? strength.faded : strength.calm);
}

void WirePainter::paintWires(QPainter& painter, const WireLayout& layout, const WiresInView& view) const
{
    painter.setBrush(Qt::NoBrush);
    for (const bool lit : {false, true}) { // those that matter lie on top
        for (size_t i = 0; i < layout.wires.size(); ++i) {
            const WireShape& wire = layout.wires[i];
            if (wire.lit != lit) continue;
            const bool hovered = view.hovered == WireHit{WireHit::Kind::Wire, int(i)} ||
                                 isPointedAt(Side::Source, wire.sourceRow) ||
                                 isPointedAt(Side::Target, wire.targetRow);
            double width = lit ? 2.0 : hovered ? 1.75 : 1.25;
            if (wire.count > 1) width += std::min(2.0, std::log2(wire.count) * 0.5);
            QPen pen(wireColour(lit, hovered), width);
            if (wire.ghost) {
                pen.setColor(mixed(m_tokens->bad, m_tokens->panel, lit || !m_fading ? 0.9 : 0.45));
                pen.setStyle(Qt::DashLine);
            }
            painter.setPen(pen);
            painter.drawPath(wire.path());
        }
    }
}

void WirePainter::paintPorts(QPainter& painter, const WireLayout& layout, double width) const
{
    const TreeColumn& targets = m_scene.column(Side::Target);
    const double radius = m_scene.metrics().port;
    for (int row = targets.firstInView(); row <= targets.lastInView(); ++row) {
        const TreeColumn::Row& place = targets.rows()[size_t(row)];
        const bool grouped = place.node == TreeColumn::kTitle && !m_scene.content().groupKeys.isEmpty();
        if (!grouped && !m_scene.isMapped(place.node)) continue;
        const Spot spot = m_scene.spotAt(Side::Target, row);
        const bool lit = (m_scene.activeSide() == Side::Target && m_scene.current(Side::Target) == spot) ||
                         m_scene.isLinked(Side::Target, row);
        const double y = targets.centre(row);
        const ChipShape* chip = layout.chipAt(row);
        if (chip) {
            painter.setPen(QPen(wireColour(lit, false), lit ? 2.0 : 1.25));
            painter.drawLine(QPointF(chip->box.right(), y), QPointF(width, y));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(lit ? m_tokens->accent : m_tokens->muted);
        painter.drawEllipse(QPointF(width - radius, y), radius, radius);
    }
}

Tone WirePainter::toneOf(const ChipShape& chip) const
{
    if (chip.kind == ChipShape::Kind::Rows && hasErrors(m_scene.content().wiring.group)) return Tone::Bad;
    if (chip.kind != ChipShape::Kind::Rule) return Tone::Muted;
    const QString& target = m_scene.content().wiring.chips[chip.chip].target;
    return problemAt(m_scene.content(), target).isEmpty() ? Tone::Plain : Tone::Bad;
}

void WirePainter::paintChip(QPainter& painter, const ChipShape& chip, bool hovered) const
{
    const Tone tone = toneOf(chip);
    const bool faded = m_fading && !chip.lit && !hovered;
    const QString target =
        chip.kind == ChipShape::Kind::Rule ? m_scene.content().wiring.chips[chip.chip].target : QString();
    const bool selected = chip.lit || (!target.isEmpty() && m_scene.activeSide() == Side::Target &&
                                       m_scene.current(Side::Target).key == target);
    const bool takes = m_scene.overChip && m_scene.over && m_scene.over->key == target && !target.isEmpty();
    QColor border = tone == Tone::Bad ? m_tokens->bad : m_tokens->muted;
    QColor text = tone == Tone::Bad ? m_tokens->bad : m_tokens->muted;
    if (selected && tone != Tone::Bad) border = text = m_tokens->accent;
    if (faded && !selected) border = mixed(border, m_tokens->panel, 0.5);
    if (takes) border = text = m_tokens->accent;
    painter.setPen(QPen(border, takes ? 2.0 : selected || hovered ? 1.5 : 1));
    painter.setBrush(takes ? m_tokens->accentSoft : hovered ? m_tokens->row : m_tokens->panel);
    const double round = chip.box.height() / 2;
    painter.drawRoundedRect(chip.box.adjusted(0.5, 0.5, -0.5, -0.5), round, round);
    painter.setPen(text);
    const QRectF inner = chip.box.adjusted(round * 0.6, 0, -round * 0.6, 0);
    painter.drawText(inner, Qt::AlignCenter,
                     QFontMetricsF(m_font).elidedText(chip.text, Qt::ElideRight, inner.width()));
}

void WirePainter::paintStub(QPainter& painter, const StubShape& stub, bool hovered, double width) const
{
    const double y = stub.box.center().y();
    const bool faded = m_fading && !stub.lit && !hovered;
    painter.setPen(QPen(wireColour(stub.lit, hovered), stub.lit ? 2.0 : 1.25));
    if (stub.side == Side::Source)
        painter.drawLine(QPointF(0, y), QPointF(stub.box.left(), y));
    else
        painter.drawLine(QPointF(stub.box.right(), y), QPointF(std::min(width, stub.box.right() + 24), y));
    const QColor text = stub.lit ? m_tokens->accent
                        : faded  ? mixed(m_tokens->muted, m_tokens->panel, 0.7)
                                 : m_tokens->muted;
    painter.setPen(Qt::NoPen);
    painter.setBrush(stub.lit ? m_tokens->accentSoft : hovered ? m_tokens->line : m_tokens->row);
    painter.drawRoundedRect(stub.box.adjusted(0, 1, 0, -1), 4, 4);
    painter.setPen(text);
    const double space = stub.box.height() * 0.25;
    const QRectF inner = stub.box.adjusted(space, 0, -space, 0);
    const QFontMetricsF metrics(m_font);
    const bool narrow =
        inner.width() < stub.box.height() * 1.5 && metrics.horizontalAdvance(stub.text) > inner.width() + 1;
    const QString words =
        narrow ? stub.text.left(1) : metrics.elidedText(stub.text, Qt::ElideRight, inner.width() + 1);
    painter.drawText(narrow ? stub.box : inner, Qt::AlignCenter, words);
}

void WirePainter::paintPulled(QPainter& painter, const WiresInView& view) const
{
    if (!view.pulled) return;
    WireShape wire;
    wire.from = view.pulled->p1();
    wire.to = view.pulled->p2();
    const QColor colour = m_scene.refused ? m_tokens->bad : m_tokens->accent;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 2, view.pulledOnField ? Qt::SolidLine : Qt::DashLine));
    painter.drawPath(wire.path());
}

void WirePainter::paintPulledEnd(QPainter& painter, const WiresInView& view) const
{
    if (!view.pulled) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_scene.refused ? m_tokens->bad : m_tokens->accent);
    const double radius = m_scene.metrics().port + 1;
    painter.drawEllipse(view.pulled->p2(), radius, radius);
}

} // namespace tieout::gui
