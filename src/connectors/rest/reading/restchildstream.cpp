#include "connectors/rest/reading/restchildstream.h"

#include "connectors/rest/addresstemplate.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

void addParentVariables(const QString& text, QStringList& fields)
{
    for (const QString& name : templateVariables(text)) {
        if (name.startsWith(u"parent.")) fields << name.mid(7);
    }
}

} // namespace

std::unique_ptr<PageStream> openRead(std::shared_ptr<RestSession> session,
                                     std::shared_ptr<SchemaBook> schemas, ReadRequest request)
{
    const ObjectSpec* spec = session->manifest().object(request.object);
    if (spec && spec->read && spec->read->per.isSet() && request.ids.isEmpty())
        return std::make_unique<RestChildStream>(std::move(session), std::move(schemas), std::move(request));
    return std::make_unique<RestPageStream>(std::move(session), std::move(schemas), std::move(request));
}

RestChildStream::RestChildStream(std::shared_ptr<RestSession> session, std::shared_ptr<SchemaBook> schemas,
                                 ReadRequest request)
    : m_session(std::move(session))
    , m_schemas(std::move(schemas))
    , m_request(std::move(request))
    , m_read(*m_session->manifest().object(m_request.object)->read)
    , m_safe(m_request.since)
    , m_pending(m_request.since)
    , m_told(m_request.since)
{
}

bool RestChildStream::isByChange() const
{
    return !m_read.per.object.isEmpty() && m_read.per.changedOnly;
}

QStringList RestChildStream::parentFields() const
{
    QStringList fields;
    const RequestSpec& request = m_read.request;
    addParentVariables(request.url, fields);
    for (const auto& [name, text] : request.query + request.headers + request.bodyValues)
        addParentVariables(text, fields);
    for (const auto& [own, theirs] : m_read.per.take)
        fields << theirs;
    fields.removeDuplicates();
    return fields;
}

void RestChildStream::openParents()
{
    m_opened = true;
    if (!m_read.per.object.isEmpty()) {
        ReadRequest request;
        request.object = m_read.per.object;
        request.paths = parentFields();
        if (isByChange()) request.since = m_request.since;
        m_parents = openRead(m_session, m_schemas, std::move(request));
        return;
    }
    m_noMoreParents = true;
    const QString setting = m_session->variables().value(m_read.per.setting);
    for (const QString& word : setting.split(u',', Qt::SkipEmptyParts)) {
        ReadScope scope;
        scope.variables.insert(u"each"_s, word.trimmed());
        for (const auto& [own, theirs] : m_read.per.take)
            scope.told.append({own, model::Value(word.trimmed())});
        if (!word.trimmed().isEmpty()) m_waiting.push_back(std::move(scope));
    }
}

Task<Result<void>> RestChildStream::fetchParents(StopToken stop)
{
    Result<std::optional<Page>> page = co_await m_parents->next(stop);
    if (!page) co_return fail(page.error());
    m_safe = m_pending; // the children of all earlier parents are through
    if (!*page) {
        m_noMoreParents = true;
        co_return Result<void>();
    }
    if (isByChange()) m_pending = (*page)->cursor;
    const QStringList fields = parentFields();
    for (const model::Record& parent : std::as_const((*page)->records)) {
        ReadScope scope;
        for (const QString& field : fields)
            scope.variables.insert(u"parent."_s + field, parent.path(field).toPlainText());
        for (const auto& [own, theirs] : m_read.per.take)
            scope.told.append({own, parent.path(theirs)});
        m_waiting.push_back(std::move(scope));
    }
    co_return Result<void>();
}

void RestChildStream::openChild()
{
    ReadRequest request = m_request;
    if (isByChange()) request.since.clear();
    m_child = std::make_unique<RestPageStream>(m_session, m_schemas, std::move(request),
                                               std::move(m_waiting.front()));
    m_waiting.pop_front();
}

/// A last page without records when the cursor can move further than the pages before it said.
std::optional<Page> RestChildStream::lastWord()
{
    m_ended = true;
    const Cursor reached = isByChange() ? m_safe : m_pending;
    if (reached == m_told) return std::nullopt;
    Page page;
    page.cursor = reached;
    return page;
}

Task<Result<std::optional<Page>>> RestChildStream::next(StopToken stop)
{
    if (!m_opened) openParents();
    while (!m_ended) {
        if (m_child) {
            Result<std::optional<Page>> page = co_await m_child->next(stop);
            if (!page) co_return fail(page.error());
            if (*page) {
                if (!isByChange() && (*page)->cursor > m_pending) m_pending = (*page)->cursor;
                (*page)->cursor = m_safe;
                (*page)->total.reset();
                m_told = m_safe;
                co_return page;
            }
            m_child.reset();
        } else if (!m_waiting.empty()) {
            openChild();
        } else if (!m_noMoreParents) {
            Result<void> fetched = co_await fetchParents(stop);
            if (!fetched) co_return fail(fetched.error());
        } else {
            co_return lastWord();
        }
    }
    co_return std::optional<Page>();
}

} // namespace tieout::connectors
