#include "gui/connections/connectioncard.h"

#include "gui/widgets/icons.h"
#include "gui/widgets/say.h"
#include "gui/widgets/when.h"
#include "gui/widgets/words.h"
#include "service/signins.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {

ConnectionCard::ConnectionCard(const model::Connection& connection, const service::SystemInfo& system,
                               Reach reach, Instant now, QWidget* parent)
    : Card(parent)
    , m_connection(connection)
    , m_reach(std::move(reach))
{
    m_byForm = !system.ways.isEmpty() && std::none_of(system.ways.cbegin(), system.ways.cend(),
                                                      [](const auto& way) { return way.browser; });
    setBand(connection.colour);
    setAccessibleName(u"%1 · %2"_s.arg(system.title, connection.organisation));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 14, 18, 14);
    layout->setSpacing(8);
    auto* heading = new QHBoxLayout;
    auto* icon = new IconLabel(systemIconName(connection.system), Tone::Muted, 22);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    auto* organisation = new ElidedLabel(connection.organisation);
    organisation->setProperty("kind", u"lead"_s);
    names->addWidget(organisation);
    names->addWidget(makeLabel(u"small"_s, connection.practice ? tr("%1 · practice company").arg(system.title)
                                                               : system.title));
    const State state = stateOf(connection);
    heading->addWidget(icon, 0, Qt::AlignTop);
    heading->addLayout(names, 1);
    heading->addWidget(new Tag(state.tone, state.word), 0, Qt::AlignTop);
    layout->addLayout(heading);
    addFacts(layout, now);
    addActions(layout);
}

void ConnectionCard::addFacts(QVBoxLayout* layout, Instant now)
{
    QStringList facts;
    if (!m_connection.authorisedBy.isEmpty() && m_connection.authorisedAt)
        facts += tr("Signed in by %1, %2")
                     .arg(m_connection.authorisedBy, formatNear(*m_connection.authorisedAt, now, locale()));
    else if (m_connection.authorisedAt)
        facts += (m_byForm ? tr("Connected %1") : tr("Signed in %1"))
                     .arg(formatNear(*m_connection.authorisedAt, now, locale()));
    const QString why = whyLost(m_connection);
    const bool soon = service::daysToSignIn(m_connection, now).has_value();
    if (!why.isEmpty())
        facts += why;
    else if (soon)
        facts += tr("Sign in again by %1").arg(formatNear(*m_connection.renewBy, now, locale()));
    else if (m_connection.renewBy)
        facts += tr("Without use, sign in again by %1").arg(formatNear(*m_connection.renewBy, now, locale()));
    else
        facts += m_byForm ? tr("Stays connected until you disconnect")
                          : tr("Stays signed in until you disconnect");
    for (const QString& fact : facts)
        layout->addWidget(makeParagraph(u"muted"_s, fact));
    QStringList may;
    for (const QString& permission : m_reach.permissions)
        may += u"✓ "_s + translatedLabel(permission);
    if (!may.isEmpty()) layout->addWidget(makeParagraph(u"small"_s, may.join(u'\n')));
    if (m_reach.missing.isEmpty()) return;
    layout->addWidget(
        new Tag(Tone::Warn, tr("Needs %Ln more permission(s)", nullptr, int(m_reach.missing.size()))), 0,
        Qt::AlignLeft);
    QStringList missing;
    for (const QString& permission : m_reach.missing)
        missing += translatedLabel(permission);
    layout->addWidget(makeParagraph(
        u"small"_s, tr("A sync needs this: %1. Sign in again to give it.").arg(missing.join(u"; "_s))));
}

void ConnectionCard::addWriting(QVBoxLayout* layout)
{
    if (!m_reach.canWrite) {
        layout->addWidget(
            makeParagraph(u"small"_s, tr("Only read: there is nothing that could be written.")));
        return;
    }
    auto* writing = new QCheckBox(buttonText(tr("Tieout may write to %1").arg(m_connection.organisation)));
    writing->setChecked(m_connection.writable);
    writing->setToolTip(m_connection.writable ? tr("Switch off to make this connection read-only")
                                              : tr("Read-only: nothing can be changed in this organisation"));
    layout->addWidget(writing);
    layout->addWidget(makeParagraph(
        u"small"_s, m_connection.writable ? tr("Syncs write here after their preview has been looked at.")
                                          : tr("Read-only: syncs can be previewed, nothing is written.")));
    connect(writing, &QCheckBox::clicked, this, &ConnectionCard::writingAsked);
}

void ConnectionCard::addActions(QVBoxLayout* layout)
{
    layout->addStretch(1);
    addWriting(layout);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    const bool lost = m_connection.state == model::ConnectionState::NeedsSignIn ||
                      m_connection.state == model::ConnectionState::SignedOut;
    const bool wanting = lost || !m_reach.missing.isEmpty();
    QPushButton* signIn =
        wanting ? new PrimaryButton(tr("Sign in again"))
                : makeButton(u"small"_s, m_byForm ? tr("Change settings") : tr("Sign in again"));
    auto* records = makeButton(u"small"_s, tr("Look at records"));
    records->setEnabled(!lost);
    auto* test = makeButton(u"small"_s, tr("Test"));
    auto* leave = makeButton(u"small"_s, tr("Disconnect…"));
    for (QPushButton* button : {records, signIn, test, leave}) {
        button->setAccessibleName(u"%1: %2"_s.arg(button->text(), m_connection.organisation));
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    layout->addLayout(buttons);
    connect(signIn, &QPushButton::clicked, this, &ConnectionCard::signInAsked);
    connect(records, &QPushButton::clicked, this, &ConnectionCard::recordsAsked);
    connect(test, &QPushButton::clicked, this, &ConnectionCard::testAsked);
    connect(leave, &QPushButton::clicked, this, &ConnectionCard::disconnectAsked);
}

} // namespace tieout::gui
