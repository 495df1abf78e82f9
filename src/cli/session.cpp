#include "cli/session.h"

#include "cli/output.h"

#include <QCoreApplication>

namespace tieout::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDefaultLimit = 50;
constexpr int kMostListed = 10'000;

} // namespace

int Session::limit() const
{
    if (!invocation.options.contains(u"limit"_s)) return kDefaultLimit;
    const qint64 asked = invocation.options.value(u"limit"_s).toLongLong();
    return int(std::clamp<qint64>(asked, 1, kMostListed));
}

QString say(const char* text)
{
    return QCoreApplication::translate("tieoutctl", text);
}

int refuse(const Error& error, const Session& session)
{
    printError(error, session.invocation.json);
    return kFault;
}

int refuseWords(const QString& what)
{
    return refuseUsage(errorOf(ErrorKind::BadConfig, u"cli.usage"_s, what));
}

} // namespace tieout::cli
