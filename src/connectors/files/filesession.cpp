#include "connectors/files/filesession.h"

#include <QFileInfo>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kQuiet{1};
constexpr int kMostWaits = 30;
/// A file that was not touched for so long is not being written.
constexpr qint64 kSurelyQuietMs = 120'000;

} // namespace

FileSession::FileSession(FileSettings settings, Clock& clock)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_shelf(m_settings)
{
}

Task<Result<QList<ShelfFile>>> FileSession::settledFiles(StopToken stop)
{
    QList<ShelfFile> settled;
    QList<ShelfFile> before;
    for (int waits = 0; waits <= kMostWaits; ++waits) {
        const Result<QList<ShelfFile>> now = m_shelf.waiting();
        if (!now) co_return fail(now.error());
        settled.clear();
        for (const ShelfFile& file : *now) {
            const bool old = msSinceEpoch(m_clock.now()) - file.changedMs > kSurelyQuietMs;
            if (old || before.contains(file)) settled += file;
        }
        if (settled.size() == now->size()) co_return settled;
        before = *now;
        if (waits == kMostWaits) break;
        const Result<void> slept = co_await sleepFor(m_clock, kQuiet, stop);
        if (!slept) co_return fail(slept.error());
    }
    if (m_settings.isFolder) co_return settled;
    const QString name = QFileInfo(m_settings.path).fileName();
    co_return fail(ErrorKind::Retry, u"file.still-written"_s, u"it still changes"_s, {name});
}

QString FileSession::distinctName(const QString& name, const QString& hash)
{
    return name + u'~' + hash.left(8);
}

Result<FileSession::Start> FileSession::startOf(const ShelfFile& file, const FileCursor& cursor) const
{
    Start start;
    const FileCursor::Entry* known = cursor.untouched(file);
    if (!known) {
        const Result<QString> hash = FileShelf::contentHash(file.path);
        if (!hash) return tl::unexpected(hash.error());
        start.hash = *hash;
        known = cursor.byHash(*hash);
    }
    if (known) {
        start.idName = known->name;
        start.hash = known->hash;
        start.known = known->line < 0;
        start.from = std::max<qint64>(0, known->line);
        return start;
    }
    start.idName = file.name;
    const FileCursor::Entry* earlier = cursor.byName(file.name);
    if (!m_settings.keyColumns.isEmpty() || !earlier) {
        if (QFileInfo::exists(m_shelf.doneFolder() + u'/' + file.name) && m_settings.isFolder)
            start.idName = distinctName(file.name, start.hash);
        return start;
    }
    if (m_settings.isFolder && QFileInfo::exists(m_shelf.doneFolder() + u'/' + file.name)) {
        start.idName = distinctName(file.name, start.hash); // another delivery under the same name
        return start;
    }
    if (m_settings.isFolder && m_settings.moveDone) return start; // put right in its place, after problems
    // Rows were added at the end: those before are as they were.
    const Result<QString> head = file.size > earlier->size ? FileShelf::contentHash(file.path, earlier->size)
                                                           : Result<QString>(QString());
    if (head && *head == earlier->hash) return start;
    return fail(ErrorKind::BadConfig, u"file.needs-key"_s, u"rows changed place"_s, {file.name});
}

Result<SniffedFile> FileSession::sniff(const ShelfFile& file) const
{
    Result<SniffedFile> found = sniffFile(file.path, m_settings);
    if (!found || found->sniff.questions.isEmpty()) return found;
    return fail(found->sniff.questions.first());
}

void FileSession::noteRead(const ReadFile& file)
{
    m_read.removeIf([&](const ReadFile& other) { return other.file.path == file.file.path; });
    m_read += file;
}

} // namespace tieout::connectors
