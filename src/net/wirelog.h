#pragma once

#include "base/clock.h"
#include "net/httpclient.h"

#include <deque>

namespace tieout::net {

/// The last exchanges of one client. Kept raw and short while calls run (five a second or five hundred),
/// redacted only when somebody looks. Requests are kept as they were before credentials were added. Engine
/// thread.
class WireLog final
{
  public:
    void add(Instant at, std::chrono::milliseconds took, const HttpRequest& request,
             const Result<HttpResponse>& result);
    [[nodiscard]] QList<WireEntry> entries() const;

  private:
    struct Exchanged {
        Instant at{};
        std::chrono::milliseconds took{0};
        HttpRequest request;
        HttpResponse response;
        QString failure; ///< when there was no response
    };
    [[nodiscard]] static WireEntry redactedEntry(const Exchanged& exchanged);

    std::deque<Exchanged> m_last;
};

} // namespace tieout::net
