#pragma once

#include "base/stop.h"

#include <QObject>

#include <functional>
#include <memory>

namespace tieout::net {

/// Calls back, on the thread that made it, when its token is asked to stop now; never after its own end. A
/// stop may be requested on any thread (the window's button), the answer belongs to the thread that waits.
class StopListener final
{
  public:
    StopListener(const StopToken& token, std::function<void()> callback);
    ~StopListener();
    Q_DISABLE_COPY_MOVE(StopListener)

  private:
    std::unique_ptr<QObject> m_here;
    std::shared_ptr<StopToken::Registration> m_registration;
};

} // namespace tieout::net
