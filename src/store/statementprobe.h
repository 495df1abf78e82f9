#pragma once

#include "base/error.h"

#include <QMutex>

#include <atomic>
#include <functional>

namespace tieout::store {

/// Lets a test fail statements; shared by the connections of one store, asked on their threads.
class StatementProbe final
{
  public:
    void set(std::function<std::optional<Error>(const QString& sql)> probe);
    [[nodiscard]] std::optional<Error> ask(const QString& sql);

  private:
    std::atomic<bool> m_active{false};
    QMutex m_mutex;
    std::function<std::optional<Error>(const QString& sql)> m_probe;
};

} // namespace tieout::store
