#pragma once

#include <QPointer>
#include <QWidget>

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
    enum class Direction : quint8 { Up, Down };
    void moveRow(Direction direction);

  Q_SIGNALS:
    /// faults() is known anew.
    void judged();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    [[nodiscard]] QList<int> chosenRows() const; ///< of the draft, in order
    [[nodiscard]] int currentRow() const;
    void goTo(int row, int column);
    void type(int row, int column);
    [[nodiscard]] bool isFiltered() const;

    QPointer<LookupDraft> m_draft;
    LookupRows* m_rows;
    QSortFilterProxyModel* m_filter;
    TableView* m_table;
};

} // namespace tieout::gui
