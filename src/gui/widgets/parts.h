#pragma once

#include "gui/widgets/tokens.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>

class QBoxLayout;

namespace tieout::gui {

/// A panel with a border. `kind` is a name of the style sheet.
class Card : public QFrame
{
    Q_OBJECT
  public:
    explicit Card(QWidget* parent = nullptr, const QString& kind = {});
    /// A coloured edge on the left: a state, or an organisation's band. It follows the look.
    void setEdge(Tone tone);
    void setBand(int colourIndex);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Tone m_edge = Tone::Plain;
    int m_band = -1;
};

/// One of the program's icons in the colour of a tone; sharp at any scale, and it follows the look.
class IconLabel final : public QWidget
{
    Q_OBJECT
  public:
    IconLabel(QString icon, Tone tone, int size, QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_icon;
    Tone m_tone;
};

/// A state in a coloured box: shape and word, e.g. "▲ 14 held".
class Tag final : public QLabel
{
    Q_OBJECT
  public:
    explicit Tag(QWidget* parent = nullptr);
    Tag(Tone tone, const QString& word, QWidget* parent = nullptr);
    /// Without a word the tag hides.
    void set(Tone tone, const QString& word);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Tone m_tone = Tone::Muted;
};

/// The shape that goes with a tone and a blank, so that no state is told by colour alone.
[[nodiscard]] QString shapeOf(Tone tone);

/// A label that shortens its text with "…" and keeps the whole in the tooltip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
  public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
};

/// The button of the action a screen is for. With an organisation it carries that organisation's colour band.
class PrimaryButton final : public QPushButton
{
    Q_OBJECT
  public:
    explicit PrimaryButton(const QString& text, QWidget* parent = nullptr);
    /// -1 takes the band away.
    void setBand(int colourIndex);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    int m_band = -1;
};

/// What to do when there is nothing to show yet.
class EmptyState final : public QWidget
{
    Q_OBJECT
  public:
    EmptyState(const QString& icon, const QString& title, const QString& text, QWidget* parent = nullptr);
    /// Adds the next step; returns its button.
    QPushButton* addAction(const QString& text);

  private:
    QBoxLayout* m_layout;
};

/// Grey bars in the place of rows that are on their way; shown from 300 ms on. It does not move.
class Skeleton final : public QWidget
{
    Q_OBJECT
  public:
    explicit Skeleton(int rows, QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    int m_rows;
    bool m_visibleBars = false;
};

/// One message on top of a page: what happened and how to fix it, until it is closed.
class Banner final : public QFrame
{
    Q_OBJECT
  public:
    explicit Banner(QWidget* parent = nullptr);
    void showProblem(const QString& what, const QString& fix);
    void showSuccess(const QString& text);

  private:
    void present(const QString& kind, const QString& first, const QString& second);
    QLabel* m_what;
    QLabel* m_fix;
};

/// A label of a kind named in the style sheet.
[[nodiscard]] QLabel* makeLabel(const QString& kind, const QString& text, QWidget* parent = nullptr);
/// The same, for running text: wraps and can be selected.
[[nodiscard]] QLabel* makeParagraph(const QString& kind, const QString& text, QWidget* parent = nullptr);
[[nodiscard]] QPushButton* makeButton(const QString& kind, const QString& text, QWidget* parent = nullptr);
/// For names that people gave: an ampersand is shown, not taken for a shortcut.
[[nodiscard]] QString buttonText(QString text);
/// Changes the kind and lets the style sheet see it.
void setKind(QWidget* widget, const QString& kind);
/// Removes and deletes everything in a layout.
void clearLayout(QLayout* layout);

} // namespace tieout::gui
