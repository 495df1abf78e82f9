#pragma once

#include "sandbox/message.h"

namespace tieout::sandbox {

/// Takes the bytes of one HTTP/1.1 connection apart into requests. Bounded: a head of 64 KB, a body of 64 MB.
/// Pure; owned by the connection.
class HttpReader final
{
  public:
    enum class State : quint8 {
        NeedsMore,
        Complete, ///< `take` gives the request
        Refused,  ///< `status` says why; close the connection
    };

    void feed(const QByteArray& bytes) { m_buffer.append(bytes); }
    [[nodiscard]] State read();
    [[nodiscard]] Request take();
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] bool keepAlive() const { return m_keepAlive; }
    /// The client waits for "100 Continue" before it sends the body; true once.
    [[nodiscard]] bool takeContinue();

  private:
    enum class Phase : quint8 { Head, Body, ChunkSize, ChunkData, Trailer, Done };

    [[nodiscard]] State refuse(int status);
    [[nodiscard]] State readHead();
    [[nodiscard]] bool readRequestLine(QByteArrayView line);
    [[nodiscard]] bool readHeaderLine(QByteArrayView line);
    [[nodiscard]] State planBody();
    [[nodiscard]] State readChunks();
    [[nodiscard]] std::optional<QByteArray> takeLine();

    QByteArray m_buffer;
    qsizetype m_at = 0;
    Request m_request;
    Phase m_phase = Phase::Head;
    qint64 m_wanted = 0;
    int m_status = 400;
    bool m_keepAlive = true;
    bool m_expectsContinue = false;
};

} // namespace tieout::sandbox
