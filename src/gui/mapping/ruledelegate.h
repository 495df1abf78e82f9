#pragma once

#include "gui/widgets/tableview.h"

namespace tieout::gui {

/// Edits the cells of the mapping table in place: formulas with completion, choices, notes. A formula goes
/// into the draft while it is typed. Owned by the table.
class RuleDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleDelegate)
  public:
    explicit RuleDelegate(QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

  protected:
    bool eventFilter(QObject* object, QEvent* event) override;

  private:
    [[nodiscard]] QWidget* formulaEditor(QWidget* parent, const QModelIndex& index) const;

    CellDelegate m_cells;
};

} // namespace tieout::gui
