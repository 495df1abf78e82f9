#include "gui/problems/problemspage.h"

#include "gui/problems/problemdetails.h"
#include "gui/widgets/amounts.h"
#include "gui/widgets/say.h"
#include "gui/widgets/tableview.h"
#include "gui/widgets/words.h"
#include "wording/sentences.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {

ProblemsPage::ProblemsPage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_search(new QLineEdit)
    , m_flows(new QComboBox)
    , m_open(new QComboBox)
    , m_retryAll(makeButton({}, tr("Retry all")))
    , m_stack(new QStackedWidget)
    , m_pause(new QTimer(this))
{
    setTitle(tr("Problems"));
    m_retryAll->setToolTip(tr("Tries every cause in this list again"));
    addToHeader(m_retryAll);
    buildFilters();
    content()->addWidget(m_stack, 1);
    buildLists();
    m_stack->addWidget(
        new EmptyState(u"done"_s, tr("No problems"),
                       tr("Every record was written, is unchanged, or was left out by a rule of its sync. "
                          "Records that need you appear here, grouped by their cause.")));
    m_stack->addWidget(new EmptyState(u"search"_s, tr("Nothing found"),
                                      tr("No problem fits this search and these filters.")));
    connect(m_retryAll, &QPushButton::clicked, this, &ProblemsPage::retryAll);
    connect(&workbench(), &service::Workbench::problemsChanged, m_pause, qOverload<>(&QTimer::start));
    connect(&workbench(), &service::Workbench::flowsChanged, this, &ProblemsPage::fillFlows);
    fillFlows();
}

void ProblemsPage::buildFilters()
{
    m_search->setPlaceholderText(tr("Search invoice number, contact, amount, message…"));
    m_search->setAccessibleName(tr("Search in problems"));
    m_search->setClearButtonEnabled(true);
    m_flows->setAccessibleName(tr("Problems of which sync"));
    m_open->setAccessibleName(tr("Open or all problems"));
    m_open->addItem(tr("Open"), true);
    m_open->addItem(tr("Open and closed"), false);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_search, 1);
    line->addWidget(m_flows);
    line->addWidget(m_open);
    content()->addLayout(line);
    m_pause->setSingleShot(true);
    m_pause->setInterval(200);
    connect(m_pause, &QTimer::timeout, this, &ProblemsPage::refresh);
    connect(m_search, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_flows, &QComboBox::currentIndexChanged, this, &ProblemsPage::refresh);
    connect(m_open, &QComboBox::currentIndexChanged, this, &ProblemsPage::refresh);
}

void ProblemsPage::buildLists()
{
    m_table = new TableView(tr("Causes"));
    m_model = new QStandardItemModel(0, 3, this);
    m_model->setHorizontalHeaderLabels({tr("Cause"), tr("Records"), tr("Amount")});
    for (const int column : {1, 2})
        m_model->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setModel(m_model);
    m_table->setRowHeight(54);
    m_table->setColumns({-1, TableView::kFit, TableView::kFit});
    auto* card = new Card;
    auto* inner = new QVBoxLayout(card);
    inner->setContentsMargins(1, 1, 1, 1);
    inner->addWidget(m_table);
    m_details = new ProblemDetails(desk(), answers());
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(card);
    splitter->addWidget(m_details);
    splitter->setSizes({480, 560});
    splitter->setStretchFactor(1, 1);
    m_stack->addWidget(splitter);
    connect(m_table, &TableView::rowChosen, this, &ProblemsPage::chooseGroup);
    connect(m_details, &ProblemDetails::go, this, &Page::go);
    connect(m_details, &ProblemDetails::failed, this, &ProblemsPage::report);
    connect(m_details, &ProblemDetails::done, this,
            [this](const QString& text) { banner()->showSuccess(text); });
}

void ProblemsPage::enter(const Place& place)
{
    banner()->hide();
    if (!place.id.isEmpty()) m_chosen = place.id;
    refresh();
}

model::ProblemFilter ProblemsPage::filter() const
{
    model::ProblemFilter filter;
    filter.flow = m_flows->currentData().toString();
    filter.search = m_search->text().trimmed();
    filter.openOnly = m_open->currentData().toBool();
    return filter;
}

void ProblemsPage::fillFlows()
{
    const QSignalBlocker quiet(m_flows);
    const QString chosen = m_flows->currentData().toString();
    m_flows->clear();
    m_flows->addItem(tr("All syncs"), QString());
    for (const service::FlowSummary& summary : workbench().flows())
        m_flows->addItem(translatedLabel(summary.flow.title), summary.flow.id);
    m_flows->setCurrentIndex(std::max(0, m_flows->findData(chosen)));
}

void ProblemsPage::refresh()
{
    if (!isVisible() && !m_groups.isEmpty()) return;
    const quint64 asked = ++m_generation;
    ask(workbench().problemGroups(filter()), [this, asked](const Result<QList<model::ProblemGroup>>& groups) {
        if (asked != m_generation) return;
        if (!groups) return report(groups.error());
        showGroups(*groups);
    });
}

void ProblemsPage::showGroups(const QList<model::ProblemGroup>& groups)
{
    const QSignalBlocker quiet(m_table);
    m_groups = groups;
    m_model->removeRows(0, m_model->rowCount());
    qint64 records = 0;
    int chosen = 0;
    for (const model::ProblemGroup& group : groups) {
        if (group.causeKey == m_chosen) chosen = m_model->rowCount();
        records += group.records;
        const wording::Sentence sentence =
            wording::sentenceFor(group.error, workbench().writtenObject(group.flow));
        auto* cause = new QStandardItem(sentence.title);
        cause->setData(translatedLabel(group.flowTitle), SubtitleRole);
        cause->setData(true, StrongRole);
        cause->setToolTip(sentence.what);
        const QString money = shortTotals(group.amounts, locale(), 1);
        auto* count = new QStandardItem(locale().toString(group.records));
        auto* amount = new QStandardItem(money.isEmpty() ? u"–"_s : money);
        for (QStandardItem* figure : {count, amount}) {
            figure->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            figure->setData(true, FigureRole);
        }
        m_model->appendRow({cause, count, amount});
    }
    titleTag()->set(records > 0 ? Tone::Bad : Tone::Ok,
                    records > 0 ? tr("%Ln open", nullptr, int(records)) : tr("none open"));
    m_retryAll->setVisible(!groups.isEmpty());
    const bool filtered = !m_search->text().isEmpty() || m_flows->currentIndex() > 0;
    m_stack->setCurrentIndex(!groups.isEmpty() ? 0 : filtered ? 2 : 1);
    if (groups.isEmpty()) return;
    m_table->selectRow(chosen);
    chooseGroup(chosen);
}

void ProblemsPage::chooseGroup(int row)
{
    if (row < 0 || row >= m_groups.size()) return;
    m_chosen = m_groups[row].causeKey;
    m_details->showGroup(m_groups[row], filter());
}

void ProblemsPage::retryAll()
{
    QList<service::ProblemCause> causes;
    for (const model::ProblemGroup& group : std::as_const(m_groups))
        causes += {group.flow, group.causeKey};
    m_retryAll->setEnabled(false);
    ask(workbench().retryCauses(causes), [this](const service::Retried& done) {
        m_retryAll->setEnabled(true);
        if (done.error) return report(*done.error);
        qint64 written = 0, left = 0;
        for (const model::RunReport& run : done.runs) {
            if (run.fault) return report(*run.fault);
            written += run.counts.created + run.counts.updated;
            left += run.counts.held + run.counts.failed + run.counts.uncertain;
        }
        const QString wrote = tr("%Ln record(s) written", nullptr, int(written));
        const QString stays = tr("%Ln still need(s) you", nullptr, int(left));
        banner()->showSuccess(tr("All were tried again: %1, %2.").arg(wrote, stays));
    });
}

} // namespace tieout::gui
