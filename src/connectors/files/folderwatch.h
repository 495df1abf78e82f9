#pragma once

#include "base/clock.h"
#include "connectors/files/fileshelf.h"

#include <functional>
#include <memory>

namespace tieout::connectors {

/// Tells when a watched folder holds files that stand still: new ones, or changed ones. The system's own
/// notice makes it quick; looking again on the clock makes it sure (network folders send no notices). Calls
/// back on its own thread, once per state of the folder. Owned by whoever schedules runs.
class FolderWatch final
{
  public:
    using Ready = std::function<void(const QStringList& names)>;
    FolderWatch(FileSettings settings, Clock& clock, Ready ready);
    ~FolderWatch();
    Q_DISABLE_COPY_MOVE(FolderWatch)

    static constexpr std::chrono::seconds kLook{15}; ///< between two looks when nothing happens
    static constexpr std::chrono::seconds kSettle{1};

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tieout::connectors
