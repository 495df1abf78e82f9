#include "gui/connections/connectsteps.h"

#include "gui/connections/filefindings.h"
#include "gui/connections/signinform.h"
#include "gui/widgets/say.h"
#include "gui/widgets/when.h"
#include "gui/widgets/words.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tieout::gui {

namespace {

bool asksSecrets(const model::SignInWay& way)
{
    return std::any_of(way.fields.cbegin(), way.fields.cend(),
                       [](const auto& field) { return field.kind == model::FormField::Kind::Secret; });
}

} // namespace

ConnectSteps::~ConnectSteps()
{
    abandon();
}

void ConnectSteps::begin(const QString& connection, const QStringList& objects)
{
    abandon();
    m_connection = connection;
    m_objects = objects;
    m_signedIn = {};
    fillSystems();
    m_known = m_desk.workbench->connections();
    for (const model::Connection& one : std::as_const(m_known)) {
        if (one.id != connection) continue;
        for (const service::SystemInfo& system : m_desk.workbench->systems()) {
            if (system.id == one.system) return choose(system);
        }
    }
    goTo(System);
}

void ConnectSteps::abandon()
{
    ++m_attempt;
    if (m_signingIn) m_stop.request(StopMode::Now);
    if (!m_signedIn.ticket.isEmpty()) m_desk.workbench->cancelConnect(m_signedIn.ticket);
    m_signedIn = {};
    m_signingIn = false;
    m_waiting->hide();
    m_connect->setEnabled(true);
    m_practice->setEnabled(true);
}

void ConnectSteps::goTo(Step step)
{
    for (int i = 0; i < m_stepChips.size(); ++i) {
        m_stepChips[i]->setChecked(i == step);
        m_stepChips[i]->setEnabled(i == step || (i == System && step == SignIn && m_connection.isEmpty()));
    }
    m_stack->setCurrentIndex(step);
    m_side->setVisible(step != Done);
    if (step != SignIn) m_practiceCard->hide();
    Q_EMIT cancellable(step != Done);
    if (step == System) {
        m_readOnlyText->setText(
            tr("Nothing can be written until you switch writing on, after the first preview of a sync."));
        Q_EMIT titled(tr("Add a connection"));
    } else {
        Q_EMIT titled((m_connection.isEmpty() ? tr("Add a connection: %1")
                       : way().browser        ? tr("Sign in again: %1")
                                              : tr("Change settings: %1"))
                          .arg(m_system.title));
    }
}

void ConnectSteps::choose(const service::SystemInfo& system)
{
    m_system = system;
    m_system.title = translatedLabel(system.title);
    showSystem();
    goTo(SignIn);
    m_connect->setFocus();
}

const model::Connection* ConnectSteps::renewed() const
{
    for (const model::Connection& one : m_known)
        if (one.id == m_connection) return &one;
    return nullptr;
}

model::SignInWay ConnectSteps::way() const
{
    const int index = std::max(0, m_way->currentIndex());
    return index < m_system.ways.size() ? m_system.ways[index] : model::SignInWay();
}

void ConnectSteps::showSystem()
{
    const model::Connection* known = renewed();
    m_renewsPractice = known && known->practice;
    const QSignalBlocker quiet(m_way);
    m_way->clear();
    int chosen = 0;
    for (const model::SignInWay& one : m_system.ways) {
        if (known && one.id == known->settings.value(u"auth"_s)) chosen = m_way->count();
        m_way->addItem(one.title.isEmpty() && one.browser ? tr("Sign in in the browser")
                                                          : translatedLabel(one.title));
    }
    m_way->setCurrentIndex(chosen);
    m_wayLine->setVisible(m_system.ways.size() > 1 && !m_renewsPractice);
    m_connect->setEnabled(true);
    m_practiceCard->setVisible(m_desk.practice.contains(m_system.id) && !known);
    m_readOnlyText->setText(
        tr("Nothing can be written to %1 until you switch writing on, after the first preview of a "
           "sync.")
            .arg(m_system.title));
    m_waiting->hide();
    m_copy->setEnabled(false);
    m_findings->hide();
    const QSignalBlocker still(m_alsoWrite);
    // A new connection only reads; made-up books, and a connection that syncs write to, ask for all at once.
    const bool writes =
        m_desk.practice.contains(m_system.id) ||
        (known && (known->writable || !m_desk.workbench->missingPermissions(known->id).isEmpty()));
    m_alsoWrite->setChecked(writes);
    showWay();
}

void ConnectSteps::showAsks()
{
    const model::SignInWay chosen = way();
    service::ConnectRequest asked = request({});
    asked.access = service::Access::Reading;
    const QStringList reading = m_desk.workbench->asks(asked);
    asked.access = service::Access::Writing;
    const QStringList writing = m_desk.workbench->asks(asked);
    m_alsoWrite->setVisible(reading != writing);
    QStringList lines;
    for (const QString& permission : m_alsoWrite->isChecked() ? writing : reading)
        lines += u"✓ "_s + translatedLabel(permission);
    if (chosen.browser)
        lines += u"✓ "_s + (m_system.renewAfterDays > 0
                                ? tr("stay signed in until you disconnect (%Ln days without use)", nullptr,
                                     m_system.renewAfterDays)
                                : tr("stay signed in until you disconnect"));
    m_asks->setText(lines.join(u'\n'));
    m_asksTitle->setText(chosen.browser ? tr("Tieout will ask to") : tr("Tieout will"));
}

void ConnectSteps::lookAtFile()
{
    const quint64 look = ++m_looked;
    const QHash<QString, QString> settings = m_form->settings();
    if (m_system.id != u"files"_s || settings.value(u"path"_s).isEmpty()) return m_findings->hide();
    m_answers.ask(m_desk.workbench->lookAtFile(settings),
                  [this, look](const Result<model::FileSniff>& found) {
                      if (look != m_looked) return;
                      found ? m_findings->show(*found) : m_findings->showProblem(found.error());
                  });
}

service::ConnectRequest ConnectSteps::request(const QUrl& practice) const
{
    service::ConnectRequest request;
    request.system = m_system.id;
    request.connection = m_connection;
    request.practice = practice;
    request.objects = m_objects;
    request.access = m_alsoWrite->isChecked() ? service::Access::Writing : service::Access::Reading;
    if (!practice.isEmpty() || m_renewsPractice) return request;
    request.way = way().id;
    request.settings = m_form->settings();
    const QHash<QString, QString> typed = m_form->secrets();
    for (auto it = typed.cbegin(); it != typed.cend(); ++it)
        request.secrets.insert(it.key(), Secret(it.value().toUtf8()));
    return request;
}

void ConnectSteps::showWay()
{
    const model::SignInWay chosen = way();
    m_signInTitle->setText(chosen.browser ? tr("Sign in to %1 in your browser").arg(m_system.title)
                                          : tr("Connect %1").arg(m_system.title));
    m_signInText->setText(
        chosen.browser
            ? tr("Your browser opens %1's own page. You choose the organisation there; Tieout never sees "
                 "your password.")
                  .arg(m_system.title)
        : asksSecrets(chosen)
            ? tr("Fill in what follows. Keys and passwords go into this computer's keychain, nowhere "
                 "else.")
            : tr("Fill in what follows."));
    const model::Connection* known = renewed();
    m_form->show(m_renewsPractice ? QList<model::FormField>() : chosen.fields,
                 known ? known->settings : QHash<QString, QString>());
    showAsks();
    lookAtFile();
    m_connect->setText(chosen.browser ? tr("Connect in browser") : tr("Connect"));
    m_copy->setVisible(chosen.browser);
}

void ConnectSteps::signIn(const QUrl& practice)
{
    const bool real = practice.isEmpty() && !m_renewsPractice;
    if (const QString missing = real ? m_form->firstMissing() : QString(); !missing.isEmpty()) {
        Q_EMIT failed(errorOf(ErrorKind::BadConfig, u"connector.setting-missing"_s, {}, {missing}));
        return;
    }
    abandon();
    const quint64 attempt = ++m_attempt;
    m_stop = StopSource();
    m_signingIn = true;
    m_link = QUrl();
    const service::ConnectRequest told = request(practice);
    // Shown and focused before the pressed button goes grey, so that the keyboard stays on this step.
    m_waiting->show();
    m_stopWaiting->setFocus();
    m_connect->setEnabled(false);
    m_practice->setEnabled(false);
    m_waitingTitle->setText(way().browser ? tr("Opening your browser…") : tr("Testing the connection…"));
    m_waitingText->setVisible(way().browser);
    m_openAgain->setVisible(way().browser);
    Q_EMIT succeeded();
    const QPointer<ConnectSteps> self(this);
    m_answers.ask(m_desk.workbench->signIn(told, m_stop.token(),
                                           [self, attempt](const service::ConnectProgress& news) {
                                               if (self && self->m_attempt == attempt) self->progress(news);
                                           }),
                  [this, attempt](const Result<service::SignedIn>& answer) {
                      if (attempt == m_attempt) return signedIn(answer);
                      // Came after Cancel: hand it back at once.
                      if (answer) m_desk.workbench->cancelConnect(answer->ticket);
                  });
}

void ConnectSteps::progress(const service::ConnectProgress& news)
{
    m_link = news.link;
    m_copy->setEnabled(!m_link.isEmpty());
    m_openAgain->setEnabled(!m_link.isEmpty());
    m_waitingTitle->setText(tr("Waiting for %1… %2").arg(m_system.title, formatCountdown(news.secondsLeft)));
    m_waitingText->setText(news.browserOpened
                               ? tr("Finish in the browser window, then come back here.")
                               : tr("Your browser did not open. Copy the link and open it yourself."));
}

void ConnectSteps::signedIn(const Result<service::SignedIn>& answer)
{
    m_signingIn = false;
    m_waiting->hide();
    m_connect->setEnabled(true);
    m_practice->setEnabled(true);
    if (!answer) return Q_EMIT failed(answer.error());
    m_signedIn = *answer;
    fillOrganisations();
    goTo(Organisation);
}

void ConnectSteps::fillOrganisations()
{
    for (QAbstractButton* button : m_choice->buttons()) {
        m_choice->removeButton(button);
        button->deleteLater();
    }
    int index = 0;
    for (const model::OrganisationInfo& one : m_signedIn.organisations) {
        QStringList facts;
        for (const QString& fact : {one.region, one.baseCurrency, one.authorisedBy}) {
            if (!fact.isEmpty()) facts += fact;
        }
        if (one.demo) facts += tr("demo company");
        // Some systems tell the name of their only organisation after the sign-in.
        const QString name = one.name.isEmpty() ? tr("Your %1 organisation").arg(m_system.title) : one.name;
        auto* button =
            makeButton(u"choice"_s, buttonText(facts.isEmpty() ? name : name + u'\n' + facts.join(u" · "_s)));
        button->setCheckable(true);
        button->setAccessibleName(name);
        m_choice->addButton(button, index++);
        m_organisations->addWidget(button);
    }
    if (index > 0) m_choice->button(0)->setChecked(true);
    m_finish->setEnabled(index > 0);
    m_finish->setFocus();
}

void ConnectSteps::finish()
{
    const int index = m_choice->checkedId();
    if (index < 0 || index >= m_signedIn.organisations.size()) return;
    m_finish->setEnabled(false);
    const QString ticket = std::exchange(m_signedIn.ticket, QString());
    m_answers.ask(m_desk.workbench->finishConnect(ticket, m_signedIn.organisations[index].tenantId),
                  [this](const Result<model::Connection>& connection) {
                      m_finish->setEnabled(true);
                      if (!connection) {
                          Q_EMIT failed(connection.error());
                          return goTo(SignIn);
                      }
                      connected(*connection);
                  });
}

void ConnectSteps::connected(const model::Connection& connection)
{
    goTo(Done);
    m_doneTitle->setText(tr("%1 is connected").arg(connection.organisation));
    m_doneText->setText(tr("Testing the connection…"));
    m_answers.ask(
        m_desk.workbench->testConnection(connection.id), [this, connection](const Result<void>& tested) {
            if (!tested) return Q_EMIT failed(tested.error());
            m_doneText->setText(
                connection.writable
                    ? tr("Tested: %1 answers. Its syncs go on.").arg(m_system.title)
                    : tr("Tested: %1 answers. The connection is read-only until you switch writing on.")
                          .arg(m_system.title));
        });
}

} // namespace tieout::gui
