#include "gui/mapping/mapheader.h"

#include "gui/mapping/canvas/mappingcanvas.h"
#include "gui/mapping/canvas/treepane.h"
#include "gui/mapping/samplepicker.h"
#include "gui/widgets/parts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr int kHeight = 44;
constexpr int kSearchWidth = 130;
constexpr int kBand = 5;
constexpr int kArrows = 156; ///< both arrows, the margins and the gaps between
constexpr int kLeastName = 160;
constexpr int kMostName = 260;

} // namespace

MapHeader::MapHeader(QWidget* parent)
    : QWidget(parent)
    , m_left(new QWidget(this))
    , m_right(new QWidget(this))
    , m_source(new ElidedLabel)
    , m_target(new ElidedLabel)
    , m_sample(new SamplePicker)
    , m_sourceSearch(makeSearch(Side::Source, tr("Search in the source")))
    , m_targetSearch(makeSearch(Side::Target, tr("Search in the target")))
{
    setFixedHeight(kHeight);
    for (ElidedLabel* label : {m_source, m_target}) {
        label->setProperty("kind", u"strong"_s);
        label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        label->ensurePolished(); // for its width
    }
    auto* left = new QHBoxLayout(m_left);
    left->setContentsMargins(12, 4, 8, 4);
    left->setSpacing(8);
    left->addWidget(m_source, 1);
    left->addWidget(m_sample);
    left->addWidget(m_sourceSearch);
    auto* right = new QHBoxLayout(m_right);
    right->setContentsMargins(12 + kBand + 6, 4, 8, 4);
    right->setSpacing(8);
    right->addWidget(m_target, 1);
    right->addWidget(m_targetSearch);
}

QLineEdit* MapHeader::makeSearch(Side side, const QString& name)
{
    auto* line = new QLineEdit;
    line->setPlaceholderText(tr("Search…"));
    line->setAccessibleName(name);
    line->setClearButtonEnabled(true);
    line->setFixedWidth(kSearchWidth);
    line->setProperty("kind", u"search"_s);
    connect(line, &QLineEdit::textChanged, this,
            [this, side](const QString& text) { Q_EMIT searched(side, text); });
    return line;
}

QLineEdit* MapHeader::search(Side side) const
{
    return side == Side::Source ? m_sourceSearch : m_targetSearch;
}

void MapHeader::setTitles(const QString& source, const QString& target, int band)
{
    m_sourceTitle = source;
    m_source->setToolTip(source);
    m_target->setText(target);
    m_band = band;
    place();
}

void MapHeader::follow(const MappingCanvas* canvas)
{
    m_canvas = canvas;
    if (canvas) {
        for (const Side side : {Side::Source, Side::Target}) {
            canvas->pane(side)->removeEventFilter(this);
            canvas->pane(side)->installEventFilter(this);
        }
    }
    place();
}

bool MapHeader::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move) place();
    return QWidget::eventFilter(watched, event);
}

void MapHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void MapHeader::place()
{
    int left = width() / 2;
    int right = width() / 2;
    if (m_canvas && m_canvas->pane(Side::Target)->width() > 0) {
        // Between the columns nothing stands: the parts may reach into the room over the wires.
        const int spare = m_canvas->pane(Side::Target)->x() - m_canvas->pane(Side::Source)->width();
        left = m_canvas->pane(Side::Source)->width() + std::max(0, spare / 3);
        right = m_canvas->pane(Side::Target)->x();
    }
    // The whole name of the organisation where there is room for it and the record's name.
    const int room = left - kSearchWidth - kArrows;
    const QString system = m_sourceTitle.section(u" · "_s, 0, 0);
    const QFontMetrics metrics(m_source->font());
    const bool whole = metrics.horizontalAdvance(m_sourceTitle) + kLeastName <= room;
    m_source->setText(whole ? m_sourceTitle : system);
    m_sample->setNameWidth(
        std::clamp(room - metrics.horizontalAdvance(m_source->text()), kLeastName / 2, kMostName));
    m_left->setGeometry(0, 0, left, height());
    m_right->setGeometry(right, 0, width() - right, height());
    update();
}

void MapHeader::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    if (m_band >= 0)
        painter.fillRect(QRect(m_right->x() + 12, 12, kBand, height() - 24), bandColour(palette(), m_band));
}

} // namespace tieout::gui
