#include "connectors/files/filepagestream.h"

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 1'000;

RowRecords::Plan planOf(const ReadRequest& request, const FileSettings& settings)
{
    return {std::make_shared<model::Shape>(request.paths), request.optional, settings.keyColumns};
}

/// Under which names the wanted rows of a file may be known; empty: none of them is in it.
QStringList idNames(const ShelfFile& file, const QSet<QString>& wanted)
{
    QStringList names;
    for (const QString& id : wanted) {
        const QString name = id.left(id.lastIndexOf(u'#'));
        if (name.isEmpty() || names.contains(name)) continue;
        const qsizetype mark = name.lastIndexOf(u'~');
        const bool distinct = mark > 0 && name.size() - mark == 9;
        if (name == file.name) {
            names += name;
        } else if (distinct) {
            const Result<QString> hash = FileShelf::contentHash(file.path);
            if (hash && name.mid(mark + 1) == hash->left(8)) names += name;
        }
    }
    return names;
}

} // namespace

FilePageStream::FilePageStream(std::shared_ptr<FileSession> session, ReadRequest request)
    : m_session(std::move(session))
    , m_request(std::move(request))
    , m_plan(planOf(m_request, m_session->settings()))
{
}

Task<Result<void>> FilePageStream::begin(StopToken stop)
{
    m_begun = true;
    Result<FileCursor> cursor = FileCursor::from(m_request.since);
    if (!cursor) co_return fail(cursor.error());
    m_cursor = std::move(*cursor);
    Result<QList<ShelfFile>> files = co_await m_session->settledFiles(stop);
    if (!files) co_return fail(files.error());
    m_files = std::move(*files);
    co_return Result<void>();
}

/// False: it was read before.
Result<bool> FilePageStream::open(const ShelfFile& file)
{
    Result<FileSession::Start> start = m_session->startOf(file, m_cursor);
    if (!start) return tl::unexpected(start.error());
    m_start = std::move(*start);
    if (m_start.known) return false;
    Result<SniffedFile> sniffed = m_session->sniff(file);
    if (!sniffed) return tl::unexpected(sniffed.error());
    Result<RowRecords> records = RowRecords::of(m_plan, sniffed->layout, file.name, m_start.idName);
    if (!records) return tl::unexpected(records.error());
    Result<std::unique_ptr<TableReader>> table = openTable(file.path, sniffed->layout);
    if (!table) return tl::unexpected(table.error());
    m_file = {file, m_start.idName, std::move(sniffed->layout), false};
    m_records.emplace(std::move(*records));
    m_table = std::move(*table);
    return true;
}

Result<bool> FilePageStream::openNext()
{
    while (m_nextFile < m_files.size()) {
        const Result<bool> opened = open(m_files[m_nextFile++]);
        if (opened && *opened) return true;
        if (!opened && !m_problem) m_problem = opened.error();
    }
    if (m_problem) return fail(*m_problem);
    return false;
}

void FilePageStream::finishFile()
{
    const auto now = FileShelf::look(m_file.file.path);
    m_file.complete = now && *now == m_file.file;
    m_session->noteRead(m_file);
    m_table.reset();
    m_records.reset();
}

Result<Page> FilePageStream::readPage()
{
    Page page;
    const int most = m_request.pageSize > 0 ? m_request.pageSize : kPage;
    page.records.reserve(most);
    bool ended = false;
    while (page.records.size() < most && !ended) {
        const Result<bool> more = m_table->next();
        if (!more) {
            // What came before is good; the file stays where it is and is told at the end.
            if (!m_problem) m_problem = more.error();
            m_table.reset();
            break;
        }
        ended = !*more;
        if (ended || m_table->line() <= m_file.layout.skipUntil || m_table->line() <= m_start.from) continue;
        RowRecords::Made made = m_records->make(*m_table);
        if (made.fault) page.faults.insert(page.records.size(), *made.fault);
        page.records += std::move(made.record);
        m_start.from = m_table->line();
    }
    FileCursor::Entry entry{m_file.idName, m_file.file.size, m_file.file.changedMs, m_start.hash, -1};
    if (!ended) entry.line = m_start.from;
    if (ended) finishFile();
    m_cursor.set(entry);
    page.cursor = m_cursor.toText();
    return page;
}

Task<Result<std::optional<Page>>> FilePageStream::next(StopToken stop)
{
    if (!m_begun) {
        const Result<void> begun = co_await begin(stop);
        if (!begun) co_return fail(begun.error());
    }
    if (stop.stopNow()) co_return fail(ErrorKind::Cancelled, u"stop.now"_s, u"stopped"_s);
    if (!m_table) {
        const Result<bool> opened = openNext();
        if (!opened) co_return fail(opened.error());
        if (!*opened) co_return std::optional<Page>();
    }
    Result<Page> page = readPage();
    if (!page) co_return fail(page.error());
    co_return std::optional<Page>(std::move(*page));
}

FileLookupStream::FileLookupStream(std::shared_ptr<FileSession> session, ReadRequest request)
    : m_session(std::move(session))
    , m_request(std::move(request))
    , m_plan(planOf(m_request, m_session->settings()))
{
}

Result<void> FileLookupStream::search(const ShelfFile& file, QSet<QString>& wanted, Page& page)
{
    const bool byKey = !m_plan.keyColumns.isEmpty();
    const QStringList names = byKey ? QStringList{file.name} : idNames(file, wanted);
    for (const QString& name : names) {
        const Result<SniffedFile> sniffed = m_session->sniff(file);
        if (!sniffed) return tl::unexpected(sniffed.error());
        Result<RowRecords> records = RowRecords::of(m_plan, sniffed->layout, file.name, name);
        if (!records) return tl::unexpected(records.error());
        Result<std::unique_ptr<TableReader>> table = openTable(file.path, sniffed->layout);
        if (!table) return tl::unexpected(table.error());
        while (!wanted.isEmpty()) {
            const Result<bool> more = (*table)->next();
            if (!more) return tl::unexpected(more.error());
            if (!*more) break;
            if ((*table)->line() <= sniffed->layout.skipUntil) continue;
            if (!wanted.remove(records->idOf(**table))) continue;
            RowRecords::Made made = records->make(**table);
            if (made.fault) page.faults.insert(page.records.size(), *made.fault);
            page.records += std::move(made.record);
        }
    }
    return {};
}

Task<Result<std::optional<Page>>> FileLookupStream::next(StopToken stop)
{
    if (m_ended || stop.stopNow()) co_return std::optional<Page>();
    m_ended = true;
    QSet<QString> wanted(m_request.ids.cbegin(), m_request.ids.cend());
    Page page;
    const Result<QList<ShelfFile>> waiting = m_session->shelf().waiting();
    if (!waiting) co_return fail(waiting.error());
    const QList<ShelfFile> done = m_session->shelf().done();
    // The newest file that has a row is the one that counts.
    for (qsizetype i = waiting->size() - 1; i >= 0 && !wanted.isEmpty(); --i) {
        const Result<void> searched = search(waiting->at(i), wanted, page);
        if (!searched) co_return fail(searched.error());
    }
    for (qsizetype i = done.size() - 1; i >= 0 && !wanted.isEmpty(); --i) {
        // An old file that can no longer be read must not stop a retry.
        const Result<void> searched = search(done.at(i), wanted, page);
        if (!searched) continue;
    }
    co_return std::optional<Page>(std::move(page));
}

} // namespace tieout::connectors
