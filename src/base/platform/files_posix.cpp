#include <QtGlobal>

#ifndef Q_OS_WIN

#include "base/platform/files.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tieout::platform {

namespace {

tl::unexpected<Error> fault(const QString& path, int code)
{
    const QString name = QFileInfo(path).fileName();
    const QString reason = QString::fromLocal8Bit(std::strerror(code));
    if (code == ENOSPC || code == EDQUOT)
        return fail(ErrorKind::LocalFault, u"file.disk-full"_s, path + u": "_s + reason, {name});
    return fail(ErrorKind::LocalFault, u"file.write"_s, path + u": "_s + reason, {name, reason});
}

/// A new name is on the disk when its folder is.
void syncFolderOf(const QString& path)
{
    const int folder =
        open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder < 0) return;
    fsync(folder); // some network folders cannot; the file itself is safe
    close(folder);
}

} // namespace

Result<void> syncFile(QFileDevice& file)
{
    if (!file.flush()) return fault(file.fileName(), errno);
    int synced = 0;
    do {
        synced = fsync(file.handle());
    } while (synced != 0 && errno == EINTR);
    return synced == 0 ? Result<void>() : Result<void>(fault(file.fileName(), errno));
}

Result<void> replaceFile(const QString& from, const QString& to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return fault(to, errno);
    syncFolderOf(to);
    return {};
}

Result<void> moveFile(const QString& from, const QString& to)
{
    const QByteArray target = QFile::encodeName(to);
    // A link fails when the name is taken, which a rename does not; disks without links check first.
    if (link(QFile::encodeName(from).constData(), target.constData()) == 0) {
        if (unlink(QFile::encodeName(from).constData()) != 0) {
            const int code = errno;
            unlink(target.constData());
            return fault(from, code);
        }
    } else {
        const int code = errno;
        const bool hasNoLinks = code == EPERM || code == ENOTSUP || code == ENOSYS || code == EMLINK;
        if (!hasNoLinks || access(target.constData(), F_OK) == 0) return fault(to, code);
        return replaceFile(from, to);
    }
    syncFolderOf(to);
    return {};
}

} // namespace tieout::platform

#endif
