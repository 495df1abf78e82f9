#include <QtGlobal>

#ifdef Q_OS_WIN

#include "base/platform/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <windows.h>

#include <io.h>

using namespace Qt::StringLiterals;

namespace tieout::platform {

namespace {

tl::unexpected<Error> fault(const QString& path, DWORD code)
{
    const QString name = QFileInfo(path).fileName();
    const QString text = u"%1: Windows error %2"_s.arg(path).arg(code);
    if (code == ERROR_DISK_FULL || code == ERROR_HANDLE_DISK_FULL)
        return fail(ErrorKind::LocalFault, u"file.disk-full"_s, text, {name});
    return fail(ErrorKind::LocalFault, u"file.write"_s, text, {name, u"Windows %1"_s.arg(code)});
}

Result<void> move(const QString& from, const QString& to, DWORD flags)
{
    const std::wstring source = QDir::toNativeSeparators(from).toStdWString();
    const std::wstring target = QDir::toNativeSeparators(to).toStdWString();
    if (MoveFileExW(source.c_str(), target.c_str(), flags | MOVEFILE_WRITE_THROUGH)) return {};
    return fault(to, GetLastError());
}

} // namespace

Result<void> syncFile(QFileDevice& file)
{
    if (!file.flush()) return fault(file.fileName(), GetLastError());
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()));
    if (handle == INVALID_HANDLE_VALUE || !FlushFileBuffers(handle))
        return fault(file.fileName(), GetLastError());
    return {};
}

Result<void> replaceFile(const QString& from, const QString& to)
{
    return move(from, to, MOVEFILE_REPLACE_EXISTING);
}

Result<void> moveFile(const QString& from, const QString& to)
{
    return move(from, to, 0);
}

} // namespace tieout::platform

#endif
