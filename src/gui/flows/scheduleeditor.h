#pragma once

#include "model/schedule.h"

#include <QWidget>

#include <array>
#include <memory>

class QPushButton;

namespace Ui {
class ScheduleEditor;
}

namespace tieout::gui {

/// Edits when a sync runs by itself. Knows nothing of the workbench: the page shows the next times.
class ScheduleEditor final : public QWidget
{
    Q_OBJECT
  public:
    explicit ScheduleEditor(QWidget* parent = nullptr);
    ~ScheduleEditor() override;

    void setRule(const model::ScheduleRule& rule);
    [[nodiscard]] model::ScheduleRule rule() const;

  Q_SIGNALS:
    void edited();

  private:
    void buildDays();
    void fillZones();
    /// A week without a day never runs.
    void proposeDays();
    void showFields();

    std::unique_ptr<Ui::ScheduleEditor> m_ui;
    std::array<QPushButton*, 7> m_days{}; ///< Monday first
};

} // namespace tieout::gui
