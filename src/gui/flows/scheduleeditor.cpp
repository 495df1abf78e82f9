#include "gui/flows/scheduleeditor.h"

#include "gui/widgets/parts.h"

#include "ui_scheduleeditor.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tieout::gui {

ScheduleEditor::ScheduleEditor(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ScheduleEditor>())
{
    m_ui->setupUi(this);
    buildDays();
    fillZones();
    connect(m_ui->kind, &QComboBox::currentIndexChanged, this, [this] {
        proposeDays();
        showFields();
        Q_EMIT edited();
    });
    connect(m_ui->every, &QSpinBox::valueChanged, this, &ScheduleEditor::edited);
    connect(m_ui->day, &QSpinBox::valueChanged, this, &ScheduleEditor::edited);
    connect(m_ui->at, &QTimeEdit::timeChanged, this, &ScheduleEditor::edited);
    connect(m_ui->zone, &QComboBox::currentIndexChanged, this, &ScheduleEditor::edited);
    connect(m_ui->paused, &QCheckBox::toggled, this, &ScheduleEditor::edited);
    showFields();
}

ScheduleEditor::~ScheduleEditor() = default;

void ScheduleEditor::buildDays()
{
    auto* layout = new QHBoxLayout(m_ui->days);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (int day = 1; day <= 7; ++day) {
        auto* button = makeButton(u"chip"_s, locale().dayName(day, QLocale::ShortFormat));
        button->setAccessibleName(locale().dayName(day, QLocale::LongFormat));
        layout->addWidget(button);
        connect(button, &QPushButton::toggled, this, &ScheduleEditor::edited);
        m_days[size_t(day) - 1] = button;
    }
    layout->addStretch(1);
}

void ScheduleEditor::fillZones()
{
    // An empty zone is UTC; the rule names a place, so that summer time is followed.
    m_ui->zone->addItem(tr("UTC"), QString());
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
        if (!id.contains('/') || id.startsWith("Etc/")) continue;
        m_ui->zone->addItem(QString::fromLatin1(id).replace(u'_', u' '), QString::fromLatin1(id));
    }
}

void ScheduleEditor::setRule(const model::ScheduleRule& rule)
{
    const QSignalBlocker quiet(this);
    m_ui->kind->setCurrentIndex(int(rule.kind));
    m_ui->every->setValue(rule.everyMinutes);
    m_ui->at->setTime(rule.at);
    m_ui->day->setValue(rule.dayOfMonth);
    m_ui->paused->setChecked(rule.paused);
    m_ui->zone->setCurrentIndex(std::max(0, m_ui->zone->findData(rule.zone)));
    for (int day = 1; day <= 7; ++day)
        m_days[size_t(day) - 1]->setChecked(rule.weekdays.contains(day));
    showFields();
}

model::ScheduleRule ScheduleEditor::rule() const
{
    model::ScheduleRule rule;
    rule.kind = model::ScheduleRule::Kind(m_ui->kind->currentIndex());
    rule.everyMinutes = m_ui->every->value();
    rule.at = m_ui->at->time();
    rule.dayOfMonth = m_ui->day->value();
    rule.paused = m_ui->paused->isChecked();
    rule.zone = m_ui->zone->currentData().toString();
    for (int day = 1; day <= 7; ++day) {
        if (m_days[size_t(day) - 1]->isChecked()) rule.weekdays += day;
    }
    return rule;
}

void ScheduleEditor::proposeDays()
{
    if (model::ScheduleRule::Kind(m_ui->kind->currentIndex()) != model::ScheduleRule::Kind::Weekly) return;
    for (const QPushButton* day : m_days) {
        if (day->isChecked()) return;
    }
    m_days.front()->setChecked(true);
}

void ScheduleEditor::showFields()
{
    using Kind = model::ScheduleRule::Kind;
    const auto kind = Kind(m_ui->kind->currentIndex());
    const bool timed = kind != Kind::Manual && kind != Kind::Interval;
    const auto show = [](bool visible, std::initializer_list<QWidget*> widgets) {
        for (QWidget* widget : widgets)
            widget->setVisible(visible);
    };
    show(kind == Kind::Interval, {m_ui->everyLabel, m_ui->every});
    show(kind == Kind::Weekly, {m_ui->daysLabel, m_ui->days});
    show(kind == Kind::Monthly, {m_ui->dayLabel, m_ui->day});
    show(timed, {m_ui->atLabel, m_ui->at, m_ui->zoneLabel, m_ui->zone});
    m_ui->paused->setVisible(kind != Kind::Manual);
}

} // namespace tieout::gui
