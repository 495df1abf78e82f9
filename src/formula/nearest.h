#pragma once

#include <QStringList>

namespace tieout::formula {

/// The name that a misspelt one most likely meant, case aside; empty when none is near.
[[nodiscard]] QString nearestName(const QString& written, const QStringList& names);

} // namespace tieout::formula
