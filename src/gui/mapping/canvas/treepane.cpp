#include "gui/mapping/canvas/treepane.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace tieout::gui {
namespace {

constexpr int kBarWidth = 12;
constexpr int kWheelRows = 3;
constexpr qint64 kAheadMs = 1000; ///< letters nearer than this make one word

} // namespace

TreePane::TreePane(CanvasScene& scene, Side side, QWidget* parent)
    : QWidget(parent)
    , m_scene(scene)
    , m_side(side)
    , m_painter(scene, side)
    , m_bar(new QScrollBar(Qt::Vertical, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(side == Side::Source ? tr("Fields to take from") : tr("Fields to fill"));
    setObjectName(side == Side::Source ? QStringLiteral("sourceTree") : QStringLiteral("targetTree"));
    m_bar->setCursor(Qt::ArrowCursor);
    m_bar->setFocusPolicy(Qt::NoFocus);
    connect(m_bar, &QScrollBar::valueChanged, this, [this](int value) {
        if (value == m_scene.column(m_side).scroll()) return;
        m_scene.column(m_side).setScroll(value);
        update();
        Q_EMIT scrolled();
    });
}

void TreePane::refresh()
{
    m_painter.forget();
    m_scene.column(m_side).setHeights(m_scene.metrics().row, height());
    setAccessibleDescription(m_scene.column(m_side).isNarrowedToNothing() ? nothingWords(m_scene, m_side)
                                                                          : QString());
    follow();
}

void TreePane::follow()
{
    placeBar();
    update();
}

void TreePane::placeBar()
{
    const TreeColumn& column = m_scene.column(m_side);
    const QSignalBlocker quiet(m_bar);
    m_bar->setRange(0, column.maxScroll());
    m_bar->setPageStep(std::max(1, column.viewHeight() - column.rowHeight()));
    m_bar->setSingleStep(column.rowHeight());
    m_bar->setValue(column.scroll());
    m_bar->setVisible(column.maxScroll() > 0);
    m_bar->setGeometry(m_side == Side::Source ? 0 : width() - kBarWidth, 0, kBarWidth, height());
}

QRect TreePane::rowsArea() const
{
    if (!m_bar->isVisibleTo(this)) return rect();
    return m_side == Side::Source ? rect().adjusted(kBarWidth, 0, 0, 0)
                                  : rect().adjusted(0, 0, -kBarWidth, 0);
}

QRect TreePane::rowBox(int row) const
{
    const QRect area = rowsArea();
    const TreeColumn& column = m_scene.column(m_side);
    return {area.left(), area.top() + column.top(row), area.width(), column.rowHeight()};
}

int TreePane::rowAt(QPoint point) const
{
    return point.x() < 0 || point.x() >= width() ? TreeColumn::kNoRow
                                                 : m_scene.column(m_side).rowAt(point.y());
}

void TreePane::scrollBy(int pixels)
{
    m_bar->setValue(m_bar->value() + pixels);
}

void TreePane::reveal(int row)
{
    const int before = m_scene.column(m_side).scroll();
    m_scene.column(m_side).show(row);
    follow();
    if (m_scene.column(m_side).scroll() != before) Q_EMIT scrolled();
}

void TreePane::toggle(int row)
{
    TreeColumn& column = m_scene.column(m_side);
    const QString key = column.keyAt(row);
    if (key.isEmpty() || !column.rows()[size_t(row)].group) return;
    const bool open = !column.rows()[size_t(row)].open;
    column.setOpen(key, open);
    refresh();
    Q_EMIT toggled(key, open);
    Q_EMIT scrolled();
}

void TreePane::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    painter.fillRect(event->rect(), t.panel);
    RowsInView view;
    view.area = rowsArea();
    view.hovered = m_hovered;
    view.focused = hasFocus();
    view.band = m_side == Side::Target ? m_scene.content().targetColour : -1;
    m_painter.paint(painter, view, palette(), font(), locale());
    if (m_scene.column(m_side).isNarrowedToNothing()) paintNothing(painter);
    painter.fillRect(m_side == Side::Source ? QRect(width() - 1, 0, 1, height()) : QRect(0, 0, 1, height()),
                     t.line);
}

void TreePane::paintNothing(QPainter& painter) const
{
    painter.setPen(tokensOf(palette()).muted);
    painter.setFont(CanvasMetrics::sized(font(), m_scene.metrics().value));
    const int margin = 2 * m_scene.metrics().margin;
    const QRect room = rowsArea().adjusted(margin, m_scene.metrics().row + margin, -margin, -margin);
    painter.drawText(room, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, nothingWords(m_scene, m_side));
}

void TreePane::resizeEvent(QResizeEvent*)
{
    const int row = currentRow();
    const bool wasInSight = row != TreeColumn::kNoRow && m_scene.column(m_side).whereIs(row) == 0;
    refresh();
    if (wasInSight) reveal(row);
}

void TreePane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange ||
        event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void TreePane::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        event->ignore();
        return;
    }
    if (!event->pixelDelta().isNull()) {
        scrollBy(-event->pixelDelta().y());
    } else {
        const int moved = event->angleDelta().y() * kWheelRows * m_scene.metrics().row + m_wheelRest;
        scrollBy(-moved / 120);
        m_wheelRest = moved % 120;
    }
    setHovered(rowAt(event->position().toPoint()));
    event->accept();
}

bool TreePane::isOnArrow(int row, QPoint point) const
{
    const TreeColumn::Row& place = m_scene.column(m_side).rows()[size_t(row)];
    if (!place.group || place.node == TreeColumn::kTitle) return false;
    const CanvasMetrics& m = m_scene.metrics();
    const int left = rowBox(row).left() + m.margin + place.depth * m.indent;
    return point.x() >= left - m.arrow / 2 && point.x() < left + m.arrow;
}

void TreePane::mousePressEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || row == TreeColumn::kNoRow) return;
    if (isOnArrow(row, event->position().toPoint())) {
        toggle(row);
        return;
    }
    m_pressed = m_scene.spotAt(m_side, row);
    m_pressedAt = event->position().toPoint();
    m_pressedWith = event->modifiers();
    m_dragging = false;
}

void TreePane::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    if (m_dragging) {
        Q_EMIT dragMoved(event->globalPosition().toPoint());
    } else if (m_pressed && (event->buttons() & Qt::LeftButton)) {
        if ((point - m_pressedAt).manhattanLength() < QApplication::startDragDistance()) return;
        m_dragging = true;
        Q_EMIT dragStarted(*m_pressed);
        Q_EMIT dragMoved(event->globalPosition().toPoint());
    } else {
        setHovered(rowAt(point));
    }
}

void TreePane::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    const std::optional<Spot> pressed = std::exchange(m_pressed, std::nullopt);
    if (std::exchange(m_dragging, false))
        Q_EMIT dragDropped(event->globalPosition().toPoint());
    else if (pressed && m_scene.spotAt(m_side, rowAt(event->position().toPoint())) == *pressed)
        Q_EMIT clicked(*pressed, m_pressedWith);
}

void TreePane::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || row == TreeColumn::kNoRow) return;
    const TreeColumn::Row& place = m_scene.column(m_side).rows()[size_t(row)];
    if (isOnArrow(row, event->position().toPoint()) || (place.group && place.node != TreeColumn::kTitle))
        toggle(row);
    else
        Q_EMIT doubleClicked(m_scene.spotAt(m_side, row));
}

void TreePane::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int row = byKey ? currentRow() : rowAt(event->pos());
    if (row == TreeColumn::kNoRow) return;
    const QPoint at = byKey ? mapToGlobal(rowBox(row).center()) : event->globalPos();
    Q_EMIT menuWanted(m_scene.spotAt(m_side, row), at);
}

void TreePane::leaveEvent(QEvent*)
{
    setHovered(TreeColumn::kNoRow);
}

void TreePane::setHovered(int row)
{
    if (row == m_hovered) return;
    m_hovered = row;
    update();
    Q_EMIT hovered(m_scene.spotAt(m_side, row));
}

void TreePane::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    const auto reason = event->reason();
    Q_EMIT focused(reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                   reason == Qt::OtherFocusReason);
    update();
}

void TreePane::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

int TreePane::currentRow() const
{
    return m_scene.rowOf(m_scene.current(m_side));
}

std::optional<int> TreePane::rowForKey(int key) const
{
    const TreeColumn& column = m_scene.column(m_side);
    const int now = currentRow();
    const int page = std::max(1, column.viewHeight() / column.rowHeight() - 1);
    switch (key) {
    case Qt::Key_Up:
        return now < 0 ? 0 : now - 1;
    case Qt::Key_Down:
        return now + 1;
    case Qt::Key_PageUp:
        return now - page;
    case Qt::Key_PageDown:
        return now + page;
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return column.rowCount() - 1;
    default:
        return std::nullopt;
    }
}

bool TreePane::walk(QKeyEvent* event)
{
    const std::optional<int> wanted = rowForKey(event->key());
    const int rows = m_scene.column(m_side).rowCount();
    if (!wanted || rows == 0 || (event->modifiers() & Qt::ControlModifier)) return false;
    Q_EMIT walked(m_scene.spotAt(m_side, std::clamp(*wanted, 0, rows - 1)), event->modifiers());
    return true;
}

bool TreePane::fold(QKeyEvent* event)
{
    const int row = currentRow();
    const TreeColumn& column = m_scene.column(m_side);
    const bool isLeft = event->key() == Qt::Key_Left;
    if ((!isLeft && event->key() != Qt::Key_Right) || row < 0 || (event->modifiers() & Qt::ControlModifier))
        return false;
    const TreeColumn::Row place = column.rows()[size_t(row)];
    if (place.group && place.node != TreeColumn::kTitle && place.open == isLeft) {
        toggle(row);
    } else if (isLeft && column.rowOfParent(row) != TreeColumn::kNoRow) {
        Q_EMIT walked(m_scene.spotAt(m_side, column.rowOfParent(row)), {});
    } else if (!isLeft && place.group && row + 1 < column.rowCount()) {
        Q_EMIT walked(m_scene.spotAt(m_side, row + 1), {});
    }
    return true;
}

bool TreePane::searchAhead(QKeyEvent* event)
{
    const QString text = event->text();
    if (text.isEmpty() || !text[0].isPrint() ||
        (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        return false;
    const bool goesOn = !m_ahead.isEmpty() && m_aheadSince.isValid() && m_aheadSince.elapsed() < kAheadMs;
    // Alone, these two are commands; inside a word they are letters.
    const bool isCommand = text == QStringLiteral(" ") || text == QStringLiteral("m");
    if (!goesOn && isCommand) return false;
    const QString ahead = goesOn ? m_ahead + text : text;
    const int from = std::max(0, currentRow()) + (goesOn ? 0 : 1);
    const int row = m_scene.column(m_side).findAhead(ahead, from);
    if (row == TreeColumn::kNoRow && isCommand) return false; // no field goes on like that
    m_ahead = ahead;
    m_aheadSince.restart();
    if (row != TreeColumn::kNoRow) Q_EMIT walked(m_scene.spotAt(m_side, row), {});
    return true;
}

void TreePane::keyPressEvent(QKeyEvent* event)
{
    if (walk(event) || fold(event)) {
        m_ahead.clear();
        return;
    }
    if (searchAhead(event)) return;
    m_ahead.clear();
    event->ignore();
}

bool TreePane::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int row = rowAt(help->pos());
        if (const mapping::TreeNode* node = m_scene.column(m_side).nodeAt(row))
            QToolTip::showText(help->globalPos(), tooltip(m_scene.content(), m_side, *node), this,
                               rowBox(row));
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace tieout::gui
