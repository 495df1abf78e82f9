#pragma once

#include "base/result.h"
#include "model/schema.h"

#include <QHash>
#include <QStringList>

namespace tieout::connectors {

enum class TextEncoding : quint8 { Auto, Utf8, Utf16Le, Utf16Be, Windows1252, Latin1 };
/// The mark before the decimals; the other mark, blanks and apostrophes then group thousands.
enum class DecimalMark : quint8 { Auto, Point, Comma };
enum class DateOrder : quint8 { Auto, YearMonthDay, DayMonthYear, MonthDayYear };

/// What a file connection keeps, out of the connection's text settings. Auto means: found out per file.
struct FileSettings {
    QString path;    ///< a file, or the folder that is watched
    QString pattern; ///< of a folder: "*.csv *.xlsx"
    bool isFolder = false;
    bool moveDone = true;   ///< files of a folder go to done/ when every row went well
    QString sheet;          ///< empty = the first visible one
    QStringList keyColumns; ///< identity of a row; empty = file and row
    int headerRow = -1;     ///< -1 = found out, 0 = none, else the row's number
    TextEncoding encoding = TextEncoding::Auto;
    char delimiter = 0; ///< 0 = found out
    char quote = '"';   ///< 0 = no quoting
    DecimalMark decimals = DecimalMark::Auto;
    DateOrder dates = DateOrder::Auto;
    QHash<QString, model::FieldType> types; ///< columns whose type a person chose
    QList<model::Field> columns;            ///< of a file to be written, in order
    bool byteOrderMark = true;              ///< of a written CSV, so that Excel reads it right

    /// Names and words: see docs/files.md. Error: BadConfig "file.setting" {setting, value}.
    [[nodiscard]] static Result<FileSettings> from(const QHash<QString, QString>& settings);
};

/// The system id of file connections.
inline const QString kFileSystem = QStringLiteral("files");

[[nodiscard]] QString wordOf(TextEncoding encoding);
[[nodiscard]] QString wordOf(DecimalMark mark);
[[nodiscard]] QString wordOf(DateOrder order);
[[nodiscard]] QString wordOfDelimiter(char delimiter);

} // namespace tieout::connectors
