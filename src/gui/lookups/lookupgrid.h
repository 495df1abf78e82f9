#pragma once

#include <QAbstractItemDelegate>
#include <QPointer>
#include <QWidget>

class QKeyEvent;
class QMenu;
class QSortFilterProxyModel;

namespace tieout::gui {

class LookupDraft;
class LookupRows;
class TableView;

/// The rows of one table for editing, as in a spreadsheet: typing, pasting, copying, moving, all by keyboard,
/// each a step of the draft's undo. Main thread; owned by the Lookups page.
class LookupGrid final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LookupGrid)
  public:
    enum class Show : quint8 { All, Faults };

    explicit LookupGrid(QWidget* parent = nullptr);
    void setDraft(LookupDraft* draft);
    void setFilter(const QString& text, Show show);
    [[nodiscard]] int faults() const;
    [[nodiscard]] TableView* table() const { return m_table; }

    /// Begins a row behind the chosen one.
    void addRow();
    /// Adds rows with these keys and begins to type the first one's value.
    void addKeys(const QStringList& keys);
    void removeRows();
    void paste();
    void copy() const;
    void cut();
    void sort(int column, Qt::SortOrder order);
    /// The ways to sort, in the words of the headings.
    void addSortActions(QMenu& menu);
    enum class Direction : quint8 { Up, Down };
    void moveRow(Direction direction);

  Q_SIGNALS:
    /// faults() is known anew.
    void judged();
    /// `leftOut`: columns of the clipboard that the table has no place for.
    void pasted(int rows, int leftOut);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    [[nodiscard]] QList<int> chosenRows() const; ///< of the draft, in order
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] bool pressed(const QKeyEvent& key);
    void openMenu(const QPoint& global);
    void goDown(QWidget* editor, QAbstractItemDelegate::EndEditHint hint);
    void goTo(int row, int column);
    void type(int row, int column);
    [[nodiscard]] bool isFiltered() const;

    QPointer<LookupDraft> m_draft;
    LookupRows* m_rows;
    QSortFilterProxyModel* m_filter;
    TableView* m_table;
};

} // namespace tieout::gui
