#pragma once

#include "base/date.h"
#include "base/random.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <deque>

namespace tieout::sandbox::xero {

/// One POST that is due.
struct WebhookDelivery {
    quint64 number = 0;
    QByteArray url;
    QByteArray body;
    QByteArray signature; ///< the header x-xero-signature
};

/// One event as the receiver reads it; `data` is JSON or empty.
struct WebhookEvent {
    QByteArray resourceUrl;
    QByteArray resourceId;
    QByteArray tenantId;
    QByteArray category; ///< "INVOICE"
    QByteArray type;     ///< "CREATE", "UPDATE"
    QByteArray data;
};

/// The app's one webhook: the intent-to-receive check, signed payloads in order, repeats at growing intervals
/// for a day, then off until it is configured again. Pure: a sender asks what is due and says what came back.
/// Owned by the system.
class Webhooks final
{
  public:
    explicit Webhooks(Random& random)
        : m_random(random)
    {
    }
    /// Starts over with the intent-to-receive series; an empty address switches off. Events that wait are
    /// kept.
    void configure(const QByteArray& url, const QByteArray& key, Instant now);
    [[nodiscard]] bool isConfigured() const { return !m_url.isEmpty(); }
    void add(const WebhookEvent& event, Instant now);

    [[nodiscard]] QList<WebhookDelivery> due(Instant now);
    /// `status` 0 = no answer within five seconds.
    void answered(quint64 number, int status, Instant now);
    /// {"url", "state", "waiting", "delivered", "failures"}
    [[nodiscard]] QByteArray report() const;
    /// base64(HMAC-SHA256(body, key as text))
    [[nodiscard]] static QByteArray signatureOf(const QByteArray& body, const QByteArray& key);

  private:
    enum class State : quint8 { Off, Checking, On, Disabled };
    struct Intent {
        WebhookDelivery delivery;
        int expected = 200;
        bool sent = false;
        bool passed = false;
    };

    [[nodiscard]] QByteArray payload(const QByteArray& events, quint64 first, quint64 last);
    [[nodiscard]] QByteArray entropy();
    void answeredIntent(quint64 number, int status);
    void answeredEvents(int status, Instant now);

    Random& m_random;
    QByteArray m_url;
    QByteArray m_key;
    State m_state = State::Off;
    QList<Intent> m_intents;
    std::deque<std::pair<quint64, QByteArray>> m_waiting; // sequence and event
    WebhookDelivery m_sent;                               // number 0: nothing on the way
    size_t m_sentEvents = 0;
    Instant m_firstFailure{};
    Instant m_next{};
    int m_failures = 0;
    quint64 m_delivered = 0;
    quint64 m_lastSequence = 0;
    quint64 m_lastNumber = 0;
};

} // namespace tieout::sandbox::xero
