#pragma once

#include "base/stop.h"
#include "gui/shell/desk.h"
#include "gui/widgets/answers.h"
#include "model/mapping.h"
#include "model/whatif.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QStandardItemModel;

namespace tieout::gui {

class Banner;
class TableView;

/// What a changed mapping would make of the last run's records, before it is saved: which come out
/// differently, each field before and after, and by how much money. Main thread; owned by its parent. Closing
/// stops what is under way.
class WhatIfPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WhatIfPanel)
  public:
    WhatIfPanel(Desk& desk, Answers& answers, QWidget* parent = nullptr);
    ~WhatIfPanel() override;

    /// Begins to try `document` (the editor's, not saved yet) at once.
    void show(const QString& flow, const model::MappingDocument& document);
    using QWidget::show;

  private:
    void buildResult(QStackedWidget* stack);
    void showReport(const model::WhatIfReport& report);
    [[nodiscard]] QString remarksOn(const model::WhatIfReport& report) const;
    void fillRecords();
    void showRecord(int row);

    Desk& m_desk;
    Answers& m_answers;
    StopSource m_stop;
    quint64 m_asked = 0;
    model::WhatIfReport m_report;
    Banner* m_banner;
    QStackedWidget* m_stack;
    QLabel* m_headline = nullptr;
    QLabel* m_money = nullptr;
    QLabel* m_under = nullptr;
    QLabel* m_progressWords = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_stopButton = nullptr;
    TableView* m_list = nullptr;
    QStandardItemModel* m_records = nullptr;
    TableView* m_fields = nullptr;
    QStandardItemModel* m_changes = nullptr;
};

} // namespace tieout::gui
