#pragma once

#include "gui/mapping/canvas/canvasscene.h"

#include <QObject>

class QMenu;

namespace tieout::gui {

class MappingCanvas;

/// What keys, menus and screen readers do to rules, beside drawing wires. Main thread; owned by the canvas.
class CanvasCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CanvasCommands)
  public:
    CanvasCommands(CanvasScene& scene, MappingCanvas& canvas);

    void undo();
    void redo();
    /// Of the current and the marked targets.
    void remove();
    void removeAt(const QString& target);
    void copy();
    void cut();
    void paste();
    /// Formula, list options or grouping: what fits the row.
    void edit(const Spot& spot);
    void showMenu(const Spot& spot, QPoint global);

  private:
    void fillSourceMenu(QMenu& menu, const Spot& spot, const mapping::TreeNode& node);
    void fillTargetMenu(QMenu& menu, const Spot& spot, const mapping::TreeNode& node);
    void addRuleActions(QMenu& menu, const QString& key);
    void addWhenEmpty(QMenu& menu, const QString& key);
    void addWires(QMenu& menu, const Spot& spot);

    CanvasScene& m_scene;
    MappingCanvas& m_canvas;
};

} // namespace tieout::gui
