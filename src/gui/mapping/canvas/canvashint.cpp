#include "gui/mapping/canvas/canvashint.h"

#include "gui/mapping/canvas/canvaswords.h"
#include "gui/widgets/parts.h"

#include <QAccessible>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {
constexpr int kGap = 12;     ///< from the edge of the canvas
constexpr int kMargins = 32; ///< both, at the sides
constexpr int kNarrowest = 80;
} // namespace

CanvasHint::CanvasHint(QWidget* canvas)
    : QLabel(canvas)
{
    setObjectName(u"canvasHint"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setTextFormat(Qt::PlainText);
    setMargin(6);
    hide();
}

void CanvasHint::say(const QString& text, Kind kind)
{
    setText(oneLine(text));
    setKind(this, kind == Kind::Refusal ? u"banner-bad"_s : u"accent"_s);
    setVisible(!text.isEmpty());
    if (text.isEmpty()) return;
    raise();
    setAccessibleName(text);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void CanvasHint::place(const QList<QRect>& keptFree)
{
    const QSize room = parentWidget()->size();
    setMaximumWidth(std::max(kNarrowest, room.width() - kMargins));
    adjustSize();
    const QRect below(QPoint((room.width() - width()) / 2, room.height() - height() - kGap), size());
    const bool covers = std::any_of(keptFree.begin(), keptFree.end(),
                                    [&below](const QRect& place) { return place.intersects(below); });
    move(below.left(), covers ? kGap : below.top());
}

} // namespace tieout::gui
