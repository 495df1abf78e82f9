#pragma once

#include "gui/shell/page.h"

class QButtonGroup;
class QRadioButton;
class QVBoxLayout;

namespace tieout::gui {

/// Asks which of the records that a problem names is meant, or whether a new one is to be made; shows what
/// was said before and takes it back. Hidden when there is nothing to decide. Part of ProblemDetails.
class MatchChoice final : public QWidget
{
    Q_OBJECT
  public:
    MatchChoice(Desk& desk, Answers& answers, QWidget* parent = nullptr);
    void ask(const model::Problem& problem);

  Q_SIGNALS:
    void failed(const tieout::Error& error);
    void done(const QString& text);
    /// The records that waited were tried again.
    void tried(const tieout::model::RunReport& run);

  private:
    void show(const service::MatchQuestion& question);
    void showChoices(const service::MatchQuestion& question);
    void showSaid(const model::Decision& decision);
    void nameButton();
    void decide();
    void takeBack();
    void addChoice(int id, const QString& title, const QString& details, bool usable);
    [[nodiscard]] QString detailsOf(const model::Candidate& candidate) const;
    [[nodiscard]] int bandOf(const QString& flow) const;

    Desk& m_desk;
    Answers& m_answers;
    model::Problem m_problem;
    QList<service::MatchQuestion::Choice> m_shown; ///< by button id
    QLabel* m_heading;
    QWidget* m_choices;
    QVBoxLayout* m_lines;
    QButtonGroup* m_group;
    PrimaryButton* m_decide;
    QLabel* m_said;
    QPushButton* m_takeBack;
};

} // namespace tieout::gui
