#include "sandbox/tray/postroom.h"

#include "sandbox/tray/events.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::tray {

namespace {

using std::chrono::seconds;

/// 1, 2, 4 … 64 seconds between the tries.
constexpr int kMostTries = 8;
constexpr int kOnce = 1;
constexpr seconds kLate{60};

std::optional<Stream> streamOf(const QString& kind)
{
    if (kind == u"log" || kind == u"late-log") return Stream::Tidy;
    if (kind == u"untidy-log") return Stream::Untidy;
    return {};
}

std::optional<StepLink> linkOf(const QString& kind)
{
    if (kind == u"alert") return StepLink::WithExecution;
    if (kind == u"bare-alert") return StepLink::Bare;
    return {};
}

const Json* rowOf(const Json& rows, const QString& id)
{
    const auto& all = rows.toArray();
    const auto found =
        std::find_if(all.begin(), all.end(), [&id](const Json& row) { return row[u"id"].toText() == id; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

int PostRoom::post(const Books& books, const QString& kind, const QString& subject, Instant now)
{
    if (kind.endsWith(u"delivery")) return postDelivery(books, kind, subject, now);
    if (kind == u"every-event")
        return postTo(Channel::Log, everyExecutionEvent(books, now).toArray(), now, kMostTries);
    const Json* const execution = rowOf(books.executions, subject);
    if (!execution) return 0;
    if (const auto link = linkOf(kind)) {
        const bool failed = (*execution)[u"currentState"].toText() == u"Failed";
        const Json::Array alone{alertPayload(books, *execution, *link)};
        return failed ? postTo(Channel::Alert, alone, now, kOnce) : 0;
    }
    const auto stream = streamOf(kind);
    if (!stream) return 0;
    const Json events = logEvents(books, *execution, *stream);
    if (kind != u"late-log") return postTo(Channel::Log, events.toArray(), now, kMostTries);
    const Json::Array all = events.toArray();
    const qsizetype half = qsizetype(all.size()) / 2;
    return postTo(Channel::Log, Json::Array(all.begin(), all.begin() + half), now, kMostTries) +
           postTo(Channel::Log, Json::Array(all.begin() + half, all.end()), now + kLate, kMostTries);
}

int PostRoom::postTo(Channel channel, const Json::Array& bodies, Instant now, int mostTries)
{
    const auto receiver = m_receivers.find(channel);
    if (receiver == m_receivers.end()) return 0;
    for (const Json& body : bodies)
        add({0, receiver->second, body.toBytes(), now, mostTries});
    return int(bodies.size());
}

int PostRoom::postDelivery(const Books& books, const QString& kind, const QString& subject, Instant now)
{
    static const QStringList kKinds{u"delivery"_s, u"forged-delivery"_s, u"altered-delivery"_s};
    const Json* const subscription = rowOf(books.subscriptions, subject);
    if (!kKinds.contains(kind) || !subscription || (*subscription)[u"state"].toText() == u"deleted") return 0;
    SignedDelivery delivery = triggerDelivery(*subscription, Json::object({{u"event"_s, u"practice"_s}}));
    if (kind == u"forged-delivery")
        delivery.signature = traySignature(delivery.body, QByteArray("another key").toBase64());
    if (kind == u"altered-delivery") delivery.body.replace("practice", "altered");
    const Receiver to{(*subscription)[u"endpoint"].toText().toUtf8(),
                      {{"x-tray-signature", delivery.signature}}};
    add({0, to, delivery.body, now, kMostTries});
    return 1;
}

void PostRoom::add(Message message)
{
    message.number = ++m_lastNumber;
    m_messages.append(std::move(message));
}

QList<OutgoingCall> PostRoom::due(Instant now)
{
    QList<OutgoingCall> calls;
    for (Message& message : m_messages) {
        if (message.fate != Fate::Waiting || message.next > now) continue;
        message.fate = Fate::OnItsWay;
        calls.append({message.number, message.to.url, message.to.headers, message.body});
    }
    return calls;
}

void PostRoom::answered(quint64 number, int status, Instant now)
{
    const auto message = std::find_if(m_messages.begin(), m_messages.end(),
                                      [number](const Message& one) { return one.number == number; });
    if (message == m_messages.end() || message->fate != Fate::OnItsWay) return;
    message->status = status;
    ++message->tries;
    message->fate = Fate::Waiting;
    message->next = now + seconds(1 << (message->tries - 1));
    if (message->tries >= message->mostTries) message->fate = Fate::GivenUp;
    if (status >= 200 && status < 300) message->fate = Fate::Accepted;
}

Json PostRoom::rows() const
{
    static constexpr const char16_t* kFates[] = {u"waiting", u"on its way", u"accepted", u"given up"};
    Json rows = Json::array();
    for (const Message& message : m_messages)
        rows.append(Json::object({{u"number"_s, Json(qint64(message.number))},
                                  {u"url"_s, QString::fromUtf8(message.to.url)},
                                  {u"body"_s, QString::fromUtf8(message.body)},
                                  {u"tries"_s, Json(message.tries)},
                                  {u"status"_s, Json(message.status)},
                                  {u"fate"_s, QString::fromUtf16(kFates[size_t(message.fate)])}}));
    return rows;
}

void PostRoom::clear()
{
    m_receivers.clear();
    m_messages.clear();
}

} // namespace tieout::sandbox::tray
