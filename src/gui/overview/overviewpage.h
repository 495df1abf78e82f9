#pragma once

#include "gui/shell/page.h"

class QGridLayout;
class QStackedWidget;

namespace tieout::gui {

class FlowTable;
class StackedBars;

/// One line of truth, what needs you, a row per sync, records per day, calls left.
class OverviewPage final : public Page
{
    Q_OBJECT
  public:
    explicit OverviewPage(Desk& desk, QWidget* parent = nullptr);
    void enter(const Place& place) override;

  private:
    struct Need {
        Tone tone = Tone::Bad;
        QString title;
        QString text;
        QString action;
        Place place;
    };
    void buildBody();
    void refresh();
    void showFlows();
    void showCalls();
    void loadNeeds();
    void showNeeds(const QList<model::ProblemGroup>& groups);
    [[nodiscard]] QList<Need> connectionNeeds() const;
    [[nodiscard]] QWidget* needCard(const Need& need);
    void sync(const QString& flow);
    void syncAll();

    QStackedWidget* m_stack;
    PrimaryButton* m_syncAll;
    QGridLayout* m_needs = nullptr;
    FlowTable* m_flows = nullptr;
    StackedBars* m_bars = nullptr;
    QVBoxLayout* m_calls = nullptr;
    QLabel* m_noCalls = nullptr;
    quint64 m_needsAsked = 0; ///< generation: an older answer is dropped
};

} // namespace tieout::gui
