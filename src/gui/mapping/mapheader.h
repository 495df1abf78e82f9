#pragma once

#include "gui/mapping/canvas/canvascontent.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace tieout::gui {

class ElidedLabel;
class MappingCanvas;
class SamplePicker;

/// The line above both trees: which systems, the sample record, the searches, and the colour band of the
/// organisation that is written to. Its parts stand above the columns of the canvas.
class MapHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MapHeader)
  public:
    explicit MapHeader(QWidget* parent = nullptr);

    void setTitles(const QString& source, const QString& target, int band);
    /// Null = a table is shown: the parts share the width.
    void follow(const MappingCanvas* canvas);
    [[nodiscard]] SamplePicker* sample() const { return m_sample; }
    [[nodiscard]] QLineEdit* search(Side side) const;

  Q_SIGNALS:
    void searched(tieout::gui::Side side, const QString& text);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void place();
    [[nodiscard]] QLineEdit* makeSearch(Side side, const QString& name);

    const MappingCanvas* m_canvas = nullptr;
    QWidget* m_left;
    QWidget* m_right;
    ElidedLabel* m_source;
    ElidedLabel* m_target;
    SamplePicker* m_sample;
    QLineEdit* m_sourceSearch;
    QLineEdit* m_targetSearch;
    QString m_sourceTitle;
    int m_band = -1;
};

} // namespace tieout::gui
