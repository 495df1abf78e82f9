#include "sandbox/cin7core/webhookqueue.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::cin7core {

namespace {

using std::chrono::minutes;

constexpr minutes kWaits[] = {minutes(1), minutes(5), minutes(10), minutes(15), minutes(20), minutes(25)};

bool isOn(const Json& hook)
{
    return hook[u"IsActive"].isBool() ? hook[u"IsActive"].toBool() : hook[u"IsActive"].toText() == u"true";
}

/// Thin: the ids, never the record.
QByteArray bodyOf(const Json& event)
{
    Json body = Json::object();
    for (const auto& [name, value] : event.toObject()) {
        if (name != u"Type") body.set(name, value);
    }
    body.set(u"EventType"_s, event[u"Type"]);
    return body.toBytes();
}

Headers headersOf(const Json& hook)
{
    Headers headers{{"User-Agent", "Cin7Core-Webhooks"}};
    const QString kind = hook[u"ExternalAuthorizationType"].toText().toLower();
    if (kind == u"basicauth") {
        const QString pair = hook[u"ExternalUserName"].toText() + u':' + hook[u"ExternalPassword"].toText();
        headers.emplaceBack("Authorization", "Basic " + pair.toUtf8().toBase64());
    } else if (kind == u"bearerauth") {
        headers.emplaceBack("Authorization", "Bearer " + hook[u"ExternalBearerToken"].toText().toUtf8());
    }
    for (const Json& header : hook[u"ExternalHeaders"].toArray())
        headers.emplaceBack(header[u"Key"].toText().toUtf8(), header[u"Value"].toText().toUtf8());
    return headers;
}

} // namespace

void WebhookQueue::takeEvents(const Books& books, Instant now)
{
    for (; m_seen < books.events.size(); ++m_seen) {
        const Json& event = books.events.at(m_seen);
        for (const cin7::Shelf::Entry& entry : books.shelf(Kind::Webhook).entries()) {
            const Json& hook = entry.row;
            if (!isOn(hook) ||
                hook[u"Type"].toText().compare(event[u"Type"].toText(), Qt::CaseInsensitive) != 0)
                continue;
            m_waiting.append({++m_lastNumber, entry.id, bodyOf(event), now + kWaits[0], 0, false});
        }
    }
}

QList<OutgoingCall> WebhookQueue::due(const Books& books, const Modes& modes, Instant now)
{
    QList<OutgoingCall> calls;
    for (Waiting& waiting : m_waiting) {
        const Json* hook = books.shelf(Kind::Webhook).find(waiting.hook);
        if (waiting.onTheWay || waiting.next > now || !hook || !isOn(*hook)) continue;
        waiting.onTheWay = true;
        const OutgoingCall call{waiting.number, (*hook)[u"ExternalURL"].toText().toUtf8(), headersOf(*hook),
                                waiting.body};
        calls.append(call);
        if (modes.webhooksTwice) calls.append(call);
    }
    if (modes.webhooksBackwards) std::reverse(calls.begin(), calls.end());
    return calls;
}

void WebhookQueue::answered(Books& books, quint64 number, int status, Instant now)
{
    const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(),
                                      [number](const Waiting& one) { return one.number == number; });
    if (waiting == m_waiting.end()) return;
    if (status >= 200 && status < 300) {
        m_waiting.erase(waiting);
        return;
    }
    waiting->onTheWay = false;
    if (++waiting->tries < int(std::size(kWaits))) {
        waiting->next = now + kWaits[waiting->tries];
        return;
    }
    const QString hook = waiting->hook;
    if (books.shelf(Kind::Webhook).find(hook))
        books.shelf(Kind::Webhook).set(hook, u"IsActive"_s, Json(false));
    erase_if(m_waiting, [&hook](const Waiting& one) { return one.hook == hook; });
}

void WebhookQueue::clear(const Books* books)
{
    m_waiting.clear();
    m_seen = books ? books->events.size() : 0;
}

} // namespace tieout::sandbox::cin7core
