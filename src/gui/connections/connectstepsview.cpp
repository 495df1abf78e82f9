// The widgets of ConnectSteps; what they do is in connectsteps.cpp.
#include "gui/connections/connectsteps.h"

#include "gui/connections/filefindings.h"
#include "gui/connections/signinform.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/say.h"
#include "gui/widgets/words.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr int kSystemColumns = 2;

Card* sideCard(const QString& title, QLabel* text)
{
    auto* card = new Card;
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(4);
    layout->addWidget(makeLabel(u"strong"_s, title));
    layout->addWidget(text);
    return card;
}

QVBoxLayout* panelLayout(QWidget* panel)
{
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(30, 26, 30, 26);
    layout->setSpacing(14);
    return layout;
}

/// A panel at the top of its step, as tall as what it holds; a long one scrolls.
QWidget* raised(QWidget* panel)
{
    auto* holder = new QWidget;
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(panel);
    layout->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(holder);
    return scroll;
}

} // namespace

ConnectSteps::ConnectSteps(Desk& desk, Answers& answers, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_answers(answers)
    , m_stack(new QStackedWidget)
{
    m_side = makeSide();
    auto* chips = new QHBoxLayout;
    chips->setSpacing(6);
    for (const QString& word : {tr("1 System"), tr("2 Sign in"), tr("3 Organisation"), tr("4 Done")}) {
        auto* chip = makeButton(u"chip"_s, word);
        chips->addWidget(chip);
        m_stepChips += chip;
    }
    chips->addStretch(1);
    connect(m_stepChips.first(), &QPushButton::clicked, this, [this] {
        abandon();
        goTo(System);
    });
    for (QWidget* step : {makeSystemStep(), makeSignInStep(), makeOrganisationStep(), makeDoneStep()})
        m_stack->addWidget(raised(step));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(14);
    columns->addWidget(m_stack, 1);
    columns->addWidget(m_side);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addLayout(chips);
    layout->addLayout(columns, 1);
}

QWidget* ConnectSteps::makeSystemStep()
{
    auto* panel = new Card;
    auto* layout = panelLayout(panel);
    layout->addWidget(makeLabel(u"heading"_s, tr("Which system do you want to connect?")));
    m_systems = new QVBoxLayout;
    m_systems->setSpacing(8);
    layout->addLayout(m_systems);
    return panel;
}

void ConnectSteps::fillSystems()
{
    clearLayout(m_systems);
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    m_systems->addLayout(grid);
    int place = 0;
    for (const service::SystemInfo& system : m_desk.workbench->systems()) {
        const bool browser = !system.ways.isEmpty() && system.ways.first().browser;
        QStringList asks;
        for (const QString& permission : system.asks)
            asks += translatedLabel(permission);
        const QString practice = m_desk.practice.contains(system.id)
                                     ? tr("sign in, or use the practice company")
                                 : browser ? tr("sign in through your browser")
                                           : asks.join(u", "_s);
        const QString title = translatedLabel(system.title);
        auto* button = makeButton(u"choice"_s, title + u'\n' + practice);
        button->setAccessibleName(tr("Connect %1").arg(title));
        button->setIcon(tintedIcon(systemIconName(system.id), tokensOf(palette()).accent));
        button->setIconSize(QSize(26, 26));
        grid->addWidget(button, place / kSystemColumns, place % kSystemColumns);
        ++place;
        connect(button, &QPushButton::clicked, this, [this, system] { choose(system); });
    }
}

QWidget* ConnectSteps::makeSignInStep()
{
    auto* panel = new Card;
    auto* layout = panelLayout(panel);
    m_signInTitle = makeLabel(u"heading"_s, {});
    m_signInText = makeParagraph(u"plain"_s, {});
    m_asks = makeParagraph(u"plain"_s, {});
    layout->addWidget(m_signInTitle);
    layout->addWidget(m_signInText);
    auto* asks = new QVBoxLayout;
    asks->setSpacing(4);
    m_asksTitle = makeLabel(u"small"_s, {});
    asks->addWidget(m_asksTitle);
    asks->addWidget(m_asks);
    m_alsoWrite = new QCheckBox(tr("Ask for adding and changing too, so that syncs may write there later"));
    m_alsoWrite->setToolTip(tr("Without it the sign-in can only read; you can sign in again at any time."));
    asks->addWidget(m_alsoWrite);
    layout->addLayout(asks);
    m_wayLine = new QWidget;
    auto* ways = new QVBoxLayout(m_wayLine);
    ways->setContentsMargins(0, 0, 0, 0);
    ways->setSpacing(4);
    auto* caption = makeLabel(u"small"_s, tr("How to sign in"));
    m_way = new QComboBox;
    m_way->setAccessibleName(caption->text());
    caption->setBuddy(m_way);
    ways->addWidget(caption);
    ways->addWidget(m_way, 0, Qt::AlignLeft);
    layout->addWidget(m_wayLine);
    m_form = new SignInForm;
    layout->addWidget(m_form);
    m_findings = new FileFindings;
    layout->addWidget(m_findings);
    m_look = new QTimer(this);
    m_look->setSingleShot(true);
    m_look->setInterval(300);
    connect(m_look, &QTimer::timeout, this, &ConnectSteps::lookAtFile);
    connect(m_form, &SignInForm::changed, m_look, qOverload<>(&QTimer::start));
    connect(m_findings, &FileFindings::changeAsked, m_form, &SignInForm::reveal);
    connect(m_alsoWrite, &QCheckBox::toggled, this, &ConnectSteps::showAsks);
    connect(m_way, &QComboBox::currentIndexChanged, this, &ConnectSteps::showWay);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    m_connect = new PrimaryButton(tr("Connect in browser"));
    m_copy = makeButton({}, tr("Copy link"));
    m_copy->setEnabled(false);
    buttons->addWidget(m_connect);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    m_waiting = new Card(nullptr, u"accent"_s);
    auto* waiting = new QVBoxLayout(m_waiting);
    waiting->setContentsMargins(14, 12, 14, 12);
    waiting->setSpacing(4);
    m_waitingTitle = makeLabel(u"strong"_s, {});
    m_waitingText = makeParagraph(u"small"_s, tr("Finish in the browser window, then come back here."));
    m_openAgain = makeButton(u"link"_s, tr("Open the page again"));
    m_stopWaiting = makeButton(u"link"_s, tr("Stop waiting"));
    auto* links = new QHBoxLayout;
    links->setSpacing(16);
    links->addWidget(m_openAgain);
    links->addWidget(m_stopWaiting);
    links->addStretch(1);
    waiting->addWidget(m_waitingTitle);
    waiting->addWidget(m_waitingText);
    waiting->addLayout(links);
    layout->addWidget(m_waiting);
    connect(m_connect, &QPushButton::clicked, this,
            [this] { signIn(m_renewsPractice ? m_desk.practice.value(m_system.id) : QUrl()); });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_link.toString(QUrl::FullyEncoded)); });
    connect(m_openAgain, &QPushButton::clicked, this, [this] { m_desk.openLink(m_link); });
    connect(m_stopWaiting, &QPushButton::clicked, this, &ConnectSteps::abandon);
    return panel;
}

QWidget* ConnectSteps::makeOrganisationStep()
{
    auto* panel = new Card;
    auto* layout = panelLayout(panel);
    layout->addWidget(makeLabel(u"heading"_s, tr("Which organisation?")));
    layout->addWidget(makeParagraph(
        u"muted"_s, tr("Each organisation is a connection of its own. Add the others afterwards.")));
    m_organisations = new QVBoxLayout;
    m_organisations->setSpacing(8);
    layout->addLayout(m_organisations);
    m_choice = new QButtonGroup(this);
    m_finish = new PrimaryButton(tr("Connect this organisation"));
    layout->addWidget(m_finish, 0, Qt::AlignLeft);
    connect(m_finish, &QPushButton::clicked, this, &ConnectSteps::finish);
    return panel;
}

QWidget* ConnectSteps::makeDoneStep()
{
    auto* panel = new Card;
    auto* layout = panelLayout(panel);
    auto* line = new QHBoxLayout;
    auto* icon = new IconLabel(u"done"_s, Tone::Ok, 30);
    m_doneTitle = makeLabel(u"heading"_s, {});
    line->addWidget(icon);
    line->addWidget(m_doneTitle, 1);
    layout->addLayout(line);
    m_doneText = makeParagraph(u"plain"_s, {});
    layout->addWidget(m_doneText);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    auto* sync = new PrimaryButton(tr("New sync"));
    auto* another = makeButton({}, tr("Add another connection"));
    auto* close = makeButton({}, tr("Finish"));
    for (QPushButton* button : {static_cast<QPushButton*>(sync), another, close})
        buttons->addWidget(button);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    connect(sync, &QPushButton::clicked, this, [this] {
        Q_EMIT finished();
        Q_EMIT go(Place{Screen::Syncs, {}, 0, u"new"_s});
    });
    connect(another, &QPushButton::clicked, this, [this] { begin({}); });
    connect(close, &QPushButton::clicked, this, &ConnectSteps::finished);
    return panel;
}

QWidget* ConnectSteps::makeSide()
{
    auto* side = new QWidget;
    side->setFixedWidth(340);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(sideCard(
        tr("Where your keys live"),
        makeParagraph(u"small"_s, tr("In this computer's keychain, nowhere else. Ledger data stays in "
                                     "your workspace file."))));
    m_readOnlyText =
        makeParagraph(u"small"_s, tr("Nothing can be written until you switch writing on, after the first "
                                     "preview of a sync."));
    layout->addWidget(sideCard(tr("New connections are read-only"), m_readOnlyText));
    m_practiceCard = sideCard(tr("Just trying?"),
                              makeParagraph(u"small"_s, tr("Use the practice company: the same screens, "
                                                           "made-up books, offline.")));
    m_practice = makeButton(u"small"_s, tr("Connect practice company"));
    m_practiceCard->layout()->addWidget(m_practice);
    m_practiceCard->layout()->setAlignment(m_practice, Qt::AlignLeft);
    layout->addWidget(m_practiceCard);
    layout->addStretch(1);
    m_practiceCard->hide();
    connect(m_practice, &QPushButton::clicked, this, [this] { signIn(m_desk.practice.value(m_system.id)); });
    return side;
}

} // namespace tieout::gui
