#pragma once

#include "connectors/files/filesession.h"

#include <functional>

namespace tieout::connectors {

/// How one row of a file ended, in words for people.
struct RowEnding {
    QString outcome; ///< "created", "held"; empty = nothing is known of it
    QString reason;
    bool isProblem = false;
};
using RowEndings = std::function<RowEnding(const QString& rowId)>;

struct ResultCounts {
    qint64 rows = 0;
    qint64 problems = 0;
};

/// Writes the result file beside a file that was read: each of its rows, the outcome, the reason. Error: what
/// reading or writing meets, "file.changed" when the file is no longer the one that was read.
[[nodiscard]] Result<ResultCounts> writeResultFile(const ReadFile& file, const FileSettings& settings,
                                                   const RowEndings& endings);

} // namespace tieout::connectors
