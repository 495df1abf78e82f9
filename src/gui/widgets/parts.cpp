#include "gui/widgets/parts.h"

#include "gui/widgets/icons.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {

Card::Card(QWidget* parent, const QString& kind)
    : QFrame(parent)
{
    if (!kind.isEmpty()) setProperty("kind", kind);
}

void Card::setEdge(Tone tone)
{
    m_edge = tone;
    update();
}

void Card::setBand(int colourIndex)
{
    m_band = colourIndex;
    update();
}

void Card::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (m_edge == Tone::Plain && m_band < 0) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    QPainterPath strip;
    strip.addRect(QRectF(0, 0, m_band >= 0 ? 6 : 4, height()));
    const QColor colour =
        m_band >= 0 ? bandColour(palette(), m_band) : foregroundOf(tokensOf(palette()), m_edge);
    painter.fillPath(shape.intersected(strip), colour);
}

IconLabel::IconLabel(QString icon, Tone tone, int size, QWidget* parent)
    : QWidget(parent)
    , m_icon(std::move(icon))
    , m_tone(tone)
{
    setFixedSize(size, size);
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintIcon(painter, rect(), m_icon, foregroundOf(tokensOf(palette()), m_tone));
}

QString shapeOf(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return {};
    case Tone::Ok:
        return u"✓ "_s;
    case Tone::Warn:
        return u"◆ "_s;
    case Tone::Bad:
        return u"▲ "_s;
    case Tone::Muted:
        return u"– "_s;
    case Tone::Accent:
        return u"◐ "_s;
    }
    return {};
}

Tag::Tag(QWidget* parent)
    : QLabel(parent)
{
    QFont bold = font();
    bold.setPixelSize(13);
    bold.setWeight(QFont::DemiBold);
    setFont(bold);
    setContentsMargins(8, 2, 8, 2);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

Tag::Tag(Tone tone, const QString& word, QWidget* parent)
    : Tag(parent)
{
    set(tone, word);
}

void Tag::set(Tone tone, const QString& word)
{
    m_tone = tone;
    setText(word.isEmpty() ? QString() : shapeOf(tone) + word);
    setAccessibleName(word);
    setVisible(!word.isEmpty());
    update();
}

void Tag::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_tone == Tone::Muted || m_tone == Tone::Plain ? QPen(t.line) : QPen(Qt::NoPen));
    painter.setBrush(backgroundOf(t, m_tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setPen(foregroundOf(t, m_tone));
    painter.drawText(contentsRect(), Qt::AlignCenter, text());
}

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent)
    : QLabel(text, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u"mmm…"_s), QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    setToolTip(shown == text() ? QString() : text());
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), int(alignment() | Qt::AlignVCenter), shown);
}

PrimaryButton::PrimaryButton(const QString& text, QWidget* parent)
    : QPushButton(text, parent)
{
    setProperty("kind", u"primary"_s);
}

void PrimaryButton::setBand(int colourIndex)
{
    m_band = colourIndex;
    updateGeometry();
    update();
}

QSize PrimaryButton::sizeHint() const
{
    return QPushButton::sizeHint() + QSize(m_band >= 0 ? 8 : 0, 0);
}

void PrimaryButton::paintEvent(QPaintEvent* event)
{
    QPushButton::paintEvent(event);
    if (m_band < 0) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()), 6, 6);
    painter.setClipPath(shape);
    painter.fillRect(QRect(0, 0, 6, height()), bandColour(palette(), m_band));
    painter.fillRect(QRect(6, 0, 1, height()), tokensOf(palette()).panel);
}

EmptyState::EmptyState(const QString& icon, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    auto* picture = new IconLabel(icon, Tone::Muted, 48);
    auto* heading = makeLabel(u"heading"_s, title);
    auto* body = makeParagraph(u"muted"_s, text);
    body->setAlignment(Qt::AlignHCenter);
    body->setFixedWidth(520);
    m_layout->addStretch(2);
    m_layout->setSpacing(10);
    m_layout->addWidget(picture, 0, Qt::AlignHCenter);
    m_layout->addWidget(heading, 0, Qt::AlignHCenter);
    // Between springs and not aligned: only so does its height follow from its width.
    auto* line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(body);
    line->addStretch(1);
    m_layout->addLayout(line);
    m_layout->addStretch(3);
}

QPushButton* EmptyState::addAction(const QString& text)
{
    auto* button = new PrimaryButton(text);
    m_layout->insertWidget(m_layout->count() - 1, button, 0, Qt::AlignHCenter);
    return button;
}

Skeleton::Skeleton(int rows, QWidget* parent)
    : QWidget(parent)
    , m_rows(rows)
{
    setAccessibleName(tr("Loading"));
    QTimer::singleShot(300, this, [this] {
        m_visibleBars = true;
        update();
    });
}

void Skeleton::paintEvent(QPaintEvent*)
{
    if (!m_visibleBars) return;
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.line);
    for (int row = 0; row < m_rows; ++row) {
        const int top = 16 + row * 52;
        painter.drawRoundedRect(QRectF(12, top, width() * (0.24 + 0.05 * (row % 3)), 12), 4, 4);
        painter.drawRoundedRect(QRectF(12, top + 19, width() * 0.14, 8), 4, 4);
        painter.drawRoundedRect(QRectF(width() * 0.7, top + 6, width() * 0.2, 12), 4, 4);
    }
}

Banner::Banner(QWidget* parent)
    : QFrame(parent)
    , m_what(makeParagraph(u"strong"_s, {}))
    , m_fix(makeParagraph(u"plain"_s, {}))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 10, 10, 10);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_what);
    texts->addWidget(m_fix);
    auto* close = makeButton(u"small"_s, tr("Close"));
    close->setAccessibleName(tr("Close this message"));
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    layout->addLayout(texts, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    hide();
}

void Banner::showProblem(const QString& what, const QString& fix)
{
    present(u"banner-bad"_s, what, fix);
}

void Banner::showSuccess(const QString& text)
{
    present(u"banner-ok"_s, text, {});
}

void Banner::present(const QString& kind, const QString& first, const QString& second)
{
    setKind(this, kind);
    m_what->setText(first);
    m_fix->setText(second);
    m_fix->setVisible(!second.isEmpty());
    setAccessibleName(first);
    show();
}

QLabel* makeLabel(const QString& kind, const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setProperty("kind", kind);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel* makeParagraph(const QString& kind, const QString& text, QWidget* parent)
{
    QLabel* label = makeLabel(kind, text, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QPushButton* makeButton(const QString& kind, const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setProperty("kind", kind);
    if (kind == u"chip"_s) button->setCheckable(true);
    if (kind == u"link"_s || kind == u"fold"_s) button->setCursor(Qt::PointingHandCursor);
    return button;
}

QString buttonText(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

void setKind(QWidget* widget, const QString& kind)
{
    widget->setProperty("kind", kind);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        if (QLayout* inner = item->layout()) clearLayout(inner);
        delete item;
    }
}

} // namespace tieout::gui
