#include "gui/flows/gallery.h"

#include "gui/widgets/icons.h"
#include "gui/widgets/say.h"
#include "gui/widgets/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr int kCardWidth = 400;

} // namespace

Gallery::Gallery(Desk& desk, Answers& answers, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_answers(answers)
    , m_search(new QLineEdit)
    , m_grid(new QGridLayout)
    , m_none(makeParagraph(u"muted"_s, tr("No template fits this search.")))
{
    m_search->setPlaceholderText(tr("Search: invoices, Salesforce, contacts…"));
    m_search->setAccessibleName(tr("Search in the templates"));
    m_search->setClearButtonEnabled(true);
    auto* inside = new QWidget;
    auto* cards = new QVBoxLayout(inside);
    cards->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(14);
    cards->addLayout(m_grid);
    cards->addWidget(m_none);
    cards->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addWidget(m_search);
    layout->addWidget(scroll, 1);
    connect(m_search, &QLineEdit::textChanged, this, &Gallery::fill);
}

void Gallery::show()
{
    m_search->clear();
    fill();
    m_search->setFocus();
}

void Gallery::fill()
{
    for (QWidget* card : m_cards) {
        card->hide();
        card->deleteLater();
    }
    m_cards.clear();
    const QString wanted = m_search->text().trimmed();
    for (const model::FlowTemplate& one : m_desk.workbench->templates()) {
        const QString words = translatedLabel(one.flow.title) + u' ' + translatedLabel(one.flow.outcome) +
                              u' ' + one.flow.from.system + u' ' + one.flow.to.system;
        if (words.contains(wanted, Qt::CaseInsensitive)) m_cards += makeCard(one);
    }
    m_none->setVisible(m_cards.isEmpty());
    arrange();
}

QWidget* Gallery::makeCard(const model::FlowTemplate& one)
{
    auto* card = new Card;
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(18, 16, 18, 16);
    layout->setSpacing(8);
    const QList<service::SystemInfo> systems = m_desk.workbench->systems();
    const QString from = systemTitle(systems, one.flow.from.system);
    const QString to = systemTitle(systems, one.flow.to.system);
    layout->addWidget(makeLabel(u"caption"_s, u"%1 → %2"_s.arg(from, to)));
    auto* title = makeParagraph(u"lead"_s, translatedLabel(one.flow.title));
    layout->addWidget(title);
    layout->addWidget(makeParagraph(u"muted"_s, translatedLabel(one.flow.outcome)));
    layout->addStretch(1);
    QComboBox* source = makeChoice(one.flow.from.system, tr("%1 to read from").arg(from));
    QComboBox* target = makeChoice(one.flow.to.system, tr("%1 to write to").arg(to));
    auto* bottom = new QHBoxLayout;
    const bool ready = source->count() > 0 && target->count() > 0;
    auto* button = new PrimaryButton(ready ? tr("Use this template") : tr("Add the connections first"));
    button->setAccessibleName(u"%1: %2"_s.arg(button->text(), title->text()));
    bottom->addWidget(button);
    for (QComboBox* box : {source, target}) {
        bottom->addWidget(box);
        box->setVisible(box->count() > 1);
    }
    bottom->addStretch(1);
    layout->addLayout(bottom);
    connect(button, &QPushButton::clicked, this,
            [this, ready, id = one.flow.templateId.isEmpty() ? one.flow.id : one.flow.templateId, source,
             target] {
                if (!ready) return Q_EMIT go(Place{Screen::Connections, {}, 0, u"new"_s});
                add(id, source->currentData().toString(), target->currentData().toString());
            });
    return card;
}

QComboBox* Gallery::makeChoice(const QString& system, const QString& name)
{
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->setToolTip(name);
    for (const model::Connection& connection : m_desk.workbench->connections()) {
        if (connection.system == system && connection.state != model::ConnectionState::SignedOut)
            box->addItem(connection.organisation, connection.id);
    }
    return box;
}

void Gallery::add(const QString& templateId, const QString& source, const QString& target)
{
    m_answers.ask(m_desk.workbench->addFlow(templateId, source, target),
                  [this](const Result<model::Flow>& flow) {
                      if (!flow) return Q_EMIT failed(flow.error());
                      Q_EMIT added(flow->id);
                  });
}

void Gallery::arrange()
{
    const int columns = std::max(1, width() / kCardWidth);
    for (int i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards[i], i / columns, i % columns);
    for (int column = 0; column < 8; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void Gallery::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace tieout::gui
