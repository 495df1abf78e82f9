#pragma once

#include "base/result.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <chrono>

namespace tieout {

/// A calendar day. It never passes through a time zone.
using Date = QDate;

/// A point in time, UTC, milliseconds.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Strict "yyyy-MM-dd". Error: RowRejected "date.syntax".
[[nodiscard]] Result<Date> parseDate(QStringView text);
/// ISO 8601 with Z, ±hh:mm or ±hhmm (Salesforce writes "+0000"), 0–9 fractional digits; no zone means UTC.
/// Error: RowRejected "instant.syntax".
[[nodiscard]] Result<Instant> parseInstant(QStringView text);
/// Xero's "/Date(1573516800000+0000)/" and "/Date(1573516800000)/".
[[nodiscard]] std::optional<Instant> parseMicrosoftDate(QStringView text);

[[nodiscard]] QString formatDate(Date date);                 ///< "2026-11-21"
[[nodiscard]] QString formatInstant(Instant instant);        ///< "2026-11-21T03:09:00.000Z"
[[nodiscard]] QString formatInstantSeconds(Instant instant); ///< "2026-11-21T03:09:00Z"
[[nodiscard]] Instant instantFromMs(qint64 msSinceEpoch);
[[nodiscard]] qint64 msSinceEpoch(Instant instant);
[[nodiscard]] Date utcDate(Instant instant);

} // namespace tieout
