#pragma once

#include "auth/browser.h"
#include "base/error.h"
#include "net/http.h"

#include <functional>
#include <list>

namespace tieout::auth {

/// A browser without a window or a person, for the practice company only: asks its sign-in page to agree by
/// itself (practice_auto=1) and follows it back to the loopback listener. Refuses any address that is not on
/// this machine, at the start and at every redirect: real consent needs a person. Main thread; borrows its
/// transport.
class HeadlessBrowser final : public Browser
{
  public:
    explicit HeadlessBrowser(net::Transport& transport)
        : m_transport(transport)
    {
    }
    ~HeadlessBrowser() override;
    Q_DISABLE_COPY_MOVE(HeadlessBrowser)

    [[nodiscard]] BrowserResult open(const QUrl& url) override;
    /// Called when the way back was not found; without it the sign-in just times out. Codes: what the
    /// transport met, BadConfig "browser.not-loopback" (facts: host), RemoteFault "browser.page" (facts:
    /// status).
    void onFailed(std::function<void(const Error&)> callback) { m_failed = std::move(callback); }

  private:
    static Task<> visit(HeadlessBrowser* self, QUrl url);
    [[nodiscard]] Task<Result<void>> follow(QUrl url);

    net::Transport& m_transport;
    StopSource m_stop;
    std::function<void(const Error&)> m_failed;
    std::list<Task<>> m_visits;
};

} // namespace tieout::auth
