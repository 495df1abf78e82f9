#include "connectors/files/fileshelf.h"

#include "base/ids.h"
#include "base/platform/files.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostFiles = 10'000;

ShelfFile shelved(const QFileInfo& info)
{
    return {info.absoluteFilePath(), info.fileName(), info.size(), info.lastModified().toMSecsSinceEpoch()};
}

bool isOurs(const QString& name)
{
    return name.contains(u".result."_s) || name.startsWith(u'.') || name.startsWith(u"~$"_s) ||
           name.endsWith(u".tieout-part"_s);
}

} // namespace

Error writeFault(const QString& path, Disk disk, const QString& reason)
{
    const bool noSpace = disk == Disk::Full;
    const QFileInfo info(path);
    const QFileInfo folder(info.absolutePath());
    const bool readOnly = !folder.isDir() || !folder.isWritable();
    const QString code = noSpace ? u"file.disk-full"_s : readOnly ? u"file.read-only"_s : u"file.write"_s;
    return errorOf(ErrorKind::LocalFault, code, path + u": "_s + reason,
                   {info.fileName(), readOnly && !noSpace ? info.absolutePath() : reason});
}

FileShelf::FileShelf(FileSettings settings)
    : m_settings(std::move(settings))
{
}

QString FileShelf::folder() const
{
    return m_settings.isFolder ? m_settings.path : QFileInfo(m_settings.path).absolutePath();
}

QString FileShelf::doneFolder() const
{
    return folder() + u"/done"_s;
}

QString FileShelf::resultPath(const QString& path)
{
    const QFileInfo info(path);
    const bool sheet = info.suffix().toLower() == u"xlsx"_s;
    return info.absolutePath() + u'/' + info.completeBaseName() +
           (sheet ? u".result.xlsx"_s : u".result.csv"_s);
}

QList<ShelfFile> FileShelf::listed(const QString& folder) const
{
    QList<ShelfFile> files;
    const QDir dir(folder);
    const QStringList patterns = m_settings.pattern.split(u' ', Qt::SkipEmptyParts);
    const auto infos = dir.entryInfoList(patterns, QDir::Files | QDir::Readable, QDir::Time | QDir::Reversed);
    for (const QFileInfo& info : infos) {
        if (isOurs(info.fileName()) || info.isSymLink()) continue;
        files += shelved(info);
        if (files.size() == kMostFiles) break; // the others come with the next run
    }
    std::stable_sort(files.begin(), files.end(), [](const ShelfFile& a, const ShelfFile& b) {
        return std::tie(a.changedMs, a.name) < std::tie(b.changedMs, b.name);
    });
    return files;
}

Result<QList<ShelfFile>> FileShelf::waiting() const
{
    const QFileInfo info(m_settings.path);
    if (!m_settings.isFolder) {
        if (!info.exists())
            return fail(ErrorKind::BadConfig, u"file.not-found"_s, m_settings.path, {info.fileName()});
        return QList<ShelfFile>{shelved(info)};
    }
    if (!info.isDir())
        return fail(ErrorKind::BadConfig, u"file.no-folder"_s, m_settings.path, {m_settings.path});
    if (!info.isReadable())
        return fail(ErrorKind::LocalFault, u"file.unreadable"_s, m_settings.path, {info.fileName(), {}});
    return listed(m_settings.path);
}

QList<ShelfFile> FileShelf::done() const
{
    return m_settings.isFolder ? listed(doneFolder()) : QList<ShelfFile>();
}

std::optional<ShelfFile> FileShelf::look(const QString& path)
{
    QFileInfo info(path);
    info.setCaching(false);
    return info.exists() ? std::optional(shelved(info)) : std::nullopt;
}

Result<QString> FileShelf::contentHash(const QString& path, qint64 most)
{
    constexpr qint64 kPiece = 1024 * 1024;
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    const auto unreadable = [&] {
        return fail(ErrorKind::LocalFault, u"file.unreadable"_s, file.errorString(),
                    {name, file.errorString()});
    };
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) return unreadable();
    QByteArray piece(qsizetype(kPiece), Qt::Uninitialized);
    quint64 hash = 14695981039346656037ULL;
    for (qint64 left = most < 0 ? std::numeric_limits<qint64>::max() : most; left > 0;) {
        // Whole pieces, so that the same bytes give the same hash however they come.
        qint64 filled = 0;
        const qint64 wanted = std::min(left, kPiece);
        while (filled < wanted) {
            const qint64 got = file.read(piece.data() + filled, wanted - filled);
            if (got < 0) return unreadable();
            if (got == 0) break;
            filled += got;
        }
        if (filled == 0) break;
        hash = tieout::contentHash(QByteArrayView(piece.constData(), filled), hash);
        left -= filled;
    }
    return u"%1"_s.arg(hash, 16, 16, QLatin1Char('0'));
}

Result<QString> FileShelf::moveToDone(const QString& path) const
{
    const QFileInfo info(path);
    if (!QDir().mkpath(doneFolder())) return fail(writeFault(doneFolder(), Disk::HasSpace, u"no folder"_s));
    for (int copy = 1; copy < 1000; ++copy) {
        const QString name = copy == 1
                                 ? info.fileName()
                                 : u"%1 (%2).%3"_s.arg(info.completeBaseName()).arg(copy).arg(info.suffix());
        const QString to = doneFolder() + u'/' + name;
        if (QFileInfo::exists(to)) continue;
        Result<void> moved = platform::moveFile(path, to);
        if (moved) return to;
        if (QFileInfo::exists(to)) continue; // somebody was faster
        const bool isFull = moved.error().code == u"file.disk-full";
        return fail(writeFault(path, isFull ? Disk::Full : Disk::HasSpace, moved.error().text));
    }
    return fail(writeFault(path, Disk::HasSpace, u"too many of one name"_s));
}

} // namespace tieout::connectors
