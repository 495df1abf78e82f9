#include "base/platform/process.h"

#include "base/platform/processparts.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tieout::platform {

// "number.began.space"

QString thisProcess()
{
    const qint64 number = QCoreApplication::applicationPid();
    const auto facts = processFacts(number);
    const quint64 began = facts ? facts->began : 0;
    return u"%1.%2.%3"_s.arg(number).arg(began).arg(numberSpace());
}

ProcessLife lifeOf(const QString& process)
{
    bool isNumber = false;
    bool isTime = false;
    const qint64 number = process.section(u'.', 0, 0).toLongLong(&isNumber);
    const quint64 began = process.section(u'.', 1, 1).toULongLong(&isTime);
    const QString space = process.section(u'.', 2);
    if (!isNumber || !isTime || space.isEmpty() || space != numberSpace()) return ProcessLife::Unknown;
    const auto facts = processFacts(number);
    if (!facts || facts->ended) return ProcessLife::Ended;
    // The number was given to another process meanwhile.
    const bool isAnother = began != 0 && facts->began != 0 && began != facts->began;
    return isAnother ? ProcessLife::Ended : ProcessLife::Alive;
}

} // namespace tieout::platform
