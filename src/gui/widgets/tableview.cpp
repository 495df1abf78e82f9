#include "gui/widgets/tableview.h"

#include "gui/widgets/charts.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr int kMargin = 12;
constexpr int kIndent = 18;
constexpr int kFittedRows = 100;
/// No fitted column takes more of a table than this share.
constexpr double kLargestShare = 0.42;

QFont sized(const QFont& base, int pixels, QFont::Weight weight = QFont::Normal)
{
    QFont font = base;
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

QFont textFont(const QFont& base, const QModelIndex& index)
{
    const QFont font = sized(base, 15, index.data(StrongRole).toBool() ? QFont::DemiBold : QFont::Normal);
    return index.data(FigureRole).toBool() ? figureFont(font) : font;
}

QFont tagFont(const QFont& base)
{
    return sized(base, 13, QFont::DemiBold);
}

bool isTag(const QModelIndex& index)
{
    return index.data(ToneRole).isValid() && Tone(index.data(ToneRole).toInt()) != Tone::Plain;
}

bool isWrapping(const QStyleOptionViewItem& option)
{
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    return table && table->wordWrap();
}

/// Breaks the text of a layout into lines of this width and returns their height.
qreal breakLines(QTextLayout& layout, qreal width, Qt::Alignment across)
{
    QTextOption option(across);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

QString linesOf(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
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
    // Where cells are edited, the keyboard stands in one of them.
    if (selected && view && view->hasFocus() && view->editTriggers() != QAbstractItemView::NoEditTriggers &&
        index == view->currentIndex()) {
        painter->setPen(t.accent);
        painter->drawRect(option.rect.adjusted(index.column() == 0 ? 3 : 0, 0, -1, -2));
    }
    const int indent = index.data(IndentRole).toInt() * kIndent;
    const QRect area = option.rect.adjusted(kMargin + indent, 0, -kMargin, -1);
    const QVariant days = index.data(DaysRole);
    if (days.isValid()) {
        QRect bars(area.left(), 0, std::min(area.width(), 92), 22);
        bars.moveTop(area.center().y() - 11);
        paintSparkBars(*painter, bars, days.value<QList<model::RunDay>>(), option.palette);
    } else if (isTag(index)) {
        paintTag(*painter, option, index, area);
    } else {
        paintText(*painter, option, index, area);
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    const int least = table ? table->verticalHeader()->defaultSectionSize() : 0;
    if (isTag(index))
        return {QFontMetrics(tagFont(option.font)).horizontalAdvance(text) + 17 + 2 * kMargin, least};
    const QFont font = textFont(option.font, index);
    const int second =
        QFontMetrics(sized(option.font, 13)).horizontalAdvance(index.data(SubtitleRole).toString());
    const int width = std::max(QFontMetrics(font).horizontalAdvance(text), second) + 1 + 2 * kMargin;
    if (!isWrapping(option)) return {width, least};
    QTextLayout layout(linesOf(text), font);
    const qreal height = breakLines(layout, table->columnWidth(index.column()) - 2 * kMargin, Qt::AlignLeft);
    return {width, std::max(least, int(std::ceil(height)) + 16)};
}

void CellDelegate::paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                             const QRect& area) const
{
    const Tokens& t = tokensOf(option.palette);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString subtitle = index.data(SubtitleRole).toString();
    const QVariant aligned = index.data(Qt::TextAlignmentRole);
    const int across = aligned.isValid() ? aligned.toInt() & Qt::AlignHorizontal_Mask : int(Qt::AlignLeft);
    painter.setFont(textFont(option.font, index));
    painter.setPen(index.data(QuietRole).toBool() ? t.muted : t.text);
    if (isWrapping(option)) {
        QTextLayout layout(linesOf(text), painter.font());
        const qreal height = breakLines(layout, area.width(), Qt::Alignment(across));
        return layout.draw(&painter, QPointF(area.left(), area.top() + (area.height() - height) / 2));
    }
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
    painter.setFont(tagFont(option.font));
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
    m_fitted.clear();
    contentChanged();
}

void TableView::setRowHeight(int pixels)
{
    verticalHeader()->setDefaultSectionSize(pixels);
}

void TableView::setWrapping()
{
    setWordWrap(true);
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
    m_fitted.clear();
    contentChanged();
    if (!model) return;
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_fitted.clear();
        contentChanged();
    });
    connect(model, &QAbstractItemModel::dataChanged, this, &TableView::contentGrew);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TableView::contentGrew);
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

void TableView::contentChanged()
{
    fitColumns();
    shareWidth();
}

void TableView::contentGrew()
{
    if (std::exchange(m_growing, true)) return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_growing = false;
            contentChanged();
        },
        Qt::QueuedConnection);
}

void TableView::fitColumns()
{
    if (!model() || m_widths.size() != model()->columnCount() || !m_widths.contains(kFit)) return;
    m_fitted.resize(m_widths.size());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int top = std::max(0, rowAt(0));
    for (int column = 0; column < m_widths.size(); ++column) {
        if (m_widths[column] != kFit) continue;
        int width = std::max(m_fitted[column], horizontalHeader()->sectionSizeHint(column));
        const auto measure = [&](int first) {
            const int end = std::min(model()->rowCount(), first + kFittedRows);
            for (int row = first; row < end; ++row)
                width =
                    std::max(width, itemDelegate()->sizeHint(option, model()->index(row, column)).width());
        };
        measure(0);
        if (top >= kFittedRows) measure(top);
        m_fitted[column] = width;
    }
}

void TableView::shareWidth()
{
    if (!model() || m_widths.size() != model()->columnCount()) return;
    const int room = viewport()->width();
    int fixed = 0;
    int shares = 0;
    QList<int> widths = m_widths;
    for (int column = 0; column < widths.size(); ++column) {
        if (widths[column] == kFit)
            widths[column] = std::max(24, std::min(m_fitted.value(column), int(room * kLargestShare)));
        (widths[column] > 0 ? fixed : shares) += std::abs(widths[column]);
    }
    const int left = std::max(0, room - fixed);
    for (int column = 0; column < widths.size(); ++column)
        setColumnWidth(column,
                       widths[column] > 0 ? widths[column] : left * -widths[column] / std::max(1, shares));
    if (wordWrap()) resizeRowsToContents();
}

} // namespace tieout::gui
