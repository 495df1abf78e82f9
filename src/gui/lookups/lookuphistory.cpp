#include "gui/lookups/lookuphistory.h"

#include "gui/widgets/tableview.h"
#include "gui/widgets/when.h"
#include "service/workbench.h"

#include <QHBoxLayout>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace tieout::gui {

namespace {

constexpr int kMostChanges = 200;
/// Rows of one change that are listed; a first import can have thousands.
constexpr qsizetype kMostRows = 500;

} // namespace

LookupHistory::LookupHistory(Desk& desk, Answers& answers, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_answers(answers)
    , m_list(new TableView(tr("Changes of this table")))
    , m_lines(new QStandardItemModel(0, 1, this))
    , m_table(new TableView(tr("Rows that changed")))
    , m_rows(new QStandardItemModel(0, 3, this))
{
    m_list->setModel(m_lines);
    m_list->setRowHeight(54);
    m_list->setColumns({-1});
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_rows);
    m_table->setRowHeight(34);
    m_table->setColumns({-3, -3, -3});
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(m_list, 2);
    layout->addWidget(m_table, 3);
    connect(m_list, &TableView::rowChosen, this, &LookupHistory::showChange);
}

void LookupHistory::show(const QString& table)
{
    QWidget::show();
    const quint64 asked = ++m_asked;
    m_answers.ask(m_desk.workbench->lookupHistory(table, 0, kMostChanges),
                  [this, asked](const Result<QList<model::LookupChange>>& changes) {
                      if (asked != m_asked) return;
                      if (!changes) return Q_EMIT failed(changes.error());
                      fill(*changes);
                  });
}

QString LookupHistory::inWords(const model::LookupChange& change) const
{
    using Kind = model::LookupChange::Kind;
    if (change.kind == Kind::Made) return tr("Made with %Ln rows", nullptr, int(change.added.size()));
    if (change.kind == Kind::Removed) return tr("Table removed");
    QStringList words;
    if (!change.added.isEmpty()) words += tr("%Ln rows added", nullptr, int(change.added.size()));
    if (!change.removed.isEmpty()) words += tr("%Ln rows removed", nullptr, int(change.removed.size()));
    if (!change.changed.isEmpty()) words += tr("%Ln rows changed", nullptr, int(change.changed.size()));
    if (change.reordered) words += tr("another order");
    if (!change.settings.isEmpty()) words += tr("rules of the table changed");
    return words.join(u", "_s);
}

void LookupHistory::fill(const QList<model::LookupChange>& changes)
{
    m_changes = changes;
    m_lines->clear();
    m_lines->setHorizontalHeaderLabels({tr("Change")});
    m_rows->clear();
    for (const model::LookupChange& change : std::as_const(m_changes)) {
        auto* item = new QStandardItem(inWords(change));
        const QString who = change.author.isEmpty() ? tr("author not known") : change.author;
        item->setData(formatNear(change.at, m_desk.workbench->now(), locale()) + u" · "_s + who,
                      SubtitleRole);
        item->setToolTip(formatFull(change.at, {}, locale()));
        m_lines->appendRow(item);
    }
    if (m_changes.isEmpty()) {
        auto* none = new QStandardItem(tr("No changes yet"));
        none->setData(true, QuietRole);
        m_lines->appendRow(none);
        return;
    }
    m_list->setCurrentIndex(m_lines->index(0, 0));
    showChange(0);
}

void LookupHistory::showChange(int row)
{
    m_rows->clear();
    m_rows->setHorizontalHeaderLabels({tr("Row"), tr("Before"), tr("After")});
    if (row < 0 || row >= m_changes.size()) return;
    const model::LookupChange& change = m_changes[row];
    const auto add = [this](const QString& key, const QString& before, const QString& after) {
        if (m_rows->rowCount() >= kMostRows) return;
        auto* was = new QStandardItem(before);
        was->setData(true, QuietRole);
        QList<QStandardItem*> items{new QStandardItem(key), was, new QStandardItem(after)};
        for (QStandardItem* item : items)
            item->setToolTip(item->text());
        m_rows->appendRow(items);
    };
    for (const auto& edit : change.changed)
        add(edit.name, edit.before, edit.after);
    for (const auto& added : change.added)
        add(added.key, {}, added.value);
    for (const auto& removed : change.removed)
        add(removed.key, removed.value, {});
    const auto setting = [](const QString& name) {
        if (name == "keyLabel"_L1) return tr("Heading of the first column");
        if (name == "valueLabel"_L1) return tr("Heading of the second column");
        if (name == "defaultValue"_L1) return tr("Value when nothing matches");
        return tr("When nothing matches");
    };
    const auto worded = [](const QString& text) {
        if (text == "hold"_L1) return tr("hold the record");
        if (text == "default"_L1) return tr("use a value");
        return text;
    };
    for (const auto& edit : change.settings) {
        const bool rule = edit.name == "whenMissing"_L1;
        add(setting(edit.name), rule ? worded(edit.before) : edit.before,
            rule ? worded(edit.after) : edit.after);
    }
}

} // namespace tieout::gui
