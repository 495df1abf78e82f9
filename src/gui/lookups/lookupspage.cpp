#include "gui/lookups/lookupspage.h"

#include "gui/widgets/tableview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {

LookupsPage::LookupsPage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_stack(new QStackedWidget)
    , m_save(new PrimaryButton(tr("Save table")))
{
    setTitle(tr("Lookups"));
    addToHeader(m_save);
    m_save->setEnabled(false);
    content()->addWidget(m_stack);
    buildBody();
    m_stack->addWidget(
        new EmptyState(u"lookups"_s, tr("No lookup tables yet"),
                       tr("A lookup table says what a value of one system means in the other, for example "
                          "which tax rate a country gets. Templates bring their own tables.")));
    connect(m_save, &QPushButton::clicked, this, &LookupsPage::save);
}

void LookupsPage::buildBody()
{
    auto* body = new QWidget;
    auto* columns = new QHBoxLayout(body);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(12);
    auto* left = new Card;
    left->setFixedWidth(280);
    auto* names = new QVBoxLayout(left);
    names->setContentsMargins(6, 6, 6, 6);
    m_names = new QListWidget;
    m_names->setAccessibleName(tr("Lookup tables"));
    names->addWidget(m_names);
    auto* right = new Card;
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(1, 1, 1, 12);
    buildTable(layout);
    columns->addWidget(left);
    columns->addWidget(right, 1);
    m_stack->addWidget(body);
    connect(m_names, &QListWidget::currentRowChanged, this, &LookupsPage::showTable);
}

void LookupsPage::buildTable(QVBoxLayout* layout)
{
    m_grid = new TableView(tr("Rows of the lookup table"));
    m_rows = new QStandardItemModel(0, 2, this);
    m_grid->setModel(m_rows);
    m_grid->setRowHeight(38);
    m_grid->setColumns({-1, -1});
    m_grid->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    layout->addWidget(m_grid, 1);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(12, 8, 12, 0);
    auto* add = makeButton(u"small"_s, tr("Add row"));
    auto* remove = makeButton(u"small"_s, tr("Remove row"));
    auto* caption = makeLabel(u"muted"_s, tr("When nothing matches"));
    m_missing = new QComboBox;
    m_missing->setAccessibleName(caption->text());
    m_missing->addItem(tr("hold the record"));
    m_missing->addItem(tr("use this value"));
    m_default = new QLineEdit;
    m_default->setAccessibleName(tr("Value when nothing matches"));
    for (QWidget* part : {static_cast<QWidget*>(add), static_cast<QWidget*>(remove)})
        line->addWidget(part);
    line->addStretch(1);
    for (QWidget* part :
         {static_cast<QWidget*>(caption), static_cast<QWidget*>(m_missing), static_cast<QWidget*>(m_default)})
        line->addWidget(part);
    layout->addLayout(line);
    connect(add, &QPushButton::clicked, this, &LookupsPage::addRow);
    connect(remove, &QPushButton::clicked, this, &LookupsPage::removeRow);
    connect(m_rows, &QStandardItemModel::itemChanged, this, &LookupsPage::touched);
    connect(m_default, &QLineEdit::textEdited, this, &LookupsPage::touched);
    connect(m_missing, &QComboBox::activated, this, [this](int index) {
        m_default->setVisible(index == 1);
        touched();
    });
}

void LookupsPage::enter(const Place& place)
{
    banner()->hide();
    m_wanted = place.id;
    if (!m_save->isEnabled()) load();
}

void LookupsPage::load()
{
    ask(workbench().lookups(), [this](const Result<QList<model::LookupTable>>& tables) {
        if (!tables) return report(tables.error());
        if (m_wanted.isEmpty() && m_shown >= 0 && m_shown < m_tables.size())
            m_wanted = m_tables[m_shown].name;
        m_tables = *tables;
        m_stack->setCurrentIndex(m_tables.isEmpty() ? 1 : 0);
        m_save->setVisible(!m_tables.isEmpty());
        const QSignalBlocker quiet(m_names);
        m_names->clear();
        int chosen = 0;
        for (const model::LookupTable& table : m_tables) {
            if (table.name == m_wanted) chosen = m_names->count();
            m_names->addItem(table.name);
        }
        m_names->setCurrentRow(m_tables.isEmpty() ? -1 : chosen);
        showTable(m_names->currentRow());
    });
}

void LookupsPage::showTable(int index)
{
    const QSignalBlocker quiet(m_rows);
    m_shown = index;
    m_rows->clear();
    if (index < 0 || index >= m_tables.size()) return;
    const model::LookupTable& table = m_tables[index];
    m_rows->setHorizontalHeaderLabels({table.keyLabel.isEmpty() ? tr("When it is") : table.keyLabel,
                                       table.valueLabel.isEmpty() ? tr("Use") : table.valueLabel});
    for (const model::LookupTable::Row& row : table.rows)
        m_rows->appendRow({new QStandardItem(row.key), new QStandardItem(row.value)});
    m_missing->setCurrentIndex(table.whenMissing == model::LookupTable::WhenMissing::Default ? 1 : 0);
    m_default->setText(table.defaultValue);
    m_default->setVisible(m_missing->currentIndex() == 1);
    m_save->setEnabled(false);
    // The blocked model did not tell the view that it is a new one.
    m_grid->setModel(nullptr);
    m_grid->setModel(m_rows);
}

void LookupsPage::addRow()
{
    m_rows->appendRow({new QStandardItem, new QStandardItem});
    const QModelIndex first = m_rows->index(m_rows->rowCount() - 1, 0);
    m_grid->setCurrentIndex(first);
    m_grid->edit(first);
    touched();
}

void LookupsPage::removeRow()
{
    if (!m_grid->currentIndex().isValid()) return;
    m_rows->removeRow(m_grid->currentIndex().row());
    touched();
}

void LookupsPage::touched()
{
    m_save->setEnabled(m_shown >= 0);
}

model::LookupTable LookupsPage::edited() const
{
    model::LookupTable table = m_tables[m_shown];
    table.rows.clear();
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const QString key = m_rows->item(row, 0)->text().trimmed();
        if (!key.isEmpty()) table.rows.append({key, m_rows->item(row, 1)->text().trimmed()});
    }
    table.whenMissing = m_missing->currentIndex() == 1 ? model::LookupTable::WhenMissing::Default
                                                       : model::LookupTable::WhenMissing::Hold;
    table.defaultValue = m_default->text();
    return table;
}

void LookupsPage::save()
{
    if (m_shown < 0) return;
    m_save->setEnabled(false);
    m_wanted = m_tables[m_shown].name;
    ask(workbench().saveLookup(edited()), [this](const Result<void>& saved) {
        m_save->setEnabled(!saved);
        if (!saved) return report(saved.error());
        banner()->showSuccess(tr("Saved. Records that were held for this table are planned again."));
        load();
    });
}

} // namespace tieout::gui
