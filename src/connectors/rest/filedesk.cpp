#include "connectors/rest/filedesk.h"

#include "base/redact.h"
#include "connectors/rest/reading/recordreader.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;
using model::FieldType;

namespace {

constexpr std::chrono::minutes kFileDeadline{10};

/// Ids stand inside queries and addresses: nothing but letters, digits and dashes.
bool isPlainId(const QString& id)
{
    return !id.isEmpty() && id.size() <= 128 && std::all_of(id.begin(), id.end(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
    });
}

bool isWebPage(const net::HttpResponse& response, const AttachedFile& file)
{
    const QByteArray type = response.header("Content-Type").trimmed().toLower();
    return type.startsWith("text/html") && !file.contentType.startsWith(u"text/html");
}

AttachedFile fileIn(const model::Record& record, const FilesSpec::List& list)
{
    AttachedFile file;
    file.id = record.path(list.id).toPlainText();
    file.name = record.path(list.name).toPlainText();
    if (!list.type.isEmpty()) file.contentType = record.path(list.type).toPlainText();
    const Decimal* bytes = list.bytes.isEmpty() ? nullptr : record.path(list.bytes).number();
    if (bytes) file.bytes = bytes->toInteger().value_or(-1);
    return file;
}

} // namespace

FileDesk::FileDesk(std::shared_ptr<RestSession> session, const ObjectSpec& object)
    : m_session(std::move(session))
    , m_object(object)
{
}

tl::unexpected<Error> FileDesk::none() const
{
    return fail(ErrorKind::BadConfig, u"connector.no-files"_s, u"no such access to files"_s,
                {m_object.label});
}

tl::unexpected<Error> FileDesk::tooLarge(const AttachedFile& file, qint64 bytes) const
{
    return fail(ErrorKind::RowRejected, u"connector.file-too-large"_s, u"the file is too large"_s,
                {file.name, QString::number(bytes), QString::number(m_object.files->most)});
}

Result<net::HttpRequest> FileDesk::request(const RequestSpec& spec, const QString& record,
                                           const AttachedFile& file) const
{
    if (!isPlainId(record) || (!file.id.isEmpty() && !isPlainId(file.id))) return none();
    const Variables variables{{u"id"_s, record}, {u"file"_s, file.id}, {u"name"_s, file.name}};
    return m_session->builder(m_object, variables).plain(spec);
}

Task<Result<QList<AttachedFile>>> FileDesk::list(QString record, StopToken stop)
{
    if (!m_object.files || !m_object.files->list) co_return none();
    const FilesSpec::List& spec = *m_object.files->list;
    const Result<net::HttpRequest> asked = request(spec.request, record, {});
    if (!asked) co_return fail(asked.error());
    const PlanPtr plan = planOf({{spec.id, FieldType::Text},
                                 {spec.name, FieldType::Text},
                                 {spec.type, FieldType::Text},
                                 {spec.bytes, FieldType::Number}});
    AnswerLayout layout;
    layout.records = spec.records;
    QList<AttachedFile> files;
    RecordReader records;
    const RestSession::Reader reader = [&](net::HttpResponse& response) -> Result<void> {
        const Result<DecodedPage> page = records.decode(std::move(response.body), plan, layout);
        if (!page) return fail(page.error());
        files.clear();
        for (const model::Record& entry : page->records)
            files += fileIn(entry, spec);
        return {};
    };
    const Result<void> read = co_await m_session->fetch(*asked, m_object.name, reader, stop);
    if (!read) co_return fail(read.error());
    co_return files;
}

Task<Result<QByteArray>> FileDesk::fetch(QString record, AttachedFile file, StopToken stop)
{
    if (!m_object.files || !m_object.files->fetch) co_return none();
    const qint64 most = m_object.files->most;
    if (file.bytes > most) co_return tooLarge(file, file.bytes);
    Result<net::HttpRequest> asked = request(*m_object.files->fetch, record, file);
    if (!asked) co_return fail(asked.error());
    asked->deadline = kFileDeadline;
    QByteArray bytes;
    const RestSession::Reader reader = [&](net::HttpResponse& response) -> Result<void> {
        if (isWebPage(response, file))
            return fail(ErrorKind::RemoteFault, u"answer.not-json"_s, u"a web page instead of a file"_s,
                        {m_object.label, QString::fromLatin1(response.header("Content-Type"))});
        if (file.bytes >= 0 && response.body.size() != file.bytes)
            return fail(ErrorKind::RemoteFault, u"answer.incomplete"_s, u"a part of the file"_s,
                        {file.name, QString::number(response.body.size()), QString::number(file.bytes)});
        bytes = std::move(response.body);
        return {};
    };
    const Result<void> read = co_await m_session->fetch(*asked, m_object.name, reader, stop);
    if (!read) co_return fail(read.error());
    if (bytes.size() > most) co_return tooLarge(file, bytes.size());
    co_return bytes;
}

Task<Result<FileDesk::Present>> FileDesk::present(QString record, AttachedFile file, QByteArray bytes,
                                                  Compare by, StopToken stop)
{
    const Result<QList<AttachedFile>> files = co_await list(record, stop);
    if (!files) co_return fail(files.error());
    Present present;
    for (const AttachedFile& each : *files) {
        if (each.name.compare(file.name, Qt::CaseInsensitive) != 0) continue;
        present.nameTaken = true;
        if (each.bytes >= 0 && each.bytes != file.bytes) continue;
        // Two files can have one length: a corrected digit does not change it.
        if (by == Compare::Content && m_object.files->fetch) {
            const Result<QByteArray> content = co_await fetch(record, each, stop);
            if (!content) co_return fail(content.error());
            if (*content != bytes) continue;
        }
        present.same = each;
        break;
    }
    co_return present;
}

Result<void> FileDesk::isUsable(const AttachedFile& file) const
{
    constexpr qsizetype kLongestName = 255;
    if (file.bytes > m_object.files->most) return tooLarge(file, file.bytes);
    if (file.bytes == 0)
        return fail(ErrorKind::RowRejected, u"connector.file-empty"_s, u"an empty file"_s, {file.name});
    const bool isName = !file.name.trimmed().isEmpty() && file.name.size() <= kLongestName &&
                        !file.name.contains(u'/') && !file.name.contains(u'\\') &&
                        std::none_of(file.name.cbegin(), file.name.cend(),
                                     [](QChar c) { return c.category() == QChar::Other_Control; });
    if (!isName)
        return fail(ErrorKind::RowRejected, u"connector.file-name"_s, u"no usable name"_s, {file.name});
    return {};
}

Result<net::HttpRequest> FileDesk::upload(const QString& record, const AttachedFile& file,
                                          const QByteArray& bytes) const
{
    const FilesSpec::Attach& spec = *m_object.files->attach;
    if (!isPlainId(record)) return none();
    Variables variables = m_session->variables();
    variables.insert(u"id"_s, record);
    variables.insert(u"name"_s, file.name);
    RequestDraft draft(spec.request);
    if (!spec.put.isEmpty()) draft.put(spec.put, Json(QString::fromLatin1(bytes.toBase64())));
    draft.addHeaders(m_session->manifest().headers);
    Result<net::HttpRequest> made = draft.finish(variables);
    if (!made) return made;
    if (spec.put.isEmpty()) {
        made->body = bytes;
        made->contentType = file.contentType.toLatin1();
        if (made->contentType.isEmpty()) made->contentType = "application/octet-stream";
    }
    made->onlyReads = false;
    made->repeat = net::Repeat::Never;
    made->deadline = kFileDeadline;
    return made;
}

Task<Result<Attached>> FileDesk::attach(QString record, AttachedFile file, QByteArray bytes,
                                        SameName sameName, StopToken stop)
{
    if (!m_object.files || !m_object.files->attach) co_return none();
    file.name = model::nameThere(m_object.files->access(), file.name);
    file.bytes = bytes.size();
    if (const Result<void> usable = isUsable(file); !usable) co_return fail(usable.error());
    const Result<Present> before = co_await present(record, file, bytes, Compare::Content, stop);
    if (!before) co_return fail(before.error());
    if (before->same) co_return Attached{*before->same, Attached::How::WasThere};
    const bool replaces = before->nameTaken && m_object.files->replaces;
    if (replaces && sameName == SameName::Refuse)
        co_return fail(ErrorKind::Conflict, u"connector.file-name-taken"_s, u"another file of this name"_s,
                       {file.name});
    const Result<void> sent = co_await send(record, file, bytes, stop);
    Result<Attached> attached = co_await verdict(sent, record, file, bytes, stop);
    if (attached && replaces) attached->how = Attached::How::Replaced;
    co_return attached;
}

Task<Result<void>> FileDesk::send(QString record, AttachedFile file, QByteArray bytes, StopToken stop)
{
    const Result<net::HttpRequest> made = upload(record, file, bytes);
    if (!made) co_return fail(made.error());
    const Result<net::HttpResponse> sent =
        co_await m_session->deliver(*made, m_object.name, std::chrono::seconds{0}, stop);
    constexpr int kContentTooLarge = 413;
    if (!sent && sent.error().context.httpStatus == kContentTooLarge)
        co_return fail(ErrorKind::RowRejected, u"connector.file-too-large-there"_s, sent.error().text,
                       {file.name, QString::number(file.bytes)});
    if (!sent) co_return fail(sent.error());
    constexpr int kRefusals = 400; // one that a batch would judge row by row
    if (sent->status >= kRefusals)
        co_return fail(ErrorKind::RowRejected, u"connector.file-refused"_s,
                       QString::fromUtf8(redacted(sent->body, 2048)), {file.name});
    co_return Result<void>();
}

/// What is there now tells the file's id, and whether it arrived when nobody saw the end.
Task<Result<Attached>> FileDesk::verdict(Result<void> sent, QString record, AttachedFile file,
                                         QByteArray bytes, StopToken stop)
{
    if (!sent && sent.error().kind != ErrorKind::Uncertain) co_return fail(sent.error());
    const Compare by = sent ? Compare::Size : Compare::Content;
    const Result<Present> after = co_await present(record, file, bytes, by, stop);
    if (after && after->same) co_return Attached{*after->same, Attached::How::Added};
    if (sent)
        co_return fail(ErrorKind::Uncertain, u"connector.file-not-listed"_s,
                       u"the file was taken, but is not listed"_s, {file.name});
    Error error = sent.error();
    if (after) error.kind = ErrorKind::Retry; // surely not there
    co_return fail(std::move(error));
}

} // namespace tieout::connectors
