#pragma once

#include "sandbox/harvest/intake.h"

namespace tieout::sandbox::harvest {

/// Takes `line_items` of a body into a document: one with an id changes that line, `_destroy` removes it, one
/// without adds; lines that are not named stay.
void takeLines(Draft& draft);
/// `line_items_import` of a new invoice: one line for each group of uninvoiced billable time and expenses.
/// The rows that went in are marked by `markImported` when the invoice stands.
void importLines(Draft& draft);
void markImported(Call& call, qint64 invoiceId);
/// What an invoice had taken in is free again.
void releaseImported(Call& call, qint64 invoiceId);
/// The line for the wire: its project as an object.
[[nodiscard]] Json shownLine(const Books& books, Kind kind, const Json& line);

} // namespace tieout::sandbox::harvest
