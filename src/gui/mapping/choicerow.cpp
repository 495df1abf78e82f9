#include "gui/mapping/choicerow.h"

#include "gui/widgets/tokens.h"

#include <QPainter>

namespace tieout::gui {

void paintChoiceGround(QPainter& painter, const QStyleOptionViewItem& option)
{
    if (!(option.state & QStyle::State_Selected)) return;
    const Tokens& t = tokensOf(option.palette);
    painter.fillRect(option.rect, t.selection);
    painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accent);
}

} // namespace tieout::gui
