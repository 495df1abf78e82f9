#pragma once

#include "store/store.h"

#include <coroutine>
#include <exception>

namespace tieout::store::detail {

/// The last catch around work: what it says becomes a Bug.
[[nodiscard]] Error escaped(const char* what);

/// One piece of work on its way through a store thread and back. Owned by the waiting coroutine and, while it
/// is queued, by the queue; used by one of them at a time.
class Ticket
{
  public:
    virtual ~Ticket() = default;
    /// Runs the work; its error (null when it went well) says that what it did must be undone.
    [[nodiscard]] virtual const Error* run(Database& database) = 0;
    /// The outcome is this error, whatever the work said.
    virtual void refuse(Error error) = 0;
};

template<class T>
class TypedTicket final : public Ticket
{
  public:
    explicit TypedTicket(std::function<Result<T>(Database&)> work)
        : m_work(std::move(work))
    {
    }

    const Error* run(Database& database) override
    {
        try {
            m_result.emplace(m_work(database));
        } catch (const std::exception& exception) {
            refuse(escaped(exception.what()));
        } catch (...) {
            refuse(escaped("unknown exception"));
        }
        return m_result->has_value() ? nullptr : &m_result->error();
    }

    void refuse(Error error) override { m_result.emplace(tl::unexpected<Error>(std::move(error))); }

    [[nodiscard]] Result<T> take() { return std::move(*m_result); }

  private:
    std::function<Result<T>(Database&)> m_work;
    std::optional<Result<T>> m_result;
};

enum class Lane : quint8 { Write, Read };

/// Awaitable: hands a ticket to the store and resumes the coroutine on this thread when its outcome is final.
class Handover final
{
  public:
    Handover(Store& store, Lane lane, std::shared_ptr<Ticket> ticket)
        : m_store(store)
        , m_lane(lane)
        , m_ticket(std::move(ticket))
    {
    }
    [[nodiscard]] bool await_ready(); ///< true: done at once (inline or refused)
    [[nodiscard]] bool await_suspend(std::coroutine_handle<> waiter); ///< false: refused meanwhile
    void await_resume() const {}

  private:
    Store& m_store;
    Lane m_lane;
    std::shared_ptr<Ticket> m_ticket;
};

} // namespace tieout::store::detail

namespace tieout::store {

// The store may be gone when these resume: after the wait they use the ticket only.

template<class T>
Task<Result<T>> Store::write(std::function<Result<T>(Database&)> work)
{
    auto ticket = std::make_shared<detail::TypedTicket<T>>(std::move(work));
    detail::Handover handover(*this, detail::Lane::Write, ticket);
    co_await handover;
    co_return ticket->take();
}

template<class T>
Task<Result<T>> Store::read(std::function<Result<T>(Database&)> work)
{
    auto ticket = std::make_shared<detail::TypedTicket<T>>(std::move(work));
    detail::Handover handover(*this, detail::Lane::Read, ticket);
    co_await handover;
    co_return ticket->take();
}

} // namespace tieout::store
