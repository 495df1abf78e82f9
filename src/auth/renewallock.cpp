#include "auth/renewallock.h"

#include <QFileInfo>
#include <QLockFile>

namespace tieout::auth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kLookAgain = 100ms;
/// A little longer than a request may take: who holds it that long is stuck.
constexpr auto kPatience = 125s;

Task<Result<std::shared_ptr<void>>> takeFile(QString path, Clock* clock)
{
    const auto file = std::make_shared<QLockFile>(path);
    file->setStaleLockTime(0); // only a dead program gives it up: a slow answer is no reason
    const auto start = clock->steady();
    while (!file->tryLock()) {
        if (file->error() != QLockFile::LockFailedError)
            co_return fail(ErrorKind::LocalFault, u"file.write"_s, u"the lock of a renewal cannot be made"_s,
                           {QFileInfo(path).fileName(), u"no permission"_s});
        if (clock->steady() - start > kPatience)
            co_return fail(ErrorKind::Retry, u"oauth.renewing"_s, u"another program holds the renewal"_s);
        const Result<void> slept = co_await sleepFor(*clock, kLookAgain, StopToken());
        if (!slept) co_return fail(slept.error());
    }
    const std::shared_ptr<void> held = file;
    co_return held;
}

} // namespace

RenewalLock fileRenewalLock(QString path, Clock& clock)
{
    return [path = std::move(path), time = &clock] { return takeFile(path, time); };
}

} // namespace tieout::auth
