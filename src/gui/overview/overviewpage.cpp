#include "gui/overview/overviewpage.h"

#include "gui/flows/flowtable.h"
#include "gui/widgets/amounts.h"
#include "gui/widgets/charts.h"
#include "gui/widgets/say.h"
#include "gui/widgets/words.h"
#include "service/signins.h"
#include "wording/sentences.h"

#include <QGridLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr int kNeedsShown = 3;
constexpr int kDays = 14;

} // namespace

OverviewPage::OverviewPage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_stack(new QStackedWidget)
    , m_syncAll(new PrimaryButton(tr("Sync now")))
{
    m_syncAll->setToolTip(tr("Runs every sync that has been previewed (F5)"));
    addToHeader(m_syncAll);
    content()->addWidget(m_stack);
    buildBody();
    auto* empty = new EmptyState(
        u"connections"_s, tr("Connect your first system"),
        tr("Tieout keeps two systems agreed: for example Salesforce and Xero. Connect both, look at "
           "the preview, and press Sync now. Nothing is written before you say so."));
    connect(empty->addAction(tr("Add a connection")), &QPushButton::clicked, this, [this] {
        Q_EMIT go(Place{Screen::Connections, {}, 0, u"new"_s});
    });
    m_stack->addWidget(empty);
    auto* noFlows = new EmptyState(
        u"syncs"_s, tr("Set up your first sync"),
        tr("Your connections are ready. Choose what should flow between them from the gallery; a "
           "preview shows every record before anything is written."));
    connect(noFlows->addAction(tr("New sync")), &QPushButton::clicked, this, [this] {
        Q_EMIT go(Place{Screen::Syncs, {}, 0, u"new"_s});
    });
    m_stack->addWidget(noFlows);
    connect(m_flows, &FlowTable::opened, this, [this](const QString& flow) {
        Q_EMIT go(Place{Screen::Syncs, flow, 0, {}});
    });
    connect(m_flows, &FlowTable::syncAsked, this, &OverviewPage::sync);
    connect(m_syncAll, &QPushButton::clicked, this, &OverviewPage::syncAll);
    using service::Workbench;
    connect(&workbench(), &Workbench::flowsChanged, this, &OverviewPage::refresh);
    connect(&workbench(), &Workbench::connectionsChanged, this, &OverviewPage::refresh);
    connect(&workbench(), &Workbench::problemsChanged, this, &OverviewPage::loadNeeds);
    connect(&workbench(), &Workbench::runFinished, this, &OverviewPage::refresh);
    connect(&workbench(), &Workbench::runStarted, this, &OverviewPage::showFlows);
    connect(&workbench(), &Workbench::runProgressed, this, &OverviewPage::showFlows);
    connect(&workbench(), &Workbench::callsLeftChanged, this, &OverviewPage::showCalls);
}

void OverviewPage::buildBody()
{
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    m_needs = new QGridLayout;
    m_needs->setSpacing(12);
    m_flows = new FlowTable(FlowTable::Columns::WithDays);
    layout->addLayout(m_needs);
    layout->addWidget(m_flows);
    auto* below = new QHBoxLayout;
    below->setSpacing(12);
    auto* days = new Card;
    auto* daysLayout = new QVBoxLayout(days);
    daysLayout->setContentsMargins(16, 12, 16, 8);
    auto* legend = new QHBoxLayout;
    legend->addWidget(makeLabel(u"caption"_s, tr("Records a day")));
    legend->addStretch(1);
    legend->addWidget(makeLabel(u"legend-accent"_s, u"■ "_s + tr("written")));
    legend->addSpacing(10);
    legend->addWidget(makeLabel(u"legend-warn"_s, u"■ "_s + tr("held or failed")));
    m_bars = new StackedBars;
    daysLayout->addLayout(legend);
    daysLayout->addWidget(m_bars, 1);
    auto* calls = new Card;
    auto* callsLayout = new QVBoxLayout(calls);
    callsLayout->setContentsMargins(16, 12, 16, 12);
    callsLayout->setSpacing(10);
    callsLayout->addWidget(makeLabel(u"caption"_s, tr("Calls left today")));
    m_noCalls = makeParagraph(u"muted"_s, tr("Known after the first call of the day."));
    callsLayout->addWidget(m_noCalls);
    m_calls = new QVBoxLayout;
    m_calls->setSpacing(8);
    callsLayout->addLayout(m_calls);
    callsLayout->addStretch(1);
    below->addWidget(days, 3);
    below->addWidget(calls, 2);
    days->setFixedHeight(216);
    calls->setFixedHeight(216);
    layout->addLayout(below);
    layout->addStretch(1);
    m_stack->addWidget(body);
}

void OverviewPage::enter(const Place&)
{
    banner()->hide();
    refresh();
}

void OverviewPage::refresh()
{
    const bool connected = !workbench().connections().isEmpty();
    const bool flowing = !workbench().flows().isEmpty();
    m_stack->setCurrentIndex(flowing ? 0 : connected ? 2 : 1);
    m_syncAll->setVisible(flowing);
    setTitle(tr("Welcome"));
    if (!flowing) return;
    showFlows();
    showCalls();
    loadNeeds();
    ask(workbench().perDay({}, kDays), [this](const Result<QList<model::RunDay>>& days) {
        if (!days) return report(days.error());
        m_bars->setDays(*days);
    });
}

void OverviewPage::showFlows()
{
    if (m_stack->currentIndex() != 0) return;
    const QList<service::FlowSummary> flows = workbench().flows();
    m_flows->show(flows, workbench().now());
    m_flows->fitRows(6);
}

void OverviewPage::showCalls()
{
    const QList<service::CallsLeft> calls = workbench().callsLeft();
    m_noCalls->setVisible(calls.isEmpty());
    while (m_calls->count() > calls.size()) {
        QLayoutItem* item = m_calls->takeAt(m_calls->count() - 1);
        item->widget()->deleteLater();
        delete item;
    }
    while (m_calls->count() < calls.size())
        m_calls->addWidget(new Gauge);
    for (int i = 0; i < calls.size(); ++i)
        static_cast<Gauge*>(m_calls->itemAt(i)->widget())
            ->set(calls[i].title, calls[i].remaining, calls[i].perDay);
}

void OverviewPage::loadNeeds()
{
    const quint64 asked = ++m_needsAsked;
    ask(workbench().problemGroups({}), [this, asked](const Result<QList<model::ProblemGroup>>& groups) {
        if (asked != m_needsAsked) return;
        if (!groups) return report(groups.error());
        showNeeds(*groups);
    });
}

QList<OverviewPage::Need> OverviewPage::connectionNeeds() const
{
    QList<Need> needs;
    for (const model::Connection& connection : workbench().connections()) {
        const QString title = connectionTitle(workbench().systems(), connection);
        const Place place{Screen::Connections, connection.id, 0, u"reconnect"_s};
        const auto days = service::daysToSignIn(connection, workbench().now());
        if (connection.state == model::ConnectionState::NeedsSignIn) {
            const QString waits =
                tr("Syncs of this connection wait. Everything goes on by itself after the sign-in.");
            const QString why = whyLost(connection);
            needs += Need{Tone::Bad, tr("%1: sign in again").arg(title),
                          why.isEmpty() ? waits : why + u'\n' + waits, tr("Sign in"), place};
        } else if (days) {
            needs += Need{Tone::Warn,
                          *days == 0 ? tr("%1: sign-in ends today").arg(title)
                                     : tr("%1: sign-in ends in %Ln days", nullptr, *days).arg(title),
                          tr("Sign in again in the browser to keep syncs running."), tr("Sign in"), place};
        }
    }
    return needs;
}

void OverviewPage::showNeeds(const QList<model::ProblemGroup>& groups)
{
    QList<Need> needs = connectionNeeds();
    for (const model::ProblemGroup& group : groups) {
        const wording::Sentence sentence =
            wording::sentenceFor(group.error, workbench().writtenObject(group.flow));
        const QString money = shortTotals(group.amounts, locale());
        QString text = translatedLabel(group.flowTitle);
        if (!money.isEmpty()) text += u" · "_s + money;
        needs +=
            Need{group.outcome == model::Outcome::Uncertain ? Tone::Warn : Tone::Bad,
                 tr("%Ln held: %1", "records", int(group.records)).arg(sentence.title),
                 text + u"\n"_s + sentence.fix, tr("Show"), Place{Screen::Problems, group.causeKey, 0, {}}};
    }
    clearLayout(m_needs);
    for (int i = 0; i < std::min<int>(kNeedsShown, int(needs.size())); ++i)
        m_needs->addWidget(needCard(needs[i]), 0, i);
    for (int i = 0; i < kNeedsShown; ++i)
        m_needs->setColumnStretch(i, i < needs.size() ? 1 : 0);
    setTitle(needs.isEmpty() ? tr("Everything ties out")
                             : tr("%Ln things need you", nullptr, int(needs.size())));
}

QWidget* OverviewPage::needCard(const Need& need)
{
    auto* card = new Card;
    card->setEdge(need.tone);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(14, 11, 14, 11);
    layout->setSpacing(4);
    auto* title = makeParagraph(u"strong"_s, need.title);
    auto* text = makeParagraph(u"small"_s, need.text);
    for (QLabel* label : {title, text}) // the style sheet decides about the font
        label->ensurePolished();
    title->setMaximumHeight(title->fontMetrics().lineSpacing() * 2 + 2);
    text->setMaximumHeight(text->fontMetrics().lineSpacing() * 5 + 2);
    auto* button = makeButton(u"small"_s, need.action);
    button->setAccessibleName(u"%1: %2"_s.arg(need.action, need.title));
    connect(button, &QPushButton::clicked, this, [this, place = need.place] { Q_EMIT go(place); });
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addStretch(1);
    layout->addWidget(button, 0, Qt::AlignLeft);
    return card;
}

void OverviewPage::sync(const QString& flow)
{
    Q_EMIT go(Place{Screen::Syncs, flow, 0, u"sync"_s});
}

void OverviewPage::syncAll()
{
    for (const service::FlowSummary& summary : workbench().flows()) {
        if (summary.running) continue;
        ask(workbench().run(summary.flow.id, model::RunMode::Sync, model::RunTrigger::Manual),
            [this, flow = summary.flow.id](const Result<model::RunReport>& done) {
                if (done) return;
                // A sync that may not write yet is opened where it can be looked at and allowed.
                const bool first =
                    done.error().code == u"run.preview-first"_s || done.error().code == u"run.read-only"_s;
                if (first)
                    sync(flow);
                else
                    report(done.error());
            });
    }
}

} // namespace tieout::gui
