#pragma once

#include "gui/mapping/canvas/canvasscene.h"

#include <QAccessibleWidget>
#include <QPointer>

namespace tieout::gui {

class MappingCanvas;
class TreePane;

/// A tree of the canvas for screen readers and automation: an item for each row in sight, with what it holds,
/// where that comes from, and the actions that draw, edit and remove its wire. Main thread; kept by Qt.
class TreeAccessible final : public QAccessibleWidget
{
  public:
    /// Once for the program; safe to call again.
    static void install();
    static void announceCurrent(TreePane* pane);
    static void announceContent(TreePane* pane);

    explicit TreeAccessible(TreePane* pane);
    ~TreeAccessible() override;

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface* child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override;
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface* focusChild() const override;

    [[nodiscard]] TreePane* pane() const;
    /// Of a row in sight.
    [[nodiscard]] QAccessibleInterface* item(int row) const;
    [[nodiscard]] std::vector<int> topRows() const;

  private:
    void dropLost();
    mutable QHash<QString, QAccessible::Id> m_items; ///< by key
};

/// One field of a tree for screen readers. Named by its key: it outlives new content as long as the field
/// is there. Main thread; kept by its tree.
class RowAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
  public:
    RowAccessible(TreePane* pane, Spot spot);

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override;
    [[nodiscard]] QAccessibleInterface* parent() const override;
    [[nodiscard]] QAccessibleInterface* child(int index) const override;
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::TreeItem; }
    [[nodiscard]] QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QStringList actionNames() const override;
    [[nodiscard]] QString localizedActionName(const QString& name) const override;
    [[nodiscard]] QString localizedActionDescription(const QString& name) const override;
    void doAction(const QString& name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString& name) const override;

    static QString mapAction();
    static QString editAction();
    static QString removeAction();

  private:
    [[nodiscard]] int row() const;
    [[nodiscard]] TreeAccessible* tree() const;
    [[nodiscard]] MappingCanvas* canvas() const;
    [[nodiscard]] const mapping::TreeNode* node() const;

    QPointer<TreePane> m_pane;
    Spot m_spot;
};

} // namespace tieout::gui
