#include "gui/runs/recorddetails.h"

#include "gui/widgets/amounts.h"
#include "gui/widgets/tableview.h"
#include "gui/widgets/words.h"
#include "mapping/differences.h"
#include "wording/sentences.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
RecordDetails::RecordDetails(QWidget* parent)
    : Card(parent)
    , m_body(new QWidget)
    , m_title(new ElidedLabel)
    , m_tag(new Tag)
    , m_subtitle(makeParagraph(u"small"_s, {}))
    , m_reason(new Card(nullptr, u"soft"_s))
    , m_what(makeParagraph(u"strong"_s, {}))
    , m_why(makeParagraph(u"plain"_s, {}))
    , m_fix(makeParagraph(u"muted"_s, {}))
    , m_problems(makeButton(u"small"_s, tr("Show in Problems")))
    , m_source(makeButton(u"link"_s, tr("Open the source record")))
    , m_target(makeButton(u"link"_s, tr("Open the target record")))
    , m_table(new TableView(tr("Fields before and after")))
    , m_changes(new QStandardItemModel(this))
{
    m_title->setProperty("kind", u"lead"_s);
    auto* heading = new QHBoxLayout;
    heading->addWidget(m_title);
    heading->addWidget(m_tag);
    heading->addStretch(1);
    auto* reason = new QVBoxLayout(m_reason);
    reason->setContentsMargins(14, 12, 14, 12);
    for (QWidget* part :
         {static_cast<QWidget*>(m_what), static_cast<QWidget*>(m_why), static_cast<QWidget*>(m_fix)})
        reason->addWidget(part);
    reason->addWidget(m_problems, 0, Qt::AlignLeft);
    m_table->setModel(m_changes);
    m_table->setRowHeight(36);
    m_table->setWrapping();
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addLayout(heading);
    layout->addWidget(m_subtitle);
    auto* links = new QHBoxLayout;
    links->setSpacing(14);
    links->addWidget(m_source);
    links->addWidget(m_target);
    links->addStretch(1);
    layout->addLayout(links);
    layout->addWidget(m_reason);
    layout->addWidget(m_table, 1);
    layout->addStretch(0);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_body);
    connect(m_problems, &QPushButton::clicked, this, [this] {
        Q_EMIT go(Place{Screen::Problems, {}, 0, {}});
    });
    connect(m_source, &QPushButton::clicked, this, [this] { Q_EMIT linkAsked(m_sourceLink); });
    connect(m_target, &QPushButton::clicked, this, [this] { Q_EMIT linkAsked(m_targetLink); });
    clear();
}

void RecordDetails::showLinks(const QString& source, const QString& target)
{
    m_sourceLink = source;
    m_targetLink = target;
    m_source->setVisible(!source.isEmpty());
    m_target->setVisible(!target.isEmpty());
}

void RecordDetails::clear()
{
    m_body->hide();
}

void RecordDetails::show(const model::RunRecord& record, const model::RunReport& report,
                         const QString& targetSystem, const QString& object)
{
    m_body->show();
    showLinks({}, {});
    const State state = stateOf(record.outcome, report.mode);
    m_title->setText(record.targetNumber.isEmpty() ? record.title
                                                   : record.targetNumber + u" · "_s + record.title);
    const bool changed = record.outcome == model::Outcome::Updated;
    m_tag->set(state.tone, changed ? tr("%Ln fields", nullptr, int(record.changes.size())) : state.word);
    QStringList parts;
    if (!record.party.isEmpty()) parts += record.party;
    if (record.amount) parts += formatMoney(*record.amount, record.currency, locale());
    m_subtitle->setText(parts.join(u" · "_s));
    m_subtitle->setVisible(!parts.isEmpty());
    showReason(record, object);
    showChanges(record, report, targetSystem);
}

void RecordDetails::showReason(const model::RunRecord& record, const QString& object)
{
    m_reason->setVisible(record.reason.has_value());
    if (!record.reason) return;
    const wording::Sentence sentence = wording::sentenceFor(*record.reason, object);
    m_what->setText(sentence.what);
    m_why->setText(sentence.why);
    m_why->setVisible(!sentence.why.isEmpty());
    m_fix->setText(sentence.fix);
    m_fix->setVisible(!sentence.fix.isEmpty());
    const bool kept = record.outcome == model::Outcome::Held || record.outcome == model::Outcome::Failed;
    m_problems->setVisible(kept);
}

void RecordDetails::showChanges(const model::RunRecord& record, const model::RunReport& report,
                                const QString& targetSystem)
{
    const bool preview = report.mode == model::RunMode::Preview;
    const bool created = record.outcome == model::Outcome::Created;
    m_table->setVisible(!record.changes.isEmpty());
    m_changes->clear();
    //: %1 is a system
    const QString before = preview ? tr("In %1 now").arg(targetSystem) : tr("Before");
    const QString after = preview ? tr("After this run") : tr("Written");
    QStringList headings{tr("Field")};
    if (!created) headings += before;
    headings += created ? (preview ? tr("Will be") : after) : after;
    m_changes->setHorizontalHeaderLabels(headings);
    for (const model::FieldChange& change : mapping::byField(record.changes)) {
        QList<QStandardItem*> row{new QStandardItem(fieldLabel(change.field))};
        row.first()->setToolTip(change.field);
        if (!created) {
            row += new QStandardItem(valueText(change.field, change.before, locale()));
            row.last()->setData(true, QuietRole);
        }
        row += new QStandardItem(valueText(change.field, change.after, locale()));
        row.last()->setData(true, StrongRole);
        row.last()->setToolTip(row.last()->text());
        for (QStandardItem* item : row)
            item->setEditable(false);
        m_changes->appendRow(row);
    }
    m_table->setColumns(created ? QList<int>{TableView::kFit, -1} : QList<int>{TableView::kFit, -1, -1});
}

} // namespace tieout::gui
