#pragma once

#include "store/store.h"

#include <QTemporaryDir>

#include <optional>

namespace tieout::support {

/// A workspace file in a folder of its own, opened inline; gone with the test. A workspace that cannot be
/// opened ends the test program.
class TempWorkspace final
{
  public:
    TempWorkspace();
    ~TempWorkspace();
    Q_DISABLE_COPY_MOVE(TempWorkspace)

    [[nodiscard]] store::Store& store() { return *m_store; }
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// Closes and opens again, as after a restart.
    void reopen();
    void close();

    /// Inline work is done when it returns.
    template<class T>
    [[nodiscard]] Result<T> write(std::function<Result<T>(store::Database&)> work)
    {
        return finished(m_store->write<T>(std::move(work)));
    }
    template<class T>
    [[nodiscard]] Result<T> read(std::function<Result<T>(store::Database&)> work)
    {
        return finished(m_store->read<T>(std::move(work)));
    }

  private:
    template<class T>
    [[nodiscard]] static Result<T> finished(Task<Result<T>> task)
    {
        std::optional<Result<T>> result;
        Task<> kept = keep<T>(std::move(task), &result);
        Q_ASSERT(kept.isReady());
        return std::move(*result);
    }
    template<class T>
    [[nodiscard]] static Task<> keep(Task<Result<T>> task, std::optional<Result<T>>* result)
    {
        Result<T> outcome = co_await task;
        result->emplace(std::move(outcome));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<store::Store> m_store;
};

} // namespace tieout::support
