#pragma once

#include "model/run.h"
#include "service/workbench.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tieout::gui {

class ElidedLabel;

/// The bottom line: what runs now with progress, pace, time left and Stop; calls left today; the next
/// scheduled run. Main thread; owned by the window.
class ActivityBar final : public QFrame
{
    Q_OBJECT
  public:
    explicit ActivityBar(QWidget* parent = nullptr);
    /// Reads everything from the workbench; cheap enough for every event.
    void show(const service::Workbench& workbench);

  Q_SIGNALS:
    void stopAsked(const QString& flow);

  private:
    void showRunning(const model::RunProgress& progress, const QString& title, int others);
    void showIdle(const service::Workbench& workbench);
    void showCalls(const service::Workbench& workbench);

    ElidedLabel* m_state;
    QLabel* m_progress;
    QProgressBar* m_bar;
    QPushButton* m_stop;
    ElidedLabel* m_next;
    QLabel* m_calls;
    QLabel* m_practice;
    QString m_flow;
};

/// "1,240 of 3,600 · 58 a minute · 41 min left"
[[nodiscard]] QString progressInWords(const model::RunProgress& progress, const QLocale& locale);

} // namespace tieout::gui
