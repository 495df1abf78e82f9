#include "cli/connectorcommands.h"

#include "cli/output.h"
#include "service/connectorcheck.h"

#include <QCoreApplication>

namespace tieout::cli {

using namespace Qt::StringLiterals;
using Level = service::ConnectorRemark::Level;

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("tieoutctl", text);
}

QString levelWord(Level level)
{
    if (level == Level::Fault) return words("wrong");
    return level == Level::Missing ? words("missing") : words("advice");
}

QString levelName(Level level)
{
    if (level == Level::Fault) return u"fault"_s;
    return level == Level::Missing ? u"missing"_s : u"advice"_s;
}

int codeOf(const service::ConnectorReport& report)
{
    int code = kAllGood;
    for (const auto& remark : report.remarks) {
        if (remark.level == Level::Fault) return kFault;
        if (remark.level == Level::Missing) code = kRecordsNeedAttention;
    }
    return code;
}

Json reportJson(const service::ConnectorReport& report)
{
    Json remarks = Json::array();
    for (const auto& remark : report.remarks)
        remarks.append(Json::object({{u"level"_s, levelName(remark.level)},
                                     {u"path"_s, remark.path},
                                     {u"line"_s, remark.line},
                                     {u"column"_s, remark.column},
                                     {u"text"_s, remark.text}}));
    return Json::object({{u"system"_s, report.system},
                         {u"title"_s, report.title},
                         {u"objects"_s, report.objects},
                         {u"rules"_s, report.rules},
                         {u"fixtures"_s, report.fixtures},
                         {u"remarks"_s, remarks}});
}

void printReport(const QString& file, const service::ConnectorReport& report, int code)
{
    for (const auto& remark : report.remarks) {
        const QString place =
            remark.line > 0 ? u"%1:%2:%3"_s.arg(file).arg(remark.line).arg(remark.column) : file;
        print(u"%1: %2: %3\n      %4\n"_s.arg(place, levelWord(remark.level), remark.text, remark.path));
    }
    if (!report.system.isEmpty())
        print(words("%1: %2 objects, %3 error rules, %4 fixtures played\n")
                  .arg(report.title)
                  .arg(report.objects)
                  .arg(report.rules)
                  .arg(report.fixtures));
    if (code == kAllGood) print(words("Nothing is missing.\n"));
    if (code == kFault) print(words("It cannot be used like this.\n"));
}

} // namespace

int checkConnector(const Invocation& invocation)
{
    if (invocation.arguments.value(0) != "check"_L1)
        return refuseUsage(
            errorOf(ErrorKind::BadConfig, u"cli.usage"_s, words("Write: tieoutctl connector check FILE")));
    const QString file = invocation.arguments.value(1);
    const Result<service::ConnectorReport> report = service::checkConnector(file);
    if (!report) {
        printError(report.error(), invocation.json);
        return kFault;
    }
    const int code = codeOf(*report);
    invocation.json ? printJson(reportJson(*report)) : printReport(file, *report, code);
    return code;
}

} // namespace tieout::cli
