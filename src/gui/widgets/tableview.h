#pragma once

#include "gui/widgets/tokens.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace tieout::gui {

/// What a cell can carry besides its text.
enum CellRole {
    SubtitleRole = Qt::UserRole + 1, ///< a second, quieter line
    ToneRole,                        ///< int(Tone): the text is a state and is drawn as a tag
    QuietRole,                       ///< bool: muted text
    StrongRole,                      ///< bool: heavier text
    FigureRole,                      ///< bool: digits of equal width
    DaysRole,                        ///< QVariant of QList<model::RunDay>: bars instead of text
    BandRole,                        ///< int: colour band of an organisation on the left
    IndentRole,                      ///< int: steps to the right, for members of the row above
};

/// Draws all cells of the program alike: two lines, tags, bars, a thin line under each row.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    /// As wide as all of the cell needs; in a wrapping table as tall as the text in its column.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

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
    static constexpr int kFit = 0;

    /// `name` is what a screen reader says.
    explicit TableView(const QString& name, QWidget* parent = nullptr);

    /// One entry a column: > 0 takes that many pixels, kFit as many as its content, < 0 shares what is left
    /// by the absolute value.
    void setColumns(QList<int> widths);
    void setRowHeight(int pixels);
    /// Long text goes on in further lines and its row grows; for short lists.
    void setWrapping();
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
    /// Columns with kFit, over the rows in sight and the first ones; they grow until the list is another.
    void fitColumns();
    void contentChanged();
    void contentGrew();
    QList<int> m_widths;
    bool m_growing = false; ///< rows came and are measured when the event loop comes round
    QList<int> m_fitted;    ///< pixels of each kFit column, 0 for the others
};

} // namespace tieout::gui
