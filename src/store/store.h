#pragma once

#include "base/result.h"
#include "base/task.h"
#include "store/access.h"
#include "store/database.h"

#include <functional>
#include <memory>

namespace tieout::store {

namespace detail {
class Handover;
}

/// The workspace's memory. Work is handed over as a function of values and runs on the store's own threads;
/// the coroutine resumes on the thread that asked (which runs an event loop). Writes that wait together share
/// one commit (each in its own savepoint, so that a failed one undoes only itself), and none resolves before
/// that commit is durable. A read sees one state of the workspace throughout, with every write that has
/// resolved.
class Store final
{
  public:
    /// Opens or creates `path`, runs the schema steps (a backup is taken before a step on an existing file).
    /// Waits for it: a second at most, but for a schema step on a large file.
    /// Errors: LocalFault "store.newer" (facts: its version, ours) | "store.older" (the same; for reading
    /// only) | "store.not-a-workspace" | "store.damaged" | "store.read-only" | "store.full" | "store.busy" |
    /// "store.open".
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString& path, Access access,
                                                             Threading threading);
    ~Store();
    Q_DISABLE_COPY_MOVE(Store)

    /// Error of the work, or LocalFault "store.closed"; an exception that escapes it is a Bug.
    template<class T>
    [[nodiscard]] Task<Result<T>> write(std::function<Result<T>(Database&)> work);
    template<class T>
    [[nodiscard]] Task<Result<T>> read(std::function<Result<T>(Database&)> work);

    [[nodiscard]] QString path() const;
    [[nodiscard]] Access access() const;
    /// Finishes what is queued, then closes; later work is refused. Called by the destructor too.
    void close();

    /// Tests only: called before each statement; an error it returns is what the statement "met".
    void setStatementProbe(std::function<std::optional<Error>(const QString& sql)> probe);

  private:
    friend class detail::Handover;
    class Impl;
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace tieout::store

#include "store/store_impl.h" // the templates: type-erased hand-over and resumption
