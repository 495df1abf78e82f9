#include "gui/shell/titlelabel.h"

#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {
constexpr int kSmaller = 14; ///< pixels: two such lines are as tall as the buttons beside
}

TitleLabel::TitleLabel(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QSize TitleLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u"mmm…"_s), QLabel::minimumSizeHint().height()};
}

void TitleLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    bool whole = true;
    if (fontMetrics().horizontalAdvance(text()) <= contentsRect().width())
        painter.drawText(contentsRect(), Qt::AlignLeft | Qt::AlignVCenter, text());
    else
        whole = paintTwoLines(painter);
    setToolTip(whole ? QString() : text());
}

bool TitleLabel::paintTwoLines(QPainter& painter) const
{
    QFont font = this->font();
    font.setPixelSize(kSmaller);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const QRect room = contentsRect();
    QTextLayout layout(text(), font);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (first.isValid()) first.setLineWidth(room.width());
    layout.endLayout();
    const QString rest = text().mid(first.isValid() ? first.textLength() : 0).trimmed();
    const QString second = metrics.elidedText(rest, Qt::ElideRight, room.width());
    if (rest.isEmpty()) { // smaller letters are enough
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, text());
        return true;
    }
    const int top = room.center().y() - metrics.lineSpacing() + 1;
    const QRect line(room.left(), top, room.width(), metrics.lineSpacing());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     text().left(text().size() - rest.size()).trimmed());
    painter.drawText(line.translated(0, line.height()), Qt::AlignLeft | Qt::AlignVCenter, second);
    return second == rest;
}

} // namespace tieout::gui
