#pragma once

#include "connectors/files/csv/csvscanner.h"
#include "connectors/files/filesettings.h"
#include "connectors/files/tablereader.h"
#include "model/filesniff.h"

#include <memory>

namespace tieout::connectors {

/// How a file is to be read: what was found out and what was told, put together.
struct FileLayout {
    bool spreadsheet = false;
    TextEncoding encoding = TextEncoding::Utf8;
    CsvDialect dialect;
    ReadStyle style;
    QString sheet;
    qint64 headerLine = 0; ///< 0 = none
    qint64 skipUntil = 0;  ///< rows up to this line are no data
    QList<model::FileColumn> columns;

    [[nodiscard]] int column(const QString& nameOrLabel) const; ///< -1 when unknown
};

struct SniffedFile {
    model::FileSniff sniff;
    FileLayout layout;
};

/// Looks at the head of a file. Questions are no error here: whoever reads stops at them. Error: what the
/// file is refused for ("file.not-found", "file.empty", "file.binary", "file.xlsx-…").
[[nodiscard]] Result<SniffedFile> sniffFile(const QString& path, const FileSettings& settings);

/// Opens a file for reading as its layout says.
[[nodiscard]] Result<std::unique_ptr<TableReader>> openTable(const QString& path, const FileLayout& layout);

/// Names that every row has besides its columns.
inline constexpr QStringView kRowIdField = u"RowId";
inline constexpr QStringView kRowNumberField = u"RowNumber";
inline constexpr QStringView kRowVersionField = u"RowVersion";
inline constexpr QStringView kFileNameField = u"FileName";

} // namespace tieout::connectors
