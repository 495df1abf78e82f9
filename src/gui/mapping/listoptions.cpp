#include "gui/mapping/listoptions.h"

#include "formula/parser.h"
#include "gui/mapping/fieldchoice.h"
#include "gui/mapping/formulaedit.h"
#include "gui/mapping/rulewords.h"
#include "gui/widgets/parts.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {

ListOptions::ListOptions(Worksheet& sheet, const QString& list, QWidget* parent)
    : QDialog(parent)
    , m_sheet(sheet)
    , m_list(list)
    , m_whenEmpty(new QComboBox)
{
    setObjectName(u"listOptions"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const QString words = sheet.targetWords(list);
    setWindowTitle(tr("List options: %1").arg(words));
    const model::MappedField* rule = sheet.draft().rule(list);
    const model::MappedField shown = rule ? *rule : model::MappedField();
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    m_each = addLine(*grid, tr("One line for each of"), tr("=[Products], or =[.] for the record itself"),
                     mapping::RulePart::Each, shown.each);
    m_filter = addLine(*grid, tr("Only where"), tr("=[Quantity] > 0; empty takes all"),
                       mapping::RulePart::Filter, shown.filter);
    m_sort = addLine(*grid, tr("Sorted by"), tr("=[Description]; empty leaves the order"),
                     mapping::RulePart::Sort, shown.sort);
    for (const auto choice : {model::WhenEmpty::Leave, model::WhenEmpty::Clear, model::WhenEmpty::Hold})
        m_whenEmpty->addItem(whenEmptyInWords(choice), int(choice));
    m_whenEmpty->setCurrentIndex(m_whenEmpty->findData(int(shown.whenEmpty)));
    m_whenEmpty->setAccessibleName(tr("When there is no line"));
    grid->addWidget(makeLabel(u"plain"_s, tr("When there is no line")), grid->rowCount(), 0);
    grid->addWidget(m_whenEmpty, grid->rowCount() - 1, 1, Qt::AlignLeft);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 18);
    layout->setSpacing(14);
    layout->addWidget(makeLabel(u"heading"_s, windowTitle()));
    layout->addLayout(grid);
    layout->addStretch(1);
    layout->addLayout(makeButtons());
    resize(680, 340);
    m_each.edit->setFocus();
}

QLayout* ListOptions::makeButtons()
{
    const model::MappedField* rule = m_sheet.draft().rule(m_list);
    auto* buttons = new QHBoxLayout;
    auto* more = makeButton({}, tr("Add lines from elsewhere…"));
    more->setToolTip(tr("Lines from a second list follow those of the first"));
    auto* cancel = makeButton({}, tr("Cancel"));
    auto* save = new PrimaryButton(tr("Apply"));
    save->setDefault(true);
    more->setEnabled(rule && !rule->each.isEmpty() && !m_sheet.isReadOnly());
    save->setEnabled(!m_sheet.isReadOnly());
    buttons->addWidget(more);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    connect(more, &QPushButton::clicked, this, &ListOptions::addBranch);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &ListOptions::save);
    return buttons;
}

QString ListOptions::bare(const QString& formula)
{
    return formula.startsWith(u'=') ? formula.mid(1) : formula;
}

ListOptions::Line ListOptions::addLine(QGridLayout& grid, const QString& words, const QString& hint,
                                       mapping::RulePart part, const QString& stored)
{
    Line line;
    line.part = part;
    line.before = stored.isEmpty() ? QString() : u'=' + bare(stored);
    line.edit = new FormulaEdit(words);
    line.edit->setMaximumLines(2);
    line.edit->setFramed();
    line.edit->setPlaceholderText(hint);
    line.edit->setReadOnly(m_sheet.isReadOnly());
    line.edit->setWorld(m_sheet.world(m_list, part));
    line.edit->setStored(line.before);
    line.fault = makeLabel(u"small"_s, {});
    line.fault->setWordWrap(true);
    line.fault->hide();
    const int row = grid.rowCount();
    grid.addWidget(makeLabel(u"plain"_s, words), row, 0, Qt::AlignTop);
    grid.addWidget(line.edit, row, 1);
    grid.addWidget(line.fault, row + 1, 1);
    connect(line.edit, &FormulaEdit::edited, this, [this, line] { check(line); });
    connect(line.edit, &FormulaEdit::accepted, this, &ListOptions::save);
    connect(line.edit, &FormulaEdit::cancelled, this, &QDialog::reject);
    check(line);
    return line;
}

void ListOptions::check(const Line& line)
{
    const QString stored = line.edit->stored();
    QStringList faults;
    QList<FormulaMark> marks;
    if (!stored.isEmpty()) {
        const RuleScope scope = m_sheet.scope(m_list, line.part);
        const formula::Reading reading = formula::readThrough(stored);
        for (const formula::Finding& finding : formula::checkReading(reading, scope.scope()).findings) {
            if (finding.severity != formula::Finding::Severity::Error) continue;
            faults += shapeOf(Tone::Bad) + findingInWords(finding);
            marks += FormulaMark{finding.at};
        }
    }
    line.fault->setVisible(!faults.isEmpty());
    line.fault->setText(faults.join(u'\n'));
    line.edit->setMarks(marks);
}

void ListOptions::save()
{
    mapping::MappingDraft& draft = m_sheet.draft();
    const QString each = m_each.edit->stored();
    const QString filter = m_filter.edit->stored();
    const QString sort = m_sort.edit->stored();
    if (each != m_each.before) draft.setEach(m_list, bare(each));
    if (draft.rule(m_list)) {
        if (filter != m_filter.before) draft.setFilter(m_list, filter);
        if (sort != m_sort.before) draft.setSort(m_list, sort);
        const auto empty = model::WhenEmpty(m_whenEmpty->currentData().toInt());
        if (draft.rule(m_list)->whenEmpty != empty) draft.setWhenEmpty(m_list, empty);
    }
    accept();
}

void ListOptions::addBranch()
{
    const CanvasContent& content = *m_sheet.content();
    QList<FieldChoice::Entry> entries =
        choicesOf(content.source, content.values.source,
                  [](const mapping::TreeNode& node) { return node.isList() && !node.ghost; });
    entries += FieldChoice::Entry{u"."_s, tr("The record itself, as one line"), {}, {}};
    auto* choice = new FieldChoice(tr("Where do further lines come from?"), entries, FieldChoice::Taken::No,
                                   parentWidget());
    const QString list = mapping::TargetKey::fieldPath(m_list);
    connect(choice, &FieldChoice::chosen, &m_sheet, [sheet = &m_sheet, list](const QString& key) {
        sheet->draft().addBranch(list, u'[' + key + u']');
    });
    reject();
    choice->open();
}

} // namespace tieout::gui
