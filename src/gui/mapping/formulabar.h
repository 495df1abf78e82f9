#pragma once

#include "gui/mapping/worksheet.h"
#include "gui/widgets/parts.h"

class QToolButton;

namespace tieout::gui {

class FormulaEdit;
struct FormulaMark;

/// The line of Excel beneath the map: the chosen target's formula in the reader's words, its result for the
/// sample, and how that came about or what is wrong. What is typed goes into the draft at once. Owned by the
/// map editor.
class FormulaBar final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormulaBar)
  public:
    explicit FormulaBar(Worksheet& sheet, QWidget* parent = nullptr);

    /// Empty = no target is chosen.
    void setTarget(const QString& target);
    [[nodiscard]] QString target() const { return m_target; }
    /// The keyboard goes to the formula.
    void edit();
    [[nodiscard]] FormulaEdit* editor() const { return m_edit; }

  Q_SIGNALS:
    /// Enter or Esc: the keyboard goes back to where the target was chosen.
    void done();
    void whyWanted(const QString& target);
    void lookupWanted(const QString& table);
    void listOptionsWanted(const QString& list);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build();
    void refresh();
    void showFormula();
    void showResult(const mapping::TreeNode& node);
    void showStory();
    void typed();
    void accept();
    void takeBack();
    void followLink(const QString& link);
    void chooseWhenEmpty();
    [[nodiscard]] bool isList() const;
    /// What the findings and the sample say about places of the formula.
    [[nodiscard]] QList<FormulaMark> marks() const;

    Worksheet& m_sheet;
    QString m_target;
    bool m_typing = false;
    qsizetype m_steps = 0; ///< of the draft before the typing
    QLabel* m_name;
    FormulaEdit* m_edit;
    Tag* m_result;
    QLabel* m_story;
    QLabel* m_hint;
    QPushButton* m_why;
    QPushButton* m_options;
    QPushButton* m_line;
    QToolButton* m_whenEmpty;
};

} // namespace tieout::gui
