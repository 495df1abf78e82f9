#pragma once

#include "sandbox/practice.h"
#include "sandbox/server.h"
#include "service/environment.h"
#include "service/mappingbench.h"
#include "service/workbench.h"
#include "support/recordingvault.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include <optional>
#include <vector>

namespace tieout::support {

/// A workbench on a workspace of its own, with the practice company behind real sockets of this process:
/// threads, store and network as in the program, no window. Ends the test program when something essential
/// does not come.
class PracticeOffice final
{
  public:
    explicit PracticeOffice(qint64 deals)
    {
        sandbox::PracticeSettings settings;
        settings.deals = deals;
        settings.limits = false;
        auto opened = sandbox::PracticeCompany::open(settings);
        if (!opened) qFatal("%s", qPrintable(opened.error().text));
        m_company = std::move(*opened);
        for (const QString& system : {QStringLiteral("xero"), QStringLiteral("salesforce")})
            serve(system);
        open();
    }
    ~PracticeOffice()
    {
        close();
        m_servers.clear();
    }
    Q_DISABLE_COPY_MOVE(PracticeOffice)

    [[nodiscard]] service::Workbench& workbench() { return *m_workbench; }
    [[nodiscard]] sandbox::PracticeCompany& company() { return *m_company; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QUrl address(const QString& system) const { return m_addresses.value(system); }

    /// Waits for an answer with the event loop running.
    template<class T>
    T await(Task<T> task)
    {
        auto answer = std::make_shared<std::optional<T>>();
        const Task<> keeper = keep(std::move(task), answer);
        if (!QTest::qWaitFor([&] { return answer->has_value(); }, kPatienceMs))
            qFatal("no answer came from the workbench");
        return std::move(**answer);
    }
    /// The same for what must go well.
    template<class T>
    T need(Task<Result<T>> task)
    {
        Result<T> answer = await(std::move(task));
        if (!answer) qFatal("%s: %s", qPrintable(answer.error().code), qPrintable(answer.error().text));
        return std::move(*answer);
    }
    void done(Task<Result<void>> task)
    {
        const Result<void> answer = await(std::move(task));
        if (!answer) qFatal("%s: %s", qPrintable(answer.error().code), qPrintable(answer.error().text));
    }

    void connect(const QString& system)
    {
        service::ConnectRequest request;
        request.system = system;
        request.practice = m_addresses.value(system);
        const auto signedIn = need(m_workbench->signIn(request, StopToken(), {}));
        const auto connection =
            need(m_workbench->finishConnect(signedIn.ticket, signedIn.organisations.first().tenantId));
        Q_UNUSED(connection)
    }
    /// Both systems, and the shipped sync between them.
    void addInvoices()
    {
        connect(QStringLiteral("xero"));
        connect(QStringLiteral("salesforce"));
        const auto flow = need(m_workbench->addFlow(QStringLiteral("closed-won-to-invoice"), {}, {}));
        Q_UNUSED(flow)
    }
    model::RunReport sync()
    {
        return need(m_workbench->run(QStringLiteral("closed-won-to-invoice"), model::RunMode::Sync,
                                     model::RunTrigger::Manual));
    }

    void close()
    {
        if (m_workbench) await(ended(m_workbench.get()));
        m_workbench.reset();
    }
    void open()
    {
        service::Environment environment;
        environment.openPage = [this](const QUrl& url) { return agree(url); };
        environment.vault = m_vault;
        auto opened = service::Workbench::open(m_folder.path() + QStringLiteral("/workspace"), environment);
        if (!opened) qFatal("%s", qPrintable(opened.error().text));
        m_workbench = std::move(*opened);
        done(m_workbench->load());
    }

  private:
    static constexpr int kPatienceMs = 60'000;

    template<class T>
    static Task<> keep(Task<T> task, std::shared_ptr<std::optional<T>> answer)
    {
        T value = co_await task;
        answer->emplace(std::move(value));
    }
    static Task<bool> ended(service::Workbench* workbench)
    {
        co_await workbench->close();
        co_return true;
    }
    void serve(const QString& system)
    {
        auto server = std::make_unique<sandbox::Server>(
            [this, system](const sandbox::Request& request, int inProgress) {
                return m_company->handle(system, request, inProgress);
            });
        if (!server->listen(0)) qFatal("no port");
        m_company->setBaseUrl(system, server->baseUrl());
        m_addresses.insert(system, QUrl(QString::fromLatin1(server->baseUrl())));
        m_servers.push_back(std::move(server));
    }
    /// A person who agrees to everything on the page that opens.
    bool agree(QUrl url)
    {
        QUrlQuery query(url);
        query.addQueryItem(QStringLiteral("practice_auto"), QStringLiteral("1"));
        url.setQuery(query);
        QNetworkReply* reply = m_network.get(QNetworkRequest(url));
        QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
        return true;
    }

    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;
    std::shared_ptr<RecordingVault> m_vault = std::make_shared<RecordingVault>();
    std::unique_ptr<sandbox::PracticeCompany> m_company;
    std::vector<std::unique_ptr<sandbox::Server>> m_servers;
    QHash<QString, QUrl> m_addresses;
    std::unique_ptr<service::Workbench> m_workbench;
};

} // namespace tieout::support
