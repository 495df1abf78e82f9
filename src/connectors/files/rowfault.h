#pragma once

#include "base/error.h"
#include "connectors/files/celltext.h"

namespace tieout::connectors {

/// Where a cell stands, as people look for it.
struct CellPlace {
    QString file;
    qint64 line = 0;
    int column = 0; ///< from 0
    QString label;
};

/// A cell's fault as an error of kind RowRejected; facts: file, line, column, what stands there.
[[nodiscard]] Error errorOf(CellFault fault, const CellPlace& place, const QString& written);

} // namespace tieout::connectors
