#include <QtGlobal>

#ifndef Q_OS_WIN

#include "base/platform/processparts.h"

#include <QSysInfo>

#include <cerrno>
#include <csignal>
#include <sys/types.h>

#ifdef Q_OS_LINUX
#include <QFile>
#include <QList>
#endif
#ifdef Q_OS_DARWIN
#include <sys/proc.h>
#include <sys/sysctl.h>
#endif

using namespace Qt::StringLiterals;

namespace tieout::platform {

namespace {

#ifdef Q_OS_LINUX
/// A killed process whose parent has not asked for it is a zombie: it has a number, and does nothing.
ProcessFacts told(qint64 number)
{
    ProcessFacts facts;
    QFile file(u"/proc/%1/stat"_s.arg(number));
    if (!file.open(QIODevice::ReadOnly)) return facts;
    const QByteArray line = file.readAll();
    // "number (name) state parent …"; the name may hold anything.
    const auto fields = line.mid(line.lastIndexOf(')') + 2).simplified().split(' ');
    constexpr qsizetype kState = 0;
    constexpr qsizetype kThreads = 17;
    constexpr qsizetype kBegan = 19;
    if (fields.size() <= kBegan) return facts;
    const QByteArray& state = fields[kState];
    // A zombie with threads left is still ending.
    const bool isZombie = state == "Z" && fields[kThreads].toInt() <= 1;
    facts.ended = isZombie || state == "X" || state == "x";
    facts.began = fields[kBegan].toULongLong();
    return facts;
}
#elif defined(Q_OS_DARWIN)
ProcessFacts told(qint64 number)
{
    ProcessFacts facts;
    int name[] = {CTL_KERN, KERN_PROC, KERN_PROC_PID, int(number)};
    kinfo_proc found{};
    size_t size = sizeof found;
    if (sysctl(name, 4, &found, &size, nullptr, 0) != 0 || size == 0) return facts;
    facts.ended = found.kp_proc.p_stat == SZOMB;
    const auto began = found.kp_proc.p_starttime;
    facts.began = quint64(began.tv_sec) * 1'000'000 + quint64(began.tv_usec);
    return facts;
}
#else
ProcessFacts told(qint64)
{
    return {};
}
#endif

bool isThere(pid_t number)
{
    return kill(number, 0) == 0 || errno == EPERM; // of another user
}

} // namespace

std::optional<ProcessFacts> processFacts(qint64 number)
{
    if (number <= 0 || number != qint64(pid_t(number))) return std::nullopt;
    if (!isThere(pid_t(number))) return std::nullopt;
    const ProcessFacts facts = told(number);
    // Nothing told: it may have ended since it was found.
    if (facts.began == 0 && !isThere(pid_t(number))) return std::nullopt;
    return facts;
}

QString numberSpace()
{
    const QString start = QString::fromLatin1(QSysInfo::bootUniqueId());
#ifdef Q_OS_LINUX
    // Containers of one machine number their processes apart.
    const QString apart = QFile::symLinkTarget(u"/proc/self/ns/pid"_s).section(u'/', -1);
    return start.isEmpty() || apart.isEmpty() ? QString() : start + u'/' + apart;
#else
    return start;
#endif
}

} // namespace tieout::platform

#endif
