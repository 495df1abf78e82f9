#include <QtGlobal>

#ifndef Q_OS_WIN

#include "base/platform/platform.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace tieout::platform
{

qint64 peakMemory()
{
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) != 0) return 0;
#ifdef Q_OS_DARWIN
    return usage.ru_maxrss; // bytes
#else
    return qint64(usage.ru_maxrss) * 1024; // kibibytes
#endif
}

std::chrono::milliseconds processorTime()
{
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) != 0) return {};
    const auto time = [](const timeval& value) {
        return std::chrono::seconds(value.tv_sec) + std::chrono::microseconds(value.tv_usec);
    };
    return std::chrono::duration_cast<std::chrono::milliseconds>(time(usage.ru_utime) + time(usage.ru_stime));
}

bool isProcessAlive(qint64 pid)
{
    if (pid <= 0 || pid != qint64(pid_t(pid))) return false;
    return kill(pid_t(pid), 0) == 0 || errno == EPERM;
}

Result<void> makePrivate(const QString& path)
{
    struct stat status {
    };
    const QByteArray name = QFile::encodeName(path);
    if (stat(name.constData(), &status) == 0) {
        const mode_t mode = S_ISDIR(status.st_mode) ? 0700 : 0600;
        if (chmod(name.constData(), mode) == 0) return {};
    }
    return fail(ErrorKind::LocalFault, u"file.permissions"_s,
                u"%1: %2"_s.arg(path, QString::fromLocal8Bit(std::strerror(errno))), {path});
}

} // namespace tieout::platform

#endif
