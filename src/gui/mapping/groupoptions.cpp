#include "gui/mapping/groupoptions.h"

#include "gui/mapping/formulaedit.h"
#include "gui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {
constexpr int kRow = 30; ///< height of a field to tick
}

GroupOptions::GroupOptions(Worksheet& sheet, QWidget* parent)
    : QDialog(parent)
    , m_sheet(sheet)
    , m_fields(new QListWidget)
    , m_lines(new QVBoxLayout)
{
    setObjectName(u"groupOptions"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rows into one document"));
    const auto& group = sheet.draft().document().group;
    const QStringList keys = group ? group->keys : QStringList();
    const auto offer = [&](const QString& name, const QString& words) {
        auto* item = new QListWidgetItem(words, m_fields);
        item->setSizeHint(QSize(0, kRow));
        item->setData(Qt::UserRole, name);
        item->setToolTip(name);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(keys.contains(name) ? Qt::Checked : Qt::Unchecked);
    };
    QStringList offered;
    for (const model::Field& field : sheet.bench().source.schema.fields) {
        if (!field.fields.isEmpty()) continue;
        offer(field.name, field.label.isEmpty() ? field.name : field.label);
        offered += field.name;
    }
    // Keys further in, and those that the rows have lost: taken away by a person only.
    for (const QString& key : keys) {
        if (offered.contains(key)) continue;
        offer(key, sheet.bench().source.schema.find(key) ? key : tr("%1 (no longer there)").arg(key));
    }
    m_fields->setAccessibleName(tr("Fields that tell documents apart"));
    m_lines->setSpacing(6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 18);
    layout->setSpacing(10);
    layout->addWidget(makeLabel(u"heading"_s, windowTitle()));
    layout->addWidget(
        makeParagraph(u"muted"_s, tr("Rows with the same values in the ticked fields become one "
                                     "document; the rows are its lines. Nothing ticked: each "
                                     "row is a document of its own.")));
    layout->addWidget(m_fields, 1);
    layout->addWidget(makeLabel(u"strong"_s, tr("Totals over the rows")));
    layout->addLayout(m_lines);
    auto* buttons = new QHBoxLayout;
    auto* add = makeButton({}, tr("Add a total"));
    auto* cancel = makeButton({}, tr("Cancel"));
    auto* save = new PrimaryButton(tr("Apply"));
    buttons->addWidget(add);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    layout->addLayout(buttons);
    save->setEnabled(!sheet.isReadOnly());
    resize(560, 560);
    connect(add, &QPushButton::clicked, this, [this] { addTotal({}); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &GroupOptions::save);
    for (const auto& aggregate : group ? group->aggregates : QList<model::Grouping::Aggregate>())
        addTotal(aggregate);
}

void GroupOptions::addTotal(const model::Grouping::Aggregate& aggregate)
{
    Total total;
    total.line = new QWidget;
    total.extra = aggregate.extra;
    total.name = new QLineEdit(aggregate.name);
    total.name->setPlaceholderText(tr("Total"));
    total.name->setAccessibleName(tr("Name of the total"));
    total.name->setFixedWidth(140);
    total.formula = new FormulaEdit(tr("Formula of the total"));
    total.formula->setFramed();
    total.formula->setMaximumLines(2);
    total.formula->setPlaceholderText(tr("=SUM([Rows › Amount])"));
    FormulaWorld world = m_sheet.world({});
    total.formula->setWorld(std::move(world));
    total.formula->setStored(aggregate.formula);
    auto* away = makeButton(u"small"_s, tr("Remove"));
    auto* line = new QHBoxLayout(total.line);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(total.name);
    line->addWidget(total.formula, 1);
    line->addWidget(away);
    m_lines->addWidget(total.line);
    m_totals += total;
    connect(away, &QPushButton::clicked, this, [this, widget = total.line] {
        m_totals.removeIf([widget](const Total& one) { return one.line == widget; });
        widget->deleteLater();
    });
}

QStringList GroupOptions::keys() const
{
    QStringList keys;
    for (int row = 0; row < m_fields->count(); ++row) {
        if (m_fields->item(row)->checkState() == Qt::Checked)
            keys += m_fields->item(row)->data(Qt::UserRole).toString();
    }
    return keys;
}

void GroupOptions::save()
{
    model::Grouping group;
    if (m_sheet.draft().document().group) group = *m_sheet.draft().document().group;
    group.keys = keys();
    group.aggregates.clear();
    for (const Total& total : std::as_const(m_totals)) {
        const QString name = total.name->text().trimmed();
        const QString formula = total.formula->stored();
        if (!name.isEmpty() && !formula.isEmpty()) group.aggregates += {name, formula, total.extra};
    }
    if (group.keys.isEmpty())
        m_sheet.draft().setGroup(std::nullopt);
    else
        m_sheet.draft().setGroup(group);
    accept();
}

} // namespace tieout::gui
