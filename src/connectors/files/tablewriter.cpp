#include "connectors/files/tablewriter.h"

#include "connectors/files/csv/csvwriter.h"
#include "connectors/files/xlsx/xlsxwriter.h"

#include <QFileInfo>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

WriteStyle WriteStyle::of(const FileSettings& settings, const QString& path)
{
    WriteStyle style;
    style.spreadsheet = QFileInfo(path).suffix().toLower() == u"xlsx"_s;
    style.decimals = settings.decimals;
    style.dates = settings.dates;
    style.byteOrderMark = settings.byteOrderMark;
    const bool isTabbed = QFileInfo(path).suffix().toLower() == u"tsv"_s;
    style.delimiter = settings.delimiter                        ? settings.delimiter
                      : isTabbed                                ? '\t'
                      : settings.decimals == DecimalMark::Comma ? ';'
                                                                : ',';
    return style;
}

QString partOf(const QString& path)
{
    const QFileInfo info(path);
    return info.absolutePath() + u"/."_s + info.fileName() + u".tieout-part"_s;
}

Result<std::unique_ptr<TableWriter>> createTable(const QString& path, const WriteStyle& style)
{
    if (style.spreadsheet) {
        auto table = std::make_unique<XlsxTable>(path);
        if (const Result<void> opened = table->open(); !opened) return tl::unexpected(opened.error());
        return std::unique_ptr<TableWriter>(std::move(table));
    }
    auto table = std::make_unique<CsvTable>(path, style);
    if (const Result<void> opened = table->open(); !opened) return tl::unexpected(opened.error());
    return std::unique_ptr<TableWriter>(std::move(table));
}

} // namespace tieout::connectors
