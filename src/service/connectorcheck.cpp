#include "service/connectorcheck.h"

#include "connectors/check/checkreport.h"

#include <QFile>
#include <QFileInfo>

namespace tieout::service {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargest = 4 * 1024 * 1024;

ConnectorRemark::Level levelOf(connectors::Finding::Level level)
{
    using From = connectors::Finding::Level;
    using To = ConnectorRemark::Level;
    if (level == From::Fault) return To::Fault;
    return level == From::Missing ? To::Missing : To::Advice;
}

} // namespace

Result<ConnectorReport> checkConnector(const QString& file)
{
    const QFileInfo info(file);
    QFile source(file);
    // A pipe or a device would keep the program waiting for ever.
    if (!info.isFile() || !source.open(QIODevice::ReadOnly))
        return fail(ErrorKind::LocalFault, u"file.read"_s, source.errorString(), {file});
    const auto checked = connectors::checkedManifest(source.read(kLargest + 1), info.fileName());
    ConnectorReport report;
    report.system = checked.system;
    report.title = checked.title;
    report.objects = checked.objects;
    report.rules = checked.rules;
    report.fixtures = checked.fixtures;
    for (const connectors::Finding& finding : checked.findings)
        report.remarks.append(
            {levelOf(finding.level), finding.path, finding.place.line, finding.place.column, finding.text});
    return report;
}

} // namespace tieout::service
