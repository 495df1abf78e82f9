#pragma once

#include "connectors/files/filesniffer.h"

namespace tieout::connectors {

struct SampleRow {
    qint64 line = 0;
    QStringList texts;
    QList<model::FieldType> own; ///< of a spreadsheet: what each cell is by itself
};

/// The first rows of a table, as text.
struct TableSample {
    QList<SampleRow> rows;
    bool cut = false;           ///< the file goes on
    std::optional<Error> fault; ///< why the sample ends early
};

/// Finds out encoding and delimiter; fills `into` and the sample. Error: "file.binary", "file.empty".
[[nodiscard]] Result<TableSample> sampleText(QIODevice& device, const FileSettings& settings,
                                             SniffedFile& into);

/// Sets header, columns, decimals and dates of `into` from the sample.
void sniffColumns(const TableSample& sample, const FileSettings& settings, SniffedFile& into);

/// The row that names the columns: its index in the sample, -1 without one.
struct HeaderGuess {
    qsizetype row = -1;
    int confidence = 0;
};
[[nodiscard]] HeaderGuess guessHeader(const TableSample& sample);

} // namespace tieout::connectors
