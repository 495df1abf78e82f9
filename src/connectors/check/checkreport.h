#pragma once

#include "connectors/check/manifestlint.h"

namespace tieout::connectors {

/// The whole examination of a file.
struct CheckReport {
    QString file;
    QString system; ///< empty when it does not parse
    QString title;
    int objects = 0;
    int rules = 0;
    int fixtures = 0;
    QList<Finding> findings; ///< faults first, each level in the order of the file
    [[nodiscard]] bool has(Finding::Level level) const;
};

/// Parses, compares with the schema, lints and plays the fixtures. Pure; bounded also for a hostile text.
[[nodiscard]] CheckReport checkedManifest(const QByteArray& text, const QString& file);

} // namespace tieout::connectors
