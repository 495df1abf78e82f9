#pragma once

#include "gui/mapping/canvas/rowpainter.h"

#include <QElapsedTimer>
#include <QWidget>

class QScrollBar;

namespace tieout::gui {

/// One tree of the canvas: shows the rows in view, scrolls them, and tells where it was clicked, dragged and
/// walked by keys. Decides nothing about the mapping. Main thread; owned by the canvas.
class TreePane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TreePane)
  public:
    TreePane(CanvasScene& scene, Side side, QWidget* parent);

    [[nodiscard]] Side side() const { return m_side; }
    [[nodiscard]] const CanvasScene& scene() const { return m_scene; }
    /// The content, the zoom or the height changed.
    void refresh();
    /// Only the scroll place, the selection or what is open changed.
    void follow();
    /// Everything without the scroll bar.
    [[nodiscard]] QRect rowsArea() const;
    [[nodiscard]] QRect rowBox(int row) const; ///< in the pane
    [[nodiscard]] int rowAt(QPoint point) const;
    void scrollBy(int pixels);
    void reveal(int row);
    /// Opens or closes the group at a row.
    void toggle(int row);

  Q_SIGNALS:
    void scrolled();
    void clicked(const tieout::gui::Spot& spot, Qt::KeyboardModifiers modifiers);
    void doubleClicked(const tieout::gui::Spot& spot);
    /// Keys walked here; the modifiers extend the choice.
    void walked(const tieout::gui::Spot& spot, Qt::KeyboardModifiers modifiers);
    void hovered(const tieout::gui::Spot& spot);
    void dragStarted(const tieout::gui::Spot& spot);
    void dragMoved(QPoint global);
    void dragDropped(QPoint global);
    void menuWanted(const tieout::gui::Spot& spot, QPoint global);
    void toggled(const QString& key, bool open);
    void focused(bool byKeys);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    [[nodiscard]] bool isOnArrow(int row, QPoint point) const;
    void placeBar();
    void paintNothing(QPainter& painter) const;
    void setHovered(int row);
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] std::optional<int> rowForKey(int key) const;
    bool walk(QKeyEvent* event);
    bool fold(QKeyEvent* event);
    bool searchAhead(QKeyEvent* event);

    CanvasScene& m_scene;
    Side m_side;
    RowPainter m_painter;
    QScrollBar* m_bar;
    int m_hovered = TreeColumn::kNoRow;
    std::optional<Spot> m_pressed;
    QPoint m_pressedAt;
    Qt::KeyboardModifiers m_pressedWith;
    bool m_dragging = false;
    int m_wheelRest = 0;
    QString m_ahead;
    QElapsedTimer m_aheadSince;
};

} // namespace tieout::gui
