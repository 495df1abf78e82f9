#include "base/platform/platform.h"
#include "cli/commandline.h"
#include "cli/commands.h"

#include <QCoreApplication>
#include <QTimer>

using namespace tieout;

namespace {

Task<void> drive(cli::Invocation invocation)
{
    const int code = co_await cli::execute(invocation);
    QCoreApplication::exit(code);
}

} // namespace

int main(int argc, char* argv[])
{
    platform::giveMemoryBack();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tieoutctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TIEOUT_VERSION));

    const auto invocation = cli::parseCommandLine(QCoreApplication::arguments().mid(1));
    if (!invocation) return cli::refuseUsage(invocation.error());

    std::optional<Task<void>> task;
    // Started by the event loop, so that exit() finds it running.
    QTimer::singleShot(0, &application, [&] { task.emplace(drive(*invocation)); });
    return QCoreApplication::exec();
}
