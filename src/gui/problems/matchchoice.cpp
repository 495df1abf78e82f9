#include "gui/problems/matchchoice.h"

#include "gui/widgets/when.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

/// The choice that is none of the candidates.
constexpr int kNew = 1000;

} // namespace

MatchChoice::MatchChoice(Desk& desk, Answers& answers, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_answers(answers)
    , m_heading(makeLabel(u"strong"_s, tr("Which one is it?")))
    , m_choices(new QWidget)
    , m_lines(new QVBoxLayout(m_choices))
    , m_group(new QButtonGroup(this))
    , m_decide(new PrimaryButton(tr("It is this one")))
    , m_said(makeParagraph(u"plain"_s, {}))
    , m_takeBack(makeButton(u"small"_s, tr("Take back")))
{
    m_decide->setObjectName(u"decideMatch"_s);
    m_takeBack->setToolTip(tr("Nothing was done with it yet; the question is asked again"));
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_choices);
    layout->addWidget(m_decide, 0, Qt::AlignLeft);
    layout->addWidget(m_said);
    layout->addWidget(m_takeBack, 0, Qt::AlignLeft);
    connect(m_group, &QButtonGroup::idToggled, this, &MatchChoice::nameButton);
    connect(m_decide, &QPushButton::clicked, this, &MatchChoice::decide);
    connect(m_takeBack, &QPushButton::clicked, this, &MatchChoice::takeBack);
    hide();
}

void MatchChoice::ask(const model::Problem& problem)
{
    if (m_problem.id != problem.id) {
        hide();
        m_shown.clear();
    }
    m_problem = problem;
    if (problem.state != model::ProblemState::Open && problem.state != model::ProblemState::Retrying)
        return hide();
    m_answers.ask(m_desk.workbench->matchQuestion(problem.id),
                  [this, id = problem.id](const Result<service::MatchQuestion>& question) {
                      if (id != m_problem.id) return;
                      if (!question) return Q_EMIT failed(question.error());
                      show(*question);
                  });
}

void MatchChoice::show(const service::MatchQuestion& question)
{
    const bool said = question.decision.has_value();
    const bool open = question.isOpen() && !said;
    for (QWidget* part : {static_cast<QWidget*>(m_heading), m_choices, static_cast<QWidget*>(m_decide)})
        part->setVisible(open);
    m_said->setVisible(said);
    m_takeBack->setVisible(said);
    m_takeBack->setEnabled(true);
    if (open) showChoices(question);
    if (said) showSaid(*question.decision);
    setVisible(open || said);
}

QString MatchChoice::detailsOf(const model::Candidate& candidate) const
{
    QStringList parts;
    if (!candidate.email.isEmpty()) parts += candidate.email;
    if (!candidate.number.isEmpty() && candidate.number != candidate.takenBy) parts += candidate.number;
    //: %1 is the number of a record in the source
    if (!candidate.takenBy.isEmpty()) parts += tr("belongs to %1 already").arg(candidate.takenBy);
    return parts.join(u" · "_s);
}

/// The name is the button; what tells it apart stands beneath, where it may take several lines.
void MatchChoice::addChoice(int id, const QString& title, const QString& details, bool usable)
{
    auto* button = new QRadioButton(buttonText(title));
    button->setEnabled(usable);
    button->setAccessibleName(title);
    button->setAccessibleDescription(details);
    m_group->addButton(button, id);
    m_lines->addWidget(button);
    if (details.isEmpty()) return;
    auto* line = makeParagraph(u"small"_s, details);
    line->setContentsMargins(26, 0, 0, 0);
    m_lines->addWidget(line);
}

void MatchChoice::showChoices(const service::MatchQuestion& question)
{
    // A list that is only read again keeps what somebody has chosen in it.
    if (m_shown == question.choices) return;
    m_shown = question.choices;
    clearLayout(m_lines);
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        const model::Candidate& candidate = m_shown[i].candidate;
        const QString title = candidate.title.isEmpty() ? tr("(no name)") : candidate.title;
        addChoice(int(i), title, detailsOf(candidate), m_shown[i].usable);
    }
    addChoice(kNew,
              m_shown.size() > 1 ? tr("None of these: make a new one") : tr("Another one: make a new one"),
              {}, true);
    // Nothing is chosen beforehand: it is the person's word, not the program's.
    m_decide->setBand(bandOf(m_problem.flow));
    nameButton();
}

void MatchChoice::showSaid(const model::Decision& decision)
{
    const QString who = decision.decidedBy.isEmpty() ? tr("Somebody") : decision.decidedBy;
    const QString when = formatNear(decision.decidedAt, m_desk.workbench->now(), locale());
    //: %1 is a person, %2 a time, %3 a record
    m_said->setText(
        decision.kind == model::Decision::Kind::MakeNew
            ? tr("%1 said (%2): make a new one. The next run uses it.").arg(who, when)
            : tr("%1 said (%2): it is “%3”. The next run uses it.").arg(who, when, decision.targetTitle));
}

void MatchChoice::nameButton()
{
    m_decide->setText(m_group->checkedId() == kNew ? tr("Make a new one") : tr("It is this one"));
    m_decide->setEnabled(m_group->checkedId() >= 0);
}

int MatchChoice::bandOf(const QString& flow) const
{
    for (const service::FlowSummary& summary : m_desk.workbench->flows()) {
        if (summary.flow.id != flow) continue;
        for (const model::Connection& connection : m_desk.workbench->connections())
            if (connection.id == summary.flow.to.connection) return connection.colour;
    }
    return -1;
}

void MatchChoice::decide()
{
    const int chosen = m_group->checkedId();
    if (chosen < 0) return;
    m_decide->setEnabled(false);
    const QString candidate = chosen == kNew ? QString() : m_shown.value(chosen).candidate.id;
    using Answer = Result<std::optional<model::RunReport>>;
    m_answers.ask(m_desk.workbench->decide(m_problem.id, candidate), [this](const Answer& answer) {
        m_decide->setEnabled(true);
        if (!answer) return Q_EMIT failed(answer.error());
        if (*answer) return Q_EMIT tried(**answer);
        Q_EMIT done(tr("Kept. The sync is running; its next run uses it."));
    });
}

void MatchChoice::takeBack()
{
    m_takeBack->setEnabled(false);
    m_answers.ask(m_desk.workbench->takeBackDecision(m_problem.id), [this](const Result<void>& back) {
        m_takeBack->setEnabled(true);
        if (!back) return Q_EMIT failed(back.error());
        Q_EMIT done(tr("Taken back. It is asked again."));
        ask(m_problem);
    });
}

} // namespace tieout::gui
