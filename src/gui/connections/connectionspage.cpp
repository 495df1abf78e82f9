#include "gui/connections/connectionspage.h"

#include "gui/connections/connectioncard.h"
#include "gui/connections/connectsteps.h"
#include "gui/connections/recordsview.h"
#include "gui/widgets/words.h"

#include <QGridLayout>
#include <QMessageBox>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {
namespace {

constexpr int kCardWidth = 420;

} // namespace

ConnectionsPage::ConnectionsPage(Desk& desk, QWidget* parent)
    : Page(desk, parent)
    , m_stack(new QStackedWidget)
    , m_add(new PrimaryButton(tr("Add a connection")))
    , m_cancel(makeButton({}, tr("Cancel")))
    , m_grid(new QGridLayout)
    , m_steps(new ConnectSteps(desk, answers()))
    , m_records(new RecordsView(desk, answers()))
{
    addToHeader(m_cancel);
    addToHeader(m_add);
    content()->addWidget(m_stack);
    auto* inside = new QWidget;
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(14);
    layout->addLayout(m_grid);
    layout->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    m_stack->addWidget(scroll);
    auto* empty = new EmptyState(
        u"connections"_s, tr("No connections yet"),
        tr("A connection is one organisation at one system. You sign in on the system's own page; "
           "Tieout never sees your password, and a new connection can only read."));
    m_stack->addWidget(empty);
    m_stack->addWidget(m_steps);
    m_stack->addWidget(m_records);
    connect(empty->addAction(tr("Add a connection")), &QPushButton::clicked, this, [this] { showSteps({}); });
    connect(m_add, &QPushButton::clicked, this, [this] {
        Q_EMIT go(Place{Screen::Connections, {}, 0, u"new"_s});
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_steps->abandon();
        showList();
    });
    connect(backButton(), &QPushButton::clicked, this, [this] {
        Q_EMIT go(Place{Screen::Connections, {}, 0, {}});
    });
    connect(m_records, &RecordsView::failed, this, &ConnectionsPage::report);
    connect(m_records, &RecordsView::succeeded, this,
            [this] { banner()->showSuccess(tr("Written. The list shows it as the system has it now.")); });
    connect(m_steps, &ConnectSteps::titled, this, &ConnectionsPage::setTitle);
    connect(m_steps, &ConnectSteps::failed, this, &ConnectionsPage::report);
    connect(m_steps, &ConnectSteps::succeeded, this, [this] { banner()->hide(); });
    connect(m_steps, &ConnectSteps::go, this, &Page::go);
    connect(m_steps, &ConnectSteps::cancellable, m_cancel, &QWidget::setVisible);
    connect(m_steps, &ConnectSteps::finished, this, &ConnectionsPage::showList);
    connect(m_records, &RecordsView::permissionAsked, this,
            [this](const QString& connection, const QString& object) {
                Q_EMIT go(Place{Screen::Connections, connection, 0, u"reconnect:"_s + object});
            });
    connect(&workbench(), &service::Workbench::connectionsChanged, this, &ConnectionsPage::refresh);
}

void ConnectionsPage::enter(const Place& place)
{
    banner()->hide();
    // "reconnect:Payments": with the permission for an object that no sync needs.
    const QStringList part = place.part.split(u':');
    if (part.first() == u"new"_s || part.first() == u"reconnect"_s)
        showSteps(place.id, part.mid(1));
    else if (place.part == u"records"_s)
        showRecords(place.id);
    else if (!m_steps->isSigningIn())
        showList();
}

void ConnectionsPage::showList()
{
    setTitle(tr("Connections"));
    backButton()->hide();
    m_cancel->hide();
    m_add->show();
    m_stack->setCurrentIndex(0);
    refresh();
}

void ConnectionsPage::showSteps(const QString& connection, const QStringList& objects)
{
    backButton()->hide();
    m_cancel->show();
    m_add->hide();
    m_stack->setCurrentIndex(2);
    m_steps->begin(connection, objects);
}

void ConnectionsPage::showRecords(const QString& connection)
{
    for (const model::Connection& one : workbench().connections()) {
        if (one.id != connection) continue;
        setTitle(connectionTitle(workbench().systems(), one));
        backButton()->show();
        m_cancel->hide();
        m_add->hide();
        m_stack->setCurrentWidget(m_records);
        return m_records->show(one);
    }
    showList();
}

void ConnectionsPage::refresh()
{
    for (QWidget* card : m_cards)
        card->deleteLater();
    m_cards.clear();
    for (const model::Connection& connection : workbench().connections())
        m_cards += makeCard(connection);
    if (m_stack->currentIndex() < 2) m_stack->setCurrentIndex(m_cards.isEmpty() ? 1 : 0);
    arrange();
}

QWidget* ConnectionsPage::makeCard(const model::Connection& connection)
{
    service::SystemInfo system;
    system.title = systemTitle(workbench().systems(), connection.system);
    for (const service::SystemInfo& one : workbench().systems()) {
        if (one.id == connection.system) system = one;
    }
    const ConnectionCard::Reach reach{workbench().permissions(connection.id),
                                      workbench().missingPermissions(connection.id),
                                      workbench().canWrite(connection.id)};
    auto* card = new ConnectionCard(connection, system, reach, workbench().now());
    connect(card, &ConnectionCard::signInAsked, this, [this, id = connection.id] {
        Q_EMIT go(Place{Screen::Connections, id, 0, u"reconnect"_s});
    });
    connect(card, &ConnectionCard::recordsAsked, this, [this, id = connection.id] {
        Q_EMIT go(Place{Screen::Connections, id, 0, u"records"_s});
    });
    connect(card, &ConnectionCard::testAsked, this, [this, id = connection.id] { test(id); });
    connect(card, &ConnectionCard::writingAsked, this,
            [this, connection](bool allowed) { setWriting(connection, allowed); });
    connect(card, &ConnectionCard::disconnectAsked, this, [this, connection] { disconnectFrom(connection); });
    return card;
}

void ConnectionsPage::arrange()
{
    int widest = kCardWidth; // what the buttons of a card need depends on the language
    for (const QWidget* card : std::as_const(m_cards))
        widest = std::max(widest, card->minimumSizeHint().width() + m_grid->spacing());
    const int columns = std::max(1, (width() - 44) / widest);
    for (int i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards[i], i / columns, i % columns);
    for (int column = 0; column < 8; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    // Many cards scroll, none is squeezed: the grid by itself would shrink their wrapped lines.
    const int cardWidth = (width() - 60) / columns - m_grid->spacing();
    int all = 0;
    for (int first = 0; first < m_cards.size(); first += columns) {
        int tallest = 0;
        for (QWidget* card : m_cards.mid(first, columns))
            tallest = std::max(tallest, card->heightForWidth(cardWidth));
        m_grid->setRowMinimumHeight(first / columns, tallest);
        all += tallest + m_grid->spacing();
    }
    for (int row = int(m_cards.size() + columns - 1) / columns; row < m_grid->rowCount(); ++row)
        m_grid->setRowMinimumHeight(row, 0);
    m_grid->parentWidget()->setMinimumHeight(all);
}

void ConnectionsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

void ConnectionsPage::test(const QString& connection)
{
    ask(workbench().testConnection(connection), [this](const Result<void>& tested) {
        if (!tested) return report(tested.error());
        banner()->showSuccess(
            tr("The connection works: the system answered and the organisation is the right one."));
    });
}

void ConnectionsPage::setWriting(const model::Connection& connection, bool allowed)
{
    using Writing = service::Workbench::Writing;
    ask(workbench().setWriting(connection.id, allowed ? Writing::Allowed : Writing::ReadOnly),
        [this, allowed, name = connection.organisation](const Result<void>& changed) {
            refresh();
            if (!changed) return report(changed.error());
            banner()->showSuccess(allowed ? tr("Syncs may write to %1 from now on.").arg(name)
                                          : tr("%1 is read-only now.").arg(name));
        });
}

void ConnectionsPage::disconnectFrom(const model::Connection& connection)
{
    // Signing out cannot be undone from here: the other system ends the permission.
    auto* question =
        new QMessageBox(QMessageBox::NoIcon, tr("Disconnect"),
                        tr("Disconnect %1?").arg(connection.organisation), QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("Tieout signs out there and forgets the keys. Syncs of this connection stop. Their "
           "history stays. To use it again, somebody must sign in."));
    QPushButton* leave = question->addButton(tr("Disconnect"), QMessageBox::AcceptRole);
    connect(question, &QMessageBox::buttonClicked, this,
            [this, leave, id = connection.id](QAbstractButton* pressed) {
                if (pressed != leave) return;
                ask(workbench().disconnectConnection(id), [this](const Result<service::SignedOut>& done) {
                    if (!done) return report(done.error());
                    banner()->showSuccess(
                        *done == service::SignedOut::Forgotten
                            ? tr("Disconnected. The keys are gone from this computer.")
                            : tr("Disconnected. The permission was taken back there, and the keys are gone "
                                 "from this computer."));
                });
            });
    question->open();
}

} // namespace tieout::gui
