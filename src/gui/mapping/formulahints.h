#pragma once

#include "formula/completion.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace tieout::gui {

/// What can follow in a formula: the signature of the call around the cursor and the list of candidates.
/// Floats over the window beside the text and never takes the keyboard. Owned by its formula editor.
class FormulaHints final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormulaHints)
  public:
    explicit FormulaHints(QWidget* owner);

    void setSignature(const formula::SignatureHelp& help);
    void setCandidates(const QList<formula::Candidate>& candidates);
    [[nodiscard]] bool hasCandidates() const;
    [[nodiscard]] int current() const;
    /// Moves by so many rows and stays inside.
    void move(int rows);
    /// Shows beside a rectangle of the screen: below it, above where there is no room. Hides when empty.
    void showBeside(const QRect& global);
    /// The current candidate as a screen reader says it.
    [[nodiscard]] QString spoken() const;

  Q_SIGNALS:
    void chosen(int candidate);

  private:
    void fit();
    QLabel* m_signature;
    QListWidget* m_list;
    QWidget* m_owner;
};

} // namespace tieout::gui
