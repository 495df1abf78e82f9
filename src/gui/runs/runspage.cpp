#include "gui/runs/runspage.h"

#include "gui/runs/runview.h"
#include "gui/widgets/amounts.h"
#include "gui/widgets/say.h"
#include "gui/widgets/tableview.h"
#include "gui/widgets/when.h"
#include "gui/widgets/words.h"
#include "wording/sentences.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr auto kRight = Qt::AlignRight | Qt::AlignVCenter;

} // namespace

RunsPage::RunsPage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_stack(new QStackedWidget)
    , m_flows(new QComboBox)
{
    m_flows->setAccessibleName(tr("Runs of which sync"));
    addToHeader(m_flows);
    content()->addWidget(m_stack);
    buildList();
    buildRun();
    connect(backButton(), &QPushButton::clicked, this, [this] { Q_EMIT go(Place{Screen::Runs, {}, 0, {}}); });
    connect(m_flows, &QComboBox::currentIndexChanged, this, [this] { m_model->refresh(); });
    connect(&workbench(), &service::Workbench::runFinished, this, &RunsPage::refreshIfListed);
    connect(&workbench(), &service::Workbench::flowsChanged, this, &RunsPage::fillFlows);
    fillFlows();
}

void RunsPage::buildList()
{
    m_table = new TableView(tr("Runs"));
    m_model = new RowWindow<model::RunReport>(
        answers(),
        {{tr("Sync")},
         {tr("Result")},
         {tr("Started")},
         {tr("Created"), kRight},
         {tr("Changed"), kRight},
         {tr("Held"), kRight},
         {tr("Money written"), kRight},
         {tr("Took"), kRight},
         {tr("Calls"), kRight}},
        [this](const model::RunReport& run, int column, int role) { return cell(run, column, role); }, this);
    m_model->setSource({}, [this](qint64 offset, int limit) {
        return workbench().runs(m_flows->currentData().toString(), offset, limit);
    });
    m_table->setModel(m_model);
    m_table->setRowHeight(52);
    constexpr int kFit = TableView::kFit;
    m_table->setColumns({-1, kFit, kFit, kFit, kFit, kFit, kFit, kFit, kFit});
    auto* card = new Card;
    auto* inner = new QVBoxLayout(card);
    inner->setContentsMargins(1, 1, 1, 1);
    inner->addWidget(m_table);
    m_stack->addWidget(card);
    m_empty = new EmptyState(
        u"runs"_s, tr("Nothing has run yet"),
        tr("Open a sync and press Preview to see what it would do. Every run and every preview is "
           "listed here with what it read, wrote and held."));
    m_stack->addWidget(m_empty);
    connect(m_table, &TableView::rowOpened, this, [this](int row) {
        if (const model::RunReport* run = m_model->row(row)) Q_EMIT go(Place{Screen::Runs, {}, run->id, {}});
    });
    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT m_table->rowOpened(index.row()); });
    connect(m_model, &WindowModel::failed, this, &RunsPage::report);
    connect(m_model, &WindowModel::refreshed, this, [this] {
        if (m_stack->currentIndex() > 1) return;
        m_stack->setCurrentIndex(m_model->rowCount() == 0 && m_flows->currentIndex() <= 0 ? 1 : 0);
    });
}

void RunsPage::buildRun()
{
    auto* run = new QWidget;
    auto* layout = new QVBoxLayout(run);
    layout->setContentsMargins(0, 0, 0, 0);
    m_facts = makeParagraph(u"muted"_s, {});
    m_view = new RunView(desk(), answers());
    layout->addWidget(m_facts);
    layout->addWidget(m_view, 1);
    m_stack->addWidget(run);
    connect(m_view, &RunView::failed, this, &RunsPage::report);
    connect(m_view, &RunView::go, this, &Page::go);
}

void RunsPage::enter(const Place& place)
{
    banner()->hide();
    if (place.number > 0)
        showRun(place.number);
    else
        showList();
}

void RunsPage::fillFlows()
{
    const QSignalBlocker quiet(m_flows);
    const QString chosen = m_flows->currentData().toString();
    m_flows->clear();
    m_flows->addItem(tr("All syncs"), QString());
    for (const service::FlowSummary& summary : workbench().flows())
        m_flows->addItem(translatedLabel(summary.flow.title), summary.flow.id);
    m_flows->setCurrentIndex(std::max(0, m_flows->findData(chosen)));
}

void RunsPage::refreshIfListed()
{
    if (isVisible() && m_stack->currentIndex() < 2) m_model->refresh();
}

void RunsPage::showList()
{
    setTitle(tr("Runs"));
    titleTag()->set(Tone::Plain, {});
    backButton()->hide();
    m_flows->show();
    m_stack->setCurrentIndex(0);
    m_model->refresh();
}

void RunsPage::showRun(qint64 run)
{
    backButton()->show();
    m_flows->hide();
    m_stack->setCurrentIndex(2);
    ask(workbench().runById(run), [this](const Result<model::RunReport>& answer) {
        if (!answer) return report(answer.error());
        const bool preview = answer->mode == model::RunMode::Preview;
        setTitle(preview ? tr("Preview: %1").arg(translatedLabel(answer->flowTitle))
                         : translatedLabel(answer->flowTitle));
        const State state = stateOf(*answer);
        titleTag()->set(state.tone, state.word);
        QStringList facts{tr("Run %1").arg(answer->id), triggerInWords(answer->trigger),
                          formatFull(answer->startedAt, {}, locale())};
        if (answer->finishedAt)
            facts += tr("took %1").arg(formatDuration(*answer->finishedAt - answer->startedAt));
        facts += tr("%Ln calls to read", nullptr, int(answer->readCalls));
        facts += tr("%Ln calls to write", nullptr, int(answer->writeCalls));
        facts += tr("mapping version %1").arg(answer->mappingVersion);
        m_facts->setText(facts.join(u" · "_s));
        if (answer->fault) report(*answer->fault);
        QString system;
        for (const service::FlowSummary& summary : workbench().flows()) {
            if (summary.flow.id == answer->flow)
                system = systemTitle(workbench().systems(), summary.flow.to.system);
        }
        m_view->show(*answer, system);
    });
}

QVariant RunsPage::cell(const model::RunReport& run, int column, int role) const
{
    const State state = stateOf(run);
    const bool preview = run.mode == model::RunMode::Preview;
    if (role == ToneRole && column == 1) return int(state.tone);
    if (role == StrongRole && column == 0) return true;
    if (role == FigureRole) return column >= 3;
    if (role == QuietRole) return column == 2 || column >= 7;
    if (role == SubtitleRole && column == 0)
        return preview ? tr("Preview, %1").arg(triggerInWords(run.trigger)) : triggerInWords(run.trigger);
    if (role == Qt::ToolTipRole && column == 6) return formatTotals(run.totals, locale(), u"\n"_s);
    if (role != Qt::DisplayRole) return {};
    const QLocale where = locale();
    switch (column) {
    case 0:
        return translatedLabel(run.flowTitle);
    case 1:
        return state.shaped();
    case 2:
        return formatNear(run.startedAt, workbench().now(), where);
    case 3:
        return where.toString(run.counts.created);
    case 4:
        return where.toString(run.counts.updated);
    case 5:
        return where.toString(run.counts.held + run.counts.failed + run.counts.uncertain);
    case 6: {
        const QString money = preview ? QString() : shortTotals(run.totals, where, 1);
        return money.isEmpty() ? u"–"_s : money;
    }
    case 7:
        return run.finishedAt ? formatDuration(*run.finishedAt - run.startedAt) : u"…"_s;
    case 8:
        return where.toString(run.readCalls + run.writeCalls);
    default:
        return {};
    }
}

} // namespace tieout::gui
