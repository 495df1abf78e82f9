#pragma once

#include <QStringList>

namespace tieout::formula {

/// The name that a misspelt one most likely meant, case aside; empty when none is near.
[[nodiscard]] QString nearestName(const QString& written, const QStringList& names);
/// How many edits lie between the two, case aside, also counting only the start of `name` that is as long as
/// what was written; -1 when they are too far apart to be meant.
[[nodiscard]] int editsApart(const QString& written, const QString& name);

} // namespace tieout::formula
