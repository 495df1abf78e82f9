#pragma once

#include <QString>

namespace tieout::formula {

/// The function that an unknown name most likely means: the English name of a German one, the function that
/// does the work of one of cell ranges, or the nearest spelling; empty when nothing is near. `name` in upper
/// case.
[[nodiscard]] QString functionMeant(const QString& name);

} // namespace tieout::formula
