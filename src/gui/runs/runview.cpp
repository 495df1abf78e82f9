#include "gui/runs/runview.h"

#include "gui/runs/recorddetails.h"
#include "gui/widgets/amounts.h"
#include "gui/widgets/tableview.h"
#include "gui/widgets/words.h"
#include "wording/sentences.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr auto kRight = Qt::AlignRight | Qt::AlignVCenter;
constexpr int kAll = 0;
constexpr int kRelated = 100;

int idOf(model::Outcome outcome)
{
    return int(outcome) + 1;
}

QWidget* tile(const QString& caption, const QString& figure, const QString& remark)
{
    auto* card = new Card;
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(14, 9, 14, 9);
    layout->setSpacing(1);
    layout->addWidget(makeLabel(u"small"_s, caption));
    layout->addWidget(makeLabel(u"figure"_s, figure));
    auto* below = new ElidedLabel(remark);
    below->setProperty("kind", u"small"_s);
    layout->addWidget(below);
    card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Maximum);
    card->setAccessibleName(u"%1: %2, %3"_s.arg(caption, figure, remark));
    return card;
}

} // namespace

RunView::RunView(Desk& desk, Answers& answers, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_answers(answers)
    , m_tiles(new QGridLayout)
    , m_chips(new QButtonGroup(this))
    , m_remarks(makeParagraph(u"muted"_s, {}))
    , m_relatedChips(new QHBoxLayout)
    , m_search(new QLineEdit)
    , m_table(new TableView(tr("Records of this run")))
    , m_records(new QStackedWidget)
    , m_details(new RecordDetails)
{
    m_model = new RowWindow<model::RunRecord>(
        answers, {{QString()}, {tr("Record")}, {tr("Contact")}, {tr("Total"), kRight}},
        [this](const model::RunRecord& record, int column, int role) { return cell(record, column, role); },
        this);
    m_table->setModel(m_model);
    m_table->setColumns({TableView::kFit, -7, -3, TableView::kFit});
    m_tiles->setSpacing(12);
    buildChips();
    auto* filters = new QHBoxLayout;
    filters->setSpacing(8);
    for (QAbstractButton* chip : m_chips->buttons())
        filters->addWidget(chip);
    m_relatedChips->setSpacing(8);
    filters->addLayout(m_relatedChips);
    filters->addStretch(1);
    m_search->setPlaceholderText(tr("Search name, contact, number…"));
    m_search->setAccessibleName(tr("Search in the records of this run"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(280);
    filters->addWidget(m_search);
    auto* list = new Card;
    auto* inner = new QVBoxLayout(list);
    inner->setContentsMargins(1, 1, 1, 1);
    inner->addWidget(m_table);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(list);
    splitter->addWidget(m_details);
    splitter->setSizes({640, 400});
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(m_tiles);
    layout->addWidget(m_remarks);
    layout->addLayout(filters);
    m_records->addWidget(splitter);
    m_records->addWidget(
        new EmptyState(u"done"_s, tr("Nothing to list"),
                       tr("Every record is unchanged or left out by a rule; those are counted above and "
                          "not kept one by one.")));
    m_records->addWidget(
        new EmptyState(u"problems"_s, tr("This run did not finish"),
                       tr("It ended before it had decided about any record. The message above says why; "
                          "nothing was written that is not listed.")));
    layout->addWidget(m_records, 1);
    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(250);
    connect(m_search, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, &RunView::refresh);
    connect(m_chips, &QButtonGroup::idClicked, this, &RunView::refresh);
    connect(m_table, &TableView::rowChosen, this, &RunView::showRecord);
    connect(m_model, &WindowModel::refreshed, this, &RunView::chooseFirst);
    connect(m_model, &WindowModel::failed, this, &RunView::failed);
    connect(m_details, &RecordDetails::go, this, &RunView::go);
    connect(m_details, &RecordDetails::linkAsked, this,
            [this](const QString& link) { m_desk.openLink(QUrl(link)); });
}

void RunView::buildChips()
{
    // Ids are outcomes from 1 on; 0 is all (a button group keeps negative ids to itself).
    const auto add = [this](int id, const QString& text) {
        m_chips->addButton(makeButton(u"chip"_s, text), id);
    };
    add(kAll, tr("All"));
    for (const model::Outcome outcome :
         {model::Outcome::Created, model::Outcome::Updated, model::Outcome::Held, model::Outcome::Failed})
        add(idOf(outcome), stateOf(outcome, model::RunMode::Preview).word);
    m_chips->setExclusive(true);
    m_chips->button(kAll)->setChecked(true);
}

void RunView::show(const model::RunReport& report, const QString& targetSystem)
{
    m_report = report;
    m_targetSystem = targetSystem;
    m_chips->button(kAll)->setChecked(true);
    showTiles();
    showRemarks();
    showChips();
    showRelatedChips();
    m_details->clear();
    refresh();
}

void RunView::showTiles()
{
    clearLayout(m_tiles);
    const bool preview = m_report.mode == model::RunMode::Preview;
    const model::RunCounts& counts = m_report.counts;
    const QLocale where = locale();
    const QMap<QString, Decimal> created = model::createdTotals(m_report);
    const QMap<QString, Decimal>& updated = m_report.updatedTotals;
    const QString createdMoney = shortTotals(created, where, 1);
    const QString updatedMoney = shortTotals(updated, where, 1);
    const qint64 held = counts.held + counts.failed + counts.uncertain;
    const QString skipped = tr("%Ln skipped by a rule", nullptr, int(counts.skipped));
    const QString createdRemark = counts.created == 0      ? tr("none")
                                  : createdMoney.isEmpty() ? tr("records")
                                                           : createdMoney;
    const QString updatedRemark = counts.updated == 0      ? tr("none")
                                  : updatedMoney.isEmpty() ? tr("in place")
                                                           : updatedMoney;
    int column = 0;
    for (int i = 0; i < 5; ++i)
        m_tiles->setColumnStretch(i, 1);
    const auto add = [&](const QString& caption, qint64 figure, const QString& remark,
                         const QMap<QString, Decimal>& money = {}) {
        QWidget* made = tile(caption, where.toString(figure), remark);
        made->setToolTip(formatTotals(money, where, u"\n"_s));
        m_tiles->addWidget(made, 0, column++);
    };
    add(tr("Read"), counts.read, counts.skipped > 0 ? skipped : tr("records"));
    add(preview ? tr("New") : tr("Created"), counts.created, createdRemark, created);
    add(preview ? tr("Changes") : tr("Changed"), counts.updated, updatedRemark, updated);
    add(tr("Unchanged"), counts.unchanged, tr("no call needed"));
    add(counts.failed > 0 ? tr("Held or failed") : tr("Held"), held, held > 0 ? tr("need you") : tr("none"));
}

void RunView::showChips()
{
    const model::RunCounts& counts = m_report.counts;
    const QLocale where = locale();
    const qint64 all = counts.created + counts.updated + counts.held + counts.failed + counts.uncertain;
    const auto set = [&](int id, const QString& text, qint64 count) {
        m_chips->button(id)->setText(u"%1 %2"_s.arg(text, where.toString(count)));
        m_chips->button(id)->setVisible(id == kAll || count > 0);
    };
    const bool preview = m_report.mode == model::RunMode::Preview;
    set(kAll, tr("All"), all);
    set(idOf(model::Outcome::Created), u"+ "_s + (preview ? tr("New") : tr("Created")), counts.created);
    set(idOf(model::Outcome::Updated), u"≠ "_s + (preview ? tr("Change") : tr("Changed")), counts.updated);
    set(idOf(model::Outcome::Held), u"▲ "_s + tr("Held"), counts.held);
    set(idOf(model::Outcome::Failed), u"▲ "_s + tr("Failed"), counts.failed);
}

QString RunView::relatedTitle(const QString& flow) const
{
    for (const service::FlowSummary& summary : m_desk.workbench->flows()) {
        for (const model::Flow& parent : summary.flow.parents) {
            if (parent.id == flow) return fieldName(parent.to.object);
        }
    }
    return flow;
}

void RunView::showRelatedChips()
{
    for (int i = 0; i < m_related.size(); ++i) {
        QAbstractButton* chip = m_chips->button(kRelated + i);
        m_chips->removeButton(chip);
        chip->deleteLater();
    }
    m_related.clear();
    for (auto it = m_report.related.cbegin(); it != m_report.related.cend(); ++it) {
        const qint64 count = it->created + it->updated + it->held + it->failed + it->uncertain;
        if (count == 0) continue;
        //: kind of records made first, and how many: "Contacts first 12"
        auto* chip =
            makeButton(u"chip"_s, tr("%1 first %2").arg(relatedTitle(it.key()), locale().toString(count)));
        m_chips->addButton(chip, kRelated + int(m_related.size()));
        m_relatedChips->addWidget(chip);
        m_related += it.key();
    }
}

model::RunRecordFilter RunView::filter() const
{
    model::RunRecordFilter filter;
    const int chip = m_chips->checkedId();
    if (chip > kAll && chip < kRelated) filter.outcome = model::Outcome(chip - 1);
    filter.flow = chip >= kRelated ? m_related.value(chip - kRelated) : m_report.flow;
    filter.search = m_search->text().trimmed();
    return filter;
}

void RunView::refresh()
{
    service::Workbench* bench = m_desk.workbench;
    const qint64 run = m_report.id;
    const model::RunRecordFilter wanted = filter();
    m_model->setSource([bench, run, wanted] { return bench->countRunRecords(run, wanted); },
                       [bench, run, wanted](qint64 offset, int limit) {
                           return bench->runRecords(run, wanted, offset, limit);
                       });
    m_model->refresh();
}

void RunView::chooseFirst()
{
    const bool bare = m_model->rowCount() == 0 && m_search->text().isEmpty();
    m_records->setCurrentIndex(!bare ? 0 : m_report.state == model::RunState::Finished ? 1 : 2);
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    else
        m_details->clear();
}

void RunView::showRecord(int row)
{
    const model::RunRecord* record = m_model->row(row);
    if (!record) return;
    const QString object = m_desk.workbench->writtenObject(record->flow);
    m_details->show(*record, m_report, m_targetSystem, object);
    askLinks(*record);
}

void RunView::askLinks(const model::RunRecord& record)
{
    const qint64 wanted = ++m_linksAsked;
    m_answers.ask(m_desk.workbench->recordLinks(record),
                  [this, wanted](const Result<service::RecordLinks>& links) {
                      if (wanted == m_linksAsked && links) m_details->showLinks(links->source, links->target);
                  });
}

/// What the run remarks on, beside its records: at most a few lines.
void RunView::showRemarks()
{
    constexpr int kMost = 3;
    QStringList lines;
    for (const Error& warning : m_report.warnings) {
        if (lines.size() == kMost) {
            lines += tr("and %Ln more remarks", nullptr, int(m_report.warnings.size()) - kMost);
            break;
        }
        const wording::Sentence sentence = wording::sentenceFor(warning);
        lines += sentence.why.isEmpty() ? sentence.what : sentence.what + u' ' + sentence.why;
    }
    if (m_report.approvedPreview > 0 && m_report.state == model::RunState::Finished)
        lines.prepend(tr("Written as approved: only what the preview showed."));
    m_remarks->setText(lines.join(u'\n'));
    m_remarks->setVisible(!lines.isEmpty());
}

QVariant RunView::cell(const model::RunRecord& record, int column, int role) const
{
    const State state = stateOf(record.outcome, m_report.mode);
    if (role == Qt::ToolTipRole && column == 1) return record.title;
    if (role == Qt::ToolTipRole && column == 2) return record.party;
    if (column == 0 && role == ToneRole) return int(state.tone);
    if (column == 3 && role == FigureRole) return true;
    if (column == 2 && role == QuietRole) return true;
    if (role != Qt::DisplayRole) return {};
    switch (column) {
    case 0: {
        if (record.outcome == model::Outcome::Created) return QString(u"+ "_s + state.word);
        if (record.outcome == model::Outcome::Updated) return QString(u"≠ "_s + state.word);
        return state.shaped();
    }
    case 1:
        return record.title.isEmpty() ? record.sourceId : record.title;
    case 2:
        return record.party;
    case 3:
        return record.amount ? formatMoney(*record.amount, record.currency, locale()) : u"–"_s;
    default:
        return {};
    }
}

} // namespace tieout::gui
