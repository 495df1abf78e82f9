#pragma once

#include "gui/shell/page.h"

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QStandardItemModel;
class QTimer;

namespace tieout::gui {

class ProblemDetails;
class TableView;

/// The error-log viewer: causes with counts and money on the left, one record and what to do on the right.
class ProblemsPage final : public Page
{
    Q_OBJECT
  public:
    explicit ProblemsPage(Desk& desk, QWidget* parent = nullptr);
    void enter(const Place& place) override;

  private:
    void buildFilters();
    void buildLists();
    void refresh();
    void fillFlows();
    void showGroups(const QList<model::ProblemGroup>& groups);
    void chooseGroup(int row);
    void retryAll();
    [[nodiscard]] model::ProblemFilter filter() const;

    QLineEdit* m_search;
    QComboBox* m_flows;
    QComboBox* m_open;
    QPushButton* m_retryAll;
    QStackedWidget* m_stack;
    TableView* m_table = nullptr;
    QStandardItemModel* m_model = nullptr;
    ProblemDetails* m_details = nullptr;
    QTimer* m_pause;
    QList<model::ProblemGroup> m_groups;
    QString m_chosen;         ///< cause key
    quint64 m_generation = 0; ///< an older answer is dropped
};

} // namespace tieout::gui
