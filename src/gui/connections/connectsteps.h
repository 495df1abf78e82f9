#pragma once

#include "gui/shell/page.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QStackedWidget;

namespace tieout::gui {

class FileFindings;
class SignInForm;

/// The four steps of a connection: system, sign in, organisation, done. Part of ConnectionsPage.
class ConnectSteps final : public QWidget
{
    Q_OBJECT
  public:
    ConnectSteps(Desk& desk, Answers& answers, QWidget* parent = nullptr);
    ~ConnectSteps() override;

    /// With an existing connection it starts at its sign-in, which then also asks for `objects`.
    void begin(const QString& connection, const QStringList& objects = {});
    /// Ends a sign-in that waits; nothing stays behind.
    void abandon();
    [[nodiscard]] bool isSigningIn() const { return m_signingIn; }

  Q_SIGNALS:
    void titled(const QString& title);
    void failed(const tieout::Error& error);
    void succeeded();
    void go(const tieout::gui::Place& place);
    /// False once the connection is made.
    void cancellable(bool yes);
    void finished();

  private:
    enum Step { System, SignIn, Organisation, Done };

    [[nodiscard]] QWidget* makeSystemStep();
    [[nodiscard]] QWidget* makeSignInStep();
    [[nodiscard]] QWidget* makeOrganisationStep();
    [[nodiscard]] QWidget* makeDoneStep();
    [[nodiscard]] QWidget* makeSide();
    void goTo(Step step);
    void fillSystems();
    void choose(const service::SystemInfo& system);
    void showSystem();
    void showWay();
    void showAsks();
    /// Of a file: how it would be read with what is filled in by now.
    void lookAtFile();
    /// What the sign-in step has been told.
    [[nodiscard]] service::ConnectRequest request(const QUrl& practice) const;
    [[nodiscard]] model::SignInWay way() const;
    [[nodiscard]] const model::Connection* renewed() const;
    void signIn(const QUrl& practice);
    void progress(const service::ConnectProgress& progress);
    void signedIn(const Result<service::SignedIn>& answer);
    void fillOrganisations();
    void finish();
    void connected(const model::Connection& connection);

    Desk& m_desk;
    Answers& m_answers;
    service::SystemInfo m_system;
    QList<model::Connection> m_known; ///< when the steps began
    QString m_connection;             ///< being renewed
    QStringList m_objects;            ///< asked for beyond what syncs need
    quint64 m_looked = 0;             ///< an older look's answer is dropped
    StopSource m_stop;
    quint64 m_attempt = 0; ///< an older attempt's words are dropped
    bool m_signingIn = false;
    bool m_renewsPractice = false; ///< the connection being renewed is one of the practice company
    QUrl m_link;
    service::SignedIn m_signedIn;

    QList<QPushButton*> m_stepChips;
    QStackedWidget* m_stack;
    QWidget* m_side = nullptr;
    QVBoxLayout* m_systems = nullptr;
    QLabel* m_signInTitle = nullptr;
    QLabel* m_signInText = nullptr;
    QLabel* m_asks = nullptr;
    QLabel* m_asksTitle = nullptr;
    QCheckBox* m_alsoWrite = nullptr;
    FileFindings* m_findings = nullptr;
    QTimer* m_look = nullptr; ///< waits until the typing rests
    QWidget* m_wayLine = nullptr;
    QComboBox* m_way = nullptr;
    SignInForm* m_form = nullptr;
    PrimaryButton* m_connect = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_stopWaiting = nullptr;
    Card* m_waiting = nullptr;
    QLabel* m_waitingTitle = nullptr;
    QLabel* m_waitingText = nullptr;
    QPushButton* m_openAgain = nullptr;
    Card* m_practiceCard = nullptr;
    QPushButton* m_practice = nullptr;
    QLabel* m_readOnlyText = nullptr;
    QVBoxLayout* m_organisations = nullptr;
    QButtonGroup* m_choice = nullptr;
    PrimaryButton* m_finish = nullptr;
    QLabel* m_doneTitle = nullptr;
    QLabel* m_doneText = nullptr;
};

} // namespace tieout::gui
