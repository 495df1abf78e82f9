// Speed of the file readers on this machine: filebench [MEGABYTES] [ROWS]. Prints one JSON object.
#include "base/platform/platform.h"
#include "connectors/files/csv/csvreader.h"
#include "connectors/files/filesniffer.h"
#include "connectors/files/rowrecords.h"
#include "connectors/files/tablewriter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tieout;
using namespace tieout::connectors;

namespace {

constexpr int kColumns = 10;

/// Invoice lines as an export has them: numbers, dates, names with commas, a wide character now and then.
QByteArray csvLine(int row)
{
    return "INV-" + QByteArray::number(100'000 + row) + ",2026-" +
           QByteArray::number(row % 12 + 1).rightJustified(2, '0') + '-' +
           QByteArray::number(row % 28 + 1).rightJustified(2, '0') + ",\"Customer " +
           QByteArray::number(row % 997) + (row % 50 ? ", Pty Ltd" : ", Caf\xC3\xA9") + "\"," +
           QByteArray::number(row % 89 + 1) + ',' + QByteArray::number(row % 4999) + '.' +
           QByteArray::number(row % 90 + 10) + ',' + QByteArray::number(row) + ".50,AUD,GST on income,200," +
           "A line of text that says what was sold\r\n";
}

void writeCsv(const QString& path, qint64 bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write the sample");
    file.write("Number,Date,Customer,Quantity,Price,Total,Currency,Tax,Account,Text\r\n");
    QByteArray buffer;
    for (int row = 0; file.pos() < bytes; ++row) {
        buffer += csvLine(row);
        if (buffer.size() < 1'000'000) continue;
        file.write(buffer);
        buffer.clear();
    }
}

void writeXlsx(const QString& path, int rows)
{
    auto table = createTable(path, {.spreadsheet = true});
    if (!table) qFatal("cannot write the sheet");
    for (int row = 0; row <= rows; ++row) {
        QList<model::Value> cells;
        for (int c = 0; c < kColumns; ++c) {
            if (row == 0)
                cells += model::Value(u"Column %1"_s.arg(c + 1));
            else if (c % 3 == 0)
                cells += model::Value(u"Text %1"_s.arg(row % 997));
            else if (c % 3 == 1)
                cells += model::Value(Decimal::fromScaled(row * 100 + c, 2));
            else
                cells += model::Value(Date(2026, 1 + row % 12, 1 + row % 28));
        }
        if (const auto put = (*table)->row(cells); !put) qFatal("row");
    }
    if (const auto done = (*table)->commit(); !done) qFatal("commit");
}

struct Pace {
    qint64 rows = 0;
    qint64 cells = 0;
    qint64 ms = 1;
};

/// Bytes to cells, nothing else.
Pace tokens(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) qFatal("open");
    QElapsedTimer timer;
    timer.start();
    Pace pace;
    CsvScanner scanner(bytesOf(file, TextEncoding::Utf8, u"bench"_s), {}, u"bench"_s);
    for (Result<bool> more = scanner.next(); more && *more; more = scanner.next()) {
        ++pace.rows;
        pace.cells += qint64(scanner.cells().size());
    }
    pace.ms = std::max<qint64>(1, timer.elapsed());
    return pace;
}

/// The whole way of a run: sniffed, typed values, records with id and version.
Pace records(const QString& path)
{
    QElapsedTimer timer;
    timer.start();
    const auto sniffed = sniffFile(path, {});
    if (!sniffed || !sniffed->sniff.questions.isEmpty()) qFatal("sniff");
    QStringList names{kRowIdField.toString(), kRowVersionField.toString()};
    for (const auto& column : sniffed->layout.columns)
        names += column.name;
    const RowRecords::Plan plan{std::make_shared<model::Shape>(names), {}, {}};
    auto maker = RowRecords::of(plan, sniffed->layout, u"bench"_s, u"bench"_s);
    auto table = openTable(path, sniffed->layout);
    if (!maker || !table) qFatal("open");
    Pace pace;
    for (Result<bool> more = (*table)->next(); more && *more; more = (*table)->next()) {
        if ((*table)->line() <= sniffed->layout.skipUntil) continue;
        const auto made = maker->make(**table);
        if (made.fault) qFatal("%s", qPrintable(made.fault->text));
        ++pace.rows;
        pace.cells += (*table)->width();
    }
    pace.ms = std::max<qint64>(1, timer.elapsed());
    return pace;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 megabytes = arguments.value(1, u"200"_s).toLongLong();
    const int rows = arguments.value(2, u"200000"_s).toInt();
    const QTemporaryDir folder;
    const QString csv = folder.filePath(u"bench.csv"_s);
    const QString xlsx = folder.filePath(u"bench.xlsx"_s);
    writeCsv(csv, megabytes * 1'000'000);
    const qint64 bytes = QFile(csv).size();
    const Pace raw = tokens(csv);
    const Pace typed = records(csv);
    const double csvPeak = double(platform::peakMemory()) / 1e6;
    writeXlsx(xlsx, rows);
    const Pace sheet = records(xlsx);
    std::printf(
        "{\"csvBytes\":%lld,\"csvRows\":%lld,\"csvTokensMbPerSecond\":%lld,\"csvRecordsMbPerSecond\":%lld,"
        "\"csvRecordsPerSecond\":%lld,\"csvPeakMb\":%.1f,\"xlsxRows\":%lld,\"xlsxCellsPerSecond\":%lld,"
        "\"peakMb\":%.1f}\n",
        static_cast<long long>(bytes), static_cast<long long>(typed.rows),
        static_cast<long long>(bytes / 1000 / raw.ms), static_cast<long long>(bytes / 1000 / typed.ms),
        static_cast<long long>(typed.rows * 1000 / typed.ms), csvPeak, static_cast<long long>(sheet.rows),
        static_cast<long long>(sheet.cells * 1000 / sheet.ms), double(platform::peakMemory()) / 1e6);
    return 0;
}
