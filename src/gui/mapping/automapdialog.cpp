#include "gui/mapping/automapdialog.h"

#include "gui/mapping/rulewords.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

enum Column { Take, Source, Value, TargetField, Reason, ColumnCount };
constexpr int kSure = 70; ///< from this confidence on a pair is ticked at first
constexpr QChar kTicked = u'☑';
constexpr QChar kOpen = u'☐';

} // namespace

QString reasonInWords(mapping::PairReason reason)
{
    switch (reason) {
    case mapping::PairReason::SameName:
        return AutoMapDialog::tr("same name");
    case mapping::PairReason::SameMeaning:
        return AutoMapDialog::tr("same meaning");
    case mapping::PairReason::SimilarValues:
        return AutoMapDialog::tr("same kind of value in the sample");
    case mapping::PairReason::UsedBefore:
        return AutoMapDialog::tr("used in an earlier mapping");
    }
    return {};
}

AutoMapDialog::AutoMapDialog(Worksheet& sheet, QList<mapping::Suggestion> suggestions, mapping::Edit as,
                             QWidget* parent)
    : QDialog(parent)
    , m_sheet(sheet)
    , m_suggestions(std::move(suggestions))
    , m_edit(std::move(as))
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_table(new TableView(tr("Suggested pairs")))
    , m_takeChosen(new PrimaryButton({}))
    , m_takeAll(makeButton({}, {}))
{
    setObjectName(u"autoMap"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Auto-map"));
    m_model->setHorizontalHeaderLabels(
        {QString(), tr("This field"), tr("Sample"), tr("fills"), tr("Because")});
    m_table->setModel(m_model);
    m_table->setRowHeight(34);
    m_table->setColumns({44, -6, -3, -5, -5});
    m_table->setProperty("kind", u"framed"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 18);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(u"heading"_s, tr("Suggested pairs")));
    layout->addWidget(makeParagraph(
        u"muted"_s,
        tr("Nothing is mapped until you take it. Space ticks a pair; all that you take are one step "
           "that can be undone.")));
    layout->addWidget(m_table, 1);
    auto* buttons = new QHBoxLayout;
    auto* cancel = makeButton({}, tr("Cancel"));
    m_takeAll->setObjectName(u"takeAll"_s);
    m_takeChosen->setObjectName(u"takeChosen"_s);
    m_takeChosen->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_takeAll);
    buttons->addWidget(m_takeChosen);
    layout->addLayout(buttons);
    resize(parent ? std::min(980, parent->window()->width() - 40) : 980, 520);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_takeAll, &QPushButton::clicked, this, [this] { take(Which::All); });
    connect(m_takeChosen, &QPushButton::clicked, this, [this] { take(Which::Chosen); });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) { toggle(index.row()); });
    auto* space = new QShortcut(QKeySequence(Qt::Key_Space), m_table);
    space->setContext(Qt::WidgetShortcut);
    connect(space, &QShortcut::activated, this, [this] { toggle(m_table->currentIndex().row()); });
    connect(m_table, &TableView::rowOpened, this, &AutoMapDialog::toggle);
    fill();
    m_table->setCurrentIndex(m_model->index(0, 0));
    m_table->setFocus();
}

void AutoMapDialog::fill()
{
    const CanvasContent& content = *m_sheet.content();
    for (const mapping::Suggestion& suggestion : std::as_const(m_suggestions)) {
        const mapping::TreeNode* source = content.source.find(suggestion.source);
        const auto live = content.values.source.constFind(suggestion.source);
        const QString value =
            source && live != content.values.source.constEnd() ? liveText(*source, &*live) : QString();
        const bool sure = suggestion.confidence >= kSure;
        auto* take = new QStandardItem(QString(sure ? kTicked : kOpen));
        take->setData(sure, Qt::UserRole);
        auto* quiet = new QStandardItem(value);
        quiet->setData(true, QuietRole);
        auto* reason = new QStandardItem(reasonInWords(suggestion.reason));
        reason->setData(true, QuietRole);
        auto* from = new QStandardItem(content.source.words(suggestion.source));
        auto* to = new QStandardItem(m_sheet.targetWords(suggestion.rule.target));
        m_model->appendRow({take, from, quiet, to, reason});
    }
    countChosen();
}

void AutoMapDialog::toggle(int row)
{
    QStandardItem* item = m_model->item(row, Take);
    if (!item) return;
    const bool ticked = !item->data(Qt::UserRole).toBool();
    item->setData(ticked, Qt::UserRole);
    item->setText(QString(ticked ? kTicked : kOpen));
    item->setData(ticked ? tr("chosen") : tr("not chosen"), Qt::AccessibleTextRole);
    countChosen();
}

void AutoMapDialog::countChosen()
{
    int chosen = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        chosen += m_model->item(row, Take)->data(Qt::UserRole).toBool() ? 1 : 0;
    m_takeChosen->setText(tr("Take %Ln chosen", nullptr, chosen));
    m_takeChosen->setEnabled(chosen > 0);
    m_takeAll->setText(tr("Take all %Ln", nullptr, m_model->rowCount()));
}

void AutoMapDialog::take(Which which)
{
    QList<mapping::ProposedRule> rules;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (which == Which::All || m_model->item(row, Take)->data(Qt::UserRole).toBool())
            rules += m_suggestions[row].rule;
    }
    m_edit.facts += QString::number(rules.size());
    m_sheet.draft().add(rules, m_edit);
    Q_EMIT taken(int(rules.size()));
    accept();
}

} // namespace tieout::gui
