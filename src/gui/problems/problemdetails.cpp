#include "gui/problems/problemdetails.h"

#include "gui/problems/matchchoice.h"
#include "gui/widgets/amounts.h"
#include "gui/widgets/say.h"
#include "gui/widgets/tableview.h"
#include "gui/widgets/when.h"
#include "gui/widgets/words.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QToolTip>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr auto kRight = Qt::AlignRight | Qt::AlignVCenter;
constexpr qsizetype kOfferedValues = 200;

} // namespace

ProblemDetails::ProblemDetails(Desk& desk, Answers& answers, QWidget* parent)
    : Card(parent)
    , m_desk(desk)
    , m_answers(answers)
    , m_tag(new Tag)
    , m_what(makeParagraph(u"lead"_s, {}))
    , m_record(makeParagraph(u"plain"_s, {}))
    , m_source(makeButton(u"link"_s, tr("Open the source record")))
    , m_target(makeButton(u"link"_s, tr("Open the target record")))
    , m_why(makeParagraph(u"plain"_s, {}))
    , m_fix(makeParagraph(u"plain"_s, {}))
    , m_next(makeParagraph(u"small"_s, {}))
    , m_choice(new MatchChoice(desk, answers))
    , m_rowForm(new QWidget)
    , m_rowKey(new ElidedLabel)
    , m_rowValue(new QLineEdit)
    , m_fixButton(new PrimaryButton(tr("Fix")))
    , m_retry(makeButton(u"small"_s, tr("Retry")))
    , m_retryCause(makeButton(u"small"_s, tr("Retry all with this cause")))
    , m_skip(makeButton(u"small"_s, tr("Skip with reason…")))
    , m_fold(makeButton(u"fold"_s, tr("▸ Technical details")))
    , m_technical(new QPlainTextEdit)
    , m_alsoTitle(makeLabel(u"caption"_s, tr("Records with this cause")))
    , m_also(new TableView(tr("Records with this cause")))
{
    auto* inside = new QWidget;
    m_layout = new QVBoxLayout(inside);
    m_layout->setContentsMargins(18, 16, 18, 16);
    m_layout->setSpacing(10);
    buildFacts();
    buildActions(m_layout);
    buildFold(m_layout);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1);
    outer->addWidget(scroll);
}

void ProblemDetails::buildFacts()
{
    const auto part = [this](const QString& caption, QWidget* body) {
        auto* box = new QVBoxLayout;
        box->setSpacing(1);
        box->addWidget(makeLabel(u"small"_s, caption));
        box->addWidget(body);
        m_layout->addLayout(box);
        return box;
    };
    m_layout->addWidget(m_tag, 0, Qt::AlignLeft);
    part(tr("What happened"), m_what);
    QVBoxLayout* which = part(tr("Which record"), m_record);
    auto* links = new QHBoxLayout;
    links->setSpacing(14);
    links->addWidget(m_source);
    links->addWidget(m_target);
    links->addStretch(1);
    which->addLayout(links);
    part(tr("Why"), m_why);
    QVBoxLayout* how = part(tr("How to fix"), m_fix);
    auto* form = new QHBoxLayout(m_rowForm);
    form->setContentsMargins(0, 0, 0, 0);
    m_rowKey->setProperty("kind", u"strong"_s);
    form->addWidget(m_rowKey);
    form->addWidget(makeLabel(u"muted"_s, u"→"_s));
    m_rowValue->setAccessibleName(tr("Value of the new lookup row"));
    m_rowValue->setMinimumWidth(180);
    m_rowValue->setMaximumWidth(320);
    form->addWidget(m_rowValue, 1);
    form->addStretch(0);
    auto* act = new QVBoxLayout;
    act->setContentsMargins(0, 6, 0, 0);
    act->setSpacing(8);
    act->addWidget(m_rowForm);
    act->addWidget(m_fixButton, 0, Qt::AlignLeft);
    how->addLayout(act);
    how->addWidget(m_choice);
    connect(m_choice, &MatchChoice::failed, this, &ProblemDetails::failed);
    connect(m_choice, &MatchChoice::done, this, &ProblemDetails::done);
    connect(m_choice, &MatchChoice::tried, this,
            [this](const model::RunReport& run) { finish(Result<model::RunReport>(run)); });
    connect(m_fixButton, &QPushButton::clicked, this, &ProblemDetails::remedy);
    connect(m_rowValue, &QLineEdit::returnPressed, this, &ProblemDetails::remedy);
    connect(m_source, &QPushButton::clicked, this, [this] { m_desk.openLink(QUrl(m_problem.sourceLink)); });
    connect(m_target, &QPushButton::clicked, this, [this] { m_desk.openLink(QUrl(m_problem.targetLink)); });
}

void ProblemDetails::buildActions(QVBoxLayout* layout)
{
    auto* box = new QVBoxLayout;
    box->setSpacing(4);
    box->addWidget(makeLabel(u"small"_s, tr("Next")));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_retry, m_retryCause, m_skip})
        buttons->addWidget(button);
    buttons->addStretch(1);
    box->addLayout(buttons);
    box->addWidget(m_next);
    layout->addLayout(box);
    connect(m_retry, &QPushButton::clicked, this, &ProblemDetails::retry);
    connect(m_retryCause, &QPushButton::clicked, this, &ProblemDetails::retryCause);
    connect(m_skip, &QPushButton::clicked, this, &ProblemDetails::skip);
}

void ProblemDetails::buildFold(QVBoxLayout* layout)
{
    auto* line = new QFrame;
    line->setProperty("kind", u"line"_s);
    layout->addWidget(line);
    layout->addWidget(m_fold, 0, Qt::AlignLeft);
    m_fold->setCheckable(true);
    m_fold->setAccessibleName(tr("Technical details"));
    setKind(m_technical, u"technical"_s);
    m_technical->setReadOnly(true);
    m_technical->setTabChangesFocus(true);
    m_technical->setAccessibleName(tr("Technical details"));
    m_technical->setFixedHeight(180);
    m_technical->hide();
    layout->addWidget(m_technical);
    connect(m_fold, &QPushButton::toggled, this, [this](bool open) {
        m_technical->setVisible(open);
        m_fold->setText(open ? tr("▾ Technical details") : tr("▸ Technical details"));
    });
    m_model = new RowWindow<model::Problem>(
        m_answers, {{tr("Record")}, {tr("Since")}, {tr("Tries"), kRight}, {tr("Amount"), kRight}},
        [this](const model::Problem& problem, int column, int role) { return cell(problem, column, role); },
        this);
    m_also->setModel(m_model);
    m_also->setRowHeight(36);
    m_also->setColumns({-1, TableView::kFit, TableView::kFit, TableView::kFit});
    layout->addWidget(m_alsoTitle);
    layout->addWidget(m_also, 1);
    m_also->setMinimumHeight(116);
    connect(m_model, &WindowModel::failed, this, &ProblemDetails::failed);
    connect(m_model, &WindowModel::refreshed, this, [this] {
        if (m_model->rowCount() > 0) m_also->selectRow(0);
    });
    connect(m_also, &TableView::rowChosen, this, [this](int row) {
        if (const model::Problem* problem = m_model->row(row)) show(*problem);
    });
}

void ProblemDetails::showGroup(const model::ProblemGroup& group, const model::ProblemFilter& filter)
{
    m_group = group;
    model::ProblemFilter cause = filter;
    cause.causeKey = group.causeKey;
    cause.flow = group.flow;
    service::Workbench* bench = m_desk.workbench;
    m_model->setSource(
        [bench, cause] { return bench->countProblems(cause); },
        [bench, cause](qint64 offset, int limit) { return bench->problems(cause, offset, limit); });
    m_model->refresh();
}

void ProblemDetails::show(const model::Problem& problem)
{
    m_problem = problem;
    const wording::Sentence sentence =
        wording::sentenceFor(problem.error, m_desk.workbench->writtenObject(problem.flow));
    const State state = stateOf(problem);
    m_tag->set(state.tone, state.word);
    m_what->setText(sentence.what);
    m_why->setText(sentence.why);
    m_fix->setText(sentence.fix);
    showRecord(problem);
    showRemedy(problem, sentence);
    m_choice->ask(problem);
    const bool open = problem.state == model::ProblemState::Open;
    for (QPushButton* button : {m_retry, m_skip, m_retryCause})
        button->setEnabled(open);
    m_retryCause->setVisible(m_group.records > 1);
    m_retryCause->setText(tr("Retry all %Ln with this cause", nullptr, int(m_group.records)));
    QString next = sentence.next;
    if (problem.state == model::ProblemState::Retrying)
        next = tr("Planned again with the next run of the sync.");
    if (problem.nextTry)
        next = tr("Tried again by itself: %1.")
                   .arg(formatNear(*problem.nextTry, m_desk.workbench->now(), locale()));
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());
    m_technical->setPlainText(u"%1 (%2)\n%3\n\n%4"_s.arg(problem.error.code, kindName(problem.error.kind),
                                                         problem.error.text, problem.technical));
}

void ProblemDetails::showRecord(const model::Problem& problem)
{
    QStringList parts{problem.sourceTitle.isEmpty() ? problem.sourceId : problem.sourceTitle};
    if (!problem.targetNumber.isEmpty()) parts += problem.targetNumber;
    if (problem.amount) parts += formatMoney(*problem.amount, problem.currency, locale());
    parts += tr("first seen: %1").arg(formatNear(problem.firstSeen, m_desk.workbench->now(), locale()));
    if (problem.failures > 1) parts += tr("%Ln tries", nullptr, problem.failures);
    m_record->setText(parts.join(u" · "_s));
    QString source = tr("the source");
    QString target = tr("the target");
    for (const service::FlowSummary& summary : m_desk.workbench->flows()) {
        if (summary.flow.id != problem.flow) continue;
        source = systemTitle(m_desk.workbench->systems(), summary.flow.from.system);
        target = systemTitle(m_desk.workbench->systems(), summary.flow.to.system);
    }
    m_source->setText(tr("Open in %1").arg(source));
    m_target->setText(tr("Open in %1").arg(target));
    m_source->setVisible(!problem.sourceLink.isEmpty());
    m_target->setVisible(!problem.targetLink.isEmpty());
}

void ProblemDetails::showRemedy(const model::Problem& problem, const wording::Sentence& sentence)
{
    m_remedy = sentence.remedy;
    m_missing = m_remedy == wording::Remedy::AddLookupRow ? mapping::missingRow(problem.error) : std::nullopt;
    // What was added once is on its way.
    const bool row = m_missing && problem.state == model::ProblemState::Open;
    m_rowForm->setVisible(row);
    if (row) {
        m_rowKey->setText(m_missing->key);
        m_rowValue->clear();
        m_rowValue->setPlaceholderText(tr("value in “%1”").arg(m_missing->table));
        m_rowValue->setToolTip(m_rowValue->placeholderText());
        m_rowValue->setAccessibleName(tr("Value for %1").arg(m_missing->key));
        offerValues();
    }
    switch (m_remedy) {
    case wording::Remedy::AddLookupRow:
        m_fixButton->setText(tr("Add row and plan %Ln again", "records", int(m_group.records)));
        break;
    case wording::Remedy::SignIn:
        m_fixButton->setText(tr("Sign in"));
        break;
    case wording::Remedy::AllowWriting:
    case wording::Remedy::OpenConnections:
        m_fixButton->setText(tr("Open connections"));
        break;
    case wording::Remedy::Preview:
        m_fixButton->setText(tr("Open the preview"));
        break;
    case wording::Remedy::OpenSync:
        m_fixButton->setText(tr("Open the sync"));
        break;
    case wording::Remedy::Retry:
    case wording::Remedy::None:
        break;
    }
    m_fixButton->setVisible((m_remedy != wording::Remedy::None && m_remedy != wording::Remedy::Retry) &&
                            (m_remedy != wording::Remedy::AddLookupRow || row));
}

void ProblemDetails::remedy()
{
    switch (m_remedy) {
    case wording::Remedy::AddLookupRow:
        addLookupRow();
        break;
    case wording::Remedy::SignIn:
        Q_EMIT go(Place{Screen::Connections, m_problem.error.context.connection, 0, u"reconnect"_s});
        break;
    case wording::Remedy::AllowWriting:
    case wording::Remedy::OpenConnections:
        Q_EMIT go(Place{Screen::Connections, {}, 0, {}});
        break;
    case wording::Remedy::Preview:
        Q_EMIT go(Place{Screen::Syncs, m_problem.flow, 0, u"preview"_s});
        break;
    case wording::Remedy::OpenSync:
        Q_EMIT go(Place{Screen::Syncs, m_problem.flow, 0, u"map"_s});
        break;
    case wording::Remedy::Retry:
    case wording::Remedy::None:
        break;
    }
}

/// Values that the table has already, so that codes need not be typed from memory.
void ProblemDetails::offerValues()
{
    m_answers.ask(m_desk.workbench->lookups(), [this](const Result<QList<model::LookupTable>>& tables) {
        const model::LookupTable* table =
            tables && m_missing ? mapping::namedTable(*tables, m_missing->table) : nullptr;
        QStringList values;
        for (const auto& row : table ? table->rows : QList<model::LookupTable::Row>()) {
            if (values.size() < kOfferedValues && !values.contains(row.value)) values += row.value;
        }
        auto* completer = new QCompleter(values, m_rowValue);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        delete m_rowValue->completer();
        m_rowValue->setCompleter(completer);
    });
}

void ProblemDetails::addLookupRow()
{
    if (!m_missing) return;
    QString value = m_rowValue->text().trimmed();
    if (m_missing->rate) { // typed in the reader's own format
        const auto rate = readNumber(value, locale());
        const bool usable = rate && *rate > Decimal(0);
        if (!value.isEmpty() && !usable)
            QToolTip::showText(m_rowValue->mapToGlobal(m_rowValue->rect().bottomLeft()),
                               tr("A rate is a number above 0."), m_rowValue);
        value = usable ? rate->toString() : QString();
    }
    if (value.isEmpty()) {
        m_rowValue->selectAll();
        m_rowValue->setFocus();
        return;
    }
    m_fixButton->setEnabled(false);
    m_answers.ask(m_desk.workbench->lookups(), [this, missing = *m_missing,
                                                value](const Result<QList<model::LookupTable>>& tables) {
        m_fixButton->setEnabled(true);
        if (!tables) return Q_EMIT failed(tables.error());
        model::LookupTable rates; // the only table that need not be there
        rates.name = missing.table;
        rates.keyLabel = gui::say("Currencies and day");
        rates.valueLabel = gui::say("Rate");
        const auto table = mapping::withRow(*tables, missing, value, rates);
        const auto added = [this, key = missing.key](const Result<void>& saved) {
            if (!saved) return Q_EMIT failed(saved.error());
            Q_EMIT done(tr("Row “%1” added. %Ln held records are planned again with the next run.", nullptr,
                           int(m_group.records))
                            .arg(key));
        };
        m_answers.ask(m_desk.workbench->saveLookup(table), added);
    });
}

void ProblemDetails::retry()
{
    m_retry->setEnabled(false);
    m_answers.ask(m_desk.workbench->retryProblem(m_problem.id),
                  [this](const Result<model::RunReport>& run) { finish(run); });
}

void ProblemDetails::retryCause()
{
    m_retryCause->setEnabled(false);
    m_answers.ask(m_desk.workbench->retryCause(m_group.flow, m_group.causeKey),
                  [this](const Result<model::RunReport>& run) { finish(run); });
}

void ProblemDetails::finish(const Result<model::RunReport>& run)
{
    m_retry->setEnabled(true);
    m_retryCause->setEnabled(true);
    if (!run) return Q_EMIT failed(run.error());
    if (run->fault) return Q_EMIT failed(*run->fault);
    const qint64 written = run->counts.created + run->counts.updated;
    const qint64 still = run->counts.held + run->counts.failed + run->counts.uncertain;
    Q_EMIT done(
        still == 0
            ? tr("Solved: %Ln written.", "records", int(written))
            : tr("%1 written, %2 still need you.").arg(locale().toString(written), locale().toString(still)));
}

void ProblemDetails::skip()
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Skip this record"));
    dialog->setLabelText(tr("Why is it left out? The reason is kept with the record."));
    dialog->setOkButtonText(tr("Skip"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& reason) {
        if (reason.trimmed().isEmpty()) return;
        m_answers.ask(m_desk.workbench->skipProblem(m_problem.id, reason.trimmed()),
                      [this](const Result<void>& skipped) {
                          if (!skipped) return Q_EMIT failed(skipped.error());
                          Q_EMIT done(tr("Skipped. It stays in the log with your reason."));
                      });
    });
    dialog->open();
}

QVariant ProblemDetails::cell(const model::Problem& problem, int column, int role) const
{
    if (role == FigureRole) return column >= 2;
    if (role == Qt::ToolTipRole && column == 0) return problem.sourceTitle;
    if (role == QuietRole) return column == 1 || column == 2;
    if (role != Qt::DisplayRole) return {};
    switch (column) {
    case 0:
        return problem.sourceTitle.isEmpty() ? problem.sourceId : problem.sourceTitle;
    case 1:
        return formatNear(problem.firstSeen, m_desk.workbench->now(), locale());
    case 2:
        return locale().toString(problem.failures);
    case 3:
        return problem.amount ? formatMoney(*problem.amount, problem.currency, locale()) : u"–"_s;
    default:
        return {};
    }
}

} // namespace tieout::gui
