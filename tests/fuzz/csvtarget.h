#pragma once

#include "connectors/files/csv/csvreader.h"
#include "connectors/files/rowrecords.h"
#include "connectors/files/tablesample.h"

#include <QBuffer>

namespace tieout::fuzz {

/// The whole way of a text file: format found out, columns, typed records. The first byte chooses settings.
inline void readCsv(const char* data, size_t size)
{
    using namespace connectors;
    if (size == 0) return;
    const auto choice = static_cast<unsigned char>(data[0]);
    FileSettings settings;
    settings.headerRow = choice & 1 ? 0 : -1;
    if (choice & 2) settings.delimiter = ';';
    if (choice & 4) settings.quote = 0;
    if (choice & 8) settings.encoding = TextEncoding::Utf16Le;
    if (choice & 16) settings.decimals = DecimalMark::Comma;
    if (choice & 32) settings.dates = DateOrder::DayMonthYear;
    QByteArray bytes(data + 1, qsizetype(size - 1));
    QBuffer head(&bytes);
    head.open(QIODevice::ReadOnly);
    SniffedFile file;
    file.sniff.file = QStringLiteral("fuzz.csv");
    const auto sample = sampleText(head, settings, file);
    if (!sample) return;
    sniffColumns(*sample, settings, file);
    QStringList names{kRowIdField.toString(), kRowVersionField.toString(), kRowNumberField.toString()};
    for (const auto& column : file.layout.columns)
        names += column.name;
    const RowRecords::Plan plan{std::make_shared<model::Shape>(names), {}, {}};
    auto records = RowRecords::of(plan, file.layout, file.sniff.file, file.sniff.file);
    if (!records) qFatal("a column that was just found is missing");
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    CsvReader reader(std::move(buffer), file.sniff.file, file.layout.encoding, file.layout.dialect,
                     file.layout.style);
    qint64 last = 0;
    for (;;) {
        const Result<bool> more = reader.next();
        if (!more || !*more) return;
        if (reader.line() <= last) qFatal("lines do not count upwards");
        last = reader.line();
        const auto made = records->make(reader);
        if (made.fault && made.fault->code.isEmpty()) qFatal("a fault without its code");
    }
}

} // namespace tieout::fuzz
