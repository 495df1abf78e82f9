#pragma once

#include "base/clock.h"
#include "net/http.h"
#include "net/pending.h"

#include <QList>

#include <deque>
#include <functional>
#include <optional>

namespace tieout::support {

/// A wire inside the test: answers come from a script, else from a function (a practice system's handle),
/// after a latency on the given clock. Keeps a log of every request. Obeys stop and deadline like the real
/// one.
class MemoryTransport final : public net::Transport
{
  public:
    using Answer = Result<net::HttpResponse>;
    using Handler = std::function<Answer(const net::HttpRequest&)>;

    struct Call {
        Instant at{};
        net::HttpRequest request;
    };

    explicit MemoryTransport(Clock& clock, std::chrono::milliseconds latency = {})
        : m_clock(clock)
        , m_latency(latency)
    {
    }

    /// Answers everything the script has no answer for.
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    void setLatency(std::chrono::milliseconds latency) { m_latency = latency; }
    /// Script, used up in order.
    void answer(int status, QByteArray body = {}, net::Headers headers = {});
    void fail(ErrorKind kind, const QString& code);
    /// The next request is never answered: it ends by its deadline or by stop.
    void hang();

    [[nodiscard]] const QList<Call>& calls() const { return m_calls; }
    [[nodiscard]] int underway() const { return m_underway; }
    [[nodiscard]] int mostUnderway() const { return m_mostUnderway; }
    void clearCalls() { m_calls.clear(); }

    [[nodiscard]] Task<Result<net::HttpResponse>> send(net::HttpRequest request, StopToken stop) override;

    [[nodiscard]] static net::HttpResponse response(int status, QByteArray body = {},
                                                    net::Headers headers = {});
    /// Value of a field of an application/x-www-form-urlencoded body; null when absent.
    [[nodiscard]] static QString formValue(const net::HttpRequest& request, const QString& name);

  private:
    struct Scripted {
        std::optional<Answer> answer; ///< nullopt: hang
    };
    [[nodiscard]] Scripted next(const net::HttpRequest& request);

    Clock& m_clock;
    std::chrono::milliseconds m_latency;
    Handler m_handler;
    std::deque<Scripted> m_script;
    QList<Call> m_calls;
    int m_underway = 0;
    int m_mostUnderway = 0;
};

} // namespace tieout::support
