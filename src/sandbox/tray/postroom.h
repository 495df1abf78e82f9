#pragma once

#include "sandbox/outgoingcalls.h"
#include "sandbox/tray/books.h"

#include <map>

namespace tieout::sandbox::tray {

/// Where one kind of message goes.
struct Receiver {
    QByteArray url;
    Headers headers; ///< whatever the receiver wants to be known by
};

enum class Channel : quint8 { Log, Alert };

/// What Tray sends to others, one message a call: log streams and trigger deliveries until they are accepted,
/// at growing distances; alerts once, as a workflow's own step would. Its order is not kept when a message is
/// tried again. Owned by the system.
class PostRoom final
{
  public:
    void setReceiver(Channel channel, const Receiver& receiver) { m_receivers[channel] = receiver; }
    /// Messages of a kind about a subject, on their way from now on:
    /// - "log", "untidy-log", "late-log" (its second half a minute later): the stream of an execution;
    /// - "every-event": one of each, without a subject;
    /// - "alert", "bare-alert" (its link does not name the run): a failed execution;
    /// - "delivery", "forged-delivery" (signed with another key), "altered-delivery" (changed after signing):
    ///   an event of a subscription, to its own endpoint.
    /// How many; 0 = no such kind or subject, or nobody receives it.
    int post(const Books& books, const QString& kind, const QString& subject, Instant now);

    [[nodiscard]] QList<OutgoingCall> due(Instant now);
    void answered(quint64 number, int status, Instant now);
    /// What was and is to be delivered, with its tries and what came back.
    [[nodiscard]] Json rows() const;
    void clear();

  private:
    enum class Fate : quint8 { Waiting, OnItsWay, Accepted, GivenUp };
    struct Message {
        quint64 number = 0;
        Receiver to;
        QByteArray body;
        Instant next{};
        int mostTries = 1;
        int tries = 0;
        int status = 0; ///< of the last try
        Fate fate = Fate::Waiting;
    };

    int postTo(Channel channel, const Json::Array& bodies, Instant now, int mostTries);
    int postDelivery(const Books& books, const QString& kind, const QString& subject, Instant now);
    void add(Message message);

    std::map<Channel, Receiver> m_receivers;
    QList<Message> m_messages;
    quint64 m_lastNumber = 0;
};

} // namespace tieout::sandbox::tray
