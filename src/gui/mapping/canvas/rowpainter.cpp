#include "gui/mapping/canvas/rowpainter.h"

#include "gui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr int kBar = 3;
constexpr double kLargestValue = 0.55; ///< of what the row has for texts
constexpr int kMostTexts = 400;        ///< kept layouts

QStaticText laidOut(const QString& text, const QFont& font, double width, double* taken)
{
    const QFontMetricsF metrics(font);
    QString shown = text;
    *taken = metrics.horizontalAdvance(text);
    if (*taken > width) {
        shown = metrics.elidedText(text, Qt::ElideRight, width);
        *taken = metrics.horizontalAdvance(shown);
    }
    QStaticText made(shown);
    made.setTextFormat(Qt::PlainText);
    made.setPerformanceHint(QStaticText::AggressiveCaching);
    made.prepare({}, font);
    return made;
}

} // namespace

RowPainter::RowPainter(const CanvasScene& scene, Side side)
    : m_scene(scene)
    , m_side(side)
{
}

RowPainter::Fonts RowPainter::fonts(const QFont& base) const
{
    const CanvasMetrics& m = m_scene.metrics();
    Fonts fonts;
    fonts.label = CanvasMetrics::sized(base, m.label);
    fonts.group = CanvasMetrics::sized(base, m.label, QFont::DemiBold);
    fonts.value = figureFont(CanvasMetrics::sized(base, m.value));
    return fonts;
}

void RowPainter::paint(QPainter& painter, const RowsInView& view, const QPalette& palette, const QFont& base,
                       const QLocale& locale)
{
    if (m_base != base || m_zoom != m_scene.metrics().zoom || m_width != view.area.width()) {
        forget();
        m_base = base;
        m_zoom = m_scene.metrics().zoom;
        m_width = view.area.width();
        m_fonts = fonts(base);
    }
    if (m_texts.size() > kMostTexts) forget();
    m_tokens = &tokensOf(palette);
    const TreeColumn& column = m_scene.column(m_side);
    painter.setClipRect(view.area);
    for (int row = column.firstInView(); row <= column.lastInView(); ++row) {
        const QRect box(view.area.left(), view.area.top() + column.top(row), view.area.width(),
                        column.rowHeight());
        paintGround(painter, row, box, view);
        paintBrackets(painter, row, box);
        paintTexts(painter, row, box, locale);
        if (const TreeColumn::Row& place = column.rows()[size_t(row)]; place.node == TreeColumn::kTitle) {
            if (view.band >= 0)
                painter.fillRect(QRect(box.left(), box.top() + 4, 4, box.height() - 8),
                                 bandColour(palette, view.band));
        } else if (place.group) {
            paintArrow(painter, place, box);
        }
    }
    for (int row = column.firstInView(); row <= column.lastInView(); ++row) {
        const QRect box(view.area.left(), view.area.top() + column.top(row), view.area.width(),
                        column.rowHeight());
        paintFrames(painter, row, box, view);
    }
    painter.setClipping(false);
}

int RowPainter::left(const TreeColumn::Row& row, const QRect& area) const
{
    const CanvasMetrics& m = m_scene.metrics();
    return area.left() + m.margin + row.depth * m.indent;
}

void RowPainter::paintGround(QPainter& painter, int row, const QRect& box, const RowsInView& view) const
{
    const Spot spot = m_scene.spotAt(m_side, row);
    const bool current =
        m_scene.current(m_side) == spot && (m_scene.activeSide() == m_side || m_scene.pickedUp == spot);
    const bool over = m_scene.over == spot;
    const bool chosen = m_side == Side::Target && m_scene.marked().contains(spot.key) && !spot.title;
    if (over)
        painter.fillRect(box, m_scene.refused ? m_tokens->badSoft : m_tokens->accentSoft);
    else if (current || chosen || m_scene.isLinked(m_side, row) || m_scene.pickedUp == spot)
        painter.fillRect(box, m_tokens->selection);
    else if (row == view.hovered)
        painter.fillRect(box, m_tokens->row);
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), m_tokens->line);
}

void RowPainter::paintMark(QPainter& painter, const RowLook& look, const QRect& box) const
{
    if (look.mark == RowLook::Mark::None) return;
    const QColor colour = look.mark == RowLook::Mark::Problem ? m_tokens->bad : m_tokens->warn;
    painter.fillRect(QRect(box.left(), box.top(), kBar, box.height() - 1), colour);
}

/// A list that is filled line by line holds its members together.
void RowPainter::paintBrackets(QPainter& painter, int row, const QRect& box) const
{
    const TreeColumn& column = m_scene.column(m_side);
    const mapping::TreeNode* node = column.nodeAt(row);
    if (!node) return;
    const auto& nodes = column.tree()->nodes();
    const int depth = column.rows()[size_t(row)].depth;
    const int below = row + 1 < column.rowCount() ? column.rows()[size_t(row) + 1].depth : 0;
    int up = 1;
    for (int i = node->parent; i >= 0; i = nodes[size_t(i)].parent, ++up) {
        const bool mapped = m_scene.facts(m_side, i, true).mapped;
        if (!nodes[size_t(i)].isList() || !mapped) continue;
        const CanvasMetrics& m = m_scene.metrics();
        const int listDepth = depth - up;
        const double x = box.left() + m.margin + listDepth * m.indent + m.arrow * 0.36;
        const bool last = below <= listDepth;
        const double bottom = last ? box.center().y() : box.bottom() + 1;
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(m_tokens->accent, 1));
        painter.drawLine(QPointF(x, box.top()), QPointF(x, bottom));
        if (last) painter.drawLine(QPointF(x, bottom), QPointF(x + m.indent * 0.28, bottom));
    }
}

void RowPainter::paintArrow(QPainter& painter, const TreeColumn::Row& row, const QRect& box) const
{
    const CanvasMetrics& m = m_scene.metrics();
    const double size = m.arrow * 0.28;
    const QPointF middle(left(row, box) + m.arrow * 0.36, box.center().y() + 0.5);
    QPolygonF sign;
    if (row.open)
        sign << middle + QPointF(-size, -size * 0.6) << middle + QPointF(size, -size * 0.6)
             << middle + QPointF(0, size * 0.8);
    else
        sign << middle + QPointF(-size * 0.6, -size) << middle + QPointF(-size * 0.6, size)
             << middle + QPointF(size * 0.8, 0);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_tokens->text);
    painter.drawPolygon(sign);
}

const RowPainter::Texts& RowPainter::texts(int row, const QRect& box, const QLocale& locale)
{
    const TreeColumn::Row& place = m_scene.column(m_side).rows()[size_t(row)];
    if (const auto known = m_texts.constFind(place.node); known != m_texts.constEnd()) return *known;
    const CanvasMetrics& m = m_scene.metrics();
    Texts made;
    made.look = m_scene.look(m_side, row, locale);
    const bool isTitle = place.node == TreeColumn::kTitle;
    const double start = left(place, box) - box.left() + (place.group && !isTitle ? m.arrow : 0);
    // Where a wire is pulled out of a source there stands a handle.
    const double margin = m.margin + (m_side == Side::Source ? m.port + 1 : 0);
    const double room = box.width() - start - margin;
    const QFont& label = place.group ? m_fonts.group : m_fonts.label;
    const double star = (made.look.required ? m.margin : 0) + (made.look.note ? m.label + 4 : 0);
    const double wanted = QFontMetricsF(label).horizontalAdvance(made.look.label) + star;
    double valueWidth = 0;
    const double forValue = std::max(room * kLargestValue, room - wanted - m.margin);
    if (!made.look.value.isEmpty())
        made.value = laidOut(made.look.value, m_fonts.value, forValue, &valueWidth);
    made.label = laidOut(made.look.label, label, room - star - (valueWidth > 0 ? valueWidth + m.margin : 0),
                         &made.labelWidth);
    made.valueLeft = box.width() - margin - valueWidth;
    return *m_texts.insert(place.node, made);
}

void RowPainter::paintTexts(QPainter& painter, int row, const QRect& box, const QLocale& locale)
{
    const Texts& texts = this->texts(row, box, locale);
    const TreeColumn::Row& place = m_scene.column(m_side).rows()[size_t(row)];
    const CanvasMetrics& m = m_scene.metrics();
    paintMark(painter, texts.look, box);
    const bool isTitle = place.node == TreeColumn::kTitle;
    const double start = left(place, box) + (place.group && !isTitle ? m.arrow : 0);
    const auto baseline = [&box](const QStaticText& text) {
        return box.top() + (box.height() - 1 - text.size().height()) / 2;
    };
    painter.setFont(place.group ? m_fonts.group : m_fonts.label);
    painter.setPen(texts.look.ghost ? m_tokens->muted : m_tokens->text);
    painter.drawStaticText(QPointF(start, baseline(texts.label)), texts.label);
    paintBesideLabel(painter, texts, {start, baseline(texts.label)});
    if (texts.look.value.isEmpty()) return;
    painter.setFont(m_fonts.value);
    painter.setPen(foregroundOf(*m_tokens, texts.look.valueTone));
    painter.drawStaticText(QPointF(box.left() + texts.valueLeft, baseline(texts.value)), texts.value);
}

void RowPainter::paintBesideLabel(QPainter& painter, const Texts& texts, QPointF start) const
{
    if (texts.look.ghost) {
        const double y = std::round(start.y() + texts.label.size().height() * 0.54) + 0.5;
        painter.drawLine(QPointF(start.x(), y), QPointF(start.x() + texts.labelWidth, y));
    }
    double right = start.x() + texts.labelWidth + 4;
    if (texts.look.required) {
        painter.setPen(texts.look.mark == RowLook::Mark::Amber ? m_tokens->warn : m_tokens->muted);
        painter.drawText(QPointF(right, start.y() + painter.fontMetrics().ascent()), u"*"_s);
        right += m_scene.metrics().margin;
    }
    if (texts.look.note) paintNote(painter, {right, start.y() + texts.label.size().height() / 2});
}

/// A small sheet with its corner folded.
void RowPainter::paintNote(QPainter& painter, QPointF left) const
{
    const double height = std::round(m_scene.metrics().label * 0.72);
    const double width = std::round(height * 0.8), fold = std::round(height * 0.32);
    const QPointF at(std::round(left.x()) + 2.5, std::round(left.y() - height / 2) + 0.5);
    const QPolygonF sheet{at, at + QPointF(width - fold, 0), at + QPointF(width, fold),
                          at + QPointF(width, height), at + QPointF(0, height)};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_tokens->muted, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(sheet);
    for (const double y : {0.55, 0.78}) {
        const double line = std::round(height * y);
        painter.drawLine(at + QPointF(2, line), at + QPointF(width - 2, line));
    }
}

void RowPainter::paintFrames(QPainter& painter, int row, const QRect& box, const RowsInView& view) const
{
    const Spot spot = m_scene.spotAt(m_side, row);
    const mapping::TreeNode* node = m_scene.column(m_side).nodeAt(row);
    const QRectF inner = QRectF(box).adjusted(1.5, 1, -1.5, -2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (node && node->ghost) {
        painter.setPen(QPen(m_tokens->muted, 1, Qt::DashLine));
        painter.drawRoundedRect(inner.adjusted(4, 1, -4, -1), 4, 4);
    }
    if (m_scene.over == spot) {
        painter.setPen(QPen(m_scene.refused ? m_tokens->bad : m_tokens->accent, 2,
                            m_scene.refused ? Qt::DashLine : Qt::SolidLine));
        painter.drawRoundedRect(inner, 3, 3);
    } else if (view.focused && m_scene.current(m_side) == spot) {
        painter.setPen(QPen(m_tokens->accent, 1.5));
        painter.drawRoundedRect(inner, 3, 3);
    }
    if (m_side == Side::Source && (row == view.hovered || m_scene.pickedUp == spot) && node && !node->ghost)
        paintHandle(painter, box);
}

/// Where a wire can be pulled out.
void RowPainter::paintHandle(QPainter& painter, const QRect& box) const
{
    const double radius = m_scene.metrics().port + 1;
    painter.setPen(QPen(m_tokens->accent, 1.5));
    painter.setBrush(m_tokens->panel);
    painter.drawEllipse(QPointF(box.right() - radius, box.center().y()), radius, radius);
}

} // namespace tieout::gui
