#pragma once

#include "connectors/sql/sqltable.h"
#include "model/value.h"

namespace tieout::connectors {

/// Longest text of a cell that is read; what is longer is cut and says so at its end.
inline constexpr int kMostCharacters = 65'536;

/// A cell's text (as the dialect's read expression gives it) as a value. Numbers with more digits than a
/// Decimal holds stay text; so does a date that is none ("infinity", 30 February).
[[nodiscard]] model::Value sqlCell(const QString& text, const SqlColumn& column, const QByteArray& localZone);

/// What is wrong with a cell that was read, if anything: RowRejected "sql.cell-too-large" | "sql.cell"
/// (facts: column label, what stands there).
[[nodiscard]] std::optional<Error> cellFault(const QString& text, const model::Value& value,
                                             const SqlColumn& column);

/// A value as the text that is bound. nullopt is NULL. Error: RowRejected "check.decimals" (column label,
/// decimals) | "check.too-long" (label, most, length) | "sql.digits" | "sql.unfit" (label, value) |
/// "sql.broken-text" | "sql.local-time" (label).
[[nodiscard]] Result<std::optional<QString>> sqlText(const model::Value& value, const SqlColumn& column,
                                                     const QByteArray& localZone);

/// Whether a text can be the value of a key column; a wrong one cannot be any row's.
[[nodiscard]] bool fitsColumn(const QString& text, const SqlColumn& column);

/// A change stamp less the overlap: seconds of a time, days for dates (rounded up), steps of a number.
/// Error: BadConfig "connector.cursor".
[[nodiscard]] Result<QString> overlapped(const QString& stamp, const SqlColumn& column, qint64 overlap,
                                         const QByteArray& localZone);

} // namespace tieout::connectors
