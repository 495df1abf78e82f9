#include "store/mailbox.h"

#include <QMetaObject>

namespace tieout::store {

/// The thread's end of its mailbox; goes with the thread.
class Mailbox::Owner final
{
  public:
    Owner()
        : m_mailbox(std::make_shared<Mailbox>())
    {
        m_mailbox->m_receiver = &m_receiver;
    }
    ~Owner()
    {
        const QMutexLocker lock(&m_mailbox->m_mutex);
        m_mailbox->m_receiver = nullptr;
    }
    Q_DISABLE_COPY_MOVE(Owner)

    [[nodiscard]] const std::shared_ptr<Mailbox>& mailbox() const { return m_mailbox; }

  private:
    QObject m_receiver;
    std::shared_ptr<Mailbox> m_mailbox;
};

std::shared_ptr<Mailbox> Mailbox::ofThisThread()
{
    static thread_local Owner owner;
    return owner.mailbox();
}

void Mailbox::deliver(std::coroutine_handle<> waiter)
{
    const QMutexLocker lock(&m_mutex);
    if (m_receiver)
        QMetaObject::invokeMethod(
            m_receiver, [waiter] { waiter.resume(); }, Qt::QueuedConnection);
}

} // namespace tieout::store
