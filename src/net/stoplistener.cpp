#include "net/stoplistener.h"

namespace tieout::net {

StopListener::StopListener(const StopToken& token, std::function<void()> callback)
    : m_here(std::make_unique<QObject>())
{
    // Direct on this thread, queued from any other one.
    m_registration = token.onStopNow([here = m_here.get(), callback = std::move(callback)] {
        QMetaObject::invokeMethod(here, callback, Qt::AutoConnection);
    });
}

StopListener::~StopListener()
{
    // The registration first: its end waits for a callback under way on another thread.
    m_registration.reset();
}

} // namespace tieout::net
