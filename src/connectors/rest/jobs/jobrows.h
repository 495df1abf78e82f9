#pragma once

#include "connectors/manifest.h"

namespace tieout::connectors {

/// The rows of a write as the text of a job: a line of column names, then a line per row; related records as
/// dotted columns. None when they cannot travel so: a list in a row, a text that would empty its field, a row
/// without its key or two of one key, or more bytes than a job takes. Pure.
[[nodiscard]] std::optional<QByteArray> jobRows(const Manifest& manifest, const ObjectSpec& object,
                                                const WriteSpec& write, Operation operation,
                                                const QList<WriteRow>& rows);

/// What tells a row of a job from the others, as the system echoes it.
[[nodiscard]] QString jobRowKey(const ObjectSpec& object, const WriteSpec& write, const WriteRow& row);

} // namespace tieout::connectors
