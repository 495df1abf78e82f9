#pragma once

#include <QMutex>
#include <QObject>

#include <coroutine>
#include <memory>

namespace tieout::store {

/// Where the coroutines of one thread are resumed: a queued call to an object of that thread. Outlives its
/// thread; what arrives later is dropped, for nobody is left to resume it.
class Mailbox final
{
  public:
    [[nodiscard]] static std::shared_ptr<Mailbox> ofThisThread();
    /// From any thread.
    void deliver(std::coroutine_handle<> waiter);

  private:
    class Owner;
    QMutex m_mutex;
    QObject* m_receiver = nullptr; ///< owned by the thread's Owner
};

} // namespace tieout::store
