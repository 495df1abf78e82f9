#pragma once

#include "connectors/files/xlsx/xlsxreader.h"
#include "unit/connectors/xlsxparts.h"

#include <QBuffer>

namespace tieout::fuzz {

/// The whole way of a spreadsheet. The first byte chooses: the rest is the file itself, or the texts of its
/// parts, split at zero bytes: rows, shared texts, styles.
inline void readXlsx(const char* data, size_t size)
{
    using namespace connectors;
    if (size == 0) return;
    QByteArray bytes(data + 1, qsizetype(size - 1));
    if (data[0] & 1) {
        const QList<QByteArray> texts = bytes.split('\0');
        support::BookParts parts;
        parts.sheets = {{"Data", texts.value(0)}};
        parts.strings = texts.value(1);
        parts.styles = texts.value(2);
        parts.bookProperties = texts.value(3);
        bytes = parts.zip().bytes();
    }
    XlsxLimits limits;
    limits.free = limits.part = 4 * 1024 * 1024;
    limits.strings = 10'000;
    limits.stringBytes = 4 * 1024 * 1024;
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    const auto reader = XlsxReader::open(std::move(buffer), QStringLiteral("fuzz.xlsx"), {}, {}, limits);
    if (!reader) return;
    qint64 last = 0;
    for (;;) {
        const Result<bool> more = (*reader)->next();
        if (!more || !*more) return;
        if ((*reader)->line() <= last) qFatal("rows do not count upwards");
        last = (*reader)->line();
        for (int c = 0; c < std::min((*reader)->width(), 40); ++c) {
            for (const auto type : {model::FieldType::Text, model::FieldType::Number, model::FieldType::Date,
                                    model::FieldType::Instant, model::FieldType::Boolean}) {
                CellFault fault = CellFault::None;
                (void)(*reader)->cell(c, type, &fault);
            }
            (void)(*reader)->ownType(c);
        }
        (void)(*reader)->contentHash();
    }
}

} // namespace tieout::fuzz
