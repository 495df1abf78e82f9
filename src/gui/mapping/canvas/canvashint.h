#pragma once

#include <QLabel>

namespace tieout::gui {

/// A sentence over the canvas, which screen readers hear as it comes; pointers pass through it. Main thread;
/// owned by the canvas.
class CanvasHint final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CanvasHint)
  public:
    enum class Kind : quint8 { Advice, Refusal };

    explicit CanvasHint(QWidget* canvas);
    /// Until the next one; empty takes it away.
    void say(const QString& text, Kind kind);
    /// Below, or above when it would lie on one of these places of the canvas.
    void place(const QList<QRect>& keptFree);
};

} // namespace tieout::gui
