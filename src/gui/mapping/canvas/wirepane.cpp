#include "gui/mapping/canvas/wirepane.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace tieout::gui {
namespace {
constexpr qsizetype kMostWidths = 5000;
}

WirePane::WirePane(const CanvasScene& scene, QWidget* parent)
    : QWidget(parent)
    , m_scene(scene)
    , m_painter(scene)
{
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setObjectName(QStringLiteral("wires"));
    setAccessibleName(tr("Wires"));
}

QFont WirePane::chipFont() const
{
    return CanvasMetrics::sized(font(), m_scene.metrics().chip);
}

void WirePane::follow()
{
    m_layout.reset();
    m_hovered = {};
    update();
}

const WireLayout& WirePane::layoutNow() const
{
    if (m_layout) return *m_layout;
    const QFont font = chipFont();
    if (font != m_measured || m_widths.size() > kMostWidths) m_widths.clear();
    m_measured = font;
    const QFontMetricsF metrics(font);
    m_layout = m_scene.layout(width(), [this, &metrics](const QString& text) {
        const auto known = m_widths.constFind(text);
        return known != m_widths.constEnd() ? *known
                                            : *m_widths.insert(text, metrics.horizontalAdvance(text));
    });
    return *m_layout;
}

void WirePane::setPulled(std::optional<QLineF> line, bool onField)
{
    if (line == m_pulled && onField == m_pulledOnField) return;
    m_pulled = line;
    m_pulledOnField = onField;
    update();
}

QString WirePane::targetOf(const WireHit& hit) const
{
    const WireLayout& layout = layoutNow();
    if (hit.kind == WireHit::Kind::Chip)
        return m_scene.column(Side::Target).keyAt(layout.chips[size_t(hit.index)].targetRow);
    if (hit.kind == WireHit::Kind::Wire) {
        const int wire = layout.wires[size_t(hit.index)].wire;
        return wire < 0 ? QString() : m_scene.content().wiring.wires[wire].target;
    }
    return {};
}

QString WirePane::chipTargetAt(QPoint point) const
{
    const WireHit hit = layoutNow().hit(point);
    return hit.kind == WireHit::Kind::Chip ? targetOf(hit) : QString();
}

QString WirePane::wordsOf(const WireHit& hit) const
{
    const CanvasContent& content = m_scene.content();
    if (hit.kind == WireHit::Kind::Stub) {
        const StubShape& stub = layoutNow().stubs[size_t(hit.index)];
        const QString words = stub.side == Side::Source ? content.target.words(stub.leadsTo)
                                                        : content.source.words(stub.leadsTo);
        return tr("Show “%1”").arg(words);
    }
    const WireLayout& layout = layoutNow();
    const bool rows =
        hit.kind == WireHit::Kind::Chip && layout.chips[size_t(hit.index)].kind == ChipShape::Kind::Rows;
    if (rows) return rowsTooltip(content);
    const mapping::TreeNode* node = content.target.find(targetOf(hit));
    return node ? tooltip(content, Side::Target, *node) : QString();
}

void WirePane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensOf(palette()).panel);
    if (m_scene.content().wiring.wires.isEmpty() && m_scene.content().wiring.chips.isEmpty() && !m_pulled)
        paintInvitation(painter);
    WiresInView view;
    view.size = size();
    view.hovered = m_hovered;
    view.pulled = m_pulled;
    view.pulledOnField = m_pulledOnField;
    m_painter.paint(painter, layoutNow(), view, palette(), chipFont());
}

void WirePane::paintInvitation(QPainter& painter) const
{
    if (m_scene.content().readOnly || m_scene.content().target.nodes().empty()) return;
    painter.setPen(tokensOf(palette()).muted);
    painter.setFont(CanvasMetrics::sized(font(), m_scene.metrics().value));
    const int margin = m_scene.metrics().margin * 2;
    painter.drawText(rect().adjusted(margin, margin, -margin, -margin), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Drag a field from the left onto the field on the right that it should fill.\n\n"
                        "Or click one and then the other, or let Auto-map propose."));
}

void WirePane::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    const WireHit hit = layoutNow().hit(event->position());
    grab(hit, event->position().toPoint());
    switch (hit.kind) {
    case WireHit::Kind::Nothing:
        Q_EMIT emptyClicked();
        break;
    case WireHit::Kind::Wire:
        if (const int wire = layoutNow().wires[size_t(hit.index)].wire; wire >= 0)
            Q_EMIT wireClicked(m_scene.content().wiring.wires[wire].source, targetOf(hit));
        break;
    case WireHit::Kind::Chip:
        if (const QString target = targetOf(hit); !target.isEmpty()) Q_EMIT chipClicked(target);
        break;
    case WireHit::Kind::Stub: {
        const StubShape& stub = layoutNow().stubs[size_t(hit.index)];
        Q_EMIT stubClicked(stub.side == Side::Source ? Side::Target : Side::Source, QString(stub.leadsTo));
        break;
    }
    }
}

void WirePane::mouseDoubleClickEvent(QMouseEvent* event)
{
    const WireHit hit = layoutNow().hit(event->position());
    const QString target = targetOf(hit);
    if (!target.isEmpty())
        Q_EMIT formulaWanted(target);
    else if (hit.kind == WireHit::Kind::Chip)
        Q_EMIT groupingWanted();
}

/// A wire is taken at the end that is nearer; its chip stands for the target.
void WirePane::grab(const WireHit& hit, QPoint point)
{
    m_grabbed.reset();
    const bool isRule =
        hit.kind != WireHit::Kind::Chip || layoutNow().chips[size_t(hit.index)].kind == ChipShape::Kind::Rule;
    const QString target = targetOf(hit);
    if (target.isEmpty() || !isRule) return;
    WireEnds wire{{}, target};
    Side end = Side::Target;
    if (hit.kind == WireHit::Kind::Wire) {
        const WireShape& shape = layoutNow().wires[size_t(hit.index)];
        if (shape.count > 1) return; // several wires of a closed group: which of them is not said
        wire.source = m_scene.content().wiring.wires[shape.wire].source;
        if (point.x() < (shape.from.x() + shape.to.x()) / 2) end = Side::Source;
    }
    m_grabbed = Grabbed{wire, end, point};
}

void WirePane::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    m_grabbed.reset();
    if (std::exchange(m_dragging, false)) Q_EMIT dragDropped(event->globalPosition().toPoint());
}

void WirePane::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    if (!m_dragging && !(event->buttons() & Qt::LeftButton)) return hover(point);
    if (!m_dragging && m_grabbed &&
        (point - m_grabbed->at).manhattanLength() >= QApplication::startDragDistance()) {
        m_dragging = true;
        const Grabbed grabbed = *m_grabbed;
        Q_EMIT dragStarted(grabbed.wire, grabbed.end);
    }
    if (m_dragging) Q_EMIT dragMoved(event->globalPosition().toPoint());
}

void WirePane::hover(QPoint point)
{
    const WireHit hit = layoutNow().hit(point);
    setCursor(hit.kind == WireHit::Kind::Nothing ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (hit == m_hovered) return;
    m_hovered = hit;
    update();
}

void WirePane::leaveEvent(QEvent*)
{
    m_hovered = {};
    update();
}

void WirePane::contextMenuEvent(QContextMenuEvent* event)
{
    const WireHit hit = layoutNow().hit(event->pos());
    const QString target = targetOf(hit);
    if (!target.isEmpty()) Q_EMIT menuWanted({Side::Target, target, false}, event->globalPos());
}

void WirePane::resizeEvent(QResizeEvent*)
{
    follow();
}

void WirePane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) follow();
    QWidget::changeEvent(event);
}

bool WirePane::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const QString words = wordsOf(layoutNow().hit(help->pos()));
        if (words.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), asToolTip(words), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace tieout::gui
