#pragma once

#include "gui/shell/page.h"
#include "gui/widgets/windowmodel.h"
#include "mapping/missingrow.h"
#include "wording/sentences.h"

class QLineEdit;
class QPlainTextEdit;
class QScrollArea;

namespace tieout::gui {

class MatchChoice;
class TableView;

/// One problem, always in this order: what happened, which record, why, how to fix, next; technical details
/// folded; the other records with the same cause beneath. Part of ProblemsPage.
class ProblemDetails final : public Card
{
    Q_OBJECT
  public:
    ProblemDetails(Desk& desk, Answers& answers, QWidget* parent = nullptr);
    void showGroup(const model::ProblemGroup& group, const model::ProblemFilter& filter);

  Q_SIGNALS:
    void failed(const tieout::Error& error);
    void done(const QString& text);
    void go(const tieout::gui::Place& place);

  private:
    void buildFacts();
    void buildActions(QVBoxLayout* layout);
    void buildFold(QVBoxLayout* layout);
    void show(const model::Problem& problem);
    void showRecord(const model::Problem& problem);
    void showRemedy(const model::Problem& problem, const wording::Sentence& sentence);
    void remedy();
    void offerValues();
    void addLookupRow();
    void retry();
    void retryCause();
    void skip();
    void finish(const Result<model::RunReport>& run);
    [[nodiscard]] QVariant cell(const model::Problem& problem, int column, int role) const;

    Desk& m_desk;
    Answers& m_answers;
    model::ProblemGroup m_group;
    model::Problem m_problem;
    wording::Remedy m_remedy = wording::Remedy::None;
    std::optional<mapping::MissingRow> m_missing;
    QVBoxLayout* m_layout;
    Tag* m_tag;
    QLabel* m_what;
    QLabel* m_record;
    QPushButton* m_source;
    QPushButton* m_target;
    QLabel* m_why;
    QLabel* m_fix;
    QLabel* m_next;
    MatchChoice* m_choice;
    QWidget* m_rowForm;
    QLabel* m_rowKey;
    QLineEdit* m_rowValue;
    PrimaryButton* m_fixButton;
    QPushButton* m_retry;
    QPushButton* m_retryCause;
    QPushButton* m_skip;
    QPushButton* m_fold;
    QPlainTextEdit* m_technical;
    QLabel* m_alsoTitle;
    TableView* m_also;
    RowWindow<model::Problem>* m_model;
};

} // namespace tieout::gui
