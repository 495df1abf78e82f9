#include "gui/mapping/whyvalue.h"

#include "gui/mapping/rulewords.h"
#include "gui/widgets/parts.h"
#include "gui/widgets/tableview.h"
#include "gui/widgets/words.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

bool isConstant(const QString& expression)
{
    return !expression.contains(u'[') && !expression.contains(u'(');
}

} // namespace

QList<WhyValue::Step> WhyValue::steps(const Worksheet& sheet, const QString& target)
{
    QList<Step> steps;
    const Result<mapping::Explanation> explanation = sheet.explain(target);
    if (!explanation) return steps;
    const mapping::TreeNode* node = sheet.target(target);
    for (qsizetype i = 0; i < explanation->steps.size(); ++i) {
        const formula::TraceStep& found = explanation->steps[i];
        const bool last = i + 1 == explanation->steps.size();
        if (!last && isConstant(found.expression)) continue;
        Step step;
        step.expression = sheet.displayed(u'=' + found.expression, target).mid(1);
        step.fault = found.fault.has_value();
        step.value = found.fault ? faultInWords(*found.fault)
                                 : valueText(last && node ? node->name : QString(), found.value, QLocale());
        if (!steps.contains(step)) steps += step;
    }
    return steps;
}

WhyValue::WhyValue(const Worksheet& sheet, const QString& target, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"whyValue"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const mapping::TreeNode* node = sheet.target(target);
    const QString value = node ? liveText(*node, sheet.value(target)) : QString();
    setWindowTitle(tr("Why this value?"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 18);
    layout->setSpacing(12);
    const QString heading =
        tr("%1: %2").arg(sheet.targetWords(target), value.isEmpty() ? tr("(empty)") : value);
    layout->addWidget(makeLabel(u"heading"_s, heading));
    layout->addWidget(
        makeParagraph(u"muted"_s, tr("With the sample %1, from the fields it reads down to the result.")
                                      .arg(sheet.sample().choice.title)));
    auto* model = new QStandardItemModel(0, 2, this);
    model->setHorizontalHeaderLabels({tr("This piece"), tr("gives")});
    const QList<Step> all = steps(sheet, target);
    for (const Step& step : all) {
        auto* given = new QStandardItem(step.value);
        if (step.fault) given->setData(int(Tone::Bad), ToneRole);
        given->setData(true, FigureRole);
        auto* piece = new QStandardItem(step.expression);
        if (&step == &all.last()) {
            piece->setData(true, StrongRole);
            given->setData(true, StrongRole);
        }
        model->appendRow({piece, given});
    }
    auto* table = new TableView(tr("Steps"));
    table->setProperty("kind", u"framed"_s);
    table->setModel(model);
    table->setWrapping();
    table->setRowHeight(34);
    table->setColumns({-3, -2});
    layout->addWidget(table, 1);
    auto* buttons = new QHBoxLayout;
    auto* close = new PrimaryButton(tr("Close"));
    buttons->addStretch(1);
    buttons->addWidget(close);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(720, 420);
}

} // namespace tieout::gui
