#pragma once

#include "model/run.h"

#include <QWidget>

class QPainter;

namespace tieout::gui {

/// Fourteen small bars, written and held on top of each other. Pure; also used inside tables.
void paintSparkBars(QPainter& painter, const QRect& rect, const QList<model::RunDay>& days,
                    const QPalette& palette);
/// The same days in words, for tooltips and screen readers: "21 Nov: 24 written, 2 held or failed".
[[nodiscard]] QString daysInWords(const QList<model::RunDay>& days, const QLocale& locale);

/// Records a day by result as stacked bars; its accessible description is the table of the same numbers.
class StackedBars final : public QWidget
{
    Q_OBJECT
  public:
    explicit StackedBars(QWidget* parent = nullptr);
    void setDays(const QList<model::RunDay>& days);
    [[nodiscard]] QSize sizeHint() const override { return {560, 150}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 110}; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    [[nodiscard]] QRectF slot(int index) const;
    QList<model::RunDay> m_days;
};

/// How much is left of an allowance: a bar with its numbers in words.
class Gauge final : public QWidget
{
    Q_OBJECT
  public:
    explicit Gauge(QWidget* parent = nullptr);
    /// `remaining` is nothing before the system has told it.
    void set(const QString& title, std::optional<qint64> remaining, qint64 of);
    [[nodiscard]] QSize sizeHint() const override { return {300, 34}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 34}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_title;
    QString m_numbers;
    qint64 m_remaining = 0;
    qint64 m_of = 0;
};

} // namespace tieout::gui
