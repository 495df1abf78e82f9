#include "gui/flows/flowtable.h"

#include "gui/shell/activitybar.h"
#include "gui/widgets/amounts.h"
#include "gui/widgets/charts.h"
#include "gui/widgets/say.h"
#include "gui/widgets/tableview.h"
#include "gui/widgets/when.h"
#include "gui/widgets/words.h"

#include <QHBoxLayout>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

enum Column { Title, Result, LastRun, Records, Days, NextRun, Action, ColumnCount };

/// Of the last column: its button says one or the other.
int actionWidth()
{
    constexpr int kLeast = 116;
    constexpr int kMargins = 28;
    int width = kLeast;
    for (const QString& words : {FlowTable::tr("Sync now"), FlowTable::tr("Running…")}) {
        const std::unique_ptr<QPushButton> button(makeButton(u"small"_s, words));
        button->ensurePolished();
        width = std::max(width, button->sizeHint().width() + kMargins);
    }
    return width;
}

} // namespace

FlowTable::FlowTable(Columns columns, QWidget* parent)
    : Card(parent)
    , m_columns(columns)
    , m_table(new TableView(tr("Syncs")))
    , m_model(new QStandardItemModel(this))
{
    m_model->setColumnCount(ColumnCount);
    m_model->setHorizontalHeaderLabels({tr("Sync"), tr("Last result"), tr("Last run"), tr("Records"),
                                        columns == Columns::WithDays ? tr("14 days") : tr("Schedule"),
                                        tr("Next run"), QString()});
    m_model->horizontalHeaderItem(Records)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setModel(m_model);
    m_table->setRowHeight(54);
    constexpr int kFit = TableView::kFit;
    m_table->setColumns(
        {-1, kFit, kFit, kFit, columns == Columns::WithDays ? 124 : kFit, kFit, actionWidth()});
    if (columns == Columns::WithDays) setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_table);
    connect(m_table, &TableView::rowOpened, this, [this](int row) { Q_EMIT opened(m_ids.value(row)); });
    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT opened(m_ids.value(index.row())); });
}

void FlowTable::show(const QList<service::FlowSummary>& flows, Instant now)
{
    QStringList ids;
    for (const service::FlowSummary& flow : flows)
        ids += flow.flow.id;
    if (ids != m_ids) {
        m_ids = ids;
        rebuild(flows);
    }
    for (int row = 0; row < flows.size(); ++row)
        update(row, flows[row], now);
}

void FlowTable::fitRows(int rows)
{
    m_table->fitRows(rows);
}

void FlowTable::rebuild(const QList<service::FlowSummary>& flows)
{
    m_model->removeRows(0, m_model->rowCount());
    m_buttons.clear();
    for (const service::FlowSummary& flow : flows) {
        QList<QStandardItem*> row;
        for (int column = 0; column < ColumnCount; ++column)
            row += new QStandardItem;
        row[Title]->setData(true, StrongRole);
        row[Records]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row[Records]->setData(true, FigureRole);
        for (const int quiet : {LastRun, NextRun})
            row[quiet]->setData(true, QuietRole);
        m_model->appendRow(row);
        auto* holder = new QWidget;
        auto* button = makeButton(u"small"_s, tr("Sync now"), holder);
        button->setAccessibleName(tr("Sync now: %1").arg(translatedLabel(flow.flow.title)));
        auto* layout = new QHBoxLayout(holder);
        layout->setContentsMargins(0, 0, 12, 0);
        layout->addStretch();
        layout->addWidget(button);
        m_table->setIndexWidget(row[Action]->index(), holder);
        m_buttons += button;
        const QString id = flow.flow.id;
        connect(button, &QPushButton::clicked, this, [this, id] { Q_EMIT syncAsked(id); });
    }
}

void FlowTable::update(int row, const service::FlowSummary& flow, Instant now)
{
    const State state = stateOf(flow);
    const auto item = [this, row](Column column) { return m_model->item(row, column); };
    item(Title)->setText(translatedLabel(flow.flow.title));
    const auto system = [](const QString& title) { return title.section(u" · "_s, 0, 0); };
    item(Title)->setData(u"%1 → %2"_s.arg(system(flow.sourceTitle), system(flow.targetTitle)), SubtitleRole);
    item(Title)->setToolTip(u"%1 → %2"_s.arg(flow.sourceTitle, flow.targetTitle));
    item(Result)->setText(state.shaped());
    item(Result)->setData(int(state.tone), ToneRole);
    item(LastRun)->setText(flow.lastRun ? formatNear(flow.lastRun->startedAt, now, locale()) : u"–"_s);
    const qint64 written = flow.running   ? flow.running->counts.ended()
                           : flow.lastRun ? flow.lastRun->counts.created + flow.lastRun->counts.updated
                                          : 0;
    item(Records)->setText(locale().toString(written));
    if (m_columns == Columns::WithDays) {
        item(Days)->setData(QVariant::fromValue(flow.days), DaysRole);
        item(Days)->setText(daysInWords(flow.days, locale()));
        item(Days)->setToolTip(daysInWords(flow.days, locale()));
    } else {
        item(Days)->setText(scheduleInWords(flow.flow.schedule, locale()));
        item(Days)->setData(true, QuietRole);
    }
    item(NextRun)->setText(flow.nextRun ? formatNear(*flow.nextRun, now, locale()) : tr("by hand"));
    m_buttons[row]->setEnabled(!flow.running);
    m_buttons[row]->setText(flow.running ? tr("Running…") : tr("Sync now"));
}

} // namespace tieout::gui
