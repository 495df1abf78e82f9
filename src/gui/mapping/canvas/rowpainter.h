#pragma once

#include "gui/mapping/canvas/canvasscene.h"

#include <QStaticText>

class QPainter;

namespace tieout::gui {

/// What a pane adds to the scene when it paints.
struct RowsInView {
    QRect area; ///< of the rows, in the pane
    int hovered = TreeColumn::kNoRow;
    bool focused = false;
    int band = -1; ///< colour of the organisation beside the title
};

/// Paints the rows in view of one tree; texts are laid out once and kept until something about them changes.
class RowPainter final
{
  public:
    RowPainter(const CanvasScene& scene, Side side);
    void forget() { m_texts.clear(); }
    void paint(QPainter& painter, const RowsInView& view, const QPalette& palette, const QFont& base,
               const QLocale& locale);

  private:
    struct Texts {
        RowLook look;
        QStaticText label;
        QStaticText value;
        double valueLeft = 0;
        double labelWidth = 0; ///< without the star of a required field and the sign of a note
    };
    struct Fonts {
        QFont label, group, value;
    };
    [[nodiscard]] const Texts& texts(int row, const QRect& box, const QLocale& locale);
    [[nodiscard]] Fonts fonts(const QFont& base) const;
    [[nodiscard]] int left(const TreeColumn::Row& row, const QRect& area) const;
    void paintGround(QPainter& painter, int row, const QRect& box, const RowsInView& view) const;
    void paintMark(QPainter& painter, const RowLook& look, const QRect& box) const;
    void paintBrackets(QPainter& painter, int row, const QRect& box) const;
    void paintArrow(QPainter& painter, const TreeColumn::Row& row, const QRect& box) const;
    void paintTexts(QPainter& painter, int row, const QRect& box, const QLocale& locale);
    void paintFrames(QPainter& painter, int row, const QRect& box, const RowsInView& view) const;
    void paintBesideLabel(QPainter& painter, const Texts& texts, QPointF start) const;
    void paintNote(QPainter& painter, QPointF left) const;
    void paintHandle(QPainter& painter, const QRect& box) const;

    const CanvasScene& m_scene;
    Side m_side;
    const Tokens* m_tokens = nullptr;
    Fonts m_fonts;
    QFont m_base;
    int m_width = 0;
    int m_zoom = 0;
    QHash<int, Texts> m_texts; ///< by node
};

} // namespace tieout::gui
