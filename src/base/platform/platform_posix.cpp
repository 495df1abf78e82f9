#include <QtGlobal>

#ifndef Q_OS_WIN

#include "base/platform/platform.h"

#include <QFile>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pwd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tieout::platform {

namespace {

/// A signal handler may do next to nothing: it writes a byte, the event loop reads it.
int endPipe[2] = {-1, -1};

void noteEndSignal(int)
{
    const int before = errno;
    const char byte = 1;
    const auto written = write(endPipe[1], &byte, 1);
    (void)written; // a full pipe has told it already
    errno = before;
}

} // namespace

QString userName()
{
    if (const QString name = qEnvironmentVariable("USER"); !name.isEmpty()) return name;
    // A timer or a service starts programs without it.
    std::array<char, 16'384> texts{};
    passwd entry{};
    passwd* found = nullptr;
    getpwuid_r(geteuid(), &entry, texts.data(), texts.size(), &found);
    return found ? QString::fromLocal8Bit(entry.pw_name) : QString();
}

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

void giveMemoryBack()
{
#ifdef __GLIBC__
    // Set by hand, the threshold stays; else it grows with the first large block that is freed, and the later
    // ones tear holes into the heap.
    mallopt(M_MMAP_THRESHOLD, 512 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
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

void onEndRequested(QObject* context, std::function<void()> callback)
{
    if (endPipe[0] >= 0 || pipe(endPipe) != 0) return;
    for (const int end : endPipe) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    auto* notifier = new QSocketNotifier(endPipe[0], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context,
                     [notifier, callback = std::move(callback)] {
                         notifier->setEnabled(false);
                         callback();
                     });
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        struct sigaction known {
        };
        sigaction(signal, nullptr, &known);
        if (known.sa_handler == SIG_IGN) continue; // started with nohup
        struct sigaction wanted {
        };
        wanted.sa_handler = noteEndSignal;
        wanted.sa_flags = SA_RESTART | int(SA_RESETHAND);
        sigemptyset(&wanted.sa_mask);
        sigaction(signal, &wanted, nullptr);
    }
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

void useNetworkSizedSegments(qintptr listeningSocket)
{
#ifdef Q_OS_LINUX
    const int bytes = 1448; // an Ethernet segment
    setsockopt(int(listeningSocket), IPPROTO_TCP, TCP_MAXSEG, &bytes, sizeof bytes);
#else
    Q_UNUSED(listeningSocket)              // other systems have no such segments on loopback
#endif
}

} // namespace tieout::platform

#endif
