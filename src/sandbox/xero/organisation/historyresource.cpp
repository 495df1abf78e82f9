#include "sandbox/xero/organisation/historyresource.h"

#include "sandbox/xero/organisation/recordfinder.h"
#include "sandbox/xero/wire/batch.h"
#include "sandbox/xero/wire/requestreader.h"

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr qsizetype kMaxDetails = 2'500;

void writeRecord(ReplyWriter& writer, QStringView changes, Instant when, QStringView user,
                 QStringView details)
{
    writer.beginObject();
    writer.text("Changes", changes);
    writer.instantText("DateUTCString", std::chrono::floor<std::chrono::seconds>(when));
    writer.instant("DateUTC", when);
    writer.text("User", user);
    writer.text("Details", details);
    writer.endObject();
}

Response list(const Call& call, const FoundRecord& subject)
{
    ReplyWriter writer;
    beginEnvelope(writer, {call.guids.next(), call.now, std::nullopt});
    writer.beginArray("HistoryRecords");
    const QList<HistoryNote> notes = call.tenant.notes.value(subject.id);
    for (auto note = notes.crbegin(); note != notes.crend(); ++note)
        writeRecord(writer, u"Note", note->written, note->user, note->details);
    if (subject.updated != subject.created)
        writeRecord(writer, u"Edited", subject.updated, u"System Generated", subject.label);
    writeRecord(writer, u"Created", subject.created, u"System Generated", subject.label);
    writer.endArray();
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

Response add(const Call& call, const std::optional<FoundRecord>& subject)
{
    static const MemberNames kNames{u"Details"};
    const auto elements = readElements(call.request.body, u"HistoryRecords", u"HistoryRecord");
    if (!elements) return elements.error();
    BatchAnswer answer(errorReport(call.request));
    ValueReader reader;
    for (const Json& element : *elements) {
        QString details;
        for (const Json::Member& member : element.toObject()) {
            if (kNames.find(member.first) == 0) details = reader.text(member.second).value_or(QString());
        }
        if (!reader.fault().isEmpty()) return unreadableReply(reader.fault());
        QStringList errors;
        if (!subject)
            errors << u"The document with the supplied id was not found for this endpoint."_s;
        else if (details.trimmed().isEmpty())
            errors << u"Details must be specified."_s;
        else if (details.size() > kMaxDetails)
            errors << u"Details must not exceed 2500 characters."_s;
        if (errors.isEmpty())
            call.tenant.notes[subject->id].append({details, u"System Generated"_s, call.now});
        ReplyWriter& writer = answer.beginRow();
        writer.instantText("DateUTCString", std::chrono::floor<std::chrono::seconds>(call.now));
        writer.stamp("DateUTC", call.now);
        writer.text("Details", details);
        answer.endRow(errors, {});
    }
    return answer.finish("HistoryRecords", {call.guids.next(), call.now, std::nullopt});
}

} // namespace

Response answerHistory(const Call& call)
{
    const std::optional<FoundRecord> subject = findRecord(call.tenant, call.path[0], parseGuid(call.path[1]));
    if (call.request.method == "PUT") return add(call, subject);
    if (call.request.method != "GET") return notImplementedReply();
    return subject ? list(call, *subject) : notFoundReply();
}

} // namespace tieout::sandbox::xero
