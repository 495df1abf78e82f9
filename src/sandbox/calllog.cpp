#include "sandbox/calllog.h"

#include "base/json.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox {

namespace {

constexpr size_t kMaxCalls = 200'000;
constexpr qsizetype kMaxQuery = 4096;

} // namespace

void CallLog::note(const QString& system, const Request& request, const Response& response,
                   const QString& fault, Instant at)
{
    if (m_calls.size() >= kMaxCalls) m_calls.pop_front();
    ++m_counts[system][request.method];
    const bool cut = response.delivery != Delivery::Deliver;
    m_calls.push_back({++m_lastNumber, system, fault, request.method, request.path,
                       request.query.left(kMaxQuery), headerValue(request.headers, "Idempotency-Key"),
                       cut ? 0 : response.status, request.body.size(), response.body.size(), at});
}

void CallLog::clear()
{
    m_calls.clear();
    m_counts.clear();
    m_lastNumber = 0;
}

void CallLog::writeCall(JsonWriter& writer, const Call& call)
{
    const auto text = [&](QStringView key, const QString& value) {
        writer.key(key);
        writer.value(value);
    };
    const auto number = [&](QStringView key, qint64 value) {
        writer.key(key);
        writer.value(value);
    };
    writer.beginObject();
    number(u"number", qint64(call.number));
    text(u"at", formatInstant(call.at));
    text(u"system", call.system);
    text(u"method", QString::fromLatin1(call.method));
    text(u"path", QString::fromUtf8(call.path));
    text(u"query", QString::fromUtf8(call.query));
    number(u"status", call.status);
    text(u"fault", call.fault);
    text(u"idempotencyKey", QString::fromUtf8(call.idempotencyKey));
    number(u"requestBytes", call.requestBytes);
    number(u"bytes", call.bytes);
    writer.endObject();
}

QByteArray CallLog::toJson(const CallFilter& filter) const
{
    JsonWriter writer;
    writer.beginObject();
    writer.key(u"total");
    writer.value(qint64(m_lastNumber));
    writer.key(u"dropped");
    writer.value(qint64(m_lastNumber - m_calls.size()));
    writer.key(u"counts");
    writer.beginObject();
    for (auto system = m_counts.cbegin(); system != m_counts.cend(); ++system) {
        writer.key(system.key());
        writer.beginObject();
        for (auto method = system->cbegin(); method != system->cend(); ++method) {
            writer.key(QString::fromLatin1(method.key()));
            writer.value(method.value());
        }
        writer.endObject();
    }
    writer.endObject();
    writer.key(u"calls");
    writer.beginArray();
    for (const Call& call : m_calls) {
        if (filter.countsOnly || call.number <= filter.since ||
            (!filter.system.isEmpty() && call.system != filter.system))
            continue;
        writeCall(writer, call);
    }
    writer.endArray();
    writer.endObject();
    return writer.take();
}

} // namespace tieout::sandbox
