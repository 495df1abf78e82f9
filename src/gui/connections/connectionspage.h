#pragma once

#include "gui/shell/page.h"

class QGridLayout;
class QStackedWidget;

namespace tieout::gui {

class ConnectSteps;
class RecordsView;

/// A card per connection, the steps that add one or sign in again, and what a connection holds.
class ConnectionsPage final : public Page
{
    Q_OBJECT
  public:
    explicit ConnectionsPage(Desk& desk, QWidget* parent = nullptr);
    void enter(const Place& place) override;

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void refresh();
    void showList();
    void showSteps(const QString& connection, const QStringList& objects = {});
    void showRecords(const QString& connection);
    void arrange();
    [[nodiscard]] QWidget* makeCard(const model::Connection& connection);
    void test(const QString& connection);
    void setWriting(const model::Connection& connection, bool allowed);
    void disconnectFrom(const model::Connection& connection);

    QStackedWidget* m_stack;
    QPushButton* m_add;
    QPushButton* m_cancel;
    QGridLayout* m_grid;
    QList<QWidget*> m_cards;
    ConnectSteps* m_steps;
    RecordsView* m_records;
};

} // namespace tieout::gui
