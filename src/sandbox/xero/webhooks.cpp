#include "sandbox/xero/webhooks.h"

#include "sandbox/xero/wire/replywriter.h"

#include <QMessageAuthenticationCode>

namespace tieout::sandbox::xero {

namespace {

constexpr size_t kMostEvents = 100; // in one payload
constexpr std::chrono::hours kGiveUpAfter{24};
// The first repeat comes at once; then the pause grows.
constexpr std::chrono::minutes kPauses[] = {std::chrono::minutes(0),   std::chrono::minutes(15),
                                            std::chrono::minutes(30),  std::chrono::minutes(60),
                                            std::chrono::minutes(120), std::chrono::minutes(240)};

QByteArray stamp(Instant now)
{
    QByteArray text = formatInstant(now).toLatin1();
    text.chop(1); // without a zone
    return text;
}

} // namespace

QByteArray Webhooks::signatureOf(const QByteArray& body, const QByteArray& key)
{
    return QMessageAuthenticationCode::hash(body, key, QCryptographicHash::Sha256).toBase64();
}

QByteArray Webhooks::entropy()
{
    QByteArray text;
    for (int letter = 0; letter < 20; ++letter)
        text += char('A' + int(m_random.below(26)));
    return text;
}

// Blanks behind some colons only, as on the wire: whoever signs anything but the bytes received fails.
QByteArray Webhooks::payload(const QByteArray& events, quint64 first, quint64 last)
{
    return "{\"events\":[" + events + "],\"firstEventSequence\": " + QByteArray::number(first) +
           ",\"lastEventSequence\": " + QByteArray::number(last) + ", \"entropy\": \"" + entropy() + "\"}";
}

void Webhooks::configure(const QByteArray& url, const QByteArray& key, Instant now)
{
    m_url = url;
    m_key = key;
    m_intents.clear();
    m_sent = {};
    m_failures = 0;
    m_next = now;
    m_state = url.isEmpty() ? State::Off : State::Checking;
    if (url.isEmpty()) return;
    for (const bool good : {true, false, false, true}) {
        Intent intent;
        intent.delivery.number = ++m_lastNumber;
        intent.delivery.url = url;
        intent.delivery.body = payload({}, 0, 0);
        intent.delivery.signature = signatureOf(intent.delivery.body, key);
        // Wrong by one letter, which people take for a fault of the sender.
        if (!good) intent.delivery.signature[3] = intent.delivery.signature[3] == 'A' ? 'B' : 'A';
        intent.expected = good ? 200 : 401;
        m_intents.append(intent);
    }
}

void Webhooks::add(const WebhookEvent& event, Instant now)
{
    if (m_state == State::Off) return;
    QByteArray text = "{\"resourceUrl\": \"" + event.resourceUrl + "\",\"resourceId\": \"" +
                      event.resourceId + "\",\"tenantId\": \"" + event.tenantId +
                      "\",\"tenantType\": \"ORGANISATION\",\"eventCategory\": \"" + event.category +
                      "\",\"eventType\": \"" + event.type + "\",\"eventDateUtc\": \"" + stamp(now) + '"';
    if (!event.data.isEmpty()) text += ",\"data\": " + event.data;
    m_waiting.emplace_back(++m_lastSequence, text + '}');
}

QList<WebhookDelivery> Webhooks::due(Instant now)
{
    QList<WebhookDelivery> deliveries;
    for (Intent& intent : m_intents) {
        if (m_state == State::Checking && !std::exchange(intent.sent, true))
            deliveries.append(intent.delivery);
    }
    const bool free = m_state == State::On && m_sent.number == 0 && !m_waiting.empty() && now >= m_next;
    if (!free) return deliveries;
    QByteArray events;
    m_sentEvents = std::min(m_waiting.size(), kMostEvents);
    for (size_t index = 0; index < m_sentEvents; ++index)
        events += (index == 0 ? QByteArray() : QByteArray(",")) + m_waiting[index].second;
    m_sent.number = ++m_lastNumber;
    m_sent.url = m_url;
    m_sent.body = payload(events, m_waiting.front().first, m_waiting[m_sentEvents - 1].first);
    m_sent.signature = signatureOf(m_sent.body, m_key);
    deliveries.append(m_sent);
    return deliveries;
}

void Webhooks::answered(quint64 number, int status, Instant now)
{
    if (m_sent.number == number)
        answeredEvents(status, now);
    else
        answeredIntent(number, status);
}

void Webhooks::answeredIntent(quint64 number, int status)
{
    bool all = true;
    for (Intent& intent : m_intents) {
        if (intent.delivery.number == number) {
            intent.passed = status == intent.expected;
            if (!intent.passed) m_state = State::Disabled;
        }
        all = all && intent.passed;
    }
    if (m_state == State::Checking && all) m_state = State::On;
}

void Webhooks::answeredEvents(int status, Instant now)
{
    m_sent = {};
    if (status >= 200 && status < 300) {
        m_waiting.erase(m_waiting.begin(), m_waiting.begin() + std::ptrdiff_t(m_sentEvents));
        m_delivered += m_sentEvents;
        m_failures = 0;
        return;
    }
    if (m_failures == 0) m_firstFailure = now;
    const size_t pause = std::min(size_t(m_failures), std::size(kPauses) - 1);
    ++m_failures;
    m_next = now + kPauses[pause];
    if (now - m_firstFailure >= kGiveUpAfter) m_state = State::Disabled;
}

QByteArray Webhooks::report() const
{
    constexpr std::string_view kStates[] = {"off", "checking", "on", "disabled"};
    ReplyWriter writer;
    writer.beginObject();
    writer.text("url", QString::fromUtf8(m_url));
    writer.ascii("state", kStates[size_t(m_state)]);
    writer.number("waiting", qint64(m_waiting.size()));
    writer.number("delivered", qint64(m_delivered));
    writer.number("failures", qint64(m_failures));
    writer.endObject();
    return writer.bytes();
}

} // namespace tieout::sandbox::xero
