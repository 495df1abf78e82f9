#pragma once

#include "gui/shell/page.h"

class QComboBox;
class QLineEdit;
class QListWidget;
class QStackedWidget;
class QStandardItemModel;

namespace tieout::gui {

class TableView;

/// Lookup tables as a grid: what a value of one side means on the other. Saving plans held records again.
class LookupsPage final : public Page
{
    Q_OBJECT
  public:
    explicit LookupsPage(Desk& desk, QWidget* parent = nullptr);
    void enter(const Place& place) override;

  private:
    void buildBody();
    void buildTable(QVBoxLayout* layout);
    void load();
    void showTable(int index);
    void addRow();
    void removeRow();
    void save();
    void touched();
    [[nodiscard]] model::LookupTable edited() const;

    QList<model::LookupTable> m_tables;
    int m_shown = -1;
    QString m_wanted;
    QStackedWidget* m_stack;
    QListWidget* m_names = nullptr;
    TableView* m_grid = nullptr;
    QStandardItemModel* m_rows = nullptr;
    QComboBox* m_missing = nullptr;
    QLineEdit* m_default = nullptr;
    PrimaryButton* m_save;
};

} // namespace tieout::gui
