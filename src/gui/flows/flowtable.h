#pragma once

#include "gui/widgets/parts.h"
#include "service/workbench.h"

class QStandardItemModel;
class QVBoxLayout;

namespace tieout::gui {

class TableView;

/// The table of syncs with a Sync now button a row; used by Overview and Syncs. Rows are updated in place, so
/// that selection and focus survive a run's progress.
class FlowTable final : public Card
{
    Q_OBJECT
  public:
    enum class Columns : quint8 { WithDays, WithSchedule };
    FlowTable(Columns columns, QWidget* parent = nullptr);
    void show(const QList<service::FlowSummary>& flows, Instant now);
    void fitRows(int rows);

  Q_SIGNALS:
    void opened(const QString& flow);
    void syncAsked(const QString& flow);

  private:
    void rebuild(const QList<service::FlowSummary>& flows);
    void update(int row, const service::FlowSummary& flow, Instant now);

    Columns m_columns;
    QStringList m_ids;
    QList<QPushButton*> m_buttons;
    TableView* m_table;
    QStandardItemModel* m_model;
};

} // namespace tieout::gui
