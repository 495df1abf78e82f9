#include "base/stop.h"
#include "sandbox/practice.h"
#include "sandbox/server.h"
#include "service/environment.h"
#include "service/workbench.h"
#include "wording/sentences.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace tieout;

namespace {

constexpr int kPatienceMs = 30'000;
constexpr int kMostPages = 8;

QString plain(QString html)
{
    static const QRegularExpression tags(u"<[^>]*>"_s);
    html.remove(tags);
    for (const auto& [entity, character] :
         {std::pair(u"&lt;"_s, u"<"_s), std::pair(u"&gt;"_s, u">"_s), std::pair(u"&quot;"_s, u"\""_s),
          std::pair(u"&#39;"_s, u"'"_s), std::pair(u"&amp;"_s, u"&"_s)})
        html.replace(entity, character);
    return html.simplified();
}

QString attribute(const QString& tag, const QString& name)
{
    const QRegularExpression wanted(u"\\b"_s + name + u"=\"([^\"]*)\""_s);
    return plain(wanted.match(tag).captured(1));
}

/// A person at a browser: reads each page, chooses an organisation by its name and presses buttons by their
/// words. Knows only what is on the page. Lives on this thread, owned by the test.
class Person final
{
  public:
    explicit Person(QStringList buttons, QString organisation)
        : m_buttons(std::move(buttons))
        , m_organisation(std::move(organisation))
    {
        m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }

    bool open(const QUrl& url)
    {
        visit(m_network.get(QNetworkRequest(url)));
        return true;
    }
    [[nodiscard]] QStringList titles() const { return m_titles; }
    [[nodiscard]] QUrl address() const { return m_address; } ///< what the address bar shows at the end
    [[nodiscard]] QString lastPage() const { return m_page; }
    [[nodiscard]] bool isStuck() const { return m_stuck; }

  private:
    void visit(QNetworkReply* reply)
    {
        QObject::connect(reply, &QNetworkReply::finished, reply, [this, reply] {
            reply->deleteLater();
            const QUrl next = QUrl::fromEncoded(reply->rawHeader("Location")); // may be relative
            if (!next.isEmpty()) return visit(m_network.get(QNetworkRequest(reply->url().resolved(next))));
            m_address = reply->url();
            read(QString::fromUtf8(reply->readAll()));
        });
    }

    void read(const QString& page)
    {
        static const QRegularExpression title(u"<title>([^<]*)</title>"_s);
        m_page = plain(page);
        m_titles += plain(title.match(page).captured(1));
        static const QRegularExpression form(u"<form([^>]*)>(.*?)</form>"_s,
                                             QRegularExpression::DotMatchesEverythingOption);
        const auto found = form.match(page);
        if (!found.hasMatch()) return;
        if (m_titles.size() > kMostPages || m_buttons.isEmpty()) {
            m_stuck = true;
            return;
        }
        const QUrl action = m_address.resolved(QUrl(attribute(found.captured(1), u"action"_s)));
        QNetworkRequest request(action);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
        visit(m_network.post(request, filledIn(found.captured(2))));
    }

    /// What a browser sends for this form when the next button is pressed.
    QByteArray filledIn(const QString& form)
    {
        QByteArrayList pairs;
        const auto send = [&pairs](const QString& name, const QString& value) {
            pairs += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        };
        static const QRegularExpression input(u"<input([^>]*)>(?:<span>([^<]*))?"_s);
        for (auto it = input.globalMatch(form); it.hasNext();) {
            const auto one = it.next();
            const QString tag = one.captured(1);
            const bool radio = attribute(tag, u"type"_s) == u"radio";
            if (radio && plain(one.captured(2)) != m_organisation) continue;
            send(attribute(tag, u"name"_s), attribute(tag, u"value"_s));
        }
        static const QRegularExpression button(u"<button([^>]*)>([^<]*)</button>"_s);
        const QString wanted = m_buttons.takeFirst();
        bool pressed = false;
        for (auto it = button.globalMatch(form); it.hasNext();) {
            const auto one = it.next();
            if (plain(one.captured(2)) != wanted) continue;
            send(attribute(one.captured(1), u"name"_s), attribute(one.captured(1), u"value"_s));
            pressed = true;
        }
        m_stuck = m_stuck || !pressed;
        return pairs.join('&');
    }

    QNetworkAccessManager m_network;
    QStringList m_buttons;
    QString m_organisation;
    QStringList m_titles;
    QUrl m_address;
    QString m_page;
    bool m_stuck = false;
};

template<class T>
Task<> keep(Task<T> task, std::optional<T>* answer)
{
    T value = co_await task;
    answer->emplace(std::move(value));
}

} // namespace

/// The sign-in pages of the practice company as a person meets them, over real sockets.
class TestBrowserPages final : public QObject
{
    Q_OBJECT
  private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        startPractice();
        service::Environment environment;
        environment.openPage = [this](const QUrl& url) { return m_person->open(url); };
        auto opened = service::Workbench::open(m_folder->path() + u"/workspace"_s, environment);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        m_workbench = std::move(*opened);
        std::optional<Result<void>> loaded;
        const Task<> load = keep(m_workbench->load(), &loaded);
        QTRY_VERIFY_WITH_TIMEOUT(loaded, kPatienceMs);
        QVERIFY(*loaded);
    }

    void cleanup()
    {
        m_workbench.reset();
        m_person.reset();
        m_servers.clear();
        m_addresses.clear();
        m_company.reset();
    }

    void aPersonSignsInChoosesAndAllows_data()
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("organisation");
        QTest::newRow("Xero, the first")
            << u"xero"_s << u"Xero"_s << u"Demo Company (AU)"_s << u"Demo Company (AU)"_s;
        QTest::newRow("Xero, the other")
            << u"xero"_s << u"Xero"_s << u"Demo Company (NZ)"_s << u"Demo Company (NZ)"_s;
        QTest::newRow("Salesforce") << u"salesforce"_s << u"Salesforce"_s << QString()
                                    << u"Harbour & Vale Trading (practice)"_s;
    }
    void aPersonSignsInChoosesAndAllows()
    {
        QFETCH(QString, system);
        QFETCH(QString, title);
        QFETCH(QString, chosen);
        QFETCH(QString, organisation);
        m_person = std::make_unique<Person>(QStringList{u"Sign in"_s, u"Allow access"_s}, chosen);
        const Result<service::SignedIn> signedIn = signIn(system);
        QVERIFY2(signedIn, signedIn ? "" : qPrintable(signedIn.error().text));
        QVERIFY(!m_person->isStuck());
        const QStringList titles = m_person->titles();
        QCOMPARE(titles.size(), 3);
        QVERIFY(titles[0].contains(title) && titles[1].contains(title));
        QVERIFY(titles[0] == titles[1] || titles[1].startsWith(u"Allow "_s));
        // Back at this program, without the code in the address bar.
        QCOMPARE(m_person->address().query(), QString());
        QVERIFY(m_person->address().port() != m_addresses.value(system).port());
        QStringList names;
        for (const model::OrganisationInfo& one : signedIn->organisations)
            names += one.name;
        // Salesforce tells the name of its only organisation when the connection is made.
        QCOMPARE(names, QStringList{chosen});

        std::optional<Result<model::Connection>> made;
        const Task<> finish = keep(
            m_workbench->finishConnect(signedIn->ticket, signedIn->organisations.first().tenantId), &made);
        QTRY_VERIFY_WITH_TIMEOUT(made, kPatienceMs);
        QVERIFY(*made);
        QCOMPARE((*made)->organisation, organisation);
        QCOMPARE(m_workbench->connections().size(), 1);
        QVERIFY(m_workbench->connections().first().practice);
    }

    void aPersonWhoDoesNotAgreeIsUnderstood_data()
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<QStringList>("buttons");
        for (const QString& system : {u"xero"_s, u"salesforce"_s}) {
            QTest::addRow("%s, Deny", qPrintable(system)) << system << QStringList{u"Sign in"_s, u"Deny"_s};
            QTest::addRow("%s, Cancel", qPrintable(system)) << system << QStringList{u"Cancel"_s};
        }
    }
    void aPersonWhoDoesNotAgreeIsUnderstood()
    {
        QFETCH(QString, system);
        QFETCH(QStringList, buttons);
        m_person = std::make_unique<Person>(buttons, u"Demo Company (AU)"_s);
        const Result<service::SignedIn> signedIn = signIn(system);
        QVERIFY(!signedIn);
        QVERIFY(!m_person->isStuck());
        QCOMPARE(signedIn.error().code, u"oauth.denied"_s);
        const wording::Sentence sentence = wording::sentenceFor(signedIn.error());
        QCOMPARE(sentence.what, u"Permission was not given."_s);
        QVERIFY(sentence.why.contains(u"Cancel or Deny"_s));
        QVERIFY(!sentence.fix.isEmpty());
        QVERIFY(m_person->address().port() != m_addresses.value(system).port());
        QVERIFY(m_workbench->connections().isEmpty());
    }

  private:
    void startPractice()
    {
        sandbox::PracticeSettings settings;
        settings.deals = 5;
        settings.limits = false;
        auto opened = sandbox::PracticeCompany::open(settings);
        QVERIFY(opened);
        m_company = std::move(*opened);
        for (const QString& system : {u"xero"_s, u"salesforce"_s}) {
            auto server = std::make_unique<sandbox::Server>(
                [this, system](const sandbox::Request& request, int inProgress) {
                    return m_company->handle(system, request, inProgress);
                });
            QVERIFY(server->listen(0));
            m_company->setBaseUrl(system, server->baseUrl());
            m_addresses.insert(system, QUrl(QString::fromLatin1(server->baseUrl())));
            m_servers.push_back(std::move(server));
        }
    }

    Result<service::SignedIn> signIn(const QString& system)
    {
        service::ConnectRequest request;
        request.system = system;
        request.practice = m_addresses.value(system);
        const StopSource stop;
        std::optional<Result<service::SignedIn>> answer;
        const Task<> task =
            keep(m_workbench->signIn(request, stop.token(), [](const service::ConnectProgress&) {}), &answer);
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, kPatienceMs))
            qFatal("the sign-in never ended");
        return std::move(*answer);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::PracticeCompany> m_company;
    std::vector<std::unique_ptr<sandbox::Server>> m_servers;
    QHash<QString, QUrl> m_addresses;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<service::Workbench> m_workbench;
};

QTEST_GUILESS_MAIN(TestBrowserPages)
#include "testbrowserpages.moc"
