#pragma once

#include "gui/shell/page.h"
#include "sandbox/practice.h"
#include "sandbox/server.h"
#include "service/environment.h"
#include "support/windowground.h"

#include <QLabel>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

namespace tieout::support {

/// The window on a workspace of its own and the practice company behind it, as a person at the screen has
/// them: presses what is in sight, reads what is said, agrees on the pages that open. For the suites of the
/// window; a test program has one.
class PracticeWindow : protected WindowGround
{
  public:
    static constexpr int kPatienceMs = 30'000;

  protected:
    PracticeWindow() = default;
    ~PracticeWindow() { stop(); }
    Q_DISABLE_COPY_MOVE(PracticeWindow)

    /// A person at a browser: opens the page that the window asks for and agrees to everything.
    class AgreeingBrowser final
    {
      public:
        bool open(QUrl url)
        {
            ++pages;
            last = url;
            if (!agrees) return true;
            QUrlQuery query(url);
            query.addQueryItem(QStringLiteral("practice_auto"), QStringLiteral("1"));
            url.setQuery(query);
            QNetworkReply* reply = m_network.get(QNetworkRequest(url));
            QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
            return true;
        }
        int pages = 0;
        QUrl last;
        bool agrees = true; ///< else the page stays open and nobody does anything

      private:
        QNetworkAccessManager m_network;
    };

    /// `environment` may bring a vault.
    void start(const QStringList& systems, int deals, service::Environment environment = {})
    {
        dress();
        startPractice(systems, deals);
        openWindow(std::move(environment));
    }

    /// As at the program's start; the practice company goes on over closeWindow().
    void openWindow(service::Environment environment = {})
    {
        environment.openPage = [this](const QUrl& url) { return m_browser.open(url); };
        m_desk.openLink = environment.openPage;
        auto opened =
            service::Workbench::open(m_folder.path() + QStringLiteral("/workspace"), std::move(environment));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        m_workbench = std::move(*opened);
        m_desk.workbench = m_workbench.get();
        m_isLoaded = false;
        m_loaded = load(m_workbench.get(), &m_isLoaded);
        QTRY_VERIFY_WITH_TIMEOUT(m_isLoaded, kPatienceMs);
        showWindow();
    }

    void closeWindow()
    {
        if (m_window) { // what the pages have asked is answered before they go, those out of sight too
            const auto pages = m_window->findChildren<gui::Page*>();
            (void)QTest::qWaitFor([&] { return std::ranges::all_of(pages, &gui::Page::isSettled); },
                                  kPatienceMs);
        }
        m_window.reset();
        m_workbench.reset();
    }

    void stop()
    {
        closeWindow();
        m_servers.clear();
    }

    /// The visible, enabled button of this name or words.
    [[nodiscard]] QPushButton* button(const QString& words) const
    {
        for (QPushButton* one : m_window->findChildren<QPushButton*>()) {
            if (one->isVisible() && one->isEnabled() &&
                (one->text() == words || one->accessibleName() == words))
                return one;
        }
        return nullptr;
    }
    static bool press(QPushButton* pressed)
    {
        if (pressed) QTest::mouseClick(pressed, Qt::LeftButton);
        return pressed != nullptr;
    }
    /// Waits for it.
    [[nodiscard]] bool press(const QString& words) const
    {
        if (!QTest::qWaitFor([&] { return button(words) != nullptr; }, kPatienceMs)) return false;
        return press(button(words));
    }
    /// A text in sight, of the page or of a dialog above it, has these words.
    [[nodiscard]] bool says(const QString& words) const
    {
        for (const QLabel* label : m_window->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    }

    std::unique_ptr<sandbox::PracticeCompany> m_company;
    AgreeingBrowser m_browser;
    std::unique_ptr<service::Workbench> m_workbench;

  private:
    static Task<> load(service::Workbench* workbench, bool* done)
    {
        const Result<void> loaded = co_await workbench->load();
        *done = loaded.has_value();
    }

    void startPractice(const QStringList& systems, int deals)
    {
        sandbox::PracticeSettings settings;
        settings.deals = deals;
        settings.limits = false;
        auto opened = sandbox::PracticeCompany::open(settings);
        QVERIFY(opened);
        m_company = std::move(*opened);
        for (const QString& system : systems) {
            auto server = std::make_unique<sandbox::Server>(
                [this, system](const sandbox::Request& request, int inProgress) {
                    return m_company->handle(system, request, inProgress);
                });
            QVERIFY(server->listen(0));
            m_company->setBaseUrl(system, server->baseUrl());
            m_desk.practice.insert(system, QUrl(QString::fromLatin1(server->baseUrl())));
            m_servers.push_back(std::move(server));
        }
    }

    std::vector<std::unique_ptr<sandbox::Server>> m_servers;
    Task<> m_loaded;
    bool m_isLoaded = false;
};

} // namespace tieout::support
