#include "sandbox/salesforce/deals/dealfile.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tieout::sandbox::salesforce {

namespace {

constexpr qint64 kMaxLine = 8 * 1024 * 1024;
constexpr qsizetype kMaxFaults = 20;

Result<void> takeLine(const QByteArray& line, DealIntake& intake, DealIntake::Stamps stamps)
{
    const auto deal = Json::parse(line);
    if (!deal) return tl::unexpected(deal.error());
    return intake.add(*deal, stamps);
}

void readLines(QIODevice& device, const QString& name, DealIntake& intake, DealIntake::Stamps stamps,
               DealFileReport& report)
{
    for (qint64 number = 1; !device.atEnd() && report.faults.size() < kMaxFaults; ++number) {
        QByteArray line = device.readLine(kMaxLine);
        const QString place = name + u':' + QString::number(number) + u": "_s;
        if (line.size() >= kMaxLine - 1) {
            report.faults.append(place + u"the line is longer than 8 MB"_s);
            return;
        }
        if (number == 1 && line.startsWith("\xEF\xBB\xBF")) line.remove(0, 3);
        line = line.trimmed();
        if (line.isEmpty()) continue;
        if (const auto taken = takeLine(line, intake, stamps); taken)
            ++report.deals;
        else
            report.faults.append(place + taken.error().text);
    }
}

} // namespace

DealFileReport loadDealFile(const QString& path, DealIntake& intake)
{
    DealFileReport report;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        report.faults.append(path + u": "_s + file.errorString());
        return report;
    }
    report.readable = true;
    readLines(file, QFileInfo(path).fileName(), intake, DealIntake::Stamps::Given, report);
    return report;
}

DealFileReport loadDeals(const QByteArray& body, DealIntake& intake, DealIntake::Stamps stamps)
{
    DealFileReport report;
    report.readable = true;
    if (body.trimmed().startsWith('[')) {
        const auto list = Json::parse(body);
        if (!list) {
            report.faults.append(list.error().text);
            return report;
        }
        for (qsizetype i = 0; i < list->size(); ++i) {
            if (const auto taken = intake.add(list->at(i), stamps); taken)
                ++report.deals;
            else
                report.faults.append(u"deal "_s + QString::number(i + 1) + u": "_s + taken.error().text);
        }
        return report;
    }
    QByteArray bytes = body;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    readLines(buffer, u"body"_s, intake, stamps, report);
    return report;
}

} // namespace tieout::sandbox::salesforce
