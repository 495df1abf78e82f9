#include "service/signinpages.h"

#include "auth/headlessbrowser.h"
#include "auth/keychainvault.h"
#include "auth/sessionvault.h"

namespace tieout::service {

namespace {

/// The user's browser, as the program opens it.
class ProgramBrowser final : public auth::Browser
{
  public:
    explicit ProgramBrowser(std::function<bool(const QUrl&)> openPage)
        : m_openPage(std::move(openPage))
    {
    }
    [[nodiscard]] auth::BrowserResult open(const QUrl& url) override
    {
        return m_openPage(url) ? auth::BrowserResult::Opened : auth::BrowserResult::Refused;
    }

  private:
    std::function<bool(const QUrl&)> m_openPage;
};

} // namespace

std::unique_ptr<auth::Browser> browserOf(const Environment& environment, net::Transport& wire)
{
    if (environment.openPage) return std::make_unique<ProgramBrowser>(environment.openPage);
    return std::make_unique<auth::HeadlessBrowser>(wire);
}

std::shared_ptr<auth::Vault> vaultOf(const Environment& environment, Clock& clock)
{
    if (environment.vault) return environment.vault;
    if (auth::KeychainVault::isBuiltIn()) return std::make_shared<auth::KeychainVault>(clock);
    return std::make_shared<auth::SessionVault>();
}

} // namespace tieout::service
