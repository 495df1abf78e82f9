#pragma once

#include "net/http.h"

#include <memory>

namespace tieout::net {

struct NetworkLimits {
    qint64 largestResponse = 64LL * 1024 * 1024;  ///< bytes of a body, after decompression
    std::chrono::milliseconds inactivity{60'000}; ///< nothing heard for so long: give up
};

/// The real wire: one QNetworkAccessManager, kept-alive HTTP/1.1 connections (up to six per host), system
/// proxy except for loopback. Made, used and destroyed on one thread; requests still open at its end are
/// Cancelled.
///
/// Never sends a request with a body twice by itself (see UploadBody), never follows a redirect, keeps no
/// cookies and no cache, refuses plain http outside loopback.
///
/// A body that ends early is noticed by its Content-Length or its chunks, but not when it is compressed: Qt
/// then takes what came for the whole. Callers check that their JSON ends and that counts agree.
///
/// A GET may leave twice when its connection closes (Qt repeats it by itself): harmless, and not counted.
class NetworkTransport final : public Transport
{
  public:
    explicit NetworkTransport(NetworkLimits limits = {});
    ~NetworkTransport() override;
    Q_DISABLE_COPY_MOVE(NetworkTransport)

    [[nodiscard]] Task<Result<HttpResponse>> send(HttpRequest request, StopToken stop) override;

  private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tieout::net
