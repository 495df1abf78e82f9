#include "sandbox/xero/wire/batch.h"

#include "sandbox/xero/wire/call.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

tl::expected<Json::Array, Response> readElements(const QByteArray& body, QStringView array,
                                                 QStringView element)
{
    const Result<Json> parsed = Json::parse(body);
    if (!parsed) return tl::unexpected(unreadableReply(parsed.error().text));
    Json::Array elements;
    if (parsed->isArray()) {
        elements = parsed->toArray();
    } else if (parsed->isObject()) {
        const Json::Object& members = parsed->toObject();
        const auto wrapper =
            std::find_if(members.begin(), members.end(), [array](const Json::Member& member) {
                return QStringView(member.first).compare(array, Qt::CaseInsensitive) == 0;
            });
        if (wrapper != members.end())
            elements = wrapper->second.toArray();
        else if (!members.isEmpty())
            elements.append(*parsed);
    }
    const bool onlyObjects =
        std::all_of(elements.begin(), elements.end(), [](const Json& e) { return e.isObject(); });
    if (elements.isEmpty() || !onlyObjects) return tl::unexpected(nothingDoneReply(element));
    return elements;
}

ErrorReport errorReport(const Request& request)
{
    const bool off = request.queryValue(u"summarizeErrors").compare("false"_L1, Qt::CaseInsensitive) == 0;
    return off ? ErrorReport::PerElement : ErrorReport::Summarised;
}

int unitDecimals(const Request& request)
{
    return request.queryValue(u"unitdp") == "4"_L1 ? 4 : 2;
}

ReplyWriter& BatchAnswer::beginRow()
{
    m_rows.beginObject();
    m_rowStart = m_rows.size() - 1;
    return m_rows;
}

void BatchAnswer::endRow(const QStringList& errors, const QStringList& warnings)
{
    const bool refused = !errors.isEmpty();
    if (m_report == ErrorReport::PerElement) {
        m_rows.flag("HasErrors", refused);
        m_rows.flag("HasValidationErrors", refused);
        m_rows.ascii("StatusAttributeString", refused ? "ERROR" : (warnings.isEmpty() ? "OK" : "WARNING"));
    }
    if (refused) writeMessages("ValidationErrors", errors);
    if (refused || !warnings.isEmpty()) writeMessages("Warnings", warnings);
    m_rows.endObject();
    if (refused) m_refused.push_back({m_rowStart, m_rows.size() - m_rowStart});
}

void BatchAnswer::writeMessages(std::string_view key, const QStringList& messages)
{
    m_rows.beginArray(key);
    for (const QString& message : messages) {
        m_rows.beginObject();
        m_rows.text("Message", message);
        m_rows.endObject();
    }
    m_rows.endArray();
}

Response BatchAnswer::finish(std::string_view array, const Envelope& envelope) const
{
    ReplyWriter writer;
    if (m_report == ErrorReport::PerElement || m_refused.empty()) {
        beginEnvelope(writer, envelope);
        writer.beginArray(array);
        writer.raw(m_rows.view());
        writer.endArray();
        writer.endObject();
        return jsonReply(200, writer.bytes());
    }
    writer.beginObject();
    writer.number("ErrorNumber", qint64(10));
    writer.ascii("Type", "ValidationException");
    writer.ascii("Message", "A validation exception occurred");
    writer.beginArray("Elements");
    for (const Span& span : m_refused)
        writer.raw(m_rows.view().substr(span.start, span.length));
    writer.endArray();
    writer.endObject();
    return jsonReply(400, writer.bytes());
}

} // namespace tieout::sandbox::xero
