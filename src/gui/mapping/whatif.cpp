#include "gui/mapping/whatif.h"

#include "gui/widgets/amounts.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/say.h"
#include "gui/widgets/tableview.h"
#include "gui/widgets/when.h"
#include "gui/widgets/words.h"
#include "mapping/differences.h"
#include "service/workbench.h"
#include "wording/sentences.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {

namespace {

enum Shown { Running, Report, Nothing };

QString money(const std::optional<Decimal>& amount, const QString& currency, const QLocale& locale)
{
    return amount ? formatMoney(*amount, currency, locale) : QString();
}

/// "A$1,200.00 → A$1,320.00 (+A$120.00)", one line a currency that changed.
QString moneyChange(const model::WhatIfReport& report, const QLocale& locale)
{
    QStringList lines;
    QStringList currencies = report.totalsBefore.keys();
    for (const QString& currency : report.totalsAfter.keys())
        if (!currencies.contains(currency)) currencies += currency;
    for (const QString& currency : std::as_const(currencies)) {
        const Decimal before = report.totalsBefore.value(currency);
        const Decimal after = report.totalsAfter.value(currency);
        const auto difference = after.minus(before);
        if (before == after || !difference) continue;
        const QString sign = difference->isNegative() ? QString() : u"+"_s;
        lines += say("%1 → %2 (%3)")
                     .arg(formatMoney(before, currency, locale), formatMoney(after, currency, locale),
                          sign + formatMoney(*difference, currency, locale));
    }
    return lines.join(u"<br>"_s);
}

} // namespace

WhatIfPanel::WhatIfPanel(Desk& desk, Answers& answers, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_answers(answers)
    , m_banner(new Banner)
    , m_stack(new QStackedWidget)
{
    auto* running = new QWidget;
    auto* column = new QVBoxLayout(running);
    column->setContentsMargins(60, 0, 60, 0);
    column->setSpacing(12);
    m_progressWords = makeLabel(u"strong"_s, {});
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Records tried"));
    m_progress->setTextVisible(false);
    m_stopButton = makeButton({}, tr("Stop"));
    column->addStretch(1);
    column->addWidget(m_progressWords);
    column->addWidget(m_progress);
    column->addWidget(m_stopButton, 0, Qt::AlignLeft);
    column->addStretch(2);
    m_stack->addWidget(running);
    buildResult(m_stack);
    m_stack->addWidget(new QWidget);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    m_banner->hide();
    connect(m_stopButton, &QPushButton::clicked, this, [this] {
        m_stopButton->setEnabled(false);
        m_stop.request(StopMode::Now);
    });
}

WhatIfPanel::~WhatIfPanel()
{
    m_stop.request(StopMode::Now);
}

void WhatIfPanel::buildResult(QStackedWidget* stack)
{
    auto* result = new QWidget;
    auto* layout = new QVBoxLayout(result);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto* summary = new Card(nullptr, u"soft"_s);
    auto* words = new QVBoxLayout(summary);
    words->setContentsMargins(16, 12, 16, 12);
    words->setSpacing(4);
    m_headline = makeLabel(u"lead"_s, {});
    m_money = makeParagraph(u"plain"_s, {});
    m_money->setTextFormat(Qt::RichText); // one line a currency
    m_under = makeParagraph(u"small"_s, {});
    for (QLabel* part : {m_headline, m_money, m_under})
        words->addWidget(part);
    layout->addWidget(summary);
    m_records = new QStandardItemModel(0, 3, this);
    m_list = new TableView(tr("Records that come out differently"));
    m_list->setModel(m_records);
    m_list->setRowHeight(50);
    m_list->setColumns({-1, TableView::kFit, TableView::kFit});
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_changes = new QStandardItemModel(0, 3, this);
    m_fields = new TableView(tr("Fields before and after"));
    m_fields->setModel(m_changes);
    m_fields->setRowHeight(36);
    m_fields->setWrapping();
    m_fields->setColumns({-3, -4, -4});
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    for (TableView* table : {m_list, m_fields}) {
        auto* card = new Card;
        auto* inner = new QVBoxLayout(card);
        inner->setContentsMargins(1, 1, 1, 1);
        inner->addWidget(table);
        splitter->addWidget(card);
    }
    splitter->setSizes({500, 520});
    layout->addWidget(splitter, 1);
    layout->addStretch(0); // takes the room when there is nothing to list
    stack->addWidget(result);
    connect(m_list, &TableView::rowChosen, this, &WhatIfPanel::showRecord);
}

void WhatIfPanel::show(const QString& flow, const model::MappingDocument& document)
{
    QWidget::show();
    m_stop.request(StopMode::Now);
    m_stop = StopSource();
    const quint64 asked = ++m_asked;
    m_banner->hide();
    m_stopButton->setEnabled(true);
    m_progress->setRange(0, 0);
    m_progressWords->setText(tr("Reading the last run's records… Nothing is written."));
    m_stack->setCurrentIndex(Running);
    const QPointer<WhatIfPanel> self(this);
    const auto progressed = [self, asked](model::WhatIfProgress progress) {
        if (!self || asked != self->m_asked || progress.expected <= 0) return;
        self->m_progress->setRange(0, int(progress.expected));
        self->m_progress->setValue(int(progress.records));
        self->m_progressWords->setText(
            tr("%1 of %2 records tried. Nothing is written.")
                .arg(self->locale().toString(progress.records), self->locale().toString(progress.expected)));
    };
    m_answers.ask(m_desk.workbench->whatIf(flow, document, m_stop.token(), progressed),
                  [this, asked](const Result<model::WhatIfReport>& report) {
                      if (asked != m_asked) return;
                      if (report) return showReport(*report);
                      const wording::Sentence sentence = wording::sentenceFor(report.error());
                      m_banner->showProblem(sentence.what, sentence.fix);
                      m_stack->setCurrentIndex(Nothing);
                  });
}

void WhatIfPanel::showReport(const model::WhatIfReport& report)
{
    m_report = report;
    const QString records = tr("%Ln records", nullptr, int(report.records));
    m_headline->setText(
        report.different == 0
            ? tr("Nothing would come out differently (%1 tried)").arg(records)
            : tr("%1 of %2 would come out differently").arg(locale().toString(report.different), records));
    const QString money = moneyChange(report, locale());
    m_money->setText(money.isEmpty() ? tr("The money stays the same.") : money);
    m_under->setText(remarksOn(report));
    fillRecords();
    m_list->parentWidget()->parentWidget()->setVisible(!m_report.differences.isEmpty());
    m_stack->setCurrentIndex(Report);
    if (!m_report.differences.isEmpty()) m_list->setCurrentIndex(m_records->index(0, 0));
}

QString WhatIfPanel::remarksOn(const model::WhatIfReport& report) const
{
    QStringList under;
    if (report.run > 0)
        under += tr("Records of the run of %1, as they are now.")
                     .arg(formatNear(report.runAt, m_desk.workbench->now(), locale()));
    else
        under += tr("There was no run yet: these are the first records of the source.");
    if (report.heldBefore != report.heldAfter)
        under += tr("Held for a person: %1 → %2.")
                     .arg(locale().toString(report.heldBefore), locale().toString(report.heldAfter));
    if (report.gone > 0)
        under += tr("%Ln records are not in the source any more.", nullptr, int(report.gone));
    if (report.cut) under += tr("The run had more records than are tried.");
    if (report.stopped) under += tr("Stopped by you: the figures are of what was tried.");
    if (report.different > report.differences.size())
        under += tr("The first %1 are listed.").arg(locale().toString(report.differences.size()));
    return under.join(u' ');
}

void WhatIfPanel::fillRecords()
{
    m_records->clear();
    m_records->setHorizontalHeaderLabels({tr("Record"), tr("Before"), tr("After")});
    for (const int column : {1, 2})
        m_records->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const auto side = [this](bool made, const std::optional<Error>& held, const QString& amount) {
        auto* item = new QStandardItem(!made              ? tr("not made")
                                       : held             ? tr("held")
                                       : amount.isEmpty() ? tr("written")
                                                          : amount);
        if (held) item->setData(int(Tone::Warn), ToneRole);
        item->setData(true, FigureRole);
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        return item;
    };
    for (const model::WhatIfRecord& record : std::as_const(m_report.differences)) {
        auto* title = new QStandardItem(record.title);
        title->setData(tr("%Ln fields", nullptr, int(record.changes.size())), SubtitleRole);
        title->setToolTip(record.sourceId);
        m_records->appendRow({title,
                              side(record.madeBefore, record.heldBefore,
                                   gui::money(record.amountBefore, record.currencyBefore, locale())),
                              side(record.madeAfter, record.heldAfter,
                                   gui::money(record.amountAfter, record.currencyAfter, locale()))});
    }
}

void WhatIfPanel::showRecord(int row)
{
    m_changes->clear();
    if (row < 0 || row >= m_report.differences.size()) return;
    const model::WhatIfRecord& record = m_report.differences[row];
    m_changes->setHorizontalHeaderLabels({tr("Field"), tr("As it is saved"), tr("With your changes")});
    const auto reason = [](const std::optional<Error>& held) {
        return held ? wording::sentenceFor(*held).what : QString();
    };
    if (record.heldBefore || record.heldAfter) {
        auto* name = new QStandardItem(tr("Held because"));
        name->setData(true, StrongRole);
        m_changes->appendRow({name, new QStandardItem(reason(record.heldBefore)),
                              new QStandardItem(reason(record.heldAfter))});
    }
    for (const model::FieldChange& change : mapping::byField(record.changes)) {
        auto* name = new QStandardItem(fieldLabel(change.field));
        name->setToolTip(change.field);
        auto* before = new QStandardItem(valueText(change.field, change.before, locale()));
        before->setData(true, QuietRole);
        m_changes->appendRow(
            {name, before, new QStandardItem(valueText(change.field, change.after, locale()))});
    }
}

} // namespace tieout::gui
