#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace tieout::gui {

/// Asks beside a target that is taken already: replace what is there, or keep it and add. One question at a
/// time; Esc, a click elsewhere or Tab away means neither. A child of the canvas; main thread.
class ReplacePopup final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplacePopup)
  public:
    enum class Answer : quint8 { Neither, Replace, Add };

    explicit ReplacePopup(QWidget* parent);
    /// Stands beside `row`, in the parent's coordinates. `answered` is called once, after the popup is gone.
    void ask(const QString& question, const QString& add, const QRect& row,
             std::function<void(Answer)> answered);
    void dismiss();

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void finish(Answer answer);

    QLabel* m_question;
    QPushButton* m_replace;
    QPushButton* m_add;
    std::function<void(Answer)> m_answered;
};

} // namespace tieout::gui
