#pragma once

#include "connectors/manifest.h"
#include "connectors/rest/calllanes.h"
#include "connectors/rest/requestbuilder.h"
#include "net/httpclient.h"

namespace tieout::connectors {

/// One connection on the wire: its manifest, its settings, its rate gate and its client. Shared by the
/// connector and the reads under way; engine thread.
///
/// Repeats are bounded here: the first send of a call follows the client's policy, and each of the few
/// repeats (a damaged answer, an unseen end of a write with a key) has two tries.
class RestSession final
{
  public:
    RestSession(std::shared_ptr<const Manifest> manifest, const model::Connection& connection,
                net::Transport& transport, Clock& clock, Random& random, net::Authorizer* authorizer);
    Q_DISABLE_COPY_MOVE(RestSession)

    [[nodiscard]] const Manifest& manifest() const { return *m_manifest; }
    [[nodiscard]] const model::Connection& connection() const { return m_connection; }
    [[nodiscard]] const Variables& variables() const { return m_variables; }
    void setVariable(const QString& name, const QString& value);
    [[nodiscard]] RequestBuilder builder(const ObjectSpec& object) const;
    /// With what else is known during one read ({now}, the parent's fields).
    [[nodiscard]] RequestBuilder builder(const ObjectSpec& object, const Variables& more) const;
    [[nodiscard]] const net::HttpClient& client() const { return *m_client; }
    [[nodiscard]] const net::RateGate& gate() const { return *m_gate; }
    [[nodiscard]] Clock& clock() const { return m_clock; }

    /// Takes in the answer of a read; its error says what is wrong with it.
    using Reader = std::function<Result<void>(net::HttpResponse&)>;
    /// A read. An answer that came damaged ("answer.not-json" | "answer.malformed" | "answer.incomplete") is
    /// asked for again a few times. Errors carry the connection and the object.
    [[nodiscard]] Task<Result<void>> fetch(net::HttpRequest request, QString object, Reader reader,
                                           StopToken stop);
    /// A write. Within `window` of the first send the same bytes are sent again after a cut, as the other
    /// side remembers their key; zero never repeats. An end that nobody saw is Uncertain.
    [[nodiscard]] Task<Result<net::HttpResponse>> deliver(net::HttpRequest request, QString object,
                                                          std::chrono::seconds window, StopToken stop);

  private:
    [[nodiscard]] Error inContext(Error error, const QString& object) const;
    [[nodiscard]] Task<Result<net::HttpResponse>> sendInLanes(net::HttpRequest request, StopToken stop);
    [[nodiscard]] std::optional<std::chrono::milliseconds> waitBeforeRepeat(const Error& error, int attempt,
                                                                            std::chrono::milliseconds spent,
                                                                            std::chrono::seconds window);

    std::shared_ptr<const Manifest> m_manifest;
    model::Connection m_connection;
    Variables m_variables;
    Clock& m_clock;
    Random& m_random;
    std::unique_ptr<net::RateGate> m_gate;
    std::unique_ptr<CallLanes> m_lanes;
    std::unique_ptr<net::HttpClient> m_client;
};

} // namespace tieout::connectors
