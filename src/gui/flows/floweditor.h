#pragma once

#include "gui/shell/page.h"

class QButtonGroup;
class QLineEdit;
class QStackedWidget;

namespace tieout::gui {

class MapEditor;
class RulesEditor;
class RunView;
class ScheduleEditor;

/// One sync as steps that are always reachable: From, Match, Map, Rules, Schedule, Preview. Part of
/// FlowsPage.
class FlowEditor final : public QWidget
{
    Q_OBJECT
  public:
    FlowEditor(Desk& desk, Answers& answers, QWidget* parent = nullptr);

    /// `part`: empty, a step's name, or "sync" to run it (after its preview when that was never looked at).
    void show(const QString& flow, const QString& part);
    /// Takes over what changed in the workbench, without touching what a person is editing.
    void refresh();
    [[nodiscard]] QString flow() const { return m_flow.flow.id; }
    [[nodiscard]] bool hasUnsaved() const;
    /// Calls `leave` once nothing is unsaved, or a person has decided about what is.
    void askToLeave(std::function<void()> leave);
    /// Preview and Sync now, and those of the Map step, for the title line of the page.
    [[nodiscard]] QList<QWidget*> headerActions() const;
    void showActions(bool visible);

  Q_SIGNALS:
    void titled(const QString& title, int tone, const QString& tag);
    void failed(const tieout::Error& error);
    void saved(const QString& text);
    void started();
    void go(const tieout::gui::Place& place);

  private:
    enum Step { From, Match, Map, Rules, Schedule, Preview, StepCount };

    void makeSteps();
    [[nodiscard]] QWidget* makeLines(QVBoxLayout*& lines, const QString& heading);
    [[nodiscard]] QWidget* makeMap();
    void showStepActions();
    [[nodiscard]] QWidget* makeRules();
    [[nodiscard]] QWidget* makeSchedule();
    [[nodiscard]] QWidget* makePreview();
    void goTo(Step step);
    void fill();
    void showNextTimes();
    void showTitle();
    void showWriteButton();
    void saveRules();
    void saveSchedule();
    void preview();
    void sync();
    void askToWrite(const model::Connection& target);
    void startRun(model::RunMode mode);
    /// The preview on the screen, when it can be written; 0 = none.
    [[nodiscard]] qint64 shownPreview() const;
    void showRun(const Result<model::RunReport>& report);
    [[nodiscard]] std::optional<model::Connection> target() const;
    [[nodiscard]] bool isPreviewed() const;

    Desk& m_desk;
    Answers& m_answers;
    service::FlowSummary m_flow;
    std::optional<model::RunReport> m_report; ///< shown on the Preview step
    bool m_busy = false;
    quint64 m_asked = 0; ///< generation of the run whose report is wanted

    QButtonGroup* m_chips;
    QStackedWidget* m_steps;
    QPushButton* m_previewButton;
    PrimaryButton* m_syncButton;
    QVBoxLayout* m_fromLines = nullptr;
    QVBoxLayout* m_matchLines = nullptr;
    MapEditor* m_map = nullptr;
    bool m_actionsShown = false;
    RulesEditor* m_rules = nullptr;
    QPushButton* m_saveRules = nullptr;
    ScheduleEditor* m_schedule = nullptr;
    QPushButton* m_saveSchedule = nullptr;
    QLabel* m_scheduleWords = nullptr;
    QLabel* m_scheduleHint = nullptr;
    QLabel* m_nextTimes = nullptr;
    QStackedWidget* m_previewStack = nullptr;
    RunView* m_view = nullptr;
};

} // namespace tieout::gui
