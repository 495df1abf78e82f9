#pragma once

#include "sandbox/cin7core/books.h"
#include "sandbox/outgoingcalls.h"

namespace tieout::sandbox::cin7core {

/// Tells the webhooks in the books what happened: the first try a minute after the event, five more at
/// growing distances, then the webhook is switched off. Nothing is signed; a hook brings its own
/// authorisation. Owned by the system.
class WebhookQueue final
{
  public:
    /// Takes in what the books noted since the last time, for the webhooks that are there now.
    void takeEvents(const Books& books, Instant now);
    [[nodiscard]] QList<OutgoingCall> due(const Books& books, const Modes& modes, Instant now);
    void answered(Books& books, quint64 number, int status, Instant now);
    /// Events noted so far count as told, nothing waits.
    void clear(const Books* books);
    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); }

  private:
    struct Waiting {
        quint64 number = 0;
        QString hook;
        QByteArray body;
        Instant next{};
        int tries = 0;
        bool onTheWay = false;
    };

    QList<Waiting> m_waiting;
    qsizetype m_seen = 0;
    quint64 m_lastNumber = 0;
};

} // namespace tieout::sandbox::cin7core
