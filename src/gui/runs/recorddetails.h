#pragma once

#include "gui/shell/place.h"
#include "gui/widgets/parts.h"
#include "model/run.h"

class QStandardItemModel;
class QVBoxLayout;

namespace tieout::gui {

class TableView;

/// One record of a run: what happens or happened to it, and each field before → after. Part of a RunView.
class RecordDetails final : public Card
{
    Q_OBJECT
  public:
    explicit RecordDetails(QWidget* parent = nullptr);
    /// `object` is what the sync of the record writes.
    void show(const model::RunRecord& record, const model::RunReport& report, const QString& targetSystem,
              const QString& object);
    void clear();
    /// Addresses of the record in both systems, as they become known; empty = none.
    void showLinks(const QString& source, const QString& target);

  Q_SIGNALS:
    void go(const tieout::gui::Place& place);
    void linkAsked(const QString& link);

  private:
    void showChanges(const model::RunRecord& record, const model::RunReport& report,
                     const QString& targetSystem);
    void showReason(const model::RunRecord& record, const QString& object);

    QWidget* m_body;
    ElidedLabel* m_title;
    Tag* m_tag;
    QLabel* m_subtitle;
    Card* m_reason;
    QLabel* m_what;
    QLabel* m_why;
    QLabel* m_fix;
    QPushButton* m_problems;
    QPushButton* m_source;
    QPushButton* m_target;
    QString m_sourceLink;
    QString m_targetLink;
    TableView* m_table;
    QStandardItemModel* m_changes;
};

} // namespace tieout::gui
