#pragma once

#include "gui/shell/page.h"
#include "gui/widgets/windowmodel.h"

class QComboBox;
class QStackedWidget;

namespace tieout::gui {

class RunView;
class TableView;

/// Every run with counts, money, duration and calls; one run with its records.
class RunsPage final : public Page
{
    Q_OBJECT
  public:
    explicit RunsPage(Desk& desk, QWidget* parent = nullptr);
    void enter(const Place& place) override;

  private:
    void buildList();
    void buildRun();
    void showList();
    void showRun(qint64 run);
    void fillFlows();
    void refreshIfListed();
    [[nodiscard]] QVariant cell(const model::RunReport& run, int column, int role) const;

    QStackedWidget* m_stack;
    QComboBox* m_flows;
    TableView* m_table = nullptr;
    RowWindow<model::RunReport>* m_model = nullptr;
    QWidget* m_empty = nullptr;
    RunView* m_view = nullptr;
    QLabel* m_facts = nullptr;
};

} // namespace tieout::gui
