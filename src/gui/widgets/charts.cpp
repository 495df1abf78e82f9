#include "gui/widgets/charts.h"

#include "gui/widgets/say.h"
#include "gui/widgets/tokens.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace tieout::gui {
namespace {

qint64 highest(const QList<model::RunDay>& days)
{
    qint64 top = 1;
    for (const model::RunDay& day : days)
        top = std::max(top, day.written + day.attention);
    return top;
}

QString dayInWords(const model::RunDay& day, const QLocale& locale)
{
    return say("%1: %2 written, %3 held or failed")
        .arg(locale.toString(day.day, QLocale::ShortFormat), locale.toString(day.written),
             locale.toString(day.attention));
}

} // namespace

void paintSparkBars(QPainter& painter, const QRect& rect, const QList<model::RunDay>& days,
                    const QPalette& palette)
{
    if (days.isEmpty()) return;
    const Tokens& t = tokensOf(palette);
    const qreal step = std::min(6.5, rect.width() / qreal(days.size()));
    const qreal top = qreal(highest(days));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (qsizetype i = 0; i < days.size(); ++i) {
        const qreal left = rect.left() + qreal(i) * step;
        const qreal written = std::max(1.0, (rect.height() - 1) * qreal(days[i].written) / top);
        const qreal attention = (rect.height() - 1) * qreal(days[i].attention) / top;
        painter.setBrush(days[i].written > 0 ? t.accent : t.line);
        painter.drawRoundedRect(QRectF(left, rect.bottom() + 1 - written, step - 2, written), 1, 1);
        if (days[i].attention == 0) continue;
        painter.setBrush(t.warn);
        const qreal height = std::max(2.0, attention);
        painter.drawRoundedRect(QRectF(left, rect.bottom() - written - height, step - 2, height), 1, 1);
    }
    painter.restore();
}

QString daysInWords(const QList<model::RunDay>& days, const QLocale& locale)
{
    QStringList lines;
    for (const model::RunDay& day : days) {
        if (day.written + day.attention > 0) lines += dayInWords(day, locale);
    }
    if (lines.isEmpty()) return say("No records on these days");
    return lines.join(u'\n');
}

StackedBars::StackedBars(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Records a day"));
}

void StackedBars::setDays(const QList<model::RunDay>& days)
{
    m_days = days;
    setAccessibleDescription(daysInWords(days, locale()));
    update();
}

QRectF StackedBars::slot(int index) const
{
    const qreal width = (this->width() - 8) / qreal(std::max<qsizetype>(1, m_days.size()));
    return {4 + index * width, 0, width, qreal(height())};
}

void StackedBars::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPixelSize(12);
    painter.setFont(small);
    const qreal base = height() - 22;
    const qreal top = qreal(highest(m_days));
    painter.setPen(QPen(t.line, 1));
    painter.drawLine(QPointF(0, base + 0.5), QPointF(width(), base + 0.5));
    for (int i = 0; i < m_days.size(); ++i) {
        const model::RunDay& day = m_days[i];
        const QRectF area = slot(i);
        const qreal bar = std::min(26.0, area.width() * 0.6);
        const qreal left = area.center().x() - bar / 2;
        const qreal written = (base - 8) * qreal(day.written) / top;
        const qreal attention = (base - 8) * qreal(day.attention) / top;
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accent);
        if (written > 0) painter.drawRoundedRect(QRectF(left, base - written, bar, written), 2, 2);
        painter.setBrush(t.warn);
        if (attention > 0) {
            const qreal height = std::max(3.0, attention);
            painter.drawRoundedRect(QRectF(left, base - written - height - 1, bar, height), 2, 2);
        }
        painter.setPen(t.muted);
        painter.drawText(QRectF(area.left(), base + 4, area.width(), 18), Qt::AlignCenter,
                         locale().toString(day.day.day()));
    }
}

bool StackedBars::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        for (int i = 0; i < m_days.size(); ++i) {
            if (slot(i).contains(help->pos()))
                QToolTip::showText(help->globalPos(), dayInWords(m_days[i], locale()));
        }
        return true;
    }
    return QWidget::event(event);
}

Gauge::Gauge(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Gauge::set(const QString& title, std::optional<qint64> remaining, qint64 of)
{
    m_title = title;
    m_remaining = remaining.value_or(0);
    m_of = of;
    //: %1 calls of %2 that the system allows in a day
    m_numbers = remaining ? tr("%1 of %2").arg(locale().toString(*remaining), locale().toString(of))
                          : tr("not known yet");
    setAccessibleName(title);
    setAccessibleDescription(m_numbers);
    update();
}

void Gauge::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPixelSize(13);
    painter.setFont(small);
    const int numbers = painter.fontMetrics().horizontalAdvance(m_numbers) + 12;
    painter.setPen(t.text);
    const QRect words(0, 0, width() - numbers, 20);
    painter.drawText(words, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_title, Qt::ElideRight, words.width()));
    painter.setPen(t.muted);
    painter.drawText(QRect(width() - numbers, 0, numbers, 20), Qt::AlignVCenter | Qt::AlignRight, m_numbers);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.line);
    painter.drawRoundedRect(QRectF(0, 25, width(), 6), 3, 3);
    const qreal share = m_of > 0 ? std::clamp(qreal(m_remaining) / qreal(m_of), 0.0, 1.0) : 0.0;
    painter.setBrush(share < 0.1 ? t.bad : share < 0.25 ? t.warn : t.accent);
    if (share > 0) painter.drawRoundedRect(QRectF(0, 25, std::max(6.0, width() * share), 6), 3, 3);
}

} // namespace tieout::gui
