#include "gui/lookups/lookupdialogs.h"

#include "gui/widgets/parts.h"
#include "gui/widgets/say.h"
#include "service/mappingbench.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {

NewTableDialog::NewTableDialog(QStringList taken, QWidget* parent)
    : QDialog(parent)
    , m_taken(std::move(taken))
    , m_name(new QLineEdit)
    , m_key(new QLineEdit)
    , m_value(new QLineEdit)
    , m_make(new PrimaryButton(tr("Make table")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New lookup table"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(14);
    layout->addWidget(makeLabel(u"heading"_s, windowTitle()));
    auto* form = new QFormLayout;
    form->setSpacing(10);
    const std::tuple<QString, QLineEdit*, QString> lines[] = {
        {tr("Name"), m_name, tr("for example Region to tax rate")},
        {tr("Heading of the first column"), m_key, tr("for example Billing country")},
        {tr("Heading of the second column"), m_value, tr("for example Tax rate")}};
    for (const auto& [words, line, hint] : lines) {
        line->setPlaceholderText(hint);
        line->setAccessibleName(words);
        line->setMinimumWidth(280);
        form->addRow(words, line);
    }
    layout->addLayout(form);
    layout->addWidget(makeParagraph(
        u"small"_s, tr("A formula asks it as LOOKUP(\"name\"; field). The table is kept when you save it.")));
    auto* cancel = makeButton({}, tr("Cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_make);
    layout->addLayout(buttons);
    m_make->setDefault(true);
    connect(m_name, &QLineEdit::textChanged, this, &NewTableDialog::judge);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, [this] {
        model::LookupTable table;
        table.name = m_name->text().trimmed();
        table.keyLabel = m_key->text().trimmed();
        table.valueLabel = m_value->text().trimmed();
        Q_EMIT made(table);
        accept();
    });
    judge();
}

void NewTableDialog::judge()
{
    const QString name = m_name->text().trimmed();
    const bool taken = m_taken.contains(name, Qt::CaseInsensitive);
    m_make->setEnabled(!name.isEmpty() && !taken);
    m_make->setToolTip(taken ? tr("There is a table of that name already.") : QString());
}

ImportDialog::ImportDialog(const service::LookupFile& file, const model::LookupTable& into, QWidget* parent)
    : QDialog(parent)
    , m_rows(file.rows)
    , m_headed(new QCheckBox)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Take rows from a file"));
    const model::LookupTable::Row first = m_rows.value(0);
    const auto same = [](const QString& cell, const QString& label) {
        return cell.compare(label, Qt::CaseInsensitive) == 0 ||
               cell.compare(translatedLabel(label), Qt::CaseInsensitive) == 0;
    };
    const bool labels = same(first.key, into.keyLabel) && same(first.value, into.valueLabel);
    m_headed->setText(tr("The first line holds headings: %1 | %2").arg(first.key, first.value));
    m_headed->setChecked(labels || file.headed);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(u"heading"_s, windowTitle()));
    layout->addWidget(makeParagraph(u"plain"_s, tr("%Ln rows", nullptr, int(m_rows.size())) + u'.'));
    layout->addWidget(m_headed);
    if (!file.duplicates.isEmpty()) {
        const QString some = file.duplicates.mid(0, 8).join(u", "_s);
        layout->addWidget(makeParagraph(
            u"plain"_s, tr("In the file more than once: %1. Only the first row of each counts.").arg(some)));
    }
    if (file.columns > 2)
        layout->addWidget(makeParagraph(
            u"plain"_s, tr("The file has %1 columns: the first two are taken.").arg(file.columns)));
    if (file.skipped > 0)
        layout->addWidget(makeParagraph(
            u"small"_s, tr("Rows with an empty first column are left out: %1.").arg(file.skipped)));
    auto* replace = new PrimaryButton(tr("Replace the rows"));
    auto* join = makeButton({}, tr("Add to the rows"));
    join->setToolTip(tr("Rows that are there already get the value of the file."));
    auto* cancel = makeButton({}, tr("Cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton* button : {cancel, join, static_cast<QPushButton*>(replace)})
        buttons->addWidget(button);
    layout->addLayout(buttons);
    join->setVisible(!into.rows.isEmpty());
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(replace, &QPushButton::clicked, this, [this] { finish(How::Replace); });
    connect(join, &QPushButton::clicked, this, [this] { finish(How::Join); });
}

void ImportDialog::finish(How how)
{
    if (m_headed->isChecked() && !m_rows.isEmpty()) m_rows.removeFirst();
    Q_EMIT chosen(m_rows, how);
    accept();
}

} // namespace tieout::gui
