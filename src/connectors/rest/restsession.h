#pragma once

#include "connectors/manifest.h"
#include "connectors/rest/requestbuilder.h"
#include "net/httpclient.h"

namespace tieout::connectors {

/// One connection on the wire: its manifest, its settings, its rate gate and its client. Shared by the
/// connector and the reads under way; engine thread.
class RestSession final
{
  public:
    RestSession(std::shared_ptr<const Manifest> manifest, const model::Connection& connection,
                net::Transport& transport, Clock& clock, Random& random, net::Authorizer* authorizer);
    Q_DISABLE_COPY_MOVE(RestSession)

    [[nodiscard]] const Manifest& manifest() const { return *m_manifest; }
    [[nodiscard]] const model::Connection& connection() const { return m_connection; }
    [[nodiscard]] const QHash<QString, QString>& variables() const { return m_variables; }
    void setVariable(const QString& name, const QString& value);
    [[nodiscard]] RequestBuilder builder(const ObjectSpec& object) const;
    [[nodiscard]] const net::HttpClient& client() const { return *m_client; }
    [[nodiscard]] const net::RateGate& gate() const { return *m_gate; }

    /// A read. Errors carry the connection and the object.
    [[nodiscard]] Task<Result<net::HttpResponse>> fetch(net::HttpRequest request, QString object,
                                                        StopToken stop);
    /// A write. Within `window` of the first send the same bytes are sent again after a cut, as the other
    /// side remembers their key; zero never repeats. An end that nobody saw is Uncertain.
    [[nodiscard]] Task<Result<net::HttpResponse>> deliver(net::HttpRequest request, QString object,
                                                          std::chrono::seconds window, StopToken stop);

  private:
    [[nodiscard]] Error inContext(Error error, const QString& object) const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> waitBeforeRepeat(const Error& error, int attempt,
                                                                            std::chrono::milliseconds spent,
                                                                            std::chrono::seconds window);

    std::shared_ptr<const Manifest> m_manifest;
    model::Connection m_connection;
    QHash<QString, QString> m_variables;
    Clock& m_clock;
    Random& m_random;
    std::unique_ptr<net::RateGate> m_gate;
    std::unique_ptr<net::HttpClient> m_client;
};

} // namespace tieout::connectors
