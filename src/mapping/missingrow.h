#pragma once

#include "base/error.h"
#include "model/mapping.h"

#include <optional>

namespace tieout::mapping {

/// The row of a lookup table that a record waits for. A value.
struct MissingRow {
    QString table;
    QString key;
    bool rate = false; ///< its value is a number
};
/// Nothing when the error is about something else.
[[nodiscard]] std::optional<MissingRow> missingRow(const Error& error);

/// Formulas name a table in any case; nullptr: there is none.
[[nodiscard]] const model::LookupTable* namedTable(const QList<model::LookupTable>& tables,
                                                   const QString& name);
/// The table with the row; a row of that key which is there by now gets the value. `fresh` is the table that
/// is made when there is none of the name.
[[nodiscard]] model::LookupTable withRow(const QList<model::LookupTable>& tables, const MissingRow& missing,
                                         const QString& value, const model::LookupTable& fresh);

} // namespace tieout::mapping
