#include "base/platform/platform.h"

#include <QDir>
#include <QStandardPaths>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace tieout::platform {

QString dataFolder()
{
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return QDir(base).filePath(u"Tieout"_s);
}

QString configFolder()
{
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return QDir(base).filePath(u"Tieout"_s);
}

QString hostName()
{
    const QString name = QSysInfo::machineHostName();
    return name.isEmpty() ? u"localhost"_s : name;
}

} // namespace tieout::platform
