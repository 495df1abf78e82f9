#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

namespace tieout::service {

/// One remark about a connector's manifest, with its place in the file.
struct ConnectorRemark {
    enum class Level : quint8 {
        Fault,   ///< it cannot be used
        Missing, ///< it works, but something is missing
        Advice,
    };
    Level level = Level::Fault;
    QString path;
    int line = 0; ///< from 1; 0 = unknown
    int column = 0;
    QString text; ///< English source
};

struct ConnectorReport {
    QString system; ///< empty when the file cannot be read as a manifest
    QString title;
    int objects = 0;
    int rules = 0;
    int fixtures = 0;
    QList<ConnectorRemark> remarks; ///< faults first
};

/// Examines a manifest file: the language, the rules between its parts, its fixtures. Needs no workspace and
/// no network. Errors: LocalFault "file.read" (facts: file).
[[nodiscard]] Result<ConnectorReport> checkConnector(const QString& file);

} // namespace tieout::service
