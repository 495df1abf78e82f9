#pragma once

#include "base/error.h"
#include "model/schema.h"

namespace tieout::model {

/// One property of a file that was found out rather than told: what it is, how sure that is, and a piece of
/// the file that shows it.
struct FileGuess {
    QString value;      ///< as the connection's setting spells it: "windows-1252", ";", "comma", "dmy"
    int confidence = 0; ///< 0–100; 100 = certain or told by a setting
    QString example;    ///< from the file, as written: "03/04/2026"
    QString shown;      ///< the same piece as it is read: "2026-04-03"
    bool told = false;  ///< a setting said so

    bool operator==(const FileGuess&) const = default;
};

struct FileColumn {
    QString name;  ///< API name, unique in the file
    QString label; ///< header as written
    FieldType type = FieldType::Text;
    int confidence = 0;
    QString example; ///< the first value, as written
    QString shown;   ///< as it is read

    bool operator==(const FileColumn&) const = default;
};

struct FileSheet {
    QString name;
    bool hidden = false;

    bool operator==(const FileSheet&) const = default;
};

/// What the head of a table file says about it; for a person to look at and to correct.
struct FileSniff {
    QString file; ///< name without folder
    qint64 bytes = 0;
    bool spreadsheet = false; ///< XLSX; encoding, delimiter and decimals do not apply then
    FileGuess encoding;
    FileGuess delimiter;
    FileGuess decimals;
    FileGuess dates;
    FileGuess header;        ///< value = row number, "none" without one
    QList<FileSheet> sheets; ///< of a spreadsheet
    QString sheet;           ///< the one that is read
    QList<FileColumn> columns;
    QList<QStringList> sample; ///< first data rows as written
    QList<Error> questions;    ///< must be answered by a setting before anything is read
    QList<Error> remarks;      ///< worth knowing; reading goes on
};

} // namespace tieout::model
