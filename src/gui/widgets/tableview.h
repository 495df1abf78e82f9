#pragma once

#include "gui/widgets/tokens.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace tieout::gui
{

/// What a cell can carry besides its text.
enum CellRole {
    SubtitleRole = Qt::UserRole + 1, ///< a second, quieter line
    ToneRole,                        ///< int(Tone): the text is a state and is drawn as a tag
    QuietRole,                       ///< bool: muted text
    StrongRole,                      ///< bool: heavier text
    FigureRole,                      ///< bool: digits of equal width
    DaysRole,                        ///< QVariant of QList<model::RunDay>: bars instead of text
    BandRole,                        ///< int: colour band of an organisation on the left
};

/// Draws all cells of the program alike: two lines, tags, bars, a thin line under each row.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

  private:
    void paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   const QRect& area) const;
    void paintTag(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                  const QRect& area) const;
};

/// A table that selects rows, has comfortable rows and shares its width by stretch factors.
class TableView final : public QTableView
{
    Q_OBJECT
  public:
    /// `name` is what a screen reader says.
    explicit TableView(const QString& name, QWidget* parent = nullptr);

    /// One entry a column: > 0 takes that many pixels, < 0 shares what is left by the absolute value.
    void setColumns(QList<int> widths);
    void setRowHeight(int pixels);
    /// As tall as its rows, for tables inside a scrolling page; at most `rows` rows.
    void fitRows(int rows);
    void setModel(QAbstractItemModel* model) override;

  Q_SIGNALS:
    /// By mouse, Enter or selection move.
    void rowChosen(int row);
    /// Double click or Enter.
    void rowOpened(int row);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void shareWidth();
    QList<int> m_widths;
};

} // namespace tieout::gui
