#include "gui/widgets/tableview.h"

#include "gui/widgets/charts.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tieout::gui
{
namespace
{

constexpr int kMargin = 12;

QFont sized(const QFont& base, int pixels, QFont::Weight weight = QFont::Normal)
{
    QFont font = base;
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

} // namespace

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const Tokens& t = tokensOf(option.palette);
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    if (selected)
        painter->fillRect(option.rect, t.selection);
    else if (hovered)
        painter->fillRect(option.rect, t.row);
    // The last row needs no line where the frame of the table follows it.
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (!view || option.rect.bottom() < view->viewport()->height() - 3)
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
    const QVariant band = index.data(BandRole);
    if (band.isValid())
        painter->fillRect(option.rect.adjusted(0, 6, -(option.rect.width() - 4), -6),
                          bandColour(option.palette, band.toInt()));
    // The row under the keyboard is framed at its left edge, besides its background.
    if (selected && index.column() == 0 && (option.widget && option.widget->hasFocus()))
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1),
                          t.accent);
    const QRect area = option.rect.adjusted(kMargin, 0, -kMargin, -1);
    const QVariant days = index.data(DaysRole);
    if (days.isValid()) {
        QRect bars(area.left(), 0, std::min(area.width(), 92), 22);
        bars.moveTop(area.center().y() - 11);
        paintSparkBars(*painter, bars, days.value<QList<model::RunDay>>(), option.palette);
    } else if (index.data(ToneRole).isValid() && Tone(index.data(ToneRole).toInt()) != Tone::Plain) {
        paintTag(*painter, option, index, area);
    } else {
        paintText(*painter, option, index, area);
    }
    painter->restore();
}

void CellDelegate::paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                             const QRect& area) const
{
    const Tokens& t = tokensOf(option.palette);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString subtitle = index.data(SubtitleRole).toString();
    const QVariant aligned = index.data(Qt::TextAlignmentRole);
    const int across = aligned.isValid() ? aligned.toInt() & Qt::AlignHorizontal_Mask : int(Qt::AlignLeft);
    QFont font = sized(option.font, 15, index.data(StrongRole).toBool() ? QFont::DemiBold : QFont::Normal);
    if (index.data(FigureRole).toBool()) font = figureFont(font);
    painter.setFont(font);
    painter.setPen(index.data(QuietRole).toBool() ? t.muted : t.text);
    QRect line = area;
    if (!subtitle.isEmpty()) line.setBottom(area.center().y() + 1);
    painter.drawText(line, across | (subtitle.isEmpty() ? Qt::AlignVCenter : Qt::AlignBottom),
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    if (subtitle.isEmpty()) return;
    painter.setFont(sized(option.font, 13));
    painter.setPen(t.muted);
    QRect below = area;
    below.setTop(area.center().y() + 3);
    painter.drawText(below, across | Qt::AlignTop,
                     painter.fontMetrics().elidedText(subtitle, Qt::ElideRight, below.width()));
}

void CellDelegate::paintTag(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                            const QRect& area) const
{
    const Tokens& t = tokensOf(option.palette);
    const auto tone = Tone(index.data(ToneRole).toInt());
    const QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty()) return;
    painter.setFont(sized(option.font, 13, QFont::DemiBold));
    painter.setRenderHint(QPainter::Antialiasing);
    const int wanted = painter.fontMetrics().horizontalAdvance(text) + 16;
    QRect box(area.left(), 0, std::min(wanted, area.width()), 22);
    box.moveTop(area.center().y() - 11);
    painter.setPen(tone == Tone::Muted ? QPen(t.line) : QPen(Qt::NoPen));
    painter.setBrush(backgroundOf(t, tone));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setPen(foregroundOf(t, tone));
    painter.drawText(box, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width() - 12));
}

TableView::TableView(const QString& name, QWidget* parent)
    : QTableView(parent)
{
    setAccessibleName(name);
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(24);
    setRowHeight(40);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT rowOpened(index.row()); });
}

void TableView::setColumns(QList<int> widths)
{
    m_widths = std::move(widths);
    shareWidth();
}

void TableView::setRowHeight(int pixels)
{
    verticalHeader()->setDefaultSectionSize(pixels);
}

void TableView::fitRows(int rows)
{
    const int shown = model() ? std::min(rows, model()->rowCount()) : 0;
    horizontalHeader()->ensurePolished();
    setFixedHeight(horizontalHeader()->sizeHint().height() + shown * verticalHeader()->defaultSectionSize());
    setVerticalScrollBarPolicy(model() && model()->rowCount() > rows ? Qt::ScrollBarAsNeeded
                                                                     : Qt::ScrollBarAlwaysOff);
}

void TableView::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    shareWidth();
}

void TableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() && current.row() != previous.row()) Q_EMIT rowChosen(current.row());
    viewport()->update();
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowOpened(currentIndex().row());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::shareWidth()
{
    if (!model() || m_widths.size() != model()->columnCount()) return;
    int fixed = 0;
    int shares = 0;
    for (const int width : m_widths)
        (width > 0 ? fixed : shares) += std::abs(width);
    const int left = std::max(0, viewport()->width() - fixed);
    for (int column = 0; column < m_widths.size(); ++column) {
        const int width = m_widths[column];
        setColumnWidth(column, width > 0 ? width : left * -width / std::max(1, shares));
    }
}

} // namespace tieout::gui
