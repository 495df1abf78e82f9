#include <QtGlobal>

#ifdef Q_OS_WIN

#include "base/platform/platform.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>

#include <atomic>
#include <memory>

#include <windows.h>

#include <aclapi.h>
#include <psapi.h>

using namespace Qt::StringLiterals;

namespace tieout::platform {

namespace {

struct CloseHandleLater {
    void operator()(HANDLE handle) const { CloseHandle(handle); }
};
using Handle = std::unique_ptr<void, CloseHandleLater>;

struct FreeLocalLater {
    void operator()(void* memory) const { LocalFree(memory); }
};

tl::unexpected<Error> permissionFault(const QString& path, DWORD code)
{
    return fail(ErrorKind::LocalFault, u"file.permissions"_s, u"%1: Windows error %2"_s.arg(path).arg(code),
                {path});
}

/// Who is told that the process shall end. Set once, before the handler is.
struct EndListener {
    QPointer<QObject> context;
    std::function<void()> callback;
    std::atomic<bool> told{false};
};

EndListener& endListener()
{
    static EndListener listener;
    return listener;
}

BOOL WINAPI noteEndEvent(DWORD event)
{
    auto& listener = endListener();
    if (listener.told.exchange(true)) return FALSE;
    if (listener.context)
        QMetaObject::invokeMethod(listener.context, listener.callback, Qt::QueuedConnection);
    // A closing console ends the process as soon as this returns.
    constexpr DWORD kLongest = 10'000;
    if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT) Sleep(kLongest);
    return TRUE;
}

/// The access token's user; the bytes hold a TOKEN_USER.
QByteArray currentUser()
{
    HANDLE opened = nullptr;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &opened)) return {};
    const Handle token(opened);
    DWORD size = 0;
    GetTokenInformation(token.get(), TokenUser, nullptr, 0, &size);
    QByteArray user(qsizetype(size), '\0');
    if (!GetTokenInformation(token.get(), TokenUser, user.data(), size, &size)) return {};
    return user;
}

} // namespace

QString userName()
{
    return qEnvironmentVariable("USERNAME");
}

qint64 peakMemory()
{
    PROCESS_MEMORY_COUNTERS counters{};
    if (!K32GetProcessMemoryInfo(GetCurrentProcess(), &counters, sizeof counters)) return 0;
    return qint64(counters.PeakWorkingSetSize);
}

void giveMemoryBack()
{
} // the system's heap does so by itself

std::chrono::milliseconds processorTime()
{
    FILETIME created{};
    FILETIME ended{};
    FILETIME kernel{};
    FILETIME user{};
    if (!GetProcessTimes(GetCurrentProcess(), &created, &ended, &kernel, &user)) return {};
    const auto ticks = [](const FILETIME& time) {
        return (qint64(time.dwHighDateTime) << 32) + qint64(time.dwLowDateTime);
    };
    return std::chrono::milliseconds((ticks(kernel) + ticks(user)) / 10'000); // ticks of 100 ns
}

void onEndRequested(QObject* context, std::function<void()> callback)
{
    auto& listener = endListener();
    if (listener.callback) return;
    listener.context = context;
    listener.callback = std::move(callback);
    SetConsoleCtrlHandler(noteEndEvent, TRUE);
}

Result<void> makePrivate(const QString& path)
{
    QByteArray user = currentUser();
    if (user.isEmpty()) return permissionFault(path, GetLastError());
    EXPLICIT_ACCESSW access{};
    access.grfAccessPermissions = GENERIC_ALL;
    access.grfAccessMode = SET_ACCESS;
    access.grfInheritance = QFileInfo(path).isDir() ? SUB_CONTAINERS_AND_OBJECTS_INHERIT : NO_INHERITANCE;
    access.Trustee.TrusteeForm = TRUSTEE_IS_SID;
    access.Trustee.TrusteeType = TRUSTEE_IS_USER;
    access.Trustee.ptstrName = static_cast<LPWSTR>(reinterpret_cast<TOKEN_USER*>(user.data())->User.Sid);
    PACL list = nullptr;
    DWORD code = SetEntriesInAclW(1, &access, nullptr, &list);
    if (code != ERROR_SUCCESS) return permissionFault(path, code);
    const std::unique_ptr<void, FreeLocalLater> owner(list);
    std::wstring name = QDir::toNativeSeparators(path).toStdWString();
    code = SetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT,
                                 DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, nullptr,
                                 nullptr, list, nullptr);
    if (code != ERROR_SUCCESS) return permissionFault(path, code);
    return {};
}

void useNetworkSizedSegments(qintptr listeningSocket)
{
    Q_UNUSED(listeningSocket) // loopback is no TCP there
}

} // namespace tieout::platform

#endif
