#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

namespace tieout::gui {

/// Measures how long the main thread was away: a fast timer, and the longest time by which it came late.
/// Main thread; on only while someone measures.
class StallMeter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StallMeter)
  public:
    static constexpr int kTickMs = 4;

    explicit StallMeter(QObject* parent = nullptr);
    void start();
    /// Milliseconds, since start().
    [[nodiscard]] qint64 longest() const { return m_longest; }

  protected:
    void timerEvent(QTimerEvent* event) override;

  private:
    QBasicTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

} // namespace tieout::gui
