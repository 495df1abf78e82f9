#include "gui/flows/ruleseditor.h"

#include "gui/widgets/amounts.h"
#include "gui/widgets/words.h"

#include "ui_ruleseditor.h"

#include <QLocale>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace tieout::gui {

RulesEditor::RulesEditor(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::RulesEditor>())
{
    m_ui->setupUi(this);
    for (const QString& status : {u"DRAFT"_s, u"SUBMITTED"_s, u"AUTHORISED"_s})
        m_ui->status->addItem(statusInWords(status), status);
    m_ui->conflict->addItem(tr("Hold and ask me"), u"ask"_s);
    m_ui->conflict->addItem(tr("The source wins"), u"source"_s);
    m_ui->conflict->addItem(tr("The target wins"), u"target"_s);
    m_ui->lock->addItem(tr("Hold the record"), u"hold"_s);
    m_ui->lock->addItem(tr("Save as a draft"), u"draft"_s);
    m_ui->lock->addItem(tr("Use the next open day"), u"next-open-day"_s);
    for (QComboBox* box : {m_ui->status, m_ui->conflict, m_ui->lock})
        connect(box, &QComboBox::currentIndexChanged, this, &RulesEditor::edited);
    connect(m_ui->records, &QSpinBox::valueChanged, this, &RulesEditor::edited);
    connect(m_ui->amount, &QLineEdit::textChanged, this, &RulesEditor::edited);
}

RulesEditor::~RulesEditor() = default;

void RulesEditor::setRules(const model::FlowRules& rules)
{
    const QSignalBlocker quiet(this);
    m_ui->status->setCurrentIndex(std::max(0, m_ui->status->findData(rules.status)));
    m_ui->conflict->setCurrentIndex(std::max(0, m_ui->conflict->findData(rules.onConflict)));
    m_ui->lock->setCurrentIndex(std::max(0, m_ui->lock->findData(rules.lockDate)));
    m_ui->records->setValue(rules.maxRecords);
    const auto amount = Decimal::parse(QStringView(rules.maxAmount));
    m_ui->amount->setText(amount ? formatNumber(*amount, locale(), 2) : QString());
}

model::FlowRules RulesEditor::rules(model::FlowRules base) const
{
    base.status = m_ui->status->currentData().toString();
    base.onConflict = m_ui->conflict->currentData().toString();
    base.lockDate = m_ui->lock->currentData().toString();
    base.maxRecords = m_ui->records->value();
    if (isValid()) base.maxAmount = amountText();
    return base;
}

bool RulesEditor::isValid() const
{
    const QString amount = amountText();
    if (amount.isEmpty()) return m_ui->amount->text().trimmed().isEmpty();
    const auto parsed = Decimal::parse(QStringView(amount));
    return parsed && !parsed->isNegative();
}

QString RulesEditor::amountText() const
{
    const auto amount = readNumber(m_ui->amount->text(), locale());
    return amount ? amount->toString() : QString();
}

} // namespace tieout::gui
