#include "connectors/rest/filedesk.h"

#include "connectors/rest/recordreader.h"

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

QString plainFileName(const QString& name)
{
    constexpr qsizetype kLongest = 200;
    const qsizetype point = name.lastIndexOf(u'.');
    const QString ending = point > 0 && name.size() - point <= 12 ? name.mid(point) : QString();
    QString plain = name.left(name.size() - ending.size()).trimmed().left(kLongest - ending.size()) + ending;
    for (QChar& c : plain) {
        const bool isPlain =
            c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_');
        if (!isPlain) c = u'_';
    }
    return plain;
}

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

Task<Result<std::optional<AttachedFile>>> FileDesk::present(QString record, AttachedFile file, StopToken stop)
{
    const Result<QList<AttachedFile>> files = co_await list(record, stop);
    if (!files) co_return fail(files.error());
    for (const AttachedFile& each : *files) {
        const bool sameSize = each.bytes < 0 || each.bytes == file.bytes;
        if (sameSize && each.name.compare(file.name, Qt::CaseInsensitive) == 0)
            co_return std::optional<AttachedFile>(each);
    }
    co_return std::optional<AttachedFile>();
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

Task<Result<AttachedFile>> FileDesk::attach(QString record, AttachedFile file, QByteArray bytes,
                                            StopToken stop)
{
    if (!m_object.files || !m_object.files->attach) co_return none();
    if (m_object.files->plainNames) file.name = plainFileName(file.name);
    file.bytes = bytes.size();
    if (file.bytes > m_object.files->most) co_return tooLarge(file, file.bytes);
    if (file.name.trimmed().isEmpty() || file.name.contains(u'/') || file.name.contains(u'\\'))
        co_return fail(ErrorKind::RowRejected, u"connector.file-name"_s, u"no usable name"_s, {file.name});
    Result<std::optional<AttachedFile>> there = co_await present(record, file, stop);
    if (!there) co_return fail(there.error());
    if (*there) co_return **there;
    const Result<net::HttpRequest> made = upload(record, file, bytes);
    if (!made) co_return fail(made.error());
    const Result<net::HttpResponse> sent =
        co_await m_session->deliver(*made, m_object.name, std::chrono::seconds{0}, stop);
    if (!sent && sent.error().kind != ErrorKind::Uncertain) co_return fail(sent.error());
    // What is there now tells the file's id, and whether it arrived.
    there = co_await present(record, file, stop);
    if (there && *there) co_return **there;
    Error error = sent ? Error() : sent.error();
    if (sent) {
        error.kind = ErrorKind::Uncertain;
        error.code = u"answer.no-id"_s;
        error.text = u"the file was taken, but is not listed"_s;
    } else if (there) {
        error.kind = ErrorKind::Retry; // surely not there
    }
    co_return fail(std::move(error));
}

} // namespace tieout::connectors
