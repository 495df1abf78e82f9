#include <QtGlobal>

#ifdef Q_OS_WIN

#include "base/platform/processparts.h"

#include <QSysInfo>

#include <memory>

#include <windows.h>

namespace tieout::platform {

namespace {

struct CloseProcess {
    void operator()(HANDLE handle) const { CloseHandle(handle); }
};

} // namespace

std::optional<ProcessFacts> processFacts(qint64 number)
{
    if (number <= 0 || number != qint64(DWORD(number))) return std::nullopt;
    const DWORD access = SYNCHRONIZE | PROCESS_QUERY_LIMITED_INFORMATION;
    const std::unique_ptr<void, CloseProcess> process(OpenProcess(access, FALSE, DWORD(number)));
    ProcessFacts facts;
    if (!process) {
        if (GetLastError() != ERROR_ACCESS_DENIED) return std::nullopt;
        return facts; // of another user
    }
    // Somebody may still hold a process that has ended.
    facts.ended = WaitForSingleObject(process.get(), 0) != WAIT_TIMEOUT;
    FILETIME began{};
    FILETIME ended{};
    FILETIME kernel{};
    FILETIME user{};
    if (GetProcessTimes(process.get(), &began, &ended, &kernel, &user))
        facts.began = (quint64(began.dwHighDateTime) << 32) + began.dwLowDateTime;
    return facts;
}

// A number means nothing after a new start; that the process began at another time tells it then.
QString numberSpace()
{
    return QString::fromLatin1(QSysInfo::machineUniqueId());
}

} // namespace tieout::platform

#endif
