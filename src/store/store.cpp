#include "store/store.h"

#include "store/connector.h"
#include "store/databaseimpl.h"
#include "store/groupcommit.h"
#include "store/storethread.h"

namespace tieout::store {

using namespace Qt::StringLiterals;

/// Either two threads or one connection on the caller's.
class Store::Impl final
{
  public:
    Impl(QString filePath, Access allowed)
        : path(std::move(filePath))
        , access(allowed)
    {
    }

    [[nodiscard]] Result<void> openInline();
    [[nodiscard]] Result<void> openWorkers();
    [[nodiscard]] std::optional<Error> refusal(detail::Lane lane) const;
    void runInline(detail::Lane lane, detail::Ticket& ticket);
    void close();

    const QString path;
    const Access access;
    const std::shared_ptr<StatementProbe> probe = std::make_shared<StatementProbe>();
    std::unique_ptr<Database> database; ///< inline only
    std::unique_ptr<StoreThread> writer;
    std::unique_ptr<StoreThread> reader;
    std::atomic<bool> closed{false};
};

namespace {

Error closedError()
{
    return errorOf(ErrorKind::LocalFault, u"store.closed"_s, u"the workspace is closed"_s);
}

} // namespace

Result<void> Store::Impl::openInline()
{
    auto opened = access == Access::ReadOnly ? Connector::openForReading(path, probe)
                                             : Connector::openForWriting(path, Durability::System, probe);
    if (!opened) return fail(std::move(opened.error()));
    database = std::move(*opened);
    return {};
}

Result<void> Store::Impl::openWorkers()
{
    if (access == Access::ReadWrite) {
        writer = std::make_unique<StoreThread>(detail::Lane::Write);
        auto started = writer->start(u"store-writer"_s, [file = path, hook = probe] {
            return Connector::openForWriting(file, Durability::Disk, hook);
        });
        if (!started) return started;
    }
    reader = std::make_unique<StoreThread>(detail::Lane::Read);
    return reader->start(u"store-reader"_s,
                         [file = path, hook = probe] { return Connector::openForReading(file, hook); });
}

std::optional<Error> Store::Impl::refusal(detail::Lane lane) const
{
    if (closed.load()) return closedError();
    if (lane == detail::Lane::Read || access == Access::ReadWrite) return std::nullopt;
    return errorOf(ErrorKind::LocalFault, u"store.read-only"_s, u"opened for reading only"_s);
}

void Store::Impl::runInline(detail::Lane lane, detail::Ticket& ticket)
{
    if (lane == detail::Lane::Read) {
        readOnce(*database, ticket);
        return;
    }
    detail::Ticket* const alone[] = {&ticket};
    commitTogether(*database, alone);
}

void Store::Impl::close()
{
    if (closed.exchange(true)) return;
    if (reader) reader->close();
    if (writer) writer->close(); // last: it folds the write-ahead log into the file
    database.reset();
}

Result<std::unique_ptr<Store>> Store::open(const QString& path, Access access, Threading threading)
{
    auto impl = std::make_unique<Impl>(path, access);
    auto opened = threading == Threading::Inline ? impl->openInline() : impl->openWorkers();
    if (!opened) return fail(std::move(opened.error()));
    return std::unique_ptr<Store>(new Store(std::move(impl)));
}

Store::Store(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

Store::~Store()
{
    close();
}

QString Store::path() const
{
    return m_impl->path;
}

Access Store::access() const
{
    return m_impl->access;
}

void Store::close()
{
    m_impl->close();
}

void Store::setStatementProbe(std::function<std::optional<Error>(const QString&)> probe)
{
    m_impl->probe->set(std::move(probe));
}

namespace detail {

Error escaped(const char* what)
{
    return errorOf(ErrorKind::Bug, u"store.exception"_s, QString::fromUtf8(what));
}

bool Handover::await_ready()
{
    Store::Impl& impl = *m_store.m_impl;
    if (auto refused = impl.refusal(m_lane)) {
        m_ticket->refuse(std::move(*refused));
        return true;
    }
    if (!impl.database) return false;
    impl.runInline(m_lane, *m_ticket);
    return true;
}

bool Handover::await_suspend(std::coroutine_handle<> waiter)
{
    Store::Impl& impl = *m_store.m_impl;
    StoreThread& thread = m_lane == Lane::Write ? *impl.writer : *impl.reader;
    // Once queued, the coroutine may be resumed and this object be gone as soon as this thread's loop turns.
    const std::shared_ptr<Ticket> ticket = m_ticket;
    if (thread.push({ticket, Mailbox::ofThisThread(), waiter})) return true;
    ticket->refuse(closedError());
    return false;
}

} // namespace detail

} // namespace tieout::store
