#include "connectors/files/filesniffer.h"

#include "connectors/files/csv/csvreader.h"
#include "connectors/files/tablesample.h"
#include "connectors/files/xlsx/xlsxreader.h"

#include <QFile>
#include <QFileInfo>

namespace tieout::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kSheetRows = 2'000;

Result<std::unique_ptr<QFile>> opened(const QString& path)
{
    auto file = std::make_unique<QFile>(path);
    const QString name = QFileInfo(path).fileName();
    if (!file->exists()) return fail(ErrorKind::BadConfig, u"file.not-found"_s, path, {name});
    if (QFileInfo(path).isDir() || !file->open(QIODevice::ReadOnly))
        return fail(ErrorKind::LocalFault, u"file.unreadable"_s, file->errorString(),
                    {name, file->errorString()});
    return file;
}

/// By content: a spreadsheet is a zip, the old one and an encrypted one an OLE container.
bool isSpreadsheet(QIODevice& device)
{
    const QByteArray head = device.peek(4);
    return head == QByteArrayLiteral("PK\x03\x04") || head == QByteArrayLiteral("\xD0\xCF\x11\xE0");
}

Result<TableSample> sampleSheet(std::unique_ptr<QIODevice> device, const FileSettings& settings,
                                SniffedFile& into)
{
    Result<std::unique_ptr<XlsxReader>> reader =
        XlsxReader::open(std::move(device), into.sniff.file, settings.sheet, {});
    if (!reader) return tl::unexpected(reader.error());
    into.layout.spreadsheet = into.sniff.spreadsheet = true;
    into.layout.sheet = into.sniff.sheet = (*reader)->sheet().name;
    for (const XlsxBook::Sheet& sheet : (*reader)->book().sheets())
        into.sniff.sheets += {sheet.name, sheet.hidden};
    TableSample sample;
    while (sample.rows.size() < kSheetRows) {
        const Result<bool> more = (*reader)->next();
        if (!more) {
            if (sample.rows.isEmpty()) return tl::unexpected(more.error());
            sample.fault = more.error();
            return sample;
        }
        if (!*more) break;
        SampleRow row;
        row.line = (*reader)->line();
        for (int c = 0; c < (*reader)->width(); ++c) {
            row.texts += (*reader)->text(c);
            row.own += (*reader)->ownType(c);
        }
        sample.rows += row;
    }
    if (sample.rows.isEmpty())
        return fail(ErrorKind::BadConfig, u"file.empty"_s, u"no rows"_s, {into.sniff.file});
    return sample;
}

} // namespace

int FileLayout::column(const QString& nameOrLabel) const
{
    for (int c = 0; c < columns.size(); ++c) {
        if (columns[c].name == nameOrLabel) return c;
    }
    for (int c = 0; c < columns.size(); ++c) {
        if (columns[c].label.compare(nameOrLabel.trimmed(), Qt::CaseInsensitive) == 0) return c;
    }
    return -1;
}

Result<SniffedFile> sniffFile(const QString& path, const FileSettings& settings)
{
    Result<std::unique_ptr<QFile>> file = opened(path);
    if (!file) return tl::unexpected(file.error());
    SniffedFile into;
    into.sniff.file = QFileInfo(path).fileName();
    into.sniff.bytes = (*file)->size();
    const Result<TableSample> sample = isSpreadsheet(**file) ? sampleSheet(std::move(*file), settings, into)
                                                             : sampleText(**file, settings, into);
    if (!sample) return tl::unexpected(sample.error());
    sniffColumns(*sample, settings, into);
    return into;
}

Result<std::unique_ptr<TableReader>> openTable(const QString& path, const FileLayout& layout)
{
    Result<std::unique_ptr<QFile>> file = opened(path);
    if (!file) return tl::unexpected(file.error());
    const QString name = QFileInfo(path).fileName();
    if (!layout.spreadsheet)
        return std::make_unique<CsvReader>(std::move(*file), name, layout.encoding, layout.dialect,
                                           layout.style);
    Result<std::unique_ptr<XlsxReader>> sheet =
        XlsxReader::open(std::move(*file), name, layout.sheet, layout.style);
    if (!sheet) return tl::unexpected(sheet.error());
    return std::unique_ptr<TableReader>(std::move(*sheet));
}

} // namespace tieout::connectors
