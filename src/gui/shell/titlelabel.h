#pragma once

#include <QLabel>

namespace tieout::gui {

/// The title of a screen: one large line where there is room, else two smaller ones. Main thread; owned by
/// its page.
class TitleLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TitleLabel)
  public:
    explicit TitleLabel(QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    /// True when the text fits.
    bool paintTwoLines(QPainter& painter) const;
};

} // namespace tieout::gui
