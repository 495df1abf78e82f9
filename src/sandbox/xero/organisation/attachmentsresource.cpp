#include "sandbox/xero/organisation/attachmentsresource.h"

#include "sandbox/xero/organisation/recordfinder.h"
#include "sandbox/xero/wire/listquery.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::xero {

namespace {

constexpr qsizetype kMostFiles = 10;
constexpr qsizetype kMostLedgerBytes = 3LL * 1024 * 1024;
constexpr qsizetype kMostBytes = 10LL * 1024 * 1024;

bool isUsableName(const QString& name)
{
    static constexpr QStringView kForbidden = u"<>:\"/\\|?*+";
    return !name.trimmed().isEmpty() && name.size() <= 255 &&
           std::none_of(name.cbegin(), name.cend(),
                        [](QChar letter) { return letter.unicode() < 0x20 || kForbidden.contains(letter); });
}

bool isUsableType(const QString& name)
{
    static constexpr QStringView kSuffixes[] = {
        u"7z",   u"bmp", u"csv", u"doc",     u"docx", u"eml", u"gif",   u"html", u"jpeg", u"jpg",
        u"json", u"key", u"msg", u"numbers", u"ods",  u"odt", u"pages", u"pdf",  u"png",  u"ppt",
        u"pptx", u"rar", u"rtf", u"tif",     u"tiff", u"txt", u"xls",   u"xlsx", u"xml",  u"zip"};
    const QString suffix = name.section(u'.', -1).toLower();
    return name.contains(u'.') &&
           std::find(std::begin(kSuffixes), std::end(kSuffixes), QStringView(suffix)) != std::end(kSuffixes);
}

void writeAttachment(ReplyWriter& writer, const Call& call, const Attachment& attachment)
{
    const QByteArray name = QUrl::toPercentEncoding(attachment.fileName);
    writer.guid("AttachmentID", attachment.id);
    writer.text("FileName", attachment.fileName);
    writer.text("Url", u"https://api.xero.com/api.xro/2.0/%1/%2/Attachments/%3"_s.arg(
                           call.path[0], call.path[1], QString::fromLatin1(name)));
    writer.text("MimeType", attachment.mimeType);
    writer.number("ContentLength", qint64(attachment.bytes.size()));
    writer.flag("IncludeOnline", attachment.includeOnline);
}

Response show(const Call& call, const QList<Attachment>& attachments)
{
    ReplyWriter writer;
    beginEnvelope(writer, {call.guids.next(), call.now, std::nullopt});
    writer.beginArray("Attachments");
    for (const Attachment& attachment : attachments) {
        writer.beginObject();
        writeAttachment(writer, call, attachment);
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
    return jsonReply(200, writer.bytes());
}

Response download(const QList<Attachment>& attachments, const QString& segment)
{
    const QUuid id = parseGuid(segment);
    for (const Attachment& attachment : attachments) {
        if (attachment.id != id && attachment.fileName.compare(segment, Qt::CaseInsensitive) != 0) continue;
        return bodyReply(200, attachment.mimeType.toLatin1(), attachment.bytes);
    }
    return notFoundReply();
}

Response upload(const Call& call, const FoundRecord& record, const QString& name)
{
    const auto refused = [](QStringView message) {
        return exceptionReply(10, u"ValidationException", message);
    };
    if (!isUsableName(name)) return refused(u"The file name contains characters that are not allowed.");
    if (!isUsableType(name))
        return refused(u"The file couldn't be uploaded because it isn't a supported file type.");
    const QByteArray& bytes = call.request.body;
    if (bytes.isEmpty()) return refused(u"The file couldn't be uploaded because it is empty.");
    if (bytes.size() > (record.ledger ? kMostLedgerBytes : kMostBytes))
        return refused(u"The file couldn't be uploaded because it is too large.");
    QList<Attachment>& files = call.tenant.attachments[record.id];
    const auto same = std::find_if(files.begin(), files.end(), [&name](const Attachment& file) {
        return file.fileName.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (same == files.end() && files.size() >= kMostFiles)
        return refused(u"A maximum of 10 files can be attached to a document.");
    Attachment& file = same == files.end() ? files.emplaceBack() : *same;
    if (file.id.isNull()) file.id = call.guids.next();
    file.fileName = name;
    file.mimeType = QString::fromLatin1(headerValue(call.request.headers, "Content-Type"));
    if (file.mimeType.isEmpty()) file.mimeType = u"application/octet-stream"_s;
    file.bytes = bytes;
    file.includeOnline = record.showsOnline && queryFlag(call.request, u"IncludeOnline");
    return show(call, {file});
}

} // namespace

Response answerAttachments(const Call& call)
{
    const auto record = findRecord(call.tenant, call.path[0], parseGuid(call.path[1]));
    if (!record) return notFoundReply();
    const QByteArray& method = call.request.method;
    const QList<Attachment> files = call.tenant.attachments.value(record->id);
    if (call.path.size() == 3) return method == "GET" ? show(call, files) : notImplementedReply();
    if (method == "GET") return download(files, call.path[3]);
    return method == "PUT" || method == "POST" ? upload(call, *record, call.path[3]) : notImplementedReply();
}

} // namespace tieout::sandbox::xero
