#include "auth/vaultproxy.h"

#include "net/pending.h"

#include <QThread>

#include <functional>
#include <list>

namespace tieout::auth {

namespace {

/// Where an answer goes back to: an object of the asking thread, whose event loop delivers it.
template<class T>
struct Return {
    std::shared_ptr<QObject> asker;
    net::Pending<Result<T>> answer;
};

/// Hands the asker over with the answer: nothing of it stays on the vault's thread.
template<class T>
void deliver(Return<T> to, Result<T> result)
{
    QObject* const asker = to.asker.get();
    QMetaObject::invokeMethod(
        asker,
        [to = std::move(to), result = std::move(result)]() mutable { to.answer.complete(std::move(result)); },
        Qt::QueuedConnection);
}

} // namespace

/// The vault's side of the proxy: lives on the vault's thread and owns the questions under way.
class VaultProxy::Home final : public QObject
{
  public:
    template<class T>
    static Task<> relay(Vault* vault, std::function<Task<Result<T>>(Vault&)> question, Return<T> to)
    {
        Result<T> result = co_await question(*vault);
        deliver(std::move(to), std::move(result));
    }

    void own(Task<> task)
    {
        m_underway.remove_if([](const Task<>& done) { return done.isReady(); });
        m_underway.push_back(std::move(task));
    }

  private:
    std::list<Task<>> m_underway;
};

VaultProxy::VaultProxy(Vault& vault)
    : m_vault(vault)
    , m_home(std::make_unique<Home>())
{
}

VaultProxy::~VaultProxy() = default;

template<class T>
Task<Result<T>> VaultProxy::ask(std::function<Task<Result<T>>(Vault&)> question)
{
    if (QThread::currentThread() == m_home->thread()) {
        Task<Result<T>> direct = question(m_vault);
        Result<T> result = co_await direct;
        co_return result;
    }
    // Deleted on its own thread, whichever side lets go last.
    Return<T> to{std::shared_ptr<QObject>(new QObject, [](QObject* asker) { asker->deleteLater(); }), {}};
    QMetaObject::invokeMethod(
        m_home.get(),
        [home = m_home.get(), vault = &m_vault, question, to]() mutable {
            home->own(Home::relay<T>(vault, std::move(question), std::move(to)));
        },
        Qt::QueuedConnection);
    Result<T> result = co_await to.answer;
    co_return result;
}

Task<Result<Secret>> VaultProxy::read(QString key)
{
    return ask<Secret>([key](Vault& vault) { return vault.read(key); });
}

Task<Result<void>> VaultProxy::write(QString key, Secret secret)
{
    return ask<void>([key, secret](Vault& vault) { return vault.write(key, secret); });
}

Task<Result<void>> VaultProxy::remove(QString key)
{
    return ask<void>([key](Vault& vault) { return vault.remove(key); });
}

} // namespace tieout::auth
