#pragma once

#include "gui/shell/desk.h"
#include "gui/widgets/answers.h"
#include "gui/widgets/parts.h"
#include "model/mappinghistory.h"

class QStandardItemModel;

namespace tieout::gui {

class TableView;

/// Who changed a lookup table, when, and which rows. Main thread; owned by the Lookups page.
class LookupHistory final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LookupHistory)
  public:
    LookupHistory(Desk& desk, Answers& answers, QWidget* parent = nullptr);
    void show(const QString& table);
    using QWidget::show;

  Q_SIGNALS:
    void failed(const tieout::Error& error);

  private:
    void fill(const QList<model::LookupChange>& changes);
    void showChange(int row);
    [[nodiscard]] QString inWords(const model::LookupChange& change) const;

    Desk& m_desk;
    Answers& m_answers;
    QList<model::LookupChange> m_changes;
    quint64 m_asked = 0;
    TableView* m_list;
    QStandardItemModel* m_lines;
    TableView* m_table;
    QStandardItemModel* m_rows;
};

} // namespace tieout::gui
