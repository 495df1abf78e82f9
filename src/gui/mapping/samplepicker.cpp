#include "gui/mapping/samplepicker.h"

#include "gui/mapping/fieldchoice.h"
#include "gui/widgets/parts.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

QPushButton* arrow(const QString& sign, const QString& name)
{
    auto* button = makeButton(u"small"_s, sign);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFixedWidth(32);
    return button;
}

} // namespace

SamplePicker::SamplePicker(QWidget* parent)
    : QWidget(parent)
    , m_back(arrow(u"◀"_s, tr("The record before")))
    , m_forward(arrow(u"▶"_s, tr("The next record")))
    , m_name(makeButton(u"small"_s, {}))
{
    m_name->setObjectName(u"sampleName"_s);
    m_name->setAccessibleName(tr("Sample record"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_back);
    layout->addWidget(m_name);
    layout->addWidget(m_forward);
    connect(m_back, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_name, &QPushButton::clicked, this, &SamplePicker::chooseByName);
    showState();
}

void SamplePicker::setChoices(QList<service::SampleChoice> choices)
{
    m_choices = std::move(choices);
    m_current = -1;
    showState();
}

void SamplePicker::setCurrent(const service::SampleChoice& choice)
{
    const auto same = [&choice](const service::SampleChoice& one) { return one.id == choice.id; };
    const auto found = std::find_if(m_choices.begin(), m_choices.end(), same);
    m_current = int(found - m_choices.begin());
    if (found == m_choices.end())
        m_choices += choice;
    else if (!choice.title.isEmpty())
        *found = choice;
    m_name->setToolTip(tr("The record that the values are of. Press to choose another."));
    showState();
}

void SamplePicker::setLoading()
{
    m_name->setText(tr("reading …"));
}

void SamplePicker::setNone(const QString& why)
{
    m_current = -1;
    showState();
    m_name->setText(tr("no sample"));
    m_name->setToolTip(why);
}

void SamplePicker::setNameWidth(int pixels)
{
    if (std::exchange(m_nameWidth, pixels) != pixels) showState();
}

void SamplePicker::showState()
{
    const bool known = m_current >= 0 && m_current < m_choices.size();
    const QString title = known ? m_choices[m_current].title : QString();
    const QString shown = title.isEmpty() && known ? m_choices[m_current].id : title;
    m_name->setText(buttonText(m_name->fontMetrics().elidedText(shown, Qt::ElideRight, m_nameWidth)));
    m_name->setAccessibleDescription(shown);
    m_name->setEnabled(m_choices.size() > 1);
    m_back->setEnabled(known && m_current > 0);
    m_forward->setEnabled((known && m_current + 1 < m_choices.size()) || (!known && !m_choices.isEmpty()));
}

void SamplePicker::step(int by)
{
    const int next = m_current + by;
    if (next >= 0 && next < m_choices.size()) Q_EMIT wanted(m_choices[next].id);
}

void SamplePicker::chooseByName()
{
    QList<FieldChoice::Entry> entries;
    for (const service::SampleChoice& choice : std::as_const(m_choices))
        entries +=
            FieldChoice::Entry{choice.id, choice.title.isEmpty() ? choice.id : choice.title, choice.id, {}};
    auto* dialog =
        new FieldChoice(tr("Which record shows the values?"), entries, FieldChoice::Taken::No, this);
    connect(dialog, &FieldChoice::chosen, this, [this](const QString& id) { Q_EMIT wanted(id); });
    dialog->open();
}

} // namespace tieout::gui
